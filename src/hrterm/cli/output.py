"""stdout: pages laid out to the width, or one JSON object."""

import os
import sys
import textwrap
from typing import Any

from hrterm.wording.formatting import printable

_STYLES = {
    "dangerous": "1;31",
    "unsafe": "31",
    "caution": "33",
    "low": "32",
    "unknown": "35",
    "bold": "1",
    "dim": "2",
}

MAX_WIDTH = 100


class Page:
    """Lines of an answer, wrapped to the width; styled on a terminal only."""

    def __init__(self, width: int, colour: bool, ascii_only: bool) -> None:
        """Begin an empty page."""
        self.width = width
        self.colour = colour
        self.ascii_only = ascii_only
        self._lines: list[str] = []

    def line(self, text: str = "", indent: int = 0, style: str = "") -> None:
        """A line that is wrapped when it is too long."""
        self._wrap(printable(text), " " * indent, " " * indent, style)

    def heading(self, text: str) -> None:
        """A heading, with a blank line above unless it comes first."""
        if self._lines and self._lines[-1]:
            self._lines.append("")
        self.line(text.upper() if not self.colour else text, style="bold")

    def bullet(self, text: str, indent: int = 2, mark: str = "") -> None:
        """A list entry whose further lines hang below its text."""
        sign = mark or ("-" if self.ascii_only else "•")
        first = f"{' ' * indent}{sign} "
        self._wrap(printable(text), first, " " * len(first), "")

    def row(self, cells: list[str], widths: list[int], style: str = "") -> None:
        """Columns; each cell wraps within its width, the last takes the rest."""
        used = sum(widths[:-1]) + 2 * (len(widths) - 1)
        sizes = [*widths[:-1], max(16, self.width - used)]
        columns = [
            textwrap.wrap(printable(cell), size, break_on_hyphens=False) or [""]
            for cell, size in zip(cells, sizes, strict=True)
        ]
        for number in range(max(map(len, columns))):
            parts = [
                (column[number] if number < len(column) else "").ljust(size)
                for column, size in zip(columns, sizes, strict=True)
            ]
            self._add("  ".join(parts).rstrip(), style)

    def blank(self) -> None:
        """An empty line, never two."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def text(self) -> str:
        """Everything, ending in a line end."""
        return "\n".join(self._lines).rstrip("\n") + "\n"

    def _wrap(self, text: str, first: str, then: str, style: str) -> None:
        for paragraph in text.split("\n"):
            wrapped = textwrap.wrap(
                paragraph,
                self.width,
                initial_indent=first,
                subsequent_indent=then,
                break_on_hyphens=False,
            )
            for line in wrapped or [""]:
                self._add(line, style)

    def _add(self, line: str, style: str) -> None:
        if self.ascii_only:
            line = to_ascii(line)
        if style and self.colour and line:
            line = f"\x1b[{_STYLES[style]}m{line}\x1b[0m"
        self._lines.append(line)


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
        "µ": "u", "μ": "u", "≥": ">=", "≤": "<=", "\u00a0": " ", "\u202f": " ",
    }
)  # fmt: skip


def page(ascii_setting: bool) -> Page:
    """A page for where stdout goes."""
    terminal = sys.stdout.isatty()
    width = 80
    if terminal:
        try:
            width = os.get_terminal_size(sys.stdout.fileno()).columns
        except OSError:
            width = 80
    elif os.environ.get("COLUMNS", "").isdigit():
        width = int(os.environ["COLUMNS"])
    colour = (
        terminal
        and "NO_COLOR" not in os.environ
        and os.environ.get("TERM", "dumb") != "dumb"
    )
    encoding = (sys.stdout.encoding or "ascii").lower()
    ascii_only = ascii_setting or not encoding.startswith("utf")
    return Page(max(40, min(width, MAX_WIDTH)), colour, ascii_only)


def write(text: str) -> None:
    """Print to stdout, whatever it can encode."""
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        sys.stdout.write(to_ascii(text))
    sys.stdout.flush()


def write_json(document: dict[str, Any]) -> None:
    """Print one object, readable to people and scripts."""
    import json

    write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
