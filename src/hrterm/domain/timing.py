"""Durations as people type them, and windows between two substances."""

import re
from typing import Literal, NamedTuple

_UNITS = {"m": 1, "h": 60, "d": 24 * 60, "w": 7 * 24 * 60}

Window = Literal["open", "passed", "unrecorded"]


class Wait(NamedTuple):
    """A range of minutes."""

    low: int
    high: int


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
    """``90m``, ``3h``, ``10d``, ``2w`` in minutes.

    Raises:
        ValueError: when it is none of these.
    """
    match = re.fullmatch(r"(\d{1,5})\s*([mhdw])", text.strip().lower())
    if match is None:
        raise ValueError(text)
    return int(match[1]) * _UNITS[match[2]]


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
