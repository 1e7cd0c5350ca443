"""Bars, drawn in characters: durations, windows, shares, the grid of pairs."""

from collections.abc import Iterator

from hrterm.pages.blocks import Bar, Grid, Share
from hrterm.wording import vocabulary as words

BAR_WIDTH = 32

_SIGNS = {"rise": "─", "peak": "█", "fall": "━", "after": "┄", "open": "▒"}
_ASCII_SIGNS = {"rise": "-", "peak": "#", "fall": "=", "after": ".", "open": ":"}


def bar(one: Bar, width: int = BAR_WIDTH, ascii_only: bool = False) -> str:
    """Stretches on one line; later ones are drawn over earlier ones."""
    signs = _ASCII_SIGNS if ascii_only else _SIGNS
    cells = [" "] * width
    scale = width / max(one.end, 1)
    for phase in one.phases:
        first = min(width - 1, int(phase.start * scale))
        last = max(first + 1, round(phase.end * scale))
        for position in range(first, min(last, width)):
            cells[position] = signs[phase.kind]
    if one.now is not None:
        cells[min(width - 1, int(one.now * scale))] = "|" if ascii_only else "┃"
    return "".join(cells)


def share(one: Share, width: int = BAR_WIDTH, ascii_only: bool = False) -> str:
    """A percentage of the width."""
    filled = round(max(0.0, min(100.0, one.percent)) / 100 * width)
    full, empty = ("#", ".") if ascii_only else ("█", "░")
    return full * filled + empty * (width - filled)


def grid_rows(grid: Grid, ascii_only: bool = False) -> Iterator[list[tuple[str, str]]]:
    """Lines of (text, risk): a numbered name, then a letter and symbol a pair."""
    width = min(24, max((len(name) for name in grid.names), default=0))
    for number, name in enumerate(grid.names):
        line = [(f"{number + 1:>2} {name[:width]:<{width}} ", "")]
        for risk, basis in zip(grid.risks[number], grid.bases[number], strict=True):
            symbol = words.risk_symbol(risk, ascii_only)
            mark = f"{words.risk_letter(risk):>1}{symbol}"
            line.append((f" {mark}", risk))
            line.append((f"{words.basis_letter(basis):<1}", "dim"))
        yield line
    numbers = "".join(f" {number + 1:>2} " for number in range(len(grid.names)))
    yield [(f"   {'':<{width}} {numbers}", "dim")]
