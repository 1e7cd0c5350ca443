"""Open data: whole, the same every time, readable by others."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from hrterm.content.exporting import DESCRIPTION, FORMATS, export
from hrterm.store.opening import open_database


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_holds_every_row_and_is_the_same_twice(
    database: Path, form: str
) -> None:
    files = dict(export(str(database), form))
    assert files == dict(export(str(database), form))
    described = json.loads(files.pop(DESCRIPTION))
    assert {one["path"] for one in described["resources"]} == set(files)
    assert described["licenses"][0]["name"] == "CC BY 4.0"
    connection = open_database(str(database))
    for resource in described["resources"]:
        table = resource["path"].rpartition(".")[0]
        text = files[resource["path"]]
        names = [field["name"] for field in resource["schema"]["fields"]]
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        if form == "csv":
            header, *rows = csv.reader(StringIO(text))
            assert header == names
            assert all(len(row) == len(names) for row in rows)
        else:
            rows = json.loads(text)
            assert all(set(row) <= set(names) for row in rows)
            assert all(value is not None for row in rows for value in row.values())
        assert len(rows) == count
    connection.close()


def test_a_text_with_commas_quotes_and_lines_survives(
    folder: object, tmp_path: Path
) -> None:
    from hrterm.content.build import build
    from tests.building import DataFolder

    assert isinstance(folder, DataFolder)
    said = 'One, "two"\nthree; =1+1'
    folder.substance("mdma", summary={"en": said, "fr": "Un"})
    build(folder.path, tmp_path / "x.db")
    rows = csv.DictReader(
        StringIO(dict(export(str(tmp_path / "x.db"), "csv"))["text.csv"])
    )
    assert said in [row["text"] for row in rows]
