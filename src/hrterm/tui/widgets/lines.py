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
    key: str = ""
    """The key that does the same, shown before the word."""

    def content(self) -> Content:
        """How it stands on the line."""
        word = plain(self.text, self.style)
        return plain(self.key, "bold $text-warning") + word if self.key else word


class WordLine(Static):
    """Words in a row; what does not fit is left out at the right."""

    DEFAULT_CSS = "WordLine { height: 1; text-wrap: nowrap; text-overflow: clip; }"

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own name
        """Begin empty."""
        super().__init__(id=id)
        self._words: list[Word] = []
        self._ends: list[tuple[int, str]] = []

    def show(self, words: Iterable[Word]) -> None:
        """Show other words."""
        self._words = list(words)
        self._draw()

    def on_resize(self) -> None:
        """More or fewer words fit now."""
        self._draw()

    def _draw(self) -> None:
        """The words that fit whole."""
        parts: list[Content] = []
        self._ends = []
        position = 0
        room = self.size.width or 80
        for word in self._words:
            part = word.content()
            if position + len(part.plain.rstrip()) > room:
                break
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
