"""What acts at which target, and how that was shown."""

import sqlite3
from typing import Any

from hrterm.domain.substance import Mechanism, Target
from hrterm.store.citing import citations
from hrterm.store.texts import Texts


def mechanisms(
    id_: str, connection: sqlite3.Connection, texts: Texts
) -> tuple[Mechanism, ...]:
    """What it does at its targets, then what its classes share."""
    rows = connection.execute(
        "SELECT mechanism.id, mechanism.subject, mechanism.target, mechanism.action, "
        "mechanism.strength, level, evidence, verification, text_text FROM lineage "
        "JOIN mechanism ON mechanism.subject = ancestor "
        "JOIN action ON action.subject = lineage.subject "
        "AND action.target = mechanism.target AND action.kind = mechanism.action "
        "WHERE lineage.subject = ? GROUP BY mechanism.id "
        "ORDER BY distance, ancestor, mechanism.position",
        (id_,),
    )
    return _mechanisms(rows.fetchall(), id_, connection, texts)


def _mechanisms(
    rows: list[tuple[Any, ...]], own: str, connection: sqlite3.Connection, texts: Texts
) -> tuple[Mechanism, ...]:
    words = texts.texts(row[8] for row in rows)
    cited = citations(connection, "mechanism", (row[0] for row in rows))
    made: dict[tuple[str, str], Mechanism] = {}
    for number, owner, *parts, text in rows:
        inherited = "" if owner == own else owner
        sources = cited.get(str(number), ())
        one = Mechanism._make((*parts, words[text], sources, inherited))
        made.setdefault((one.target, one.action), one)
    return tuple(made.values())


def targets(
    ids: list[str], connection: sqlite3.Connection, texts: Texts
) -> tuple[Target, ...]:
    """Targets with every substance and class whose sheet names them."""
    made = []
    names = texts.names("target", ids)
    for id_ in ids:
        row = connection.execute(
            "SELECT kind, summary_text FROM target WHERE id = ?", (id_,)
        ).fetchone()
        if row is None:
            raise KeyError(id_)
        rows = connection.execute(
            "SELECT id, subject, target, action, strength, level, evidence, "
            "verification, text_text FROM mechanism WHERE target = ? "
            "ORDER BY subject, position",
            (id_,),
        ).fetchall()
        words = texts.texts([row[1], *(r[8] for r in rows)])
        cited = citations(connection, "mechanism", (r[0] for r in rows))
        substances = tuple(
            (
                r[1],
                Mechanism._make((*r[2:8], words[r[8]], cited.get(str(r[0]), ()), "")),
            )
            for r in rows
        )
        made.append(Target(id_, names[id_], row[0], words[row[1]], substances))
    return tuple(made)


def acting(connection: sqlite3.Connection, texts: Texts) -> list[tuple[str, Mechanism]]:
    """What every substance does at its targets, its classes' mechanisms included.

    Where a nearer sheet speaks of a target, farther ones are left out.
    """
    rows = connection.execute(
        "SELECT lineage.subject, m.target, m.action, m.strength, m.level, m.evidence, "
        "m.verification, m.text_text, m.subject FROM mechanism AS m "
        "JOIN lineage ON lineage.ancestor = m.subject "
        "JOIN subject ON subject.id = lineage.subject AND subject.type = 'substance' "
        "WHERE EXISTS (SELECT 1 FROM action WHERE action.subject = lineage.subject "
        "AND action.target = m.target AND action.kind = m.action) "
        "ORDER BY lineage.subject, lineage.distance, m.position"
    ).fetchall()
    words = texts.texts(row[7] for row in rows)
    nearest: dict[tuple[str, str], tuple[str, Mechanism]] = {}
    for subject, target, action, strength, level, evidence, read, text, by in rows:
        nearest.setdefault(
            (subject, target),
            (
                subject,
                Mechanism(
                    target,
                    action,
                    strength,
                    level,
                    evidence,
                    read,
                    words[text],
                    (),
                    by if by != subject else "",
                ),
            ),
        )
    return list(nearest.values())


def target_kinds(connection: sqlite3.Connection) -> dict[str, str]:
    """What each target is: receptor, transporter, enzyme ..."""
    return dict(connection.execute("SELECT id, kind FROM target"))
