"""A database that is missing, cut, altered or foreign is never used."""

import os
import random
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest

from hrterm.content.build import build
from hrterm.content.writing import seal
from hrterm.store import opening
from hrterm.store.library import Library
from hrterm.store.opening import SEAL_BYTES, DatabaseError, open_database
from tests.building import DataFolder


@pytest.fixture
def edition(folder: DataFolder, tmp_path: Path) -> Path:
    folder.substance("mdma")
    build(folder.path, tmp_path / "small.db")
    return tmp_path / "small.db"


def code_of(path: Path) -> str:
    with pytest.raises(DatabaseError) as raised:
        open_database(str(path))
    return raised.value.code


def test_missing_and_foreign(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none.db") == "missing"
    (tmp_path / "text.db").write_text("hello")
    assert code_of(tmp_path / "text.db") == "foreign"
    (tmp_path / "empty.db").write_bytes(b"")
    assert code_of(tmp_path / "empty.db") == "foreign"
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE t (x)")
    other.close()
    assert code_of(tmp_path / "other.db") == "damaged"
    assert code_of(tmp_path) == "unreadable"


def test_every_kind_of_truncation(edition: Path) -> None:
    whole = edition.read_bytes()
    for size in (*range(1, len(whole), 4096), len(whole) - 1):
        edition.write_bytes(whole[:size])
        assert code_of(edition) in {"damaged", "foreign"}


def test_single_flipped_bits(edition: Path) -> None:
    whole = edition.read_bytes()
    chosen = random.Random(7)
    for _ in range(200):
        position = chosen.randrange(len(whole))
        changed = bytearray(whole)
        changed[position] ^= 1 << chosen.randrange(8)
        edition.write_bytes(changed)
        assert code_of(edition) in {"damaged", "foreign"}


def test_another_schema(edition: Path) -> None:
    content = edition.read_bytes()
    edition.write_bytes(content[: -len(content) % 4096 or None])
    bare = edition.with_name("bare.db")
    bare.write_bytes(content[:-SEAL_BYTES])
    connection = sqlite3.connect(bare)
    connection.execute("UPDATE meta SET value = '999' WHERE key = 'schema'")
    connection.commit()
    connection.close()
    seal(bare)
    assert code_of(bare) == "other-schema"


def test_a_path_that_looks_like_a_uri(edition: Path, tmp_path: Path) -> None:
    odd = tmp_path / "a?b#c%20.db"
    odd.write_bytes(edition.read_bytes())
    open_database(str(odd)).close()


@pytest.mark.skipif(os.sep == "\\", reason="two strokes name a server there")
def test_a_path_that_begins_with_two_strokes(edition: Path) -> None:
    open_database(f"/{edition}").close()


def test_a_server_s_path_names_no_host_to_sqlite(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "sep", "\\")
    monkeypatch.setattr(os.path, "abspath", str)
    uri = opening._read_only("\\\\server\\share\\x.db")
    assert uri == "file:////server/share/x.db?mode=ro&immutable=1"
    assert opening._read_only("C:\\x.db").startswith("file:///C:/x.db?")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_path_that_is_no_text(edition: Path, tmp_path: Path) -> None:
    odd = tmp_path / "a\\b\udcff.db"
    odd.write_bytes(edition.read_bytes())
    open_database(str(odd)).close()


def test_an_edition_that_is_held_outlives_its_file(
    database: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(database, tmp_path / "stick.db"))
    with Library(str(path)) as library:
        library.hold()
        os.truncate(path, 4096)
        path.unlink()
        assert (
            library.check(("MDMA", "phenelzine")).pairs[0].verdict.risk == "dangerous"
        )
        assert library.search("keta")


def test_what_changed_meanwhile_is_not_held(database: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(database, tmp_path / "stick.db"))
    with Library(str(path)) as library:
        path.unlink()
        with pytest.raises(DatabaseError) as caught:
            library.hold()
        assert caught.value.code == "unreadable"
        assert library.search("keta")


def test_a_large_file_stays_where_it_is(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "HELD_BYTES", 4096)
    connection = open_database(str(database))
    assert opening.held(connection, str(database)) is connection
    connection.close()
