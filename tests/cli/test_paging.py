"""Long answers on a terminal go through the pager; nothing else does."""

import sys
from pathlib import Path

import pytest

from hrterm.cli import paging
from tests.cli.terminals import Terminal

LONG = ["show", "ketamine"]


@pytest.fixture
def surroundings(surroundings: dict[str, str]) -> dict[str, str]:
    return {**surroundings, "TERM": "xterm"}


def on_terminal(
    arguments: list[str],
    environment: dict[str, str],
    size: tuple[int, int] = (80, 24),
) -> tuple[int, str]:
    terminal = Terminal([sys.executable, "-m", "hrterm", *arguments], environment, size)
    out = terminal.read_all()
    return terminal.close(), out.replace("\r\n", "\n")


def marking(tmp_path: Path, then: str = "cat") -> dict[str, str]:
    """A pager that leaves a mark, then does something."""
    pager = tmp_path / "pager"
    pager.write_text(f"#!/bin/sh\ntouch '{tmp_path}/mark'\n{then}\n")
    pager.chmod(0o755)
    return {"HRTERM_PAGER": str(pager)}


def test_a_long_answer_goes_through_it(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    code, out = on_terminal(LONG, surroundings | marking(tmp_path))
    assert code == 0 and "ketamine" in out.lower() and out.endswith("\n")
    assert (tmp_path / "mark").exists()


@pytest.mark.parametrize(
    "arguments", [["sources", "mithoefer-2019"], ["--version"], ["claims", "zzzz"]]
)
def test_a_short_answer_does_not(
    surroundings: dict[str, str], tmp_path: Path, arguments: list[str]
) -> None:
    on_terminal(arguments, surroundings | marking(tmp_path))
    assert not (tmp_path / "mark").exists()


def test_a_tall_terminal_needs_none(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    on_terminal(LONG, surroundings | marking(tmp_path), (80, 2000))
    assert not (tmp_path / "mark").exists()


def test_json_does_not(surroundings: dict[str, str], tmp_path: Path) -> None:
    code, out = on_terminal([*LONG, "--json"], surroundings | marking(tmp_path))
    assert code == 0 and out.startswith("{")
    assert not (tmp_path / "mark").exists()


@pytest.mark.parametrize(
    "how",
    [
        {"HRTERM_PAGER": ""},
        {"PAGER": ""},
        {"PAGER": "cat"},
        {"PAGER": "/no/such/pager -x"},
        {"PAGER": "sh -c 'exit 127'"},
        {"PAGER": "'not closed"},
        {"PAGER": "less", "TERM": "dumb"},
        {"PAGER": "/"},
    ],
    ids=str,
)
def test_a_pager_that_is_missing_or_unwanted_takes_nothing_away(
    surroundings: dict[str, str], how: dict[str, str]
) -> None:
    code, out = on_terminal(LONG, surroundings | how)
    assert code == 0 and out.count("\n") > 60
    assert "Traceback" not in out


@pytest.mark.parametrize(
    ("command", "is_windows", "words"),
    [
        ("less -FRX", False, ["less", "-FRX"]),
        (r"/opt/my\ pager -x", False, ["/opt/my pager", "-x"]),
        ("'/opt/my pager' # x", False, ["/opt/my pager", "#", "x"]),
        (r"C:\tools\less.exe -R", True, [r"C:\tools\less.exe", "-R"]),
        (r'"C:\My tools\less.exe" -R', True, [r"C:\My tools\less.exe", "-R"]),
        (r"C:\O'Neil\less.exe", True, [r"C:\O'Neil\less.exe"]),
        ("", True, []),
    ],
)
def test_a_pager_s_command_is_parted_as_its_system_does(
    command: str, is_windows: bool, words: list[str]
) -> None:
    assert paging.words(command, is_windows) == words


@pytest.mark.parametrize("then", ["exit 0", "head -n 1", "exit 1", "kill -9 $$"])
def test_a_pager_that_is_left_early_breaks_nothing(
    surroundings: dict[str, str], tmp_path: Path, then: str
) -> None:
    code, out = on_terminal(LONG, surroundings | marking(tmp_path, then))
    assert code == 0 and out.count("\n") < 5


def test_ctrl_c_is_for_the_pager(surroundings: dict[str, str], tmp_path: Path) -> None:
    then = "trap 'echo stopped; exit' INT; echo here; while :; do sleep 0.05; done"
    environment = surroundings | marking(tmp_path, then)
    terminal = Terminal([sys.executable, "-m", "hrterm", *LONG], environment)
    terminal.read_to("here")
    terminal.write("\x03")
    terminal.read_to("stopped")
    assert "Traceback" not in terminal.read_all()
    assert terminal.close() == 0


def test_no_color_is_for_the_pager_too(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    environment = surroundings | marking(tmp_path)
    assert "\x1b[" in on_terminal(LONG, environment)[1]
    assert "\x1b[" not in on_terminal(LONG, environment | {"NO_COLOR": "1"})[1]
    assert "\x1b[" in on_terminal(LONG, environment | {"NO_COLOR": ""})[1]


def test_the_exit_code_is_that_of_the_answer(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    arguments = ["check", "MDMA", "phenelzine", "--fail-on", "unsafe"]
    assert on_terminal(arguments, surroundings | marking(tmp_path))[0] == 1


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({}, ["less", "-FRX"]),
        ({"PAGER": "more"}, ["more"]),
        ({"PAGER": "more", "HRTERM_PAGER": "less -S"}, ["less", "-S"]),
        ({"PAGER": "more", "HRTERM_PAGER": ""}, []),
        ({"TERM": "dumb", "PAGER": "more"}, []),
    ],
    ids=str,
)
def test_which_pager(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], command: list[str]
) -> None:
    for name in ("PAGER", "HRTERM_PAGER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert paging.pager() == command
