"""Sources that cannot be found again, that were taken back, or that nobody cites."""

from collections import Counter
from typing import NamedTuple

from hrterm.content.auditing.assertions import Assertion
from hrterm.content.corpus import Corpus
from hrterm.content.problems import Place

GONE = frozenset({"retracted", "withdrawn", "superseded"})


class WeakSource(NamedTuple):
    """A source that someone should look at."""

    id: str
    place: Place
    status: str
    locatable: bool
    """Whether it has a DOI or an address."""
    cited: int
    """How many things rest on it."""


def weak_sources(corpus: Corpus, asserted: list[Assertion]) -> list[WeakSource]:
    """Sources retracted, withdrawn or replaced, then those without a locator."""
    cited = Counter(id_ for one in asserted for id_ in one.sources)
    found = []
    for id_, entry in corpus.sources.items():
        source = entry.model
        locatable = bool(source.doi or source.url)
        if source.status in GONE or not locatable:
            found.append(
                WeakSource(id_, entry.place(), source.status, locatable, cited[id_])
            )
    return sorted(found, key=lambda one: (one.status not in GONE, -one.cited, one.id))


def without_locator(corpus: Corpus) -> frozenset[str]:
    """Ids of the sources that have neither a DOI nor an address."""
    return frozenset(
        id_
        for id_, entry in corpus.sources.items()
        if not (entry.model.doi or entry.model.url)
    )
