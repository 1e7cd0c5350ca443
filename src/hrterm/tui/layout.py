"""A page of blocks as lines of one width."""

from bisect import bisect_right
from collections.abc import Iterator

from rich.cells import cell_len
from textual.content import Content

from hrterm.pages import drawing
from hrterm.pages.blocks import (
    Bar,
    Block,
    Bullet,
    Gap,
    Grid,
    Heading,
    Line,
    Page,
    Rating,
    Row,
    Share,
)
from hrterm.pages.wrapping import wrapped
from hrterm.tui.text import STYLES, Piece, Pieces, piece, rating, text_of

_KEPT = 200
"""Blocks of which the lines are held: more than any terminal shows at once."""
_NARROWEST = 8
"""Columns that a text is given, however narrow the terminal."""

_HELD = {0xA0: 0xE000, 0x202F: 0xE001}
"""Spaces that do not break, and what stands for each while the toolkit breaks lines: it
does so at every space."""
_LET_GO = {held: space for space, held in _HELD.items()}


class Layout:
    """The lines of a page; further lines of a block hang below its text.

    They are drawn from the blocks when they are asked for. A combination of two dozen
    names fills sixty thousand lines of a narrow terminal: to hold them all would take
    more memory than everything else.
    """

    def __init__(self, page: Page, width: int, ascii_only: bool = False) -> None:
        """Count the lines that the page takes at this width."""
        self._page = page
        self._width = width
        self._ascii_only = ascii_only
        self._ends: list[int] = []
        """For each block, how many lines there are up to its end."""
        self._opening: set[int] = set()
        """Blocks before which a line stays empty."""
        self._kept: dict[int, list[Pieces]] = {}
        self._count()

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __getitem__(self, number: int) -> Pieces:
        """One line, counted from 0.

        Raises:
            IndexError: when there are fewer.
        """
        block = bisect_right(self._ends, number)
        lines = self._lines(block)
        return lines[number - self._ends[block] + len(lines)]

    def __iter__(self) -> Iterator[Pieces]:
        for block in range(len(self._page)):
            yield from self._drawn(block)

    def _count(self) -> None:
        total = 0
        is_filled = False
        for number, block in enumerate(self._page):
            opens = isinstance(block, Heading) and block.level < 3
            if is_filled and (opens or isinstance(block, Gap)):
                self._opening.add(number)
            lines = self._lines(number) if number < _KEPT else self._drawn(number)
            total += len(lines)
            if lines:
                is_filled = bool(text_of(lines[-1]))
            self._ends.append(total)

    def _lines(self, block: int) -> list[Pieces]:
        """The lines of a block, which are held for a while."""
        lines = self._kept.get(block)
        if lines is None:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            lines = self._kept[block] = self._drawn(block)
        return lines

    def _drawn(self, block: int) -> list[Pieces]:
        lines: list[Pieces] = [()] if block in self._opening else []
        for before, text in _parts(self._page[block], self._ascii_only):
            indent = cell_len(before[0])
            hang: Piece = (" " * indent, "")
            width = max(_NARROWEST, self._width - indent)
            for number, line in enumerate(_wrapped(text, width)):
                first = hang if number else before
                lines.append((first, *line) if indent else line)
        return lines


def _wrapped(text: Pieces, width: int) -> list[Pieces]:
    """Lines of a paragraph, each piece in its own style still."""
    whole = text_of(text)
    length = cell_len(whole)
    if length <= width and "\n" not in whole:
        return [text]
    if length == len(whole):
        lines = [
            line
            for paragraph in whole.split("\n")
            for line in wrapped(paragraph, width, "", "")
        ]
    else:  # characters two columns wide, or of none
        held = Content(whole.translate(_HELD)).wrap(width)
        lines = [line.plain.rstrip().translate(_LET_GO) for line in held]
    if len(text) == 1:
        return [((line, text[0][1]),) for line in lines]
    found = []
    start = 0
    for line in lines:
        start = whole.index(line, start)
        found.append(_between(text, start, start + len(line)))
        start += len(line)
    return found


def _between(text: Pieces, start: int, end: int) -> Pieces:
    """The part of a paragraph between two positions."""
    found = []
    position = 0
    for part, style in text:
        cut = part[max(0, start - position) : max(0, end - position)]
        if cut:
            found.append((cut, style))
        position += len(part)
    return tuple(found)


def _parts(block: Block, ascii_only: bool) -> list[tuple[Piece, Pieces]]:
    """What stands before the text of a block, and the text, line by line."""
    nothing: Piece = ("", "")
    match block:
        case Heading():
            style = "bold $text-primary" if block.level < 3 else "bold"
            return [(nothing, (piece(block.text, style),))]
        case Line():
            indent: Piece = (" " * block.indent, "")
            return [
                (indent, (piece(text, STYLES[block.style]),))
                for text in block.text.split("\n")
            ]
        case Bullet():
            sign = block.mark or ("-" if ascii_only else "•")
            text: Pieces = (piece(block.text, STYLES[block.style]),)
            if block.note:
                text += (piece(f" {block.note}", STYLES["dim"]),)
            return [((f"{' ' * block.indent} {sign} ", ""), text)]
        case Row():
            name = piece(f"{block.name:<{block.width}} ", STYLES["dim"])
            return [(name, (piece(block.text, STYLES[block.style]),))]
        case Rating():
            return [(nothing, rating(block.risk, block.text, ascii_only))]
        case Grid():
            return [
                (nothing, tuple(piece(text, STYLES[s]) for text, s in cells))
                for cells in drawing.grid_rows(block, ascii_only)
            ]
        case Bar():
            drawn = drawing.bar(block, ascii_only=ascii_only)
            return _drawn(block.name, drawn, block.text)
        case Share():
            drawn = drawing.share(block, ascii_only=ascii_only)
            return _drawn(block.name, drawn, block.text)
        case Gap():
            return []


def _drawn(name: str, drawn: str, text: str) -> list[tuple[Piece, Pieces]]:
    """A drawing under its name and meaning."""
    head = (piece(f"{name}  ", "bold"), piece(text))
    return [((" ", ""), head), (("   ", ""), (piece(drawn, "$text-primary"),))]
