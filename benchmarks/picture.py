"""Growth curves as SVG, on logarithmic axes; readable on white and on black."""

import html
import math
from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 168, 40, 44
COLOURS = ("#0b84a5", "#c2571a", "#6a51a3", "#3d8b37", "#a8325e", "#7a6a00")


class Curve(NamedTuple):
    """What grows."""

    name: str
    points: Sequence[tuple[float, float]]


def curves(title: str, across: str, up: str, drawn: Sequence[Curve]) -> str:
    """A picture of some curves.

    Args:
        title: what it shows.
        across: what grows from left to right.
        up: what is measured, with its unit.
        drawn: the curves; every value must be above zero.
    """
    xs = [x for curve in drawn for x, _ in curve.points]
    ys = [y for curve in drawn for _, y in curve.points]
    x_axis, y_axis = _Axis(xs, LEFT, WIDTH - RIGHT), _Axis(ys, HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'role="img" font-family="sans-serif" font-size="12" fill="#808080">',
        f"<title>{html.escape(title)}</title>",
        f'<text x="{LEFT}" y="20" font-size="14">{html.escape(title)}</text>',
        f'<text x="{LEFT}" y="{HEIGHT - 8}">{html.escape(across)}</text>',
        f'<text x="8" y="{TOP - 6}">{html.escape(up)}</text>',
    ]
    for value in x_axis.ticks():
        x = x_axis.at(value)
        parts.append(_line(x, TOP, x, HEIGHT - BOTTOM))
        parts.append(_label(x, HEIGHT - BOTTOM + 16, value, "middle"))
    for value in y_axis.ticks():
        y = y_axis.at(value)
        parts.append(_line(LEFT, y, WIDTH - RIGHT, y))
        parts.append(_label(LEFT - 6, y + 4, value, "end"))
    taken: list[float] = []
    for number, curve in enumerate(drawn):
        colour = COLOURS[number % len(COLOURS)]
        at = [(x_axis.at(x), y_axis.at(y)) for x, y in curve.points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
        parts.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        )
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in at
        ]
        y = _free(at[-1][1] + 4, taken)
        parts.append(
            f'<text x="{WIDTH - RIGHT + 10}" y="{y:.1f}" fill="{colour}">'
            f"{html.escape(curve.name)}</text>"
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


class _Axis:
    """Values to places, by their logarithm."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self._low = math.floor(math.log10(min(values)) * 2) / 2
        self._high = max(math.ceil(math.log10(max(values)) * 2) / 2, self._low + 0.5)
        self._start, self._end = start, end

    def at(self, value: float) -> float:
        share = (math.log10(value) - self._low) / (self._high - self._low)
        return self._start + share * (self._end - self._start)

    def ticks(self) -> list[float]:
        """The powers of ten, and three times them, that lie on it."""
        powers = range(math.floor(self._low), math.ceil(self._high) + 1)
        low, high = 10**self._low * 0.99, 10**self._high * 1.01
        return [v for p in powers for v in (10.0**p, 3 * 10.0**p) if low <= v <= high]


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        'stroke="#808080" stroke-opacity="0.3"/>'
    )


def _label(x: float, y: float, value: float, anchor: str) -> str:
    text = f"{value:,.0f}" if value >= 1 else f"{value:g}"
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'


def _free(wished: float, taken: list[float]) -> float:
    """A height for a name that no other name has."""
    while any(abs(wished - other) < 14 for other in taken):
        wished += 2
    taken.append(wished)
    return wished
