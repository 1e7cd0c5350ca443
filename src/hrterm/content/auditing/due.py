"""What is due for another look, by kind and age."""

from collections.abc import Iterator
from typing import NamedTuple

from hrterm.content.auditing.dates import latest_day, months_old
from hrterm.content.corpus import Corpus
from hrterm.content.problems import Place
from hrterm.domain.law import FRESH_MONTHS

LIMITS = {
    "law": FRESH_MONTHS,
    "service": 12,
    "protection": 12,
    "emergency": 12,
    "interaction": 24,
    "substance": 24,
    "claim": 24,
    "class": 36,
}
"""Months after which each kind is looked at again; docs/coverage.md says why."""


class Due(NamedTuple):
    """One thing to look at again."""

    kind: str
    id: str
    date: str
    """When it was last looked at; empty when nobody wrote that down."""
    months: int
    """Its age; 0 when it has no date."""
    limit: int
    place: Place


def due(corpus: Corpus, today: str) -> list[Due]:
    """Everything older than its limit or without a date: the oldest first."""
    found = []
    for kind, id_, date, place in _dated(corpus, today):
        months = months_old(date, today) if date else 0
        if not date or months > LIMITS[kind]:
            found.append(Due(kind, id_, date, months, LIMITS[kind], place))
    return sorted(found, key=lambda one: (one.date != "", one.date, one[:2], one.place))


def newest_review(corpus: Corpus) -> str:
    """The latest day on which anyone reviewed anything."""
    reviewed = {"substance", "class", "claim", "emergency", "interaction"}
    dated = _dated(corpus, "")
    return max(date for kind, _, date, _ in dated if kind in reviewed)


def _dated(corpus: Corpus, today: str) -> Iterator[tuple[str, str, str, Place]]:
    """Kind, id, date and place of everything that ages; past law does not."""
    for kind, table in (
        ("substance", corpus.substances),
        ("class", corpus.classes),
        ("claim", corpus.claims),
        ("emergency", corpus.emergencies),
    ):
        for id_, entry in table.items():
            yield kind, id_, entry.model.reviewed_on, entry.place("reviewed_on")
    for id_, statement in corpus.statements.items():
        said = statement.entry
        yield "interaction", id_, said.model.reviewed_on, said.place("reviewed_on")
    for code, jurisdiction in corpus.jurisdictions.items():
        model = jurisdiction.model
        for index, record in enumerate(model.records):
            if record.to and latest_day(record.to) < today:
                continue
            place = jurisdiction.place("records", index, "as_of")
            yield "law", f"{code} {record.substance}", record.as_of or "", place
        for index, service in enumerate(model.services):
            place = jurisdiction.place("services", index, "as_of")
            yield "service", f"{code} {service.number}", service.as_of or "", place
        for index, rule in enumerate(model.protection):
            place = jurisdiction.place("protection", index, "as_of")
            yield "protection", code, rule.as_of or "", place
