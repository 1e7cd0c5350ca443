"""Lines that are one row high: modes, tabs, keys. A click does what the word says."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.widget import Widget

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


class WordLine(Widget):
    """Words in a row: the first of several wordings that fits whole.

    Of the last, what does not fit is left out at the right.
    """

    DEFAULT_CSS = "WordLine { height: 1; text-wrap: nowrap; text-overflow: clip; }"

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own name
        """Begin empty."""
        super().__init__(id=id)
        self._wordings: list[list[Word]] = [[]]

    def show(self, *wordings: Iterable[Word]) -> None:
        """Show other words, worded ever more shortly."""
        shown, self._wordings = self._wordings, [list(words) for words in wordings]
        if self._wordings != shown:
            self.refresh()

    def _fitting(self) -> list[tuple[int, Word, Content]]:
        """The words that fit whole, each with the column after its end."""
        fitting: list[tuple[int, Word, Content]] = []
        for words in self._wordings:
            fitting = self._fitting_of(words)
            if len(fitting) == len(words):
                break
        return fitting

    def _fitting_of(self, words: list[Word]) -> list[tuple[int, Word, Content]]:
        fitting = []
        end = 0
        for word in words:
            part = word.content()
            if end + len(part.plain.rstrip()) > (self.content_size.width or 80):
                break
            end += part.cell_length
            fitting.append((end, word, part))
        return fitting

    def render(self) -> RenderResult:
        """The words that fit whole."""
        return Content("").join(part for _end, _word, part in self._fitting())

    @property
    def text(self) -> str:
        """What is shown, as plain text."""
        return "".join(part.plain for _end, _word, part in self._fitting())

    async def on_click(self, event: Click) -> None:
        """Run what stands under the pointer."""
        offset = event.get_content_offset(self)
        for end, word, _part in self._fitting() if offset is not None else ():
            if offset is not None and offset.x < end:
                if word.action:
                    await self.run_action(word.action)
                return
