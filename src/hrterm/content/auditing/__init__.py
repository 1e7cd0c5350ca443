"""Soft findings: what is old, unread, thin, unknown or untranslated; and coverage."""

from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from hrterm.content.auditing.assertions import Assertion, assertions
from hrterm.content.auditing.coverage import Coverage, coverage
from hrterm.content.auditing.due import Due, due
from hrterm.content.auditing.sheets import ThinSheet, thin_sheets
from hrterm.content.auditing.sources import WeakSource, weak_sources
from hrterm.content.auditing.translations import Translations, translations
from hrterm.content.auditing.unknowns import UnknownPair, unknown_pairs
from hrterm.content.corpus import Corpus
from hrterm.content.knowing import knowledge
from hrterm.domain.interaction import Verdict
from hrterm.domain.resolve import resolve

__all__ = ["Audit", "audit", "counted"]


class Audit(NamedTuple):
    """Everything that someone should look at, and what is covered."""

    coverage: Coverage
    due: list[Due]
    unverified: list[Assertion]
    sources: list[WeakSource]
    thin: list[ThinSheet]
    unknown: list[UnknownPair]
    translations: Translations


def audit(corpus: Corpus, folder: Path, today: str) -> Audit:
    """Look through data that holds.

    Args:
        corpus: what was read.
        folder: where it was read, for the record of translations.
        today: the day from which ages are counted, YYYY-MM-DD.
    """
    asserted = list(assertions(corpus))
    verdicts = _verdicts(corpus)
    return Audit(
        coverage(corpus, asserted, verdicts, today),
        due(corpus, today),
        [one for one in asserted if one.verification == "unverified"],
        weak_sources(corpus, asserted),
        thin_sheets(corpus),
        unknown_pairs(corpus, verdicts),
        translations(corpus, folder),
    )


def counted(corpus: Corpus, today: str) -> Coverage:
    """The coverage alone."""
    return coverage(corpus, list(assertions(corpus)), _verdicts(corpus), today)


def _verdicts(corpus: Corpus) -> list[Verdict]:
    """Every pair of two different substances."""
    known = knowledge(corpus)
    return [resolve(a, b, known) for a, b in combinations(corpus.substances, 2)]
