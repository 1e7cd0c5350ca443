"""Installing and going back: what is in use, and what is told of it."""

import re
from pathlib import Path

import pytest

from hrterm.editions import current, going_back, places, status
from hrterm.editions.current import (
    OLDEST,
    Entry,
    Pointer,
    Stamp,
    database_in_use,
    parse,
    read_pointer,
    written,
)
from hrterm.editions.going_back import roll_back
from hrterm.editions.installing import KEPT, install
from hrterm.editions.refusals import EditionError
from hrterm.editions.status import status as status_of
from hrterm.store.library import Library
from hrterm.store.opening import SCHEMA_VERSION, DatabaseError
from tests.editions.making import Keys, make_database, make_pack


def version_in_use() -> str:
    with Library(database_in_use()) as library:
        return library.edition().version


def bundle(monkeypatch: pytest.MonkeyPatch, database: Path) -> None:
    """Pretend that a program came with this edition."""
    for module in (current, going_back, status):
        monkeypatch.setattr(module, "default_path", lambda: str(database))


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The edition that came with the program: older than the three."""
    database = make_database(tmp_path, "2999.12")
    bundle(monkeypatch, database)
    return database


def test_without_a_pointer_the_program_s_edition_answers(bundled: Path) -> None:
    assert database_in_use() == str(bundled)
    assert status_of(str(bundled)).place == "program"


def test_installing_and_going_back_step_by_step(
    bundled: Path, first: Path, second: Path, third: Path, trusting: Keys
) -> None:
    for pack, version in ((first, "3000.1"), (second, "3000.2"), (third, "3000.3")):
        outcome = install(str(pack))
        assert version_in_use() == version
        assert outcome.path == database_in_use()
    for version in ("3000.2", "3000.1", "2999.12"):
        assert status_of(database_in_use()).before == version
        assert roll_back() == database_in_use()
        assert version_in_use() == version
    with pytest.raises(EditionError) as raised:
        roll_back()
    assert raised.value.code == "no-edition"


def test_what_is_told_of_an_install(
    bundled: Path, first: Path, second: Path, trusting: Keys
) -> None:
    assert install(str(first)).record.replaced == "2999.12"
    record = install(str(second)).record
    assert record.origin.name == "The maintainers"
    assert record.replaced == "3000.1"
    assert record.changes is not None and record.changes.added == ("ketamine",)
    told = status_of(database_in_use())
    assert told.place == "installed" and told.record == record


def test_the_changes_of_the_manifest_are_taken_when_they_fit(
    first: Path, databases: tuple[Path, ...], keys: Keys, trusting: Keys, tmp_path: Path
) -> None:
    from hrterm.editions import packs

    install(str(first))
    pack = packs.make(str(databases[1]), str(first))
    target = tmp_path / "with.hrpack"
    packs.save(pack, str(target), keys.key)
    assert install(str(target)).record.changes == pack.manifest.changes


def test_installing_again_repairs_and_changes_no_way_back(
    bundled: Path, first: Path, second: Path, trusting: Keys
) -> None:
    install(str(first))
    path = Path(install(str(second)).path)
    content = bytearray(path.read_bytes())
    content[5000] ^= 1
    path.write_bytes(content)
    with pytest.raises(DatabaseError):
        version_in_use()
    install(str(second))
    assert version_in_use() == "3000.2"
    roll_back()
    assert version_in_use() == "3000.1"


@pytest.mark.parametrize("damage", ["altered", "cut", "gone", "folder gone"])
def test_a_damaged_edition_is_said_and_left_by_going_back(
    bundled: Path, first: Path, second: Path, trusting: Keys, damage: str
) -> None:
    install(str(first))
    path = Path(install(str(second)).path)
    if damage == "altered":
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[:4096])
    elif damage == "gone":
        path.unlink()
    else:
        path.parent.rename(path.parent.with_name("elsewhere"))
    with pytest.raises(DatabaseError) as raised:
        version_in_use()
    assert places.is_installed(raised.value.path)
    roll_back()
    assert version_in_use() == "3000.1"


def test_going_back_passes_over_what_is_damaged(
    bundled: Path, first: Path, second: Path, third: Path, trusting: Keys
) -> None:
    install(str(first))
    Path(install(str(second)).path).write_bytes(b"")
    install(str(third))
    roll_back()
    assert version_in_use() == "3000.1"


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 100, b"hrterm editions 1\n", b"x" * 9999]
)
def test_a_damaged_pointer(
    bundled: Path, first: Path, trusting: Keys, home: Path, content: bytes
) -> None:
    install(str(first))
    pointer = home / "current"
    pointer.write_bytes(content)
    with pytest.raises(DatabaseError) as raised:
        database_in_use()
    assert places.is_installed(raised.value.path)
    assert roll_back() == str(bundled)
    assert version_in_use() == "2999.12"
    pointer.write_bytes(content)
    install(str(first))
    assert version_in_use() == "3000.1"


def test_every_bit_of_the_pointer_counts() -> None:
    entries = (Entry("3000.2-0a-b_c", "1"), Entry("3000.1-0a-b_d", "1"))
    pointer = Pointer(Stamp("3000.02", "2026-11-24"), entries, "0a1b2c3d")
    whole = written(pointer)
    assert parse(whole) == pointer
    for position in range(len(whole)):
        assert parse(whole[:position]) is None
        for bit in range(8):
            changed = bytearray(whole)
            changed[position] ^= 1 << bit
            assert parse(bytes(changed)) is None


@pytest.mark.parametrize("folder", ["..", ".hidden", "a/b", "a\\b", "", "C:x", "é"])
def test_a_pointer_names_no_other_place(folder: str) -> None:
    assert parse(written(Pointer(OLDEST, (Entry(folder, "1"),)))) is None


def test_what_the_pointer_says_is_what_is_read(home: Path) -> None:
    assert read_pointer() is None
    assert parse(written(Pointer(OLDEST, ()))) == Pointer(OLDEST, ())


def test_a_newer_program_s_edition_is_used_and_said(
    bundled: Path,
    first: Path,
    second: Path,
    databases: tuple[Path, ...],
    trusting: Keys,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    install(str(first))
    bundle(monkeypatch, databases[1])
    assert database_in_use() == str(databases[1])
    told = status_of(database_in_use())
    assert (told.place, told.left_out, told.reason) == ("program", "3000.1", "older")
    # Going back is a choice, and holds until the program brings a newer one still.
    roll_back()
    assert version_in_use() == "3000.1"
    assert status_of(database_in_use()).newer_in_program == "3000.2"
    bundle(monkeypatch, databases[2])
    assert version_in_use() == "3000.3"


def test_going_back_from_an_install_over_a_newer_program(
    bundled: Path,
    first: Path,
    third: Path,
    databases: tuple[Path, ...],
    trusting: Keys,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    install(str(first))
    bundle(monkeypatch, databases[1])
    install(str(third))
    assert status_of(database_in_use()).before == "3000.2"
    assert roll_back() == str(databases[1])


def test_older_when_asked_for(
    bundled: Path, first: Path, second: Path, trusting: Keys
) -> None:
    install(str(second))
    install(str(first), allow_older=True)
    assert version_in_use() == "3000.1"
    roll_back()
    assert version_in_use() == "3000.2"


def test_older_than_the_program_s_when_asked_for(
    first: Path,
    databases: tuple[Path, ...],
    trusting: Keys,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bundle(monkeypatch, databases[1])
    with pytest.raises(EditionError):
        install(str(first))
    install(str(first), allow_older=True)
    assert version_in_use() == "3000.1"


def test_an_installed_edition_of_another_schema_is_not_used(
    bundled: Path, first: Path, trusting: Keys, home: Path
) -> None:
    install(str(first))
    pointer = read_pointer()
    assert pointer is not None
    entry = pointer.entries[0]._replace(schema=f"{SCHEMA_VERSION}0")
    (home / "current").write_bytes(written(pointer._replace(entries=(entry,))))
    assert database_in_use() == str(bundled)
    told = status_of(database_in_use())
    assert (told.left_out, told.reason) == ("3000.1", "other-schema")


def test_old_editions_do_not_pile_up(
    bundled: Path, tmp_path: Path, keys: Keys, trusting: Keys, home: Path
) -> None:
    for number in range(1, KEPT + 3):
        database = make_database(tmp_path, f"3001.{number}")
        install(str(make_pack(database, tmp_path / f"{number}.hrpack", keys)))
    folders = sorted(path.name for path in (home / "editions").iterdir())
    assert [re.split("-", name)[0] for name in folders] == [
        f"3001.{number}" for number in range(3, KEPT + 3)
    ]


def test_unsigned_and_strange_packs_when_allowed(
    bundled: Path,
    databases: tuple[Path, ...],
    first: Path,
    second: Path,
    keys: Keys,
    home: Path,
) -> None:
    outcome = install(str(first), allow_unsigned=True)
    assert outcome.record.origin.signature == "unknown-key"
    assert outcome.record.origin.key_id == keys.id
    Path(f"{second}.minisig").unlink()
    outcome = install(str(second), allow_unsigned=True)
    assert outcome.record.origin.signature == "none"
    told = status_of(outcome.path).record
    assert told is not None and told.origin.signature == "none"


def test_what_was_made_here_tells_who_signed_what_lies_below(
    bundled: Path,
    first: Path,
    databases: tuple[Path, ...],
    keys: Keys,
    trusting: Keys,
    tmp_path: Path,
) -> None:
    made = make_pack(databases[1], tmp_path / "made.hrpack", None)
    origin = install(str(made), made_over=str(bundled)).record.origin
    assert (origin.signature, origin.key_id) == ("local", "")
    roll_back()
    below = install(str(first)).path
    origin = install(str(made), made_over=below).record.origin
    assert (origin.signature, origin.key_id) == ("local", keys.id)
    for _ in range(KEPT + 1):
        install(str(made), made_over=below)
    assert status_of(database_in_use()).before == "3000.1"
    assert roll_back() == below


def test_what_was_made_over_an_unsigned_edition_stays_unsigned(
    bundled: Path, first: Path, databases: tuple[Path, ...], tmp_path: Path
) -> None:
    Path(f"{first}.minisig").unlink()
    below = install(str(first), allow_unsigned=True).path
    made = make_pack(databases[1], tmp_path / "made.hrpack", None)
    origin = install(str(made), made_over=below).record.origin
    assert origin.signature == "none"


def test_a_home_that_may_not_be_entered_holds_no_edition(
    bundled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    assert database_in_use() == str(bundled)


def test_versions_are_ordered_as_numbers() -> None:
    versions = ["", "dev", "0", "9", "2026.2", "2026.11", "2026.11.1", "3000"]
    ranks = [Stamp(version, "2026-11-24").rank for version in versions]
    assert ranks == sorted(ranks)
    days = [Stamp("2026.11", day).rank for day in ("2026-11-23", "2026-11-24")]
    assert days == sorted(days)
    assert Stamp("2026.1", "x").rank == Stamp("2026.01", "x").rank
