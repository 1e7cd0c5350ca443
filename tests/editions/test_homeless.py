"""Without a home nothing is installed, and nothing of the working folder is trusted."""

from pathlib import Path

import pytest

from hrterm import settings
from hrterm.cli.databases import database_path
from hrterm.cli.main import run
from hrterm.editions import places, trust
from hrterm.editions.current import OLDEST, Entry, Pointer, read_pointer, written
from hrterm.store.opening import SCHEMA_VERSION, default_path
from tests.editions.making import Keys

pytest.importorskip("pwd", reason="elsewhere the system always tells a folder")


@pytest.fixture
def nobody(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> pytest.MonkeyPatch:
    """A user whom the system does not list, in a folder laid out as a home."""

    def unlisted(_number: int) -> None:
        raise KeyError("getpwuid(): uid not found")

    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", unlisted)
    monkeypatch.setattr("sys.platform", "linux")
    below = tmp_path / "~" / ".local" / "share" / "hrterm"
    below.mkdir(parents=True)
    entry = Entry("3000.1-forged", SCHEMA_VERSION)
    (below / "current").write_bytes(written(Pointer(OLDEST, (entry,))))
    (below / "trusted.json").write_text("nonsense")
    config = tmp_path / "~" / ".config" / "hrterm"
    config.mkdir(parents=True)
    (config / "settings.json").write_text('{"language": "fr"}')
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def test_nothing_is_installed(nobody: pytest.MonkeyPatch) -> None:
    assert places.root() == places.pointer_path() == places.editions_path() == ""
    assert read_pointer() is None
    assert database_path(None) == default_path()
    assert not places.is_installed("/tmp/x.db")
    assert trust.trusted() == {}
    assert settings.load() == {}


def test_a_home_that_is_relative_is_none(nobody: pytest.MonkeyPatch) -> None:
    nobody.setenv("HOME", "~")
    assert places.root() == ""


def test_writing_is_refused_with_a_sentence(
    nobody: pytest.MonkeyPatch,
    keys: Keys,
    second: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = sorted(tmp_path.rglob("*"))
    for command in (
        ("data", "trust", str(keys.public)),
        ("data", "trust", "--remove", keys.id),
        ("data", "install", str(second), "--allow-unsigned"),
        ("data", "rollback"),
    ):
        assert run([*command], lambda *_: 0) == 3
        err = capsys.readouterr().err.splitlines()
        assert "there is no home folder" in err[-1], command
    assert sorted(tmp_path.rglob("*")) == before
