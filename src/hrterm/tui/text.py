"""Lines for the screen: literal text, never markup, never a control character.

A line is a few pieces of text, each with a style. The toolkit's own rich text could do
the same, and takes several times as long for a page: each key that is pressed in the
search box brings another one.
"""

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

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
