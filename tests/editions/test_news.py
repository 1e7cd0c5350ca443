"""What the interface shows when the edition is new to its reader."""

from pathlib import Path

import pytest

from hrterm.editions import news
from hrterm.editions.current import database_in_use
from hrterm.editions.going_back import roll_back
from hrterm.editions.installing import install
from hrterm.i18n import activate
from hrterm.pages.plain import plain_text
from hrterm.store.library import Library
from tests.editions.making import Keys, make_database, tree
from tests.editions.test_installing import bundle

TODAY = "2026-12-01"


@pytest.fixture(autouse=True)
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The edition that came with the program."""
    database = make_database(tmp_path, "2999.12")
    bundle(monkeypatch, database)
    return database


def shown() -> str:
    with Library(database_in_use()) as library:
        page = news.unseen(library, TODAY)
        news.mark_seen(library)
    return "" if page is None else plain_text(page)


def test_the_program_s_own_edition_is_no_news_at_first() -> None:
    assert shown() == ""
    assert shown() == ""


def test_a_new_edition_is_shown_once(first: Path, second: Path, trusting: Keys) -> None:
    shown()
    install(str(first))
    assert "A NEW EDITION: 3000.1" in shown()
    assert shown() == ""
    install(str(second))
    text = shown()
    assert "A NEW EDITION: 3000.2" in text
    assert "7\u00a0days ago" in text
    assert "Signed by The maintainers" in text
    assert "No pharmacist or lawyer" in text
    assert "WHAT CHANGED SINCE EDITION 3000.1" in text
    assert "ketamine" in text
    assert "Dangerous  ghb and mdma (before: Caution)" in text
    assert shown() == ""


def test_an_edition_that_was_installed_before_the_first_start(
    first: Path, trusting: Keys
) -> None:
    install(str(first))
    assert "3000.1" in shown()


def test_what_one_goes_back_to_is_no_news(
    first: Path, second: Path, trusting: Keys
) -> None:
    install(str(first))
    install(str(second))
    roll_back()
    assert shown() == ""


def test_a_newer_program_is_no_news(
    first: Path,
    databases: tuple[Path, ...],
    trusting: Keys,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    install(str(first))
    bundle(monkeypatch, databases[1])
    assert shown() == ""


def test_the_interface_leaves_no_file(first: Path, trusting: Keys, home: Path) -> None:
    before = tree(home)
    assert shown() == "" and tree(home) == before
    install(str(first))
    before = tree(home)
    assert shown() and shown() == ""
    after = tree(home)
    assert [Path(name).name for name in before.keys() - after.keys()] == ["news"]
    assert all(before[name] == content for name, content in after.items())


def test_an_unsigned_edition_warns(first: Path) -> None:
    Path(f"{first}.minisig").unlink()
    install(str(first), allow_unsigned=True)
    assert "WARNING" in shown()


def test_a_database_named_for_one_run_is_no_news(
    databases: tuple[Path, ...], first: Path, trusting: Keys
) -> None:
    with Library(str(databases[2])) as library:
        assert news.unseen(library, TODAY) is None
        news.mark_seen(library)
    install(str(first))
    assert "3000.1" in shown()


def test_a_folder_that_cannot_be_written_breaks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    assert shown() == ""


def test_a_lost_record_is_no_reason_to_say_nothing(first: Path, trusting: Keys) -> None:
    path = Path(install(str(first)).path)
    for content in (b"", b"{}", b"\xff", b'{"signature": "trusted"}'):
        (path.parent / "record.json").write_bytes(content)
        with Library(str(path)) as library:
            page = news.unseen(library, TODAY)
        assert page is not None and "3000.1" in plain_text(page)


def test_in_french(first: Path, trusting: Keys) -> None:
    install(str(first))
    activate("fr")
    assert "3000.1" in shown()
