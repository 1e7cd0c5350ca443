"""Durations as people type them, and windows between two substances."""

import re
from collections.abc import Iterable
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

    Raises:
        ValueError: with the duration, when it is none.
    """
    name, sign, duration = text.rpartition("=")
    if not sign or not name.strip():
        return text.strip(), 0
    return name.strip(), parse_duration(duration)


def elapsed(first: str, then: str, since: dict[str, int]) -> int | None:
    """Minutes by which ``first`` came before ``then``.

    What carries no time is taken now. None when neither was told, and when
    ``first`` came after ``then``: that window has not begun.
    """
    if first not in since and then not in since:
        return None
    between = since.get(first, 0) - since.get(then, 0)
    return between if between >= 0 else None


def told(a: str, b: str, since: dict[str, int]) -> Interval | None:
    """Which of two came first and by how much; None when neither was told.

    What is taken again came before itself by as much as was told of it.
    """
    if a == b:
        return Interval(a, b, since[a]) if a in since else None
    for first, then in ((a, b), (b, a)):
        between = elapsed(first, then, since)
        if between is not None:
            return Interval(first, then, between)
    return None
