"""Pairs of which nobody knows anything yet, the most likely question first."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from hrterm.content.corpus import Corpus
from hrterm.domain.interaction import Verdict

KIND_FACTORS = {"drug": 3, "product": 2, "medicine": 2, "plant": 2, "food": 1}
TOLD = frozenset({"street", "brand", "abbreviation"})
MOST_CLAIMS = 5
"""More things heard about one substance do not make people ask more often."""


class UnknownPair(NamedTuple):
    """A pair without a verdict."""

    a: str
    b: str
    weight: int
    """How often people would ask, against other pairs."""
    looked_into: bool
    """Whether a statement says that it is unknown."""


def unknown_pairs(corpus: Corpus, verdicts: Iterable[Verdict]) -> list[UnknownPair]:
    """Unknown pairs of substances, by how often people would ask."""
    weights = substance_weights(corpus)
    found = [
        UnknownPair(
            verdict.a,
            verdict.b,
            weights[verdict.a] * weights[verdict.b],
            any(finding.speaks for finding in verdict.findings),
        )
        for verdict in verdicts
        if not verdict.is_known
    ]
    return sorted(found, key=lambda one: (-one.weight, one.a, one.b))


def substance_weights(corpus: Corpus) -> dict[str, int]:
    """How often people would name each substance, as the data itself shows.

    What people talk about has many names on the street and in the pharmacy, and
    claims go round about it: a point each for those, at least one, times a factor
    for its kind. See docs/coverage.md.
    """
    claims = Counter(
        id_ for entry in corpus.claims.values() for id_ in entry.model.subjects
    )
    weights = {}
    for id_, entry in corpus.substances.items():
        told = {alias.text for alias in entry.model.aliases if alias.type in TOLD}
        points = max(1, len(told) + min(claims[id_], MOST_CLAIMS))
        weights[id_] = points * KIND_FACTORS[entry.model.kind]
    return weights
