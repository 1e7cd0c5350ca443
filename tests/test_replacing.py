"""Files that are written take no other file with them, and are there whole or not."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from hrterm import replacing, settings
from hrterm.cli.main import run
from hrterm.editions.durable import make_folder, save
from hrterm.replacing import replace_file

unix = pytest.mark.skipif(sys.platform == "win32", reason="permissions of Unix")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a note, and neighbours whose names begin as the note's does."""
    folder = tmp_path / "here"
    folder.mkdir()
    for name in ("notes.md", "notes.md.new", "notes.md.part", "notes.md~"):
        (folder / name).write_text(name)
    return folder


def assert_neighbours_stand(here: Path) -> None:
    for name in ("notes.md.new", "notes.md.part", "notes.md~"):
        assert (here / name).read_text() == name
    assert len(names(here)) == 4


def test_neighbours_stand(here: Path) -> None:
    save(str(here / "notes.md"), b"new")
    assert (here / "notes.md").read_bytes() == b"new"
    assert_neighbours_stand(here)


def test_a_command_that_saves_leaves_neighbours_alone(
    here: Path, database: Path
) -> None:
    target = str(here / "notes.md")
    command = ["handout", "MDMA", "-o", target, "--db", str(database)]
    assert run(command, lambda *_: 0) == 0
    assert "MDMA" in (here / "notes.md").read_text("utf-8")
    assert_neighbours_stand(here)


def test_no_link_beside_it_is_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    for ending in (".new", ".part"):
        (tmp_path / f"h.md{ending}").symlink_to(victim)
    save(str(tmp_path / "h.md"), b"new")
    assert victim.read_text() == "mine"
    assert (tmp_path / "h.md").read_bytes() == b"new"


def test_settings_and_scripts_follow_no_link_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    victim = tmp_path / "victim"
    victim.write_text("mine")
    kept = Path(settings.path())
    script = tmp_path / "config" / "fish" / "completions" / "hrterm.fish"
    for path in (kept, script):
        path.parent.mkdir(parents=True)
        path.with_name(f"{path.name}.new").symlink_to(victim)
    settings.save("language", "fr")
    assert run(["completion", "fish", "--install"], lambda *_: 0) == 0
    assert victim.read_text() == "mine"
    assert settings.load() == {"language": "fr"}
    assert "hrterm" in script.read_text("utf-8")


def test_one_s_own_link_leads_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "link").symlink_to("file")
    save(str(tmp_path / "link"), b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


@unix
def test_a_stranger_s_link_is_replaced_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "link").symlink_to("file")
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    save(str(tmp_path / "link"), b"new")
    assert (tmp_path / "file").read_text() == "old"
    assert (tmp_path / "link").read_bytes() == b"new"


@unix
@pytest.mark.parametrize("mask", [0o022, 0o027, 0o077])
def test_permissions_are_those_of_any_new_file(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        (tmp_path / "plain").write_text("x")
        replace_file(str(tmp_path / "ours"), b"x")
    finally:
        found = os.umask(before)
    assert found == mask
    plain, ours = (tmp_path / name for name in ("plain", "ours"))
    assert ours.stat().st_mode == plain.stat().st_mode


@unix
def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("x")
    path.chmod(0o600)
    replace_file(str(path), b"y")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("step", ["os.fsync", "os.replace"])
def test_what_fails_leaves_nothing_behind(
    here: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(5, "the disk fails")

    monkeypatch.setattr(step, fail)
    with pytest.raises(OSError, match="the disk fails"):
        save(str(here / "notes.md"), b"new")
    assert (here / "notes.md").read_text() == "notes.md"
    assert_neighbours_stand(here)


def test_an_interrupt_leaves_nothing_behind(here: Path) -> None:
    target = str(here / "notes.md")
    with pytest.raises(KeyboardInterrupt), replacing.replacing(target):
        raise KeyboardInterrupt
    assert_neighbours_stand(here)


def test_a_folder_is_not_replaced(here: Path) -> None:
    (here / "folder").mkdir()
    with pytest.raises(OSError, match=r"folder|directory|denied"):
        save(str(here / "folder"), b"new")
    assert len(names(here)) == 5


@unix
def test_a_pipe_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match=str(pipe)) as refused:
        replace_file(str(pipe), b"new")
    assert refused.value.errno == errno.ENXIO
    assert pipe.is_fifo() and names(tmp_path) == ["pipe"]


def test_a_long_name_has_room(tmp_path: Path) -> None:
    name = "n" * 255
    save(str(tmp_path / name), b"new")
    assert names(tmp_path) == [name]


def test_a_folder_of_no_name_is_no_endless_way_up() -> None:
    with pytest.raises(OSError, match=r"No such|cannot find"):
        make_folder("")
