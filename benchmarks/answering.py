"""How long a question takes in a running program, in units of ``SELECT 1``.

    python benchmarks/answering.py [DATABASE]

The unit is the median of ``execute("SELECT 1").fetchone()``, about a microsecond.
"""

import random
import sqlite3
import sys
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from measuring import Figure, each, percentile, table

from hrterm.domain.naming import fold
from hrterm.store.library import Library
from hrterm.store.opening import default_path

KINDS = ("substance", "class")
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
SAMPLE = 400
TYPOS = 1_000


class Typo(NamedTuple):
    """A name with one slip of the finger, and what was meant."""

    typed: str
    meant: str


def measure(path: str, reach: bool = True) -> list[Figure]:
    """Percentiles of every question; with ``reach``, what they should keep to."""
    with Library(path) as library:
        unit = select_one(path)
        chance = random.Random(1)
        names = named(library)
        search = timed(
            [partial(library.search, t, KINDS) for t in typed(names, chance)]
        )
        pairs = timed([partial(library.check, two) for two in picked(names, 2, chance)])
        mixed = picked(names, 10, chance)
        tens = timed([partial(library.check, ten) for ten in mixed])
        substances = [name for _id, name in library.listing("substance")]
        only = picked(substances, 10, chance)
        plain = timed([partial(library.check, ten) for ten in only])
        slips = typos(path, chance)
        fallback = timed([partial(library.match, slip.typed) for slip in slips])
        return [
            *_both("search as you type", search, unit, 400 if reach else None),
            *_both("check of two", pairs, unit, None),
            *_both("check of ten", plain, unit, 800 if reach else None),
            *_both("check of ten, classes among them", tens, unit, None),
            *_both("typing slip", fallback, unit, 8_000 if reach else None),
            Figure(
                "recall of slips",
                recall(library, slips),
                "",
                0.98 if reach else None,
                True,
            ),
        ]


def select_one(path: str) -> float:
    """The unit: the median of the smallest question that SQLite can be asked."""
    connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    ask = lambda: connection.execute("SELECT 1").fetchone()  # noqa: E731
    taken = each([ask] * 20_000)
    connection.close()
    return percentile(taken, 0.5)


def timed(calls: list[Callable[[], object]]) -> list[float]:
    """Each call's best of two, so that what is measured is not another program."""
    for call in calls[:5]:
        call()
    first, second = ([each([call])[0] for call in calls] for _ in range(2))
    return sorted(map(min, first, second))


def named(library: Library) -> list[str]:
    """What every substance and class is called."""
    return [name for kind in KINDS for _id, name in library.listing(kind)]


def typed(names: list[str], chance: random.Random) -> list[str]:
    """Every stage of typing some names letter by letter."""
    some = chance.sample(names, min(SAMPLE, len(names)))
    return [name[:end] for name in some for end in range(1, min(len(name), 12) + 1)]


def picked(
    names: list[str], count: int, chance: random.Random
) -> list[tuple[str, ...]]:
    """Sets of names."""
    return [tuple(chance.sample(names, count)) for _ in range(SAMPLE)]


def typos(path: str, chance: random.Random) -> list[Typo]:
    """One random edit in names of five letters and more; the first letter is kept."""
    connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    rows = connection.execute("SELECT folded, subject FROM name").fetchall()
    connection.close()
    known = {folded for folded, _ in rows}
    long = [(folded, subject) for folded, subject in rows if len(folded) >= 5]
    made: list[Typo] = []
    while len(made) < TYPOS:
        name, subject = chance.choice(long)
        slip = edited(name, chance)
        # A slip that spells another name is that name.
        if fold(slip) == slip and slip not in known and len(slip) >= 5:
            made.append(Typo(slip, subject))
    return made


def edited(name: str, chance: random.Random) -> str:
    """A letter left out, put in, changed, or swapped with the next."""
    at = chance.randrange(1, len(name) - 1)
    letter = chance.choice(ALPHABET)
    match chance.randrange(4):
        case 0:
            return name[:at] + name[at + 1 :]
        case 1:
            return name[:at] + letter + name[at:]
        case 2:
            return name[:at] + letter + name[at + 1 :]
        case _:
            return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def recall(library: Library, slips: list[Typo]) -> float:
    """The share of slips whose meaning was found, or offered among candidates."""
    hits = 0
    for slip in slips:
        match = library.match(slip.typed)
        hits += slip.meant in {match.id, *(one.id for one in match.candidates)}
    return hits / len(slips)


def _both(
    name: str, taken: list[float], unit: float, reach: float | None
) -> list[Figure]:
    """The median and the 99th percentile; the reach is for the latter."""
    return [
        Figure(f"{name}, median", percentile(taken, 0.5) / unit, "SELECT 1"),
        Figure(f"{name}, 99 of 100", percentile(taken, 0.99) / unit, "SELECT 1", reach),
    ]


if __name__ == "__main__":
    print(table(measure(sys.argv[1] if len(sys.argv) > 1 else default_path())))
