"""Lines that are one row high: modes, tabs, keys. A click does what the word says."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from hrterm.tui.text import plain


class Word(NamedTuple):
    """A word on the line, and the action that a click on it runs."""

    text: str
    action: str = ""
    style: str = ""


class WordLine(Static):
    """Words in a row; what does not fit is left out at the right."""

    DEFAULT_CSS = "WordLine { height: 1; text-wrap: nowrap; text-overflow: clip; }"

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own name
        """Begin empty."""
        super().__init__(id=id)
        self._ends: list[tuple[int, str]] = []

    def show(self, words: Iterable[Word]) -> None:
        """Show other words."""
        parts: list[Content] = []
        self._ends = []
        position = 0
        for word in words:
            part = plain(word.text, word.style)
            position += part.cell_length
            self._ends.append((position, word.action))
            parts.append(part)
        self.update(Content("").join(parts))

    async def on_click(self, event: Click) -> None:
        """Run what stands under the pointer."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for end, action in self._ends:
            if offset.x < end:
                if action:
                    await self.run_action(action)
                return
