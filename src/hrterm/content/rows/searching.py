"""Rows of the search index: one entry a thing and spelling, in display order."""

from collections.abc import Iterator
from typing import NamedTuple

from hrterm.content.corpus import Corpus
from hrterm.content.models.records import Claim, Source
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
    "source": 7,
}


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
                "matched": entry.matched,
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
    for id_, class_entry in corpus.classes.items():
        sheet_of_class = class_entry.model
        yield from _names("class", "class", id_, sheet_of_class.names.root)
        for alias in sheet_of_class.aliases:
            yield _entry("class", "class", id_, alias.language or "", alias.text)
    for ambiguous in corpus.ambiguous:
        for id_ in ambiguous.model.candidates:
            kind = "class" if id_ in corpus.classes else "substance"
            yield _entry("alias", kind, id_, "", ambiguous.model.text)
    for id_, target in corpus.targets.items():
        yield from _names("target", "target", id_, target.model.names.root)
    for id_, card in corpus.emergencies.items():
        yield from _names("emergency", "emergency", id_, card.model.title.root)
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


def _claim(id_: str, claim: Claim, corpus: Corpus) -> Iterator[_Entry]:
    """A claim is found by its words, answer, subjects, figures and sources."""
    cited = (*claim.heard_in, *claim.supported_by, *claim.contradicted_by)
    for language, statement in claim.statement.root.items():
        more = [claim.answer.root.get(language, "")]
        for figure in claim.figures:
            more += [
                figure.value.root.get(language, ""),
                figure.comparator.root.get(language, ""),
            ]
        for source_id in cited:
            if source_id in corpus.sources:
                source = corpus.sources[source_id].model
                more += [source.authors or "", source.title]
        for subject in claim.subjects:
            for table in (corpus.substances, corpus.classes, corpus.topics):
                if subject in table:
                    names = table[subject].model.names.root
                    more.append(names.get(language, ""))
            if subject in corpus.topics:
                aliases = corpus.topics[subject].model.aliases
                more += [alias.text for alias in aliases]
        more.append(" ".join(claim.rows))
        yield _entry("claim", "claim", id_, language, statement, " ".join(more))


def _source(id_: str, source: Source) -> _Entry:
    more = f"{source.authors or ''} {source.year or ''} {source.doi or ''} {id_}"
    return _entry("source", "source", id_, "", source.title, more)
