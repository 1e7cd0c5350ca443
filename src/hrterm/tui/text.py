"""Blocks for the screen: literal text, never markup, never a control character."""

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


def plain(text: str, style: str = "") -> Content:
    """Literal text, styled as a whole."""
    clean = printable(text)
    return Content.styled(clean, style) if style else Content(clean)


def lay_out(page: Page, width: int, ascii_only: bool = False) -> list[Content]:
    """The page as lines that fit the width; further lines hang below their text."""
    lines: list[Content] = []
    for block in page:
        opens = isinstance(block, Heading) and block.level < 3
        if (opens or isinstance(block, Gap)) and lines and lines[-1].plain:
            lines.append(Content(""))
        for before, text in _parts(block, ascii_only):
            room = max(8, width - before.cell_length)
            hang = Content(" " * before.cell_length)
            for number, line in enumerate(_wrapped(text, room)):
                lines.append((hang if number else before) + line.rstrip())
    return lines


_HELD = {0xA0: 0xE000, 0x202F: 0xE001}
"""Spaces that do not break, and what stands for each while lines are broken: Textual
breaks at every space."""
_LET_GO = {held: space for space, held in _HELD.items()}


def _wrapped(text: Content, width: int) -> list[Content]:
    """Lines of a text, broken only where it may break."""
    plain_text = text.plain
    if plain_text.isascii():
        return text.wrap(width)
    held = Content(plain_text.translate(_HELD), list(text.spans))
    return [
        Content(line.plain.translate(_LET_GO), list(line.spans))
        for line in held.wrap(width)
    ]


def rating(risk: str, text: str = "", ascii_only: bool = False) -> Content:
    """A risk by symbol, word and colour, and what it is the risk of."""
    symbol = words.risk_symbol(risk, ascii_only)
    head = plain(f"{symbol} {words.risk(risk)}", STYLES[risk])
    return head + plain(f"  {text}") if text else head


def _parts(block: Block, ascii_only: bool) -> list[tuple[Content, Content]]:
    """What stands before the text of a block, and the text, line by line."""
    match block:
        case Heading():
            style = "bold $text-primary" if block.level < 3 else "bold"
            return [(Content(""), plain(block.text, style))]
        case Line():
            indent = Content(" " * block.indent)
            return [
                (indent, plain(text, STYLES[block.style]))
                for text in block.text.split("\n")
            ]
        case Bullet():
            sign = block.mark or ("-" if ascii_only else "•")
            text = plain(block.text, STYLES[block.style])
            if block.note:
                text += plain(f" {block.note}", STYLES["dim"])
            return [(Content(f"{' ' * block.indent} {sign} "), text)]
        case Row():
            name = plain(f"{block.name:<{block.width}} ", STYLES["dim"])
            return [(name, plain(block.text, STYLES[block.style]))]
        case Rating():
            return [(Content(""), rating(block.risk, block.text, ascii_only))]
        case Grid():
            return [
                (Content(""), _joined([plain(text, STYLES[s]) for text, s in cells]))
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


def _joined(parts: list[Content]) -> Content:
    return Content("").join(parts)


def _drawn(name: str, drawn: str, text: str) -> list[tuple[Content, Content]]:
    """A drawing under its name and meaning."""
    head = plain(f"{name}  ", "bold") + plain(text)
    return [(Content(" "), head), (Content("   "), plain(drawn, "$text-primary"))]
