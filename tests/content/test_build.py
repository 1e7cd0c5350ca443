"""One pipeline, and the same bytes from the same data."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from hrterm.content.build import build
from hrterm.content.problems import DataError
from hrterm.store.opening import open_database
from tests.building import DataFolder
from tests.conftest import ROOT


def test_the_real_data_gives_the_same_bytes_twice_and_from_another_folder(
    database: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "elsewhere" / "data"
    shutil.copytree(ROOT / "data", copy)
    build(copy, tmp_path / "again.db")
    assert (tmp_path / "again.db").read_bytes() == database.read_bytes()


def test_the_database_is_whole_strict_and_indexed_both_ways(database: Path) -> None:
    connection = open_database(str(database))
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    tables = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND NOT strict AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%'"
    ).fetchall()
    assert tables == []
    for columns in ("a = ? AND b = ?", "b = ? AND a = ?"):
        plan = connection.execute(
            f"EXPLAIN QUERY PLAN SELECT id FROM statement WHERE {columns}", ("x", "y")
        ).fetchall()
        assert "INDEX statement_by" in plan[0][3]
    connection.close()


def test_nothing_is_written_when_the_data_does_not_hold(
    folder: DataFolder, tmp_path: Path
) -> None:
    folder.substance("mdma", classes=["nope"])
    with pytest.raises(DataError, match="nope"):
        build(folder.path, tmp_path / "out.db")
    assert not (tmp_path / "out.db").exists()


def test_the_database_cannot_be_written_to(database: Path) -> None:
    connection = open_database(str(database))
    with pytest.raises(sqlite3.OperationalError, match=r"readonly|query_only"):
        connection.execute("DELETE FROM meta")
    connection.close()
