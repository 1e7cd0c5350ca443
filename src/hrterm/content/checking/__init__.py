"""What no single file can show: dangling ids, hidden dangers, ungraded support."""

from hrterm.content.checking.circles import check_circles
from hrterm.content.checking.hiding import check_hiding
from hrterm.content.checking.interactions import check_rules, check_statements
from hrterm.content.checking.names import check_names
from hrterm.content.checking.records import (
    check_claims,
    check_emergencies,
    check_law,
    check_studies,
)
from hrterm.content.checking.references import References
from hrterm.content.checking.sheets import check_sheets
from hrterm.content.corpus import Corpus
from hrterm.content.problems import Problems

__all__ = ["check"]


def check(corpus: Corpus, problems: Problems) -> None:
    """Check everything that spans files; problems are collected."""
    references = References(corpus, problems)
    check_sheets(corpus, references, problems)
    check_statements(corpus, references, problems)
    check_rules(corpus, references, problems)
    check_law(corpus, references, problems)
    check_claims(corpus, references, problems)
    check_studies(corpus, references)
    check_emergencies(corpus, references, problems)
    check_names(corpus, references, problems)
    # Where something leads back to itself, nothing can be resolved.
    if check_circles(corpus, problems):
        check_hiding(corpus, problems)
