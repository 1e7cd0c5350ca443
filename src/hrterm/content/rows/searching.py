"""Rows of the search index: one entry a thing and spelling, in display order."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hrterm.content.corpus import Corpus
from hrterm.content.models.base import Statement
from hrterm.content.models.records import Claim, Source
from hrterm.content.models.sheets import Sheet
from hrterm.content.rows.shared import Tables
from hrterm.domain.naming import fold

_RANKS = {
    "name": 0,
    "alias": 1,
    "class": 2,
    "emergency": 3,
    "target": 4,
    "jurisdiction": 5,
    "claim": 6,
    "answer": 7,
    "text": 8,
    "claim-about": 9,
    "source": 10,
}
"""A name before a text, what people say before what is answered."""

_IN_TEXT = {_RANKS["answer"], _RANKS["text"], _RANKS["claim-about"]}
"""Found in what is said of a thing, not in what it is called."""

_UNSPELT = {*_IN_TEXT, _RANKS["source"]}
"""Without a spelling: a source has but its title, which stands with it already."""


class _Entry(NamedTuple):
    """One way to find a thing."""

    rank: int
    length: int
    kind: str
    thing: str
    language: str
    matched: str
    words: str


def add(corpus: Corpus, tables: Tables) -> None:
    """Add entries so that their number is the order in which they are shown."""
    for id_, entry in enumerate(sorted(set(_entries(corpus))), 1):
        tables["search_entry"].append(
            {
                "id": id_,
                "kind": entry.kind,
                "thing": entry.thing,
                "language": entry.language or None,
                "matched": None if entry.rank in _UNSPELT else entry.matched,
            }
        )
        tables["search_index"].append({"id": id_, "words": entry.words})


def _entries(corpus: Corpus) -> Iterator[_Entry]:
    for id_, entry in corpus.substances.items():
        sheet = entry.model
        yield from _names("name", "substance", id_, sheet.names.root)
        for alias in sheet.aliases:
            language = alias.language or ""
            yield _entry("alias", "substance", id_, language, alias.text)
        yield from _texts("substance", id_, sheet, corpus)
    for id_, class_entry in corpus.classes.items():
        sheet_of_class = class_entry.model
        yield from _names("class", "class", id_, sheet_of_class.names.root)
        for alias in sheet_of_class.aliases:
            yield _entry("class", "class", id_, alias.language or "", alias.text)
        yield from _texts("class", id_, sheet_of_class, corpus)
    for ambiguous in corpus.ambiguous:
        for id_ in ambiguous.model.candidates:
            kind = "class" if id_ in corpus.classes else "substance"
            yield _entry("alias", kind, id_, "", ambiguous.model.text)
    for id_, target in corpus.targets.items():
        yield from _names("target", "target", id_, target.model.names.root)
    for id_, card in corpus.emergencies.items():
        yield from _names("emergency", "emergency", id_, card.model.title.root)
        for language, title in card.model.title.root.items():
            facts = (*card.model.signs, *card.model.steps, *card.model.do_not)
            more = " ".join(_said(facts, language))
            yield _entry("text", "emergency", id_, language, title, more)
    for code, jurisdiction in corpus.jurisdictions.items():
        names = {**jurisdiction.model.names.root, "": code}
        yield from _names("jurisdiction", "jurisdiction", code, names)
    for id_, claim in corpus.claims.items():
        yield from _claim(id_, claim.model, corpus)
    for id_, source in corpus.sources.items():
        yield _source(id_, source.model)


def _names(rank: str, kind: str, id_: str, names: dict[str, str]) -> Iterator[_Entry]:
    for language, name in names.items():
        yield _entry(rank, kind, id_, language, name)


def _entry(
    rank: str, kind: str, thing: str, language: str, text: str, more: str = ""
) -> _Entry:
    """An entry whose words are its own, its text run together, and ``more``."""
    words = f"{text} {fold(text)} {more}".strip()
    return _Entry(_RANKS[rank], len(text), kind, thing, language, text, words)


def _texts(kind: str, id_: str, sheet: Sheet, corpus: Corpus) -> Iterator[_Entry]:
    """A sheet is found by what it says, and by the conditions it warns of."""
    facts = (*sheet.effects, *sheet.risks, *sheet.danger_signs, *sheet.adulterants)
    for language, name in sheet.names.root.items():
        more = [sheet.summary.root.get(language, ""), *_said(facts, language)]
        for warning in sheet.contraindications:
            topic = corpus.topics.get(warning.condition)
            if topic is not None:
                more.append(topic.model.names.root.get(language, ""))
                more += [alias.text for alias in topic.model.aliases]
        yield _entry("text", kind, id_, language, name, " ".join(more))


def _said(facts: Iterable[Statement], language: str) -> list[str]:
    return [fact.text.root.get(language, "") for fact in facts]


def _claim(id_: str, claim: Claim, corpus: Corpus) -> Iterator[_Entry]:
    """A claim is found by its words, then by its answer, then by what it is about."""
    for language, statement in claim.statement.root.items():
        yield _entry("claim", "claim", id_, language, statement)
        answered = [claim.answer.root.get(language, "")]
        for figure in claim.figures:
            answered += [
                figure.value.root.get(language, ""),
                figure.comparator.root.get(language, ""),
            ]
        yield _entry("answer", "claim", id_, language, statement, " ".join(answered))
        more = [*answered, *_about(claim, language, corpus)]
        yield _entry("claim-about", "claim", id_, language, statement, " ".join(more))


def _about(claim: Claim, language: str, corpus: Corpus) -> Iterator[str]:
    """Names of what a claim is about, of its sources, and its rows."""
    for source_id in (*claim.heard_in, *claim.supported_by, *claim.contradicted_by):
        if source_id in corpus.sources:
            source = corpus.sources[source_id].model
            yield from (source.authors or "", source.title)
    for subject in claim.subjects:
        for table in (corpus.substances, corpus.classes, corpus.topics):
            if subject in table:
                yield table[subject].model.names.root.get(language, "")
        if subject in corpus.topics:
            yield from (alias.text for alias in corpus.topics[subject].model.aliases)
    yield " ".join(claim.rows)


def _source(id_: str, source: Source) -> _Entry:
    more = f"{source.authors or ''} {source.year or ''} {source.doi or ''} {id_}"
    return _entry("source", "source", id_, "", source.title, more)
