"""Packs: one file, the same bytes each time, readable by anybody's unzip."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrterm.editions import archive, packs
from hrterm.editions.archive import Part
from hrterm.editions.refusals import EditionError
from hrterm.store.opening import SCHEMA_VERSION
from tests.conftest import ROOT
from tests.editions.making import Keys, make_database, make_pack


def test_a_pack_is_the_same_bytes_each_time(
    databases: tuple[Path, ...], tmp_path: Path, keys: Keys
) -> None:
    one = make_pack(databases[0], tmp_path / "one.hrpack", keys)
    again = make_database(tmp_path, "3000.1")
    other = make_pack(again, tmp_path / "other.hrpack", keys)
    assert one.read_bytes() == other.read_bytes()
    signatures = [Path(f"{pack}.minisig").read_bytes() for pack in (one, other)]
    assert signatures[0] == signatures[1]


def test_what_a_pack_holds(databases: tuple[Path, ...], first: Path) -> None:
    with zipfile.ZipFile(first) as file:
        assert file.testzip() is None
        assert file.namelist() == ["manifest.json", "LICENSE-DATA", "hrterm.db"]
        assert file.read("hrterm.db") == databases[0].read_bytes()
        assert file.read("LICENSE-DATA") == (ROOT / "LICENSE-DATA").read_bytes()
        told = json.loads(file.read("manifest.json"))
    assert told["edition"]["version"] == "3000.1"
    assert told["edition"]["schema"] == SCHEMA_VERSION
    assert told["edition"]["reviewed_by"] == []
    digest = hashlib.sha256(databases[0].read_bytes()).hexdigest()
    assert told["files"]["hrterm.db"]["sha256"] == digest
    assert "changes" not in told


def test_the_manifest_tells_the_changes_since_a_pack_or_database(
    databases: tuple[Path, ...], first: Path
) -> None:
    made = [packs.make(str(databases[1]), str(old)) for old in (first, databases[0])]
    assert made[0] == made[1]
    changes = made[0].manifest.changes
    assert changes is not None
    assert changes.since.version == "3000.1"
    assert changes.added == ("ketamine",)
    (risk,) = changes.risks
    assert (risk.a, risk.b, risk.before, risk.after) == (
        "ghb", "mdma", "caution", "dangerous",
    )  # fmt: skip
    content = archive.write(made[0].parts)
    assert packs.open_pack(content, "a").manifest.changes == changes


def test_a_version_that_cannot_be_ordered_is_not_packed(tmp_path: Path) -> None:
    database = make_database(tmp_path, "latest")
    with pytest.raises(EditionError, match="EDITION"):
        packs.make(str(database))


def test_a_folder_that_cannot_be_written_gives_a_sentence(
    databases: tuple[Path, ...], tmp_path: Path
) -> None:
    pack = packs.make(str(databases[0]))
    with pytest.raises(EditionError) as raised:
        packs.save(pack, str(tmp_path / "none" / "a.hrpack"), None)
    assert raised.value.code == "unwritable"


PARTS = (Part("a", 50), Part("bé", 50))


@given(st.binary(max_size=50), st.binary(max_size=50))
def test_an_archive_reads_back(one: bytes, other: bytes) -> None:
    parts = {"a": one, "bé": other}
    assert archive.read(archive.write(parts), PARTS) == parts


@given(st.binary(max_size=300))
def test_bytes_that_are_no_archive(content: bytes) -> None:
    assert archive.read(content, PARTS) is None


@given(st.data())
def test_every_other_byte_of_an_archive_is_noticed(data: st.DataObject) -> None:
    whole = archive.write({"a": b"some content", "bé": b"more"})
    position = data.draw(st.integers(0, len(whole) - 1))
    bit = data.draw(st.integers(0, 7))
    changed = bytearray(whole)
    changed[position] ^= 1 << bit
    assert archive.read(bytes(changed), PARTS) is None
    assert archive.read(whole[:position], PARTS) is None
    assert archive.read(whole + whole[position:], PARTS) is None
