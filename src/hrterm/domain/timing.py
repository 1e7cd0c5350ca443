"""Durations as people type them, and windows between two substances."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

_UNITS = (
    (7 * 24 * 60, "w|wks?|weeks?|sem|semaines?"),
    (24 * 60, "d|days?|j|jrs?|jours?"),
    (60, "h|hrs?|hours?|heures?"),
    (1, "m|mn|mins?|minutes?"),
)
"""Minutes of each unit and how it is written, in English and in French."""
_PARTS = r"\s*".join(rf"(?:(\d{{1,5}})\s*(?:{names}))?" for _, names in _UNITS)
_DURATION = rf"{_PARTS}|(\d{{1,5}})\s*(?:{_UNITS[2][1]})\s*([0-5]\d)"
"""Units from the longest down, each at most once; or hours and minutes: ``1h30``.

Compiled when it is first used: most lookups tell no time.
"""
_UNIT = "|".join(names for _, names in _UNITS)

SPOKEN_UNITS = "|".join(
    name for name in _UNIT.split("|") if len(name) > 1 or name == "h"
)
"""Those that stand apart from their number: a lone letter may be anything else."""

SINCE = (("il", "y", "a"), ("ça", "fait"), ("ca", "fait"), ("depuis",))
"""What is said before how long ago something was."""
AGO = (
    ("ago",), ("earlier",), ("before",), ("plus", "tôt"), ("plus", "tot"), ("avant",),
)  # fmt: skip
"""What is said after it."""
_LONGEST_TOLD = 6
"""Words that may tell one duration: ``2 days 3 hours 5 minutes``."""

Window = Literal["open", "passed", "unrecorded"]


class Wait(NamedTuple):
    """A range of minutes."""

    low: int
    high: int


class Interval(NamedTuple):
    """How long ``first`` came before ``then``, as it was told."""

    first: str
    then: str
    minutes: int


class Timing(NamedTuple):
    """How long ``first`` still matters for ``then``."""

    first: str
    then: str
    wait: Wait | None
    text: str
    verification: str
    elapsed: int | None = None
    """Minutes since ``first``, beyond those since ``then``; None when not told."""

    @property
    def window(self) -> Window:
        """`open` until the whole range has passed; it never reads as clear."""
        if self.wait is None or self.elapsed is None:
            return "unrecorded"
        return "open" if self.elapsed < self.wait.high else "passed"


def parse_duration(text: str) -> int:
    """``90m``, ``3h``, ``10d``, ``2w`` in minutes; or as people write: ``2 jours``.

    Units are read in English and in French, whatever the reader's language.

    Raises:
        ValueError: when it is none of these.
    """
    match = re.fullmatch(_DURATION, text.strip().lower())
    if match is None or not any(match.groups()):
        raise ValueError(text)
    *parts, hours, minutes = (int(part or 0) for part in match.groups())
    counted = sum(part * size for part, (size, _) in zip(parts, _UNITS, strict=True))
    return counted + hours * 60 + minutes


def with_units(words: Iterable[str]) -> list[str]:
    """Words in which a unit that stands apart joins its number: ``wine=30 min``."""
    joined: list[str] = []
    for word in words:
        if joined and _is_counted(joined[-1]) and re.fullmatch(_UNIT, word.lower()):
            joined[-1] += f" {word}"
        else:
            joined.append(word)
    return joined


def _is_counted(word: str) -> bool:
    """Whether a word is a name with a number that lacks its unit: ``wine=30``.

    An option with a number is none, unless it tells a name's: ``--since=wine=30``.
    """
    name, _, number = word.rpartition("=")
    is_name = bool(name.strip()) and (name[0] != "-" or "=" in name)
    return is_name and number.strip().isdecimal()


def timed_name(text: str) -> tuple[str, int]:
    """``ketamine=3h`` as a name and minutes ago; a name alone is taken now, 0.

    Or as people say it: ``ketamine 3 hours ago``, ``kéta il y a 3h``. A duration alone
    is not read so: ``3h`` may as well be an hour of the clock.

    Raises:
        ValueError: with the duration, when it is none.
    """
    name, sign, duration = text.rpartition("=")
    if not sign or not name.strip():
        return _spoken(text) or (text.strip(), 0)
    return name.strip(), parse_duration(duration)


def is_duration(text: str) -> bool:
    """Whether a text tells how long, and no more."""
    try:
        parse_duration(text)
    except ValueError:
        return False
    return True


class Told(NamedTuple):
    """The words, from one place to before another, that tell how long ago."""

    start: int
    end: int
    minutes: int


def told_when(words: Sequence[str]) -> Told | None:
    """Where words tell how long ago something was: ``3 hours ago``, ``il y a 3h``."""
    plain = [word.lower() for word in words]
    for place in range(len(words)):
        for said in SINCE:
            start = place + len(said)
            if tuple(plain[place:start]) == said:
                for end in range(min(start + _LONGEST_TOLD, len(words)), start, -1):
                    if is_duration(told := " ".join(plain[start:end])):
                        return Told(place, end, parse_duration(told))
        for said in AGO:
            end = place + len(said)
            if tuple(plain[place:end]) == said:
                for start in range(max(0, place - _LONGEST_TOLD), place):
                    if is_duration(told := " ".join(plain[start:place])):
                        return Told(start, end, parse_duration(told))
    return None


def _spoken(text: str) -> tuple[str, int] | None:
    """A name and how long ago, where words before or behind it tell that."""
    words = text.split()
    told = told_when(words)
    if told is None:
        return None
    name = " ".join([*words[: told.start], *words[told.end :]])
    return (name, told.minutes) if name else None


Times = Mapping[str, tuple[int, ...]]
"""Minutes since each thing was taken, by id; several when it was taken again."""


def taken(named: Iterable[tuple[Sequence[str], int]], since: Times) -> Times:
    """When each thing was taken, of which at least one time was told.

    Args:
        named: what each name means, or may mean, and how many minutes ago it was
            taken; 0 is now, or not told.
        since: what was told besides: it is meant where a name carries no time.
    """
    found: dict[str, set[int]] = {}
    for ids, minutes in named:
        for id_ in ids:
            found.setdefault(id_, set()).add(minutes)
    for id_, told_besides in since.items():
        found[id_] = found.get(id_, set()) - {0} | set(told_besides)
    return {id_: tuple(sorted(times)) for id_, times in found.items() if any(times)}


def elapsed(first: str, then: str, since: Times) -> int | None:
    """Minutes by which ``first`` came before ``then``, at the least.

    What carries no time is taken now. None when neither was told, and when
    ``first`` always came after ``then``: that window has not begun.
    """
    if first not in since and then not in since:
        return None
    between = [
        ago - later
        for ago in since.get(first, (0,))
        for later in since.get(then, (0,))
        if ago >= later
    ]
    return min(between, default=None)


def told(a: str, b: str, since: Times) -> Interval | None:
    """Which of two came first and by how much; None when neither was told.

    What is taken again came before itself by as much as was told of it.
    """
    if not since:
        return None
    if a == b:
        times = since.get(a, ())
        if len(times) == 1:
            times = (0, *times)
        between = [ago - later for later, ago in pairwise(times)]
        return Interval(a, b, min(between)) if between else None
    for first, then in ((a, b), (b, a)):
        between_two = elapsed(first, then, since)
        if between_two is not None:
            return Interval(first, then, between_two)
    return None
