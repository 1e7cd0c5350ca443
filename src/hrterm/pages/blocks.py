"""The blocks that a page is made of: words and figures, without any look."""

from typing import NamedTuple


class Heading(NamedTuple):
    """A heading: 1 for the page's title, 2 for a section, 3 inside one."""

    text: str
    level: int = 2


class Line(NamedTuple):
    """A paragraph."""

    text: str
    style: str = ""
    """A risk, ``bold``, ``dim``, or empty."""
    indent: int = 0


class Bullet(NamedTuple):
    """A list entry, and in smaller voice what it rests on."""

    text: str
    note: str = ""
    style: str = ""
    mark: str = ""
    """``1.`` in a numbered list; empty for the usual sign."""
    indent: int = 0


class Row(NamedTuple):
    """A name and what belongs to it, in two columns."""

    name: str
    text: str
    style: str = ""
    width: int = 14
    """Columns that the name takes."""


class Rating(NamedTuple):
    """A risk with its symbol and word, and what it is the risk of."""

    risk: str
    text: str


class Grid(NamedTuple):
    """Every pair of a set: ``risks[i][j]``; ``basis`` likewise."""

    names: tuple[str, ...]
    risks: tuple[tuple[str, ...], ...]
    bases: tuple[tuple[str, ...], ...]


class Phase(NamedTuple):
    """A stretch of time: ``rise``, ``peak``, ``fall``, ``after``, ``open``."""

    kind: str
    start: int
    end: int


class Bar(NamedTuple):
    """Stretches of time on one line, in minutes, with a mark at ``now``."""

    name: str
    phases: tuple[Phase, ...]
    text: str
    now: int | None = None

    @property
    def end(self) -> int:
        """Where the drawing ends."""
        ends = [phase.end for phase in self.phases]
        return max([*ends, (self.now or 0) + 1])


class Share(NamedTuple):
    """A percentage as a bar: one arm of a trial."""

    name: str
    percent: float
    text: str


class Cell(NamedTuple):
    """A mark in a table, and what it means in words."""

    mark: str
    page: tuple["Line", ...] = ()


class TableRow(NamedTuple):
    """A row with the id of what it is about."""

    id: str
    name: str
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """Rows by columns; the first column holds the rows' names."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    legend: str = ""


class Gap(NamedTuple):
    """An empty line; never two."""


Block = Heading | Line | Bullet | Row | Rating | Grid | Bar | Share | Gap
Page = list[Block]
