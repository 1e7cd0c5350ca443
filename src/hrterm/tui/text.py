"""Blocks for the screen: literal text, never markup, never a control character.

A line is a few pieces of text, each with a style. The toolkit's own rich text could do
the same, and takes several times as long for a page: each key that is pressed in the
search box brings another one.
"""

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

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
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import printable

STYLES = {
    "dangerous": "bold $text-error",
    "unsafe": "$text-error",
    "caution": "$text-warning",
    "low": "$text-success",
    "unknown": "$text-accent",
    "bold": "bold",
    "dim": "$foreground-muted",
    "": "",
}
"""What each style of a block looks like; risks never by colour alone."""

_HELD = {0xA0: 0xE000, 0x202F: 0xE001}
"""Spaces that do not break, and what stands for each while the toolkit breaks lines: it
does so at every space."""
_LET_GO = {held: space for space, held in _HELD.items()}

Piece = tuple[str, str]
"""Literal text, and its style in the toolkit's words."""
Pieces = tuple[Piece, ...]
"""A line, or a paragraph that becomes lines."""


def piece(text: str, style: str = "") -> Piece:
    """Literal text without what a terminal would take as a command."""
    return printable(text), style


def plain(text: str, style: str = "") -> Content:
    """The same for the toolkit's own widgets."""
    return content((piece(text, style),))


def content(line: Pieces) -> Content:
    """A line in the toolkit's own form."""
    return Content.assemble(*line)


def text_of(line: Pieces) -> str:
    """A line without styles."""
    return "".join(text for text, _style in line)


def lay_out(page: Page, width: int, ascii_only: bool = False) -> list[Pieces]:
    """The page as lines that fit the width; further lines hang below their text."""
    lines: list[Pieces] = []
    for block in page:
        opens = isinstance(block, Heading) and block.level < 3
        if (opens or isinstance(block, Gap)) and lines and text_of(lines[-1]):
            lines.append(())
        for before, text in _parts(block, ascii_only):
            indent = cell_len(before[0])
            hang: Piece = (" " * indent, "")
            for number, line in enumerate(_wrapped(text, max(8, width - indent))):
                first = hang if number else before
                lines.append((first, *line) if indent else line)
    return lines


def rating(risk: str, text: str = "", ascii_only: bool = False) -> Pieces:
    """A risk by symbol, word and colour, and what it is the risk of."""
    symbol = words.risk_symbol(risk, ascii_only)
    head = piece(f"{symbol} {words.risk(risk)}", STYLES[risk])
    return (head, piece(f"  {text}")) if text else (head,)


class Brush:
    """Draws lines as a widget's style and theme have it, remembering each style."""

    def __init__(self) -> None:
        """Begin without any style known."""
        self._known: dict[tuple[Style, str], Style] = {}

    def strip(self, line: Pieces, width: int, base: Style) -> Strip:
        """One row of the screen; what is too long ends in an ellipsis."""
        length = cell_len(text_of(line))
        if length > width:
            cut = content(line).truncate(width, ellipsis=True)
            return self.marked(cut, width, base)
        segments = [
            Segment(text, self._style(base, style).rich_style) for text, style in line
        ]
        if length < width:
            segments.append(Segment(" " * (width - length), base.rich_style))
        return Strip(segments, width)

    def marked(self, line: Content, width: int, base: Style) -> Strip:
        """The same of a line that bears styles of its own, such as a selection."""
        segments = [
            Segment(text, style.rich_style)
            for text, style in line.render(base, end="", parse_style=_parsed)
        ]
        strip = Strip(segments, line.cell_length)
        return strip.extend_cell_length(width, base.rich_style)

    def _style(self, base: Style, style: str) -> Style:
        if not style:
            return base
        found = self._known.get((base, style))
        if found is None:
            found = self._known[base, style] = base + _parsed(style)
        return found

    def forget(self) -> None:
        """The theme has changed."""
        self._known.clear()


def _parsed(style: str | Style) -> Style:
    return Style.parse(style) if isinstance(style, str) else style


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
