"""Packs made to hurt: each is refused, and the edition in use stays as it was."""

import json
import os
import random
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hrterm.content.writing import seal
from hrterm.editions import archive, minisign, packs
from hrterm.editions.current import database_in_use
from hrterm.editions.installing import install
from hrterm.editions.manifest import DATABASE, LICENCE, MANIFEST
from hrterm.editions.packs import Pack
from hrterm.editions.refusals import EditionError
from hrterm.store.library import Library
from hrterm.store.opening import SEAL_BYTES
from tests.editions.making import (
    Keys,
    Zipped,
    make_pack,
    rebuilt,
    sign,
    tree,
    zip_with,
)


class Guarded:
    """An installed edition that no refused pack may touch."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._before = tree(home)

    def refuses(self, pack: Path, *codes: str, unsigned: bool = False) -> None:
        with pytest.raises(EditionError) as raised:
            install(str(pack), allow_unsigned=unsigned)
        assert raised.value.code in codes, raised.value
        assert raised.value.message.endswith((".", "KEY"))
        assert tree(self._home) == self._before
        with Library(database_in_use()) as library:
            assert library.edition().version == "3000.1"


@pytest.fixture
def guarded(first: Path, trusting: Keys, home: Path) -> Guarded:
    """The first edition, installed."""
    install(str(first))
    return Guarded(home)


def test_a_stripped_signature(guarded: Guarded, second: Path) -> None:
    Path(f"{second}.minisig").unlink()
    guarded.refuses(second, "unsigned")


def test_the_key_of_a_stranger(
    guarded: Guarded, databases: tuple[Path, ...], stranger: Keys, tmp_path: Path
) -> None:
    pack = make_pack(databases[1], tmp_path / "strange.hrpack", stranger)
    guarded.refuses(pack, "foreign")


def test_the_signature_of_another_pack(
    guarded: Guarded, first: Path, second: Path
) -> None:
    Path(f"{second}.minisig").write_bytes(Path(f"{first}.minisig").read_bytes())
    guarded.refuses(second, "tampered")
    guarded.refuses(second, "tampered", unsigned=True)


def test_a_strangers_signature_under_a_trusted_number(
    guarded: Guarded, second: Path, keys: Keys, stranger: Keys
) -> None:
    forged = stranger.key._replace(number=keys.key.number)
    text = minisign.sign(second.read_bytes(), forged, "forged")
    Path(f"{second}.minisig").write_text(text)
    guarded.refuses(second, "tampered")


def test_a_signature_that_is_not_one(guarded: Guarded, second: Path) -> None:
    signature = Path(f"{second}.minisig")
    signature.write_bytes(b"\xff" * 100)
    guarded.refuses(second, "tampered", unsigned=True)
    signature.write_bytes(b"a" * 100_000)
    guarded.refuses(second, "too-large", unsigned=True)
    signature.unlink()
    signature.symlink_to("nowhere")
    guarded.refuses(second, "missing", unsigned=True)


def test_truncation_at_every_4096_bytes(guarded: Guarded, second: Path) -> None:
    whole, bare = second.read_bytes(), second.with_name("bare.hrpack")
    for size in (*range(0, len(whole), 4096), len(whole) - 1):
        for pack in (second, bare):
            pack.write_bytes(whole[:size])
        guarded.refuses(second, "tampered")
        guarded.refuses(bare, "no-pack", unsigned=True)


def test_flipped_bits(guarded: Guarded, second: Path) -> None:
    whole, bare = second.read_bytes(), second.with_name("bare.hrpack")
    chosen = random.Random(11)
    places = [chosen.randrange(len(whole)) for _ in range(100)]
    # The headers of the archive and the manifest are small: take more of them.
    places += [chosen.randrange(2048) for _ in range(50)]
    places += [len(whole) - 1 - chosen.randrange(300) for _ in range(50)]
    for position in places:
        changed = bytearray(whole)
        changed[position] ^= 1 << chosen.randrange(8)
        for pack in (second, bare):
            pack.write_bytes(changed)
        guarded.refuses(second, "tampered", unsigned=True)
        guarded.refuses(bare, "no-pack", "other-schema", unsigned=True)


def parts_of(pack: Path) -> dict[str, bytes]:
    return packs.open_pack(pack.read_bytes(), str(pack)).parts


ARCHIVES: dict[str, Callable[[dict[str, bytes]], list[Zipped]]] = {
    "climbs out": lambda parts: [
        Zipped(f"../../{name}", content) for name, content in parts.items()
    ],
    "climbs out beside": lambda parts: [
        *(Zipped(name, content) for name, content in parts.items()),
        Zipped("../../../evil", b"x"),
    ],
    "absolute": lambda parts: [
        Zipped(f"/{name}", content) for name, content in parts.items()
    ],
    "backslashes": lambda parts: [
        Zipped(f"..\\{name}", content) for name, content in parts.items()
    ],
    "a link": lambda parts: [
        Zipped(MANIFEST, parts[MANIFEST]),
        Zipped(LICENCE, parts[LICENCE]),
        Zipped(DATABASE, b"/etc/passwd", mode=0o120777),
    ],
    "a link that looks right": lambda parts: [
        Zipped(MANIFEST, parts[MANIFEST]),
        Zipped(LICENCE, parts[LICENCE]),
        Zipped(DATABASE, parts[DATABASE], mode=0o120777),
    ],
    "a folder": lambda parts: [
        *(Zipped(name, content) for name, content in parts.items()),
        Zipped("hrterm/", b""),
    ],
    "a name twice": lambda parts: [
        *(Zipped(name, content) for name, content in parts.items()),
        Zipped(DATABASE, b"the second one"),
    ],
    "a name in two cases": lambda parts: [
        *(Zipped(name, content) for name, content in parts.items()),
        Zipped(DATABASE.upper(), b"the second one"),
    ],
    "another order": lambda parts: [
        Zipped(name, content) for name, content in reversed(parts.items())
    ],
    "compressed": lambda parts: [
        Zipped(name, content, compression=zipfile.ZIP_DEFLATED)
        for name, content in parts.items()
    ],
    "a bomb": lambda parts: [
        Zipped(MANIFEST, parts[MANIFEST]),
        Zipped(LICENCE, parts[LICENCE]),
        Zipped(DATABASE, bytes(200 << 20), compression=zipfile.ZIP_DEFLATED),
    ],
    "one missing": lambda parts: [Zipped(MANIFEST, parts[MANIFEST])],
    "nothing": lambda parts: [],
}


@pytest.mark.parametrize("name", ARCHIVES)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_archives_of_other_tools(
    guarded: Guarded, second: Path, keys: Keys, name: str
) -> None:
    zip_with(second, ARCHIVES[name](parts_of(second)))
    sign(second, keys)
    guarded.refuses(second, "no-pack")


def test_bytes_before_between_and_behind(
    guarded: Guarded, second: Path, keys: Keys
) -> None:
    whole = second.read_bytes()
    middle = whole.index(b"PK\3\4", 10)
    for content in (
        b"#!/bin/sh\n" + whole,
        whole + b"\0",
        whole + whole,
        whole[:middle] + b"\0" * 8 + whole[middle:],
    ):
        second.write_bytes(content)
        sign(second, keys)
        guarded.refuses(second, "no-pack")
    parts = parts_of_bytes(whole)
    entries = [Zipped(name, content) for name, content in parts.items()]
    zip_with(second, entries, comment=b"hello")
    sign(second, keys)
    guarded.refuses(second, "no-pack")


def parts_of_bytes(content: bytes) -> dict[str, bytes]:
    return packs.open_pack(content, "").parts


def test_sizes_that_lie(guarded: Guarded, second: Path, keys: Keys) -> None:
    whole = second.read_bytes()
    size_at = 22
    for size in (0, 1, 0x7FFFFFFF, 0xFFFFFFFF):
        changed = bytearray(whole)
        changed[size_at : size_at + 4] = size.to_bytes(4, "little")
        second.write_bytes(changed)
        sign(second, keys)
        guarded.refuses(second, "no-pack")


def with_manifest(pack: Pack, **changes: object) -> dict[str, bytes]:
    told = json.loads(pack.parts[MANIFEST])
    for path, value in changes.items():
        *above, key = path.split("__")
        inner = told
        for step in above:
            inner = inner[step]
        inner[key] = value
    return {**pack.parts, MANIFEST: json.dumps(told).encode()}


MANIFESTS: dict[str, Callable[[Pack], dict[str, bytes]]] = {
    "another version than the database": lambda pack: with_manifest(
        pack, edition__version="4000.1"
    ),
    "another reviewer than the database": lambda pack: with_manifest(
        pack, edition__reviewed_by=["A pharmacist"]
    ),
    "a version that climbs": lambda pack: with_manifest(
        pack, edition__version="../../4000"
    ),
    "a version that is a number": lambda pack: with_manifest(pack, edition__version=4),
    "a date that is none": lambda pack: with_manifest(
        pack, edition__newest_review="soon"
    ),
    "a day that no calendar has": lambda pack: with_manifest(
        pack, edition__newest_review="2026-02-30"
    ),
    "another schema": lambda pack: with_manifest(pack, edition__schema="99"),
    "another format": lambda pack: with_manifest(pack, format=2),
    "a part too many": lambda pack: with_manifest(
        pack, files__evil={"size": 1, "sha256": "0"}
    ),
    "no parts": lambda pack: with_manifest(pack, files={}),
    "a list": lambda pack: {**pack.parts, MANIFEST: b"[]"},
    "no JSON": lambda pack: {**pack.parts, MANIFEST: b"\xff\x00"},
    "deep": lambda pack: {**pack.parts, MANIFEST: b"[" * 100_000},
    "long digits": lambda pack: {**pack.parts, MANIFEST: b"9" * 100_000},
    "a key twice": lambda pack: {
        **pack.parts,
        MANIFEST: pack.parts[MANIFEST].replace(
            b'"format": 1', b'"format": 2, "format": 1'
        ),
    },
    "huge": lambda pack: {
        **pack.parts,
        MANIFEST: pack.parts[MANIFEST] + b" " * (5 << 20),
    },
    "control characters in a change": lambda pack: with_manifest(
        pack,
        changes={
            "since": {"version": "1", "data_hash": "a"},
            "added": ["\x1b[2J"],
            "removed": [],
            "risks": [],
            "claims": [],
            "law": [],
        },
    ),
    "a swapped database": lambda pack: {
        **pack.parts,
        DATABASE: pack.parts[DATABASE][:-1] + b"\0",
    },
    "a swapped licence": lambda pack: {**pack.parts, LICENCE: b"All rights reserved."},
    "an empty database": lambda pack: with_digest(pack, b""),
    "a database that is none": lambda pack: with_digest(pack, b"hello"),
    "a database without its digest": lambda pack: with_digest(
        pack, pack.parts[DATABASE][:-40]
    ),
}


def with_digest(pack: Pack, database: bytes) -> dict[str, bytes]:
    """Another database, with a manifest that says so."""
    digest = packs._digest(database)._asdict()
    parts = with_manifest(pack, files={**_digests(pack), DATABASE: digest})
    return {**parts, DATABASE: database}


def _digests(pack: Pack) -> dict[str, object]:
    return {name: one._asdict() for name, one in pack.manifest.files.items()}


@pytest.mark.parametrize("name", MANIFESTS)
def test_signed_nonsense(guarded: Guarded, second: Path, keys: Keys, name: str) -> None:
    rebuilt(second, MANIFESTS[name])
    sign(second, keys)
    guarded.refuses(second, "no-pack", "other-schema")


@pytest.mark.parametrize(
    ("day", "exists"),
    [("2026", True), ("2026-02", True), ("2024-02-29", True), ("2026-02-29", False),
     ("2026-13", False), ("0000", False), ("2026-W01-1", False), ("20260101", False),
     ("", False), ("2026-1-1", False), ("\u0662026", False)],
)  # fmt: skip
def test_only_days_that_there_are_order_editions(
    second: Path, day: str, exists: bool
) -> None:
    rebuilt(second, lambda pack: with_manifest(pack, edition__newest_review=day))
    try:
        opened = packs.open_pack(second.read_bytes(), "x")
    except EditionError:
        assert not exists
    else:
        assert exists and opened.manifest.edition.newest_review == day


def test_a_database_that_cannot_answer(
    guarded: Guarded, second: Path, keys: Keys, tmp_path: Path
) -> None:
    bare = tmp_path / "bare.db"
    for statement in ("DROP TABLE law", "DELETE FROM subject", "DELETE FROM meta"):
        bare.write_bytes(parts_of(second)[DATABASE][:-SEAL_BYTES])
        connection = sqlite3.connect(bare)
        connection.executescript(f"PRAGMA foreign_keys = OFF; {statement};")
        connection.close()
        seal(bare)
        other = tmp_path / "other.hrpack"
        other.write_bytes(second.read_bytes())
        rebuilt(other, lambda pack: with_digest(pack, bare.read_bytes()))
        sign(other, keys)
        guarded.refuses(other, "other-schema")


def test_an_older_edition(
    home: Path, first: Path, second: Path, trusting: Keys
) -> None:
    install(str(second))
    before = tree(home)
    with pytest.raises(EditionError, match="--allow-older") as raised:
        install(str(first))
    assert raised.value.code == "older"
    assert tree(home) == before


def test_what_is_no_ordinary_file(guarded: Guarded, tmp_path: Path) -> None:
    guarded.refuses(tmp_path, "unreadable")
    guarded.refuses(tmp_path / "none", "missing")
    guarded.refuses(Path("nul\0"), "unreadable")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        guarded.refuses(tmp_path / "pipe", "unreadable")
        guarded.refuses(Path("/dev/zero"), "unreadable")
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(packs.MOST_BYTES + 1)
    guarded.refuses(large, "too-large")


def test_the_reader_knows_what_it_reads(second: Path) -> None:
    """The packs above are refused for what was done to them."""
    parts = parts_of(second)
    assert archive.write(parts) == second.read_bytes()
