"""How much the data covers: names, pairs, statements, law."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from hrterm.content.auditing.assertions import Assertion
from hrterm.content.auditing.dates import latest_day, months_old
from hrterm.content.auditing.sources import without_locator
from hrterm.content.corpus import Corpus
from hrterm.domain.interaction import Verdict
from hrterm.domain.law import FRESH_MONTHS

ANY = "-"
"""Names that belong to no language or region in particular."""

Counts = dict[str, int]


class Names(NamedTuple):
    """Names of substances and classes, ids not counted."""

    total: int
    by_language: Counts
    by_region: Counts


class Pairs(NamedTuple):
    """Pairs of two different substances."""

    total: int
    by_basis: Counts
    by_risk: Counts

    @property
    def rated(self) -> int:
        """Those with a verdict."""
        return self.total - self.by_risk.get("unknown", 0)


class Statements(NamedTuple):
    """Everything that is asserted."""

    total: int
    by_verification: Counts
    by_kind: Counts
    without_locator: int
    """Those none of whose sources has a DOI or an address."""


class PlaceLaw(NamedTuple):
    """The law of one place."""

    jurisdiction: str
    records: int
    fresh: int
    """Read within 12 months of the day of the count."""
    undated: int
    newest: str
    oldest: str


class Coverage(NamedTuple):
    """What an edition covers."""

    date: str
    """The day from which ages are counted."""
    substances: Counts
    classes: int
    names: Names
    pairs: Pairs
    statements: Statements
    claims: Counts
    sources: Counts
    law: tuple[PlaceLaw, ...]
    services: Counts


def coverage(
    corpus: Corpus,
    asserted: list[Assertion],
    verdicts: Iterable[Verdict],
    today: str,
) -> Coverage:
    """Count an edition; the same data and day give the same figures."""
    return Coverage(
        today,
        _sorted(entry.model.kind for entry in corpus.substances.values()),
        len(corpus.classes),
        _names(corpus),
        _pairs(verdicts),
        _statements(corpus, asserted),
        _sorted(entry.model.verdict for entry in corpus.claims.values()),
        _sorted(entry.model.type for entry in corpus.sources.values()),
        tuple(_place(corpus, code, today) for code in sorted(corpus.jurisdictions)),
        _sorted(
            service.kind
            for entry in corpus.jurisdictions.values()
            for service in entry.model.services
        ),
    )


def _sorted(words: Iterable[str]) -> Counts:
    """How often each word stands, the most frequent first."""
    counted = Counter(words)
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _names(corpus: Corpus) -> Names:
    languages: list[str] = []
    regions: list[str] = []
    total = 0
    for table in (corpus.substances, corpus.classes):
        for entry in table.values():
            languages += entry.model.names.root
            total += len(entry.model.names.root) + len(entry.model.aliases)
            for alias in entry.model.aliases:
                languages.append(alias.language or ANY)
                regions += alias.regions or (ANY,)
    return Names(total, _sorted(languages), _sorted(regions))


def _pairs(verdicts: Iterable[Verdict]) -> Pairs:
    bases: list[str] = []
    risks: list[str] = []
    for verdict in verdicts:
        risks.append(verdict.risk)
        bases.append(verdict.basis if verdict.is_known else "none")
    return Pairs(len(risks), _sorted(bases), _sorted(risks))


def _statements(corpus: Corpus, asserted: list[Assertion]) -> Statements:
    lost = without_locator(corpus)
    return Statements(
        len(asserted),
        _sorted(one.verification for one in asserted),
        _sorted(one.kind for one in asserted),
        sum(lost.issuperset(one.sources) for one in asserted),
    )


def _place(corpus: Corpus, code: str, today: str) -> PlaceLaw:
    """The law that holds in a place; what has ended is not counted."""
    records = [
        record
        for record in corpus.jurisdictions[code].model.records
        if not (record.to and latest_day(record.to) < today)
    ]
    dates = sorted(record.as_of for record in records if record.as_of)
    return PlaceLaw(
        code,
        len(records),
        sum(months_old(date, today) <= FRESH_MONTHS for date in dates),
        len(records) - len(dates),
        dates[-1] if dates else "",
        dates[0] if dates else "",
    )
