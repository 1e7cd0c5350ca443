"""Everything that the data asserts, one by one, with what it rests on."""

from collections.abc import Iterator
from typing import NamedTuple

from hrterm.content.corpus import Corpus, Entry
from hrterm.content.models.base import Supported
from hrterm.content.models.records import LegalRecord, Protection, Service
from hrterm.content.models.sheets import Substance, SubstanceClass
from hrterm.content.problems import Place
from hrterm.domain.vocabulary import Verification


class Assertion(NamedTuple):
    """One thing that is asserted."""

    kind: str
    """substance, class, interaction, rule, claim, law, service, protection,
    emergency."""
    owner: str
    place: Place
    verification: Verification
    sources: tuple[str, ...]


def assertions(corpus: Corpus) -> Iterator[Assertion]:
    """Every fact, statement, rule, claim, record of law and step of a card."""
    for id_, substance in corpus.substances.items():
        yield from _sheet("substance", id_, substance)
    for id_, group in corpus.classes.items():
        yield from _sheet("class", id_, group)
    for id_, statement in corpus.statements.items():
        model = statement.entry.model
        place = statement.entry.place("id")
        yield Assertion("interaction", id_, place, model.verification, model.sources)
    yield from _rules(corpus)
    for id_, claim in corpus.claims.items():
        cited = (*claim.model.supported_by, *claim.model.contradicted_by)
        verified = claim.model.verification
        yield Assertion("claim", id_, claim.place("verdict"), verified, cited)
    yield from _law(corpus)
    for id_, card in corpus.emergencies.items():
        for section in ("signs", "steps", "do_not"):
            for index, fact in enumerate(getattr(card.model, section)):
                yield _made("emergency", id_, card.place(section, index), fact)


def _made(
    kind: str,
    owner: str,
    place: Place,
    one: Supported | LegalRecord | Service | Protection,
) -> Assertion:
    return Assertion(kind, owner, place, one.verification, one.sources)


def _sheet(
    kind: str, id_: str, entry: Entry[Substance] | Entry[SubstanceClass]
) -> Iterator[Assertion]:
    for key, one in entry.model.supported():
        yield _made(kind, id_, entry.place(*key), one)


def _rules(corpus: Corpus) -> Iterator[Assertion]:
    document = corpus.rules_document
    if document is None:
        return
    for key in ("mechanism_rules", "stacking_rules"):
        for index, rule in enumerate(getattr(corpus.rules, key)):
            yield _made("rule", rule.id, document.place(key, index), rule)


def _law(corpus: Corpus) -> Iterator[Assertion]:
    for code, entry in corpus.jurisdictions.items():
        for kind, section in (
            ("law", "records"),
            ("service", "services"),
            ("protection", "protection"),
        ):
            for index, one in enumerate(getattr(entry.model, section)):
                yield _made(kind, code, entry.place(section, index), one)
