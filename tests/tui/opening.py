"""The interface at work without a terminal, and what it shows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.widgets import Static

from hrterm.i18n import activate
from hrterm.store.library import Library
from hrterm.tui.app import HrTerm
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.widgets.lines import WordLine
from hrterm.tui.widgets.page import PageView


@asynccontextmanager
async def opened(
    library: Library, language: str = "en", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[HrTerm, Pilot[None]]]:
    activate(language)
    library.language = language
    app = HrTerm(library, {"place": "CA"})
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def screen_of(app: HrTerm) -> ModeScreen:
    assert isinstance(app.screen, ModeScreen)
    return app.screen


def text_of(app: HrTerm, selector: str) -> str:
    widget = app.screen.query_one(selector)
    if isinstance(widget, PageView | WordLine):
        return widget.text
    assert isinstance(widget, Static)
    return str(widget.content)
