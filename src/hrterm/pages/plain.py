"""Blocks as plain text: wrapped to a width, in colour when asked, or in ASCII."""

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
from hrterm.wording.formatting import labelled, printable

_STYLES = {
    "dangerous": "1;31",
    "unsafe": "31",
    "caution": "33",
    "low": "32",
    "unknown": "35",
    "bold": "1",
    "dim": "2",
}


def plain_text(
    page: Page, width: int = 80, colour: bool = False, ascii_only: bool = False
) -> str:
    """The page as text that ends in a line end."""
    writer = _Writer(width, colour, ascii_only)
    for block in page:
        writer.add(block)
    return writer.text()


class _Writer:
    """Lines, one block after the other."""

    def __init__(self, width: int, colour: bool, ascii_only: bool) -> None:
        self._width = width
        self._colour = colour
        self._ascii = ascii_only
        self._lines: list[str] = []

    def text(self) -> str:
        return "\n".join(self._lines).strip("\n") + "\n"

    def add(self, block: Block) -> None:
        match block:
            case Gap():
                self._gap()
            case Heading():
                self._heading(block)
            case Line():
                indent = " " * block.indent
                self._wrap(block.text, indent, indent, block.style)
            case Bullet():
                self._bullet(block)
            case Row():
                self._row(block)
            case Rating():
                symbol = words.risk_symbol(block.risk, self._ascii)
                word = words.risk(block.risk)
                self._wrap(f"{symbol} {word}  {block.text}", "", "    ", block.risk)
            case Grid():
                for cells in drawing.grid_rows(block, self._ascii):
                    self._put("".join(self._styled(t, risk) for t, risk in cells))
            case Bar():
                drawn = drawing.bar(block, ascii_only=self._ascii)
                self._drawn(block.name, drawn, block.text)
            case Share():
                drawn = drawing.share(block, ascii_only=self._ascii)
                self._drawn(block.name, drawn, block.text)

    def _gap(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def _heading(self, block: Heading) -> None:
        if block.level > 2:
            self._wrap(block.text, "  ", "  ", "bold")
            return
        self._gap()
        text = block.text if self._colour else block.text.upper()
        self._wrap(text, "", "", "bold")

    def _bullet(self, block: Bullet) -> None:
        sign = block.mark or ("-" if self._ascii else "•")
        first = f"{' ' * (block.indent + 2)}{sign} "
        text = f"{block.text} {block.note}" if block.note else block.text
        self._wrap(text, first, " " * len(first), block.style)

    def _row(self, block: Row) -> None:
        first = f"{printable(block.name):<{block.width}}  "
        if len(first) > block.width + 2:
            self._wrap(first.rstrip(), "", "", block.style)
            first = " " * (block.width + 2)
        self._wrap(block.text, first, " " * (block.width + 2), block.style)

    def _drawn(self, name: str, drawn: str, text: str) -> None:
        """A drawing under its name, with its meaning beside it or below."""
        self._wrap(labelled(name, text), "  ", "    ", "")
        self._put(f"    {self._clean(drawn)}")

    def _wrap(self, text: str, first: str, then: str, style: str) -> None:
        for paragraph in self._clean(printable(text)).split("\n"):
            for line in wrapped(paragraph, self._width, first, then):
                self._put(self._styled(line, style))
            first = then

    def _styled(self, text: str, style: str) -> str:
        clean = self._clean(text)
        if style and self._colour and clean.strip():
            return f"\x1b[{_STYLES[style]}m{clean}\x1b[0m"
        return clean

    def _clean(self, text: str) -> str:
        return to_ascii(text) if self._ascii else text

    def _put(self, line: str) -> None:
        self._lines.append(line.rstrip())


def to_ascii(text: str) -> str:
    """Text for a terminal that shows nothing else."""
    import unicodedata

    replaced = text.translate(_ASCII)
    plain = unicodedata.normalize("NFKD", replaced)
    return plain.encode("ascii", "ignore").decode("ascii")


_ASCII = str.maketrans(
    {
        "œ": "oe", "Œ": "OE", "æ": "ae", "’": "'", "‘": "'", "“": '"', "”": '"',
        "«": '"', "»": '"', "–": "-", "—": "-", "…": "...", "•": "-", "·": "-",
        "✖": "X", "▲": "#", "→": "->", "×": "x", "α": "alpha", "β": "beta",
        "γ": "gamma", "δ": "delta", "Δ": "delta", "µ": "u", "μ": "u", "ø": "o",
        "ł": "l", "đ": "d", "≥": ">=", "≤": "<=", "°": "deg ", "§": "sec.",
        "✓": "+", "✔": "+", "✘": "x", "●": "*", "○": "o", "◐": "%",
        "\u00a0": " ", "\u202f": " ",
    }
)  # fmt: skip
