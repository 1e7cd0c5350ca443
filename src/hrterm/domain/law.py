"""Dated records of law, and when one is stale."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hrterm.domain.vocabulary import LegalStatus, Possession, Verification

FRESH_MONTHS = 12


class LegalRecord(NamedTuple):
    """One dated row of law, in one language."""

    substance: str
    jurisdiction: str
    status: LegalStatus
    possession: Possession
    schedule: str
    instrument: str
    item: str
    url: str
    effective_from: str
    effective_to: str
    as_of: str
    verification: Verification
    access: str
    note: str
    sources: tuple[str, ...]
    of_parent: bool = False
    """True when it is the law of a part's parent."""

    def is_past(self, today: str) -> bool:
        """Whether its end has passed on a day, written YYYY-MM-DD."""
        return bool(self.effective_to) and _latest(self.effective_to) < today

    def is_stale(self, today: str) -> bool:
        """No date of reading, one older than 12 months, or an end that has passed."""
        if not self.as_of or self.is_past(today):
            return True
        return _latest(self.as_of) < _months_before(today, FRESH_MONTHS)


class Service(NamedTuple):
    """A number to call."""

    jurisdiction: str
    kind: str
    label: str
    number: str
    as_of: str
    verification: Verification
    sources: tuple[str, ...]


_URGENCY = ("emergency", "poison")
"""Kinds of numbers that come before all others, in this order."""


def most_urgent_first(
    services: Iterable[Service], places: Sequence[str]
) -> list[Service]:
    """Numbers of a place and those above it, as they are needed.

    A country's own come before those of the Union; the emergency before the poison
    centre, and both before any help line; then the nearest place.

    Args:
        services: in the order in which each place gives its own.
        places: the place itself, then those above it.
    """
    country = places[0].partition("-")[0]

    def order(one: Service) -> tuple[bool, int, int]:
        is_foreign = one.jurisdiction.partition("-")[0] != country
        urgency = _URGENCY.index(one.kind) if one.kind in _URGENCY else len(_URGENCY)
        return is_foreign, urgency, places.index(one.jurisdiction)

    return sorted(services, key=order)


class Protection(NamedTuple):
    """What the law says about people who call for help."""

    jurisdiction: str
    text: str
    as_of: str
    verification: Verification
    sources: tuple[str, ...]


def _latest(date: str) -> str:
    """The last day that a date, perhaps only a year or month, can mean."""
    return {4: f"{date}-12-31", 7: f"{date}-31"}.get(len(date), date)


def _months_before(today: str, months: int) -> str:
    year, month = int(today[:4]), int(today[5:7]) - months
    while month < 1:
        year, month = year - 1, month + 12
    return f"{year:04d}-{month:02d}-{today[8:10]}"
