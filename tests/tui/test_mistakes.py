"""A mistake of ours in the interface: one sentence, an exit code, nothing typed."""

import os
import sys
from pathlib import Path

import pytest
from textual.events import MouseDown
from textual.geometry import Offset

from hrterm.store.library import Library
from tests.conftest import ROOT
from tests.hostile.terminal import NORMAL, Terminal
from tests.tui.opening import opened

if not sys.platform.startswith("linux"):
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.hostile.endure import TOLD

MISTAKE = """
from hrterm.tui.app import HrTerm
def mistaken(app):
    held = "ketamine"
    raise ZeroDivisionError(held)
HrTerm.action_help = mistaken
"""
STARTS = """
import sys
from hrterm.__main__ import main
sys.exit(main())
"""
SENTENCE = "the interface ended because of a mistake in it (ZeroDivisionError)"


@pytest.fixture
def environment(tmp_path: Path, database: Path) -> dict[str, str]:
    return {
        **os.environ, "HOME": str(tmp_path), "TERM": "xterm-256color",
        "LANG": "C.UTF-8", "HRTERM_DB": str(database), "PYTHONPATH": str(ROOT / "src"),
    }  # fmt: skip


def mistaken(environment: dict[str, str], script: str) -> tuple[int, str]:
    """Type a name, then press F1; the code, and what is left on the screen."""
    command = [sys.executable, "-c", MISTAKE + script]
    terminal = Terminal([], environment, command=command)
    terminal.wait_for(b"EMERGENCY")
    terminal.press(b"ketamine")
    terminal.settle()
    terminal.press(b"\x1bOP")
    code = terminal.end()
    left = terminal.seen.rpartition(NORMAL)[2].decode("utf-8", "replace")
    return code, left


def test_it_ends_in_a_sentence_without_what_was_typed(
    environment: dict[str, str],
) -> None:
    code, left = mistaken(environment, STARTS)
    assert code == 70
    assert SENTENCE in left and left.count("hrterm: ") == 1
    assert "Traceback" not in left and "ketamine" not in left


def test_a_maintainer_can_see_all_of_it(environment: dict[str, str]) -> None:
    code, left = mistaken(environment | {"HRTERM_TRACEBACK": "1"}, STARTS)
    assert code == 70
    assert SENTENCE in left and "Traceback" in left and "ketamine" in left


def test_those_who_press_random_keys_are_told(
    environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _left = mistaken(environment, TOLD)
    assert code == 70
    told = (tmp_path / "fault.txt").read_text("utf-8")
    assert "ZeroDivisionError: ketamine" in told


async def test_a_clock_that_ticks_before_the_status_line_is_there_ends_nothing(
    library: Library,
) -> None:
    async with opened(library) as (app, pilot):
        app.session.naloxone.begin()
        await app.screen.query_one("#status").remove()
        app._tick()
        await pilot.pause()
        assert app.is_running


async def test_a_click_on_what_was_just_taken_away_ends_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(library) as (app, pilot):
        detail = app.screen.query_one("#detail")
        spot = detail.region.offset + Offset(2, 1)
        click = MouseDown(
            None, spot.x, spot.y, 0, 0, 1, False, False, False, spot.x, spot.y
        )
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(detail, "_parent", None)
            await app.on_event(click)
        await pilot.pause()
        assert app.is_running
