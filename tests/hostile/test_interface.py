"""The interface: random keys, random sizes, hostile data, both languages."""

import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from textual.pilot import Pilot

from hrterm.content.build import build
from hrterm.i18n import activate
from hrterm.store.library import Library
from hrterm.tui.app import HrTerm
from tests.building import DataFolder, text
from tests.hostile.asking import dangers
from tests.hostile.effort import EXAMPLES
from tests.hostile.folders import fill
from tests.hostile.mutating import written

KEYS = (
    "enter", "escape", "tab", "shift+tab", "backspace", "delete", "up", "down", "left",
    "right", "home", "end", "pageup", "pagedown", "space", "f1", "f2", "f3", "f4", "f5",
    "f6", "f7", "f8", "f9", "ctrl+p", "ctrl+o", "ctrl+g", "ctrl+t", "ctrl+y", "ctrl+n",
    "ctrl+c", "ctrl+u", "ctrl+k", "ctrl+w", "ctrl+a", "ctrl+e", "alt+1", "alt+2",
    "alt+3", "alt+4", "alt+5", "alt+6", "alt+left", "alt+right", "enter", "down", "f2",
)  # fmt: skip
"""Every key but those that leave, and Ctrl+S, which asks for a file."""
TYPED = (
    "mdma", "keta", "alcool", "opioid", "xanax=3h", "=", "x=3y", "2C-B", "71", "canada",
    "[/b]", "[@click=app.quit]x", '"*"', "zorblaxine", "G", "-", "%s", "{a}", "$error",
)  # fmt: skip
SIZES = ((80, 24), (120, 40), (200, 60), (60, 20), (30, 10), (12, 4), (1, 1), (250, 3))

HOSTILE_NAMES = (
    "[bold red]x[/]",
    "[@click=app.quit]leave[/]",
    "[/]]]][[ b",
    "$text-error",
    "W" * 120,
    "marks" + "\u0301" * 60,
    "\u4e2d\u6587\u540d" * 30,
    "\U0001f480\U0001f469\u0301 skull",
    "\u05d0\u05d1\u05d2 hebrew",
    "-- --help",
    "a\u00a0b\u202fc",
    "{a} {b} {0}",
)
"""Names that the checker lets through, and that other programs have drawn as more."""


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Library]:
    """An edition whose every name and text is one of the above."""
    folder = DataFolder(tmp_path / "data")
    fill(folder)
    for number, name in enumerate(HOSTILE_NAMES):
        folder.substance(f"hostile-{number}", classes=["opioid"])
        file = folder.path / "substances" / f"hostile-{number}.yaml"
        sheet = yaml.safe_load(file.read_text("utf-8"))
        sheet |= {"names": text(name, name), "summary": text(name * 9, name)}
        file.write_bytes(written(sheet))
    path = tmp_path / "hostile.db"
    build(folder.path, path)
    with Library(str(path)) as opened:
        yield opened


async def press_at_random(
    pilot: Pilot[None], chance: random.Random, count: int
) -> None:
    """Keys, words and sizes; whatever is raised in the interface is raised here."""
    for _ in range(count):
        lot = chance.random()
        if lot < 0.06:
            await pilot.resize_terminal(*chance.choice(SIZES))
        elif lot < 0.2:
            await pilot.press(*chance.choice(TYPED))
        else:
            await pilot.press(*chance.choices(KEYS, k=chance.randint(1, 4)))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("seed", range(EXAMPLES or 2))
async def test_random_keys(library: Library, language: str, seed: int) -> None:
    activate(language)
    library.language = language
    chance = random.Random(seed)
    app = HrTerm(library, {})
    async with app.run_test(size=chance.choice(SIZES)) as pilot:
        await press_at_random(pilot, chance, 120)
        assert app.is_running


@pytest.mark.parametrize("seed", range(EXAMPLES or 1))
async def test_random_keys_on_hostile_data(hostile: Library, seed: int) -> None:
    activate("en")
    chance = random.Random(seed)
    app = HrTerm(hostile, {})
    async with app.run_test(size=(80, 24)) as pilot:
        await press_at_random(pilot, chance, 120)
        assert app.is_running


@pytest.mark.parametrize("number", range(len(HOSTILE_NAMES)))
async def test_a_hostile_name_is_shown_as_text(hostile: Library, number: int) -> None:
    activate("en")
    app = HrTerm(hostile, {})
    async with app.run_test(size=(100, 30)) as pilot:
        await app.show_in("browse", f"hostile-{number}")
        await pilot.pause()
        await pilot.pause()
        shown = "\n".join(
            strip.text for strip in app.screen._compositor.render_strips()
        )
    assert dangers(shown) == []
    name = unicodedata.normalize("NFC", HOSTILE_NAMES[number])
    start = "".join(name.split())[:12]
    assert start in "".join(shown.split())


@pytest.mark.parametrize(
    "typed",
    ["\x1b[31mred", "\x9b2J", "\u202eevil", "a\u200bb", "\x1b]0;title\x07", "\x00"],
)
async def test_what_is_pasted_is_shown_without_what_steers(
    library: Library, typed: str
) -> None:
    activate("en")
    app = HrTerm(library, {})
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f4")
        box = app.screen.query_one("#query")
        box.value = typed  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        shown = "\n".join(
            strip.text for strip in app.screen._compositor.render_strips()
        )
    assert dangers(shown) == []
