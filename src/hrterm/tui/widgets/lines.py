"""Lines that are one row high: modes, tabs, keys. A click does what the word says."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
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


class Placed(NamedTuple):
    """A word and where it ends: on which line, and the column after it."""

    line: int
    end: int
    word: Word
    content: Content


class WordLine(Widget):
    """Words in a row: the first of several wordings that fits whole.

    The last may take more lines than one, where there may be more; what still does not
    fit is left out at the right.
    """

    DEFAULT_CSS = "WordLine { height: 1; text-wrap: nowrap; text-overflow: clip; }"

    def __init__(self, id: str, lines: int = 1) -> None:  # noqa: A002 - Textual's own name
        """Begin empty.

        Args:
            id: as the style sheet names it.
            lines: how many there may be at most.
        """
        super().__init__(id=id)
        self._most = lines
        self._wordings: list[list[Word]] = [[]]

    def show(self, *wordings: Iterable[Word]) -> None:
        """Show other words, worded ever more shortly."""
        shown, self._wordings = self._wordings, [list(words) for words in wordings]
        if self._wordings != shown:
            self.refresh(layout=self._most > 1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, or as many as the words need."""
        placed = self._placed(width)
        return placed[-1].line + 1 if placed else 1

    def _placed(self, width: int) -> list[Placed]:
        """The words that fit whole, each where it ends."""
        *longer, last = self._wordings
        for words in longer:
            placed = _placed(words, width, 1)
            if len(placed) == len(words):
                return placed
        return _placed(last, width, self._most)

    def _lines(self) -> list[list[Placed]]:
        placed = self._placed(self.content_size.width or 80)
        count = placed[-1].line + 1 if placed else 1
        return [[one for one in placed if one.line == line] for line in range(count)]

    def render(self) -> RenderResult:
        """The words that fit whole."""
        joined = (
            Content("").join(one.content for one in line) for line in self._lines()
        )
        return Content("\n").join(joined)

    @property
    def text(self) -> str:
        """What is shown, as plain text."""
        return "\n".join(
            "".join(one.content.plain for one in line) for line in self._lines()
        )

    async def on_click(self, event: Click) -> None:
        """Run what stands under the pointer."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for one in self._placed(self.content_size.width or 80):
            if one.line == offset.y and offset.x < one.end:
                if one.word.action:
                    await self.run_action(one.word.action)
                return


def _placed(words: list[Word], width: int, lines: int) -> list[Placed]:
    """The words that fit whole on so many lines, each where it ends."""
    placed = []
    line = end = 0
    for word in words:
        part = word.content()
        if end + len(part.plain.rstrip()) > width:
            line, end = line + 1, 0
            if line == lines:
                break
        end += part.cell_length
        placed.append(Placed(line, end, word, part))
    return placed
