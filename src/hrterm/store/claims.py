"""Claims, studies, sources and emergency cards."""

import sqlite3
from collections.abc import Iterable
from typing import Any, TypeVar

from hrterm.domain.claim import Arm, Claim, Figure, Study
from hrterm.domain.emergency import EmergencyCard
from hrterm.domain.source import Source
from hrterm.store.citing import citations
from hrterm.store.selecting import select
from hrterm.store.sheets import facts
from hrterm.store.texts import Texts

Key = TypeVar("Key")
Value = TypeVar("Value")


def claims(
    ids: list[str], connection: sqlite3.Connection, texts: Texts
) -> tuple[Claim, ...]:
    """Claims in the order of the ids."""
    rows = {
        row[0]: row
        for row in select(
            connection,
            "SELECT id, statement_text, verdict, evidence, verification, answer_text, "
            "reviewed_on FROM claim WHERE id IN ({ids})",
            ids,
        )
    }
    figures = _figures(ids, connection)
    subjects = _subjects(ids, connection)
    cited = _cited(ids, connection)
    words = texts.texts(
        [row[place] for row in rows.values() for place in (1, 5)]
        + [text for listed in figures.values() for parts in listed for text in parts]
    )
    return tuple(
        Claim(
            id_,
            words[row[1]],
            subjects.get(id_, ()),
            row[2],
            row[3],
            row[4],
            words[row[5]],
            tuple(
                Figure._make(words[text] for text in parts)
                for parts in figures.get(id_, ())
            ),
            cited.get((id_, "heard_in"), ()),
            cited.get((id_, "supported_by"), ()),
            cited.get((id_, "contradicted_by"), ()),
            row[6],
        )
        for id_ in ids
        if (row := rows.get(id_)) is not None
    )


def _figures(
    ids: list[str], connection: sqlite3.Connection
) -> dict[str, tuple[list[int], ...]]:
    """By claim: the texts of each figure, by number."""
    rows = select(
        connection,
        "SELECT claim, value_text, comparator_text, denominator_text, text_text "
        "FROM figure WHERE claim IN ({ids}) ORDER BY claim, position",
        ids,
    )
    return _grouped((claim, parts) for claim, *parts in rows)


def _subjects(
    ids: list[str], connection: sqlite3.Connection
) -> dict[str, tuple[str, ...]]:
    """By claim: what it is about."""
    return _grouped(
        select(
            connection,
            "SELECT claim, subject FROM claim_subject WHERE claim IN ({ids})",
            ids,
        )
    )


def _cited(
    ids: list[str], connection: sqlite3.Connection
) -> dict[tuple[str, str], tuple[str, ...]]:
    """By claim and by what a source does for it: the sources."""
    rows = select(
        connection,
        "SELECT claim, role, source FROM claim_source WHERE claim IN ({ids}) "
        "ORDER BY claim, role, position",
        ids,
    )
    return _grouped(((claim, role), source) for claim, role, source in rows)


def _grouped(rows: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """What stands beside each key, in the order of the rows."""
    found: dict[Key, list[Value]] = {}
    for key, value in rows:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def all_ids(connection: sqlite3.Connection) -> list[str]:
    """Every claim."""
    return [row[0] for row in connection.execute("SELECT id FROM claim ORDER BY id")]


def claims_about(subject: str, connection: sqlite3.Connection) -> list[str]:
    """Ids of the claims on a subject."""
    rows = connection.execute(
        "SELECT claim FROM claim_subject WHERE subject = ? ORDER BY claim", (subject,)
    )
    return [row[0] for row in rows]


def studies(
    subject: str, connection: sqlite3.Connection, texts: Texts
) -> tuple[Study, ...]:
    """Studies of a subject; all when it is empty."""
    rows = connection.execute(
        "SELECT id, title_text, design_text, funding_text, registry, status FROM study "
        "WHERE ? = '' OR id IN (SELECT study FROM study_subject WHERE subject = ?) "
        "ORDER BY id",
        (subject, subject),
    ).fetchall()
    arms: dict[str, tuple[list[Any], ...]] = _grouped(
        (study, parts)
        for study, *parts in connection.execute(
            "SELECT study, name_text, randomised, analysed, result_text FROM arm "
            "ORDER BY study, position"
        )
    )
    words = texts.texts(
        [row[place] for row in rows for place in (1, 2, 3)]
        + [
            arm[place]
            for row in rows
            for arm in arms.get(row[0], ())
            for place in (0, 3)
        ]
    )
    cited = citations(connection, "study", (row[0] for row in rows))
    return tuple(
        Study(
            id_,
            words[title],
            words[design],
            tuple(
                Arm(words[name], randomised, analysed, words[result])
                for name, randomised, analysed, result in arms.get(id_, ())
            ),
            words[funding] if funding else "",
            registry or "",
            status,
            cited.get(id_, ()),
        )
        for id_, title, design, funding, registry, status in rows
    )


def sources(
    ids: list[str] | None, connection: sqlite3.Connection
) -> tuple[Source, ...]:
    """The bibliography, or some entries of it in the order of the ids."""
    columns = (
        "id, type, title, coalesce(authors, ''), year, coalesce(url, ''), "
        "coalesce(doi, ''), status, coalesce(accessed, '')"
    )
    if ids is None:
        rows = connection.execute(f"SELECT {columns} FROM source ORDER BY id")
        return tuple(Source(*row) for row in rows)
    found: dict[str, Source] = {}
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        marks = ",".join("?" * len(some))
        for row in connection.execute(
            f"SELECT {columns} FROM source WHERE id IN ({marks})", some
        ):
            found[row[0]] = Source(*row)
    return tuple(found[id_] for id_ in ids if id_ in found)


def cards(
    ids: list[str] | None, connection: sqlite3.Connection, texts: Texts
) -> tuple[EmergencyCard, ...]:
    """Emergency cards: some as they are asked for, or all, the most urgent first."""
    rows = dict(
        connection.execute(
            "SELECT id, reviewed_on FROM emergency ORDER BY rank, id"
        ).fetchall()
    )
    wanted = [id_ for id_ in (rows if ids is None else ids) if id_ in rows]
    titles = texts.names("emergency", wanted)
    made = []
    for id_ in wanted:
        said = facts("emergency", [id_], connection, texts)
        concerns = connection.execute(
            "SELECT subject FROM emergency_subject WHERE emergency = ? ORDER BY 1",
            (id_,),
        )
        made.append(
            EmergencyCard(
                id_,
                titles[id_],
                said.get("signs", ()),
                said.get("steps", ()),
                said.get("do_not", ()),
                tuple(row[0] for row in concerns),
                rows[id_],
            )
        )
    return tuple(made)
