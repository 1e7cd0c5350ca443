"""Fact sheets, targets, and the lists one browses."""

import sqlite3

from hrterm.domain.substance import (
    Alias,
    Duration,
    Fact,
    Sheet,
    Span,
)
from hrterm.store.citing import citations
from hrterm.store.listing import members
from hrterm.store.mechanisms import mechanisms
from hrterm.store.texts import Texts

INHERITED = ("risks", "reduce_harm", "danger_signs", "contraindications", "naloxone")
"""Sections in which a class speaks for its members as well."""


def sheet(id_: str, connection: sqlite3.Connection, texts: Texts) -> Sheet:
    """All that is known of one substance or class.

    Raises:
        KeyError: when there is no such id.
    """
    row = connection.execute(
        "SELECT type, kind, overdose, form_of, cas, inchikey, atc, summary_text, "
        "reviewed_on FROM subject WHERE id = ?",
        (id_,),
    ).fetchone()
    if row is None:
        raise KeyError(id_)
    type_, kind, overdose, form_of, cas, inchikey, atc, summary, reviewed_on = row
    words = texts.texts([summary])
    identifiers = (("cas", cas), ("atc", atc), ("inchikey", inchikey))
    return Sheet(
        id_,
        type_,
        texts.names("subject", [id_])[id_],
        kind or "",
        overdose,
        words[summary],
        _aliases(id_, connection),
        tuple((name, value) for name, value in identifiers if value),
        _column(
            connection, "SELECT parent FROM parent WHERE subject = ? ORDER BY 1", id_
        ),
        members(id_, connection) if type_ == "class" else (),
        form_of or "",
        _parts(id_, 1, connection),
        _parts(id_, 0, connection),
        _durations(id_, connection),
        mechanisms(id_, connection, texts),
        facts("subject", _owners(id_, connection), connection, texts),
        cards_of(id_, connection),
        reviewed_on,
    )


def cards_of(id_: str, connection: sqlite3.Connection) -> tuple[str, ...]:
    """Emergency cards of one subject and its classes, the most likely first."""
    return _column(
        connection,
        "SELECT emergency FROM emergency_subject AS concerned "
        "JOIN lineage ON ancestor = concerned.subject "
        "WHERE lineage.subject = ? GROUP BY emergency "
        "ORDER BY min(distance * 1000 + position), emergency",
        id_,
    )


def facts(
    kind: str, owners: list[str], connection: sqlite3.Connection, texts: Texts
) -> dict[str, tuple[Fact, ...]]:
    """Facts by section; the first owner's own, then what the others pass on."""
    found: dict[str, dict[str, Fact]] = {}
    rows = []
    for owner in owners:
        rows += connection.execute(
            "SELECT id, owner, section, text_text, evidence, verification, condition, "
            "wait_low, wait_high FROM fact WHERE owner_kind = ? AND owner = ? "
            "ORDER BY section, position",
            (kind, owner),
        ).fetchall()
    words = texts.texts(row[3] for row in rows)
    cited = citations(connection, "fact", (row[0] for row in rows))
    for number, owner, section, text, evidence, verification, condition, *wait in rows:
        own = owner == owners[0]
        if not own and section not in INHERITED:
            continue
        if section == "naloxone" and section in found and not own:
            continue
        fact = Fact(
            words[text],
            evidence,
            verification,
            cited.get(str(number), ()),
            condition or "",
            (wait[0], wait[1]) if wait[0] is not None else None,
            "" if own else owner,
        )
        found.setdefault(section, {}).setdefault(fact.text, fact)
    return {section: tuple(listed.values()) for section, listed in found.items()}


def _owners(id_: str, connection: sqlite3.Connection) -> list[str]:
    """The subject, then what it is a form of and its classes, nearest first."""
    rows = connection.execute(
        "SELECT ancestor FROM lineage WHERE subject = ? AND NOT atypical "
        "ORDER BY distance, ancestor",
        (id_,),
    )
    return [row[0] for row in rows]


def _aliases(id_: str, connection: sqlite3.Connection) -> tuple[Alias, ...]:
    rows = connection.execute(
        "SELECT text, type, coalesce(language, ''), coalesce(region, '') "
        "FROM alias WHERE subject = ? ORDER BY id",
        (id_,),
    )
    return tuple(Alias(*row) for row in rows)


def _parts(id_: str, certain: int, connection: sqlite3.Connection) -> tuple[str, ...]:
    return _column(
        connection,
        "SELECT part FROM part WHERE subject = ? "
        f"AND certain = {int(certain)} ORDER BY 1",
        id_,
    )


def _column(connection: sqlite3.Connection, sql: str, id_: str) -> tuple[str, ...]:
    return tuple(row[0] for row in connection.execute(sql, (id_,)))


def _durations(id_: str, connection: sqlite3.Connection) -> tuple[Duration, ...]:
    rows = connection.execute(
        "SELECT * FROM duration WHERE subject = ? ORDER BY position", (id_,)
    ).fetchall()
    cited = citations(connection, "duration", (row[0] for row in rows))
    return tuple(
        Duration(
            row[3],
            _span(row[4], row[5]),
            _span(row[6], row[7]),
            _span(row[8], row[9]),
            _span(row[10], row[11]),
            row[12],
            row[13],
            cited.get(str(row[0]), ()),
        )
        for row in rows
    )


def _span(low: int | None, high: int | None) -> Span | None:
    return None if low is None or high is None else (low, high)
