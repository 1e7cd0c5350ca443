"""What an edition answers, out of a database or a data folder."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from hrterm.content.corpus import Corpus
from hrterm.content.knowing import knowledge
from hrterm.content.models.base import Text
from hrterm.content.rows import names as name_rows
from hrterm.content.rows.shared import Tables
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.language import chain
from hrterm.store.knowing import everything
from hrterm.store.opening import DatabaseError, open_database
from hrterm.store.texts import Texts


class LawLine(NamedTuple):
    """What one record of law says, its date of reading left out."""

    status: str
    possession: str
    schedule: str
    """In English, where it has one."""
    effective_from: str
    effective_to: str


class Answers(NamedTuple):
    """All that two editions are compared by."""

    knowledge: Knowledge
    names: Mapping[str, frozenset[str]]
    """What each folded spelling means."""
    spellings: Mapping[str, str]
    """Folded spellings as they are written."""
    confusable: frozenset[str]
    """Ids that are never guessed."""
    law: Mapping[tuple[str, str], tuple[LawLine, ...]]
    """By substance and place."""
    claims: Mapping[str, str]
    """Verdicts by id."""
    reviewers: Mapping[str, tuple[str, ...]]
    """Who reviewed a statement; a database does not tell."""
    labels: Mapping[str, str]
    """Names of substances and classes in the reader's language."""


def from_corpus(corpus: Corpus, language: str) -> Answers:
    """The answers of a data folder that holds."""
    tables = Tables()
    name_rows.add(corpus, tables)
    return Answers(
        knowledge(corpus),
        *_named((row["folded"], row["subject"], row["text"]) for row in tables["name"]),
        frozenset(row["subject"] for row in tables["confusable"]),
        _law(corpus),
        {id_: entry.model.verdict for id_, entry in corpus.claims.items()},
        {
            id_: statement.entry.model.reviewed_by
            for id_, statement in corpus.statements.items()
        },
        _labels(corpus, language),
    )


def from_database(path: str, language: str) -> Answers:
    """The answers of a database.

    Raises:
        DatabaseError: when it cannot be used, or its tables are not those of today.
    """
    connection = open_database(path)
    try:
        return _stored(connection, language)
    except sqlite3.Error as error:
        raise DatabaseError("other-schema", path) from error
    finally:
        connection.close()


def _stored(connection: sqlite3.Connection, language: str) -> Answers:
    known = everything(connection)
    rows = connection.execute("SELECT folded, subject, text FROM name")
    names, spellings = _named(rows)
    confusable = connection.execute("SELECT DISTINCT subject FROM confusable")
    return Answers(
        known,
        names,
        spellings,
        frozenset(row[0] for row in confusable),
        _stored_law(connection),
        dict(connection.execute("SELECT id, verdict FROM claim")),
        {},
        Texts(connection, language).names("subject", known.subjects),
    )


def _named(
    rows: Iterable[tuple[str, str, str]],
) -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    meanings: dict[str, set[str]] = {}
    spellings: dict[str, str] = {}
    for folded, subject, text in rows:
        meanings.setdefault(folded, set()).add(subject)
        spellings.setdefault(folded, text)
    return {name: frozenset(ids) for name, ids in meanings.items()}, spellings


def _law(corpus: Corpus) -> dict[tuple[str, str], tuple[LawLine, ...]]:
    return _grouped(
        (
            record.substance,
            code,
            record.status,
            record.possession,
            record.schedule.root["en"] if record.schedule else "",
            record.from_ or "",
            record.to or "",
        )
        for code, entry in corpus.jurisdictions.items()
        for record in entry.model.records
    )


def _stored_law(
    connection: sqlite3.Connection,
) -> dict[tuple[str, str], tuple[LawLine, ...]]:
    return _grouped(
        connection.execute(
            "SELECT substance, jurisdiction, status, possession, "
            "coalesce(text.text, ''), coalesce(effective_from, ''), "
            "coalesce(effective_to, '') FROM law LEFT JOIN text "
            "ON text.id = schedule_text AND text.language = 'en'"
        )
    )


def _grouped(
    rows: Iterable[tuple[Any, ...]],
) -> dict[tuple[str, str], tuple[LawLine, ...]]:
    grouped: dict[tuple[str, str], list[LawLine]] = {}
    for substance, code, *line in rows:
        grouped.setdefault((substance, code), []).append(LawLine(*line))
    return {key: tuple(sorted(lines)) for key, lines in grouped.items()}


def _labels(corpus: Corpus, language: str) -> dict[str, str]:
    labels = {
        id_: _name(entry.model.names, language)
        for id_, entry in corpus.substances.items()
    }
    for id_, entry in corpus.classes.items():
        labels[id_] = _name(entry.model.names, language)
    return labels


def _name(names: Text, language: str) -> str:
    return next(names.root[code] for code in chain(language) if code in names.root)
