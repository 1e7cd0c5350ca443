"""What resolving needs, read for a few subjects or for all."""

import sqlite3
from collections.abc import Iterable, Sequence

from hrterm.domain.interaction import MechanismRule, Side, StackingRule, Statement
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.mechanism import Action
from hrterm.domain.taxonomy import Step, Subject


def knowledge(connection: sqlite3.Connection, ids: Iterable[str]) -> Knowledge:
    """Knowledge on these subjects, on what they hold, and on members of classes."""
    wanted = _widened(connection, list(dict.fromkeys(ids)))
    subjects = _subjects(connection, wanted)
    ancestors = sorted({s.subject for one in subjects.values() for s in one.lineage})
    return Knowledge(
        subjects,
        _statements(connection, ancestors),
        _mechanism_rules(connection),
        _stacking_rules(connection),
    )


def everything(connection: sqlite3.Connection) -> Knowledge:
    """Knowledge on every substance and class."""
    return knowledge(connection, [row[0] for row in connection.execute(_ALL)])


_ALL = "SELECT id FROM subject ORDER BY id"


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _widened(connection: sqlite3.Connection, ids: list[str]) -> list[str]:
    """The ids, the members of those that are classes, and what any of them holds."""
    members = connection.execute(
        "SELECT lineage.subject FROM lineage "
        "JOIN subject AS class ON class.id = ancestor AND class.type = 'class' "
        "JOIN subject AS one ON one.id = lineage.subject AND one.type = 'substance' "
        f"WHERE ancestor IN ({_marks(ids)}) ORDER BY 1",
        ids,
    )
    wanted = dict.fromkeys([*ids, *(row[0] for row in members)])
    queue = list(wanted)
    while queue:
        parts = connection.execute(
            f"SELECT part FROM part WHERE subject IN ({_marks(queue)}) ORDER BY 1",
            queue,
        )
        queue = [row[0] for row in parts if row[0] not in wanted]
        wanted.update(dict.fromkeys(queue))
    return list(wanted)


def _subjects(connection: sqlite3.Connection, ids: list[str]) -> dict[str, Subject]:
    marks = _marks(ids)
    lineages: dict[str, list[Step]] = {id_: [] for id_ in ids}
    stacking: dict[str, set[str]] = {id_: set() for id_ in ids}
    for subject, ancestor, distance, atypical, stacks in connection.execute(
        "SELECT lineage.subject, ancestor, distance, atypical, "
        "subject.stacks OR subject.type = 'substance' "
        "FROM lineage JOIN subject ON subject.id = ancestor "
        f"WHERE lineage.subject IN ({marks}) ORDER BY distance, ancestor",
        ids,
    ):
        lineages[subject].append(Step(ancestor, distance, bool(atypical)))
        if stacks:
            stacking[subject].add(ancestor)
    actions: dict[str, list[Action]] = {id_: [] for id_ in ids}
    for subject, target, kind, strength in connection.execute(
        "SELECT subject, target, kind, strength FROM action "
        f"WHERE subject IN ({marks}) ORDER BY subject, position",
        ids,
    ):
        actions[subject].append(Action(target, kind, strength))
    parts: dict[tuple[str, int], list[str]] = {}
    for subject, part, certain in connection.execute(
        "SELECT subject, part, certain FROM part "
        f"WHERE subject IN ({marks}) ORDER BY subject, part",
        ids,
    ):
        parts.setdefault((subject, certain), []).append(part)
    types = dict(
        connection.execute(f"SELECT id, type FROM subject WHERE id IN ({marks})", ids)
    )
    return {
        id_: Subject(
            id_,
            tuple(lineages[id_]),
            tuple(actions[id_]),
            tuple(parts.get((id_, 1), ())),
            tuple(parts.get((id_, 0), ())),
            types[id_] == "class",
            frozenset(stacking[id_]),
        )
        for id_ in ids
        if id_ in types
    }


def _statements(
    connection: sqlite3.Connection, ancestors: list[str]
) -> list[Statement]:
    """Statements with both sides among these ids."""
    marks = _marks(ancestors)
    overrides: dict[str, set[str]] = {}
    holds_for: dict[str, set[str]] = {}
    rows = connection.execute(
        'SELECT id, a, b, hazards, risk, effect, "order", evidence, verification, '
        "routes, routes_of FROM statement "
        f"WHERE a IN ({marks}) AND b IN ({marks}) ORDER BY id",
        [*ancestors, *ancestors],
    ).fetchall()
    ids = [row[0] for row in rows]
    for statement, overridden in connection.execute(
        "SELECT statement, overrides FROM statement_override "
        f"WHERE statement IN ({_marks(ids)})",
        ids,
    ):
        overrides.setdefault(statement, set()).add(overridden)
    for statement, subject in connection.execute(
        "SELECT statement, subject FROM statement_holds_for "
        f"WHERE statement IN ({_marks(ids)})",
        ids,
    ):
        holds_for.setdefault(statement, set()).add(subject)
    return [
        Statement._make(
            (
                id_,
                a,
                b,
                tuple(hazards.split()),
                *rest,
                frozenset(overrides.get(id_, ())),
                frozenset(holds_for.get(id_, ())),
                frozenset(routes.split()),
                routes_of,
            )
        )
        for id_, a, b, hazards, *rest, routes, routes_of in rows
    ]


def _mechanism_rules(connection: sqlite3.Connection) -> tuple[MechanismRule, ...]:
    sides: dict[tuple[str, str], dict[str, set[str]]] = {}
    for rule, side, target, kind in connection.execute(
        "SELECT rule, side, target, kind FROM rule_side"
    ):
        sides.setdefault((rule, side), {}).setdefault(target, set()).add(kind)
    made = []
    for id_, hazard, risk, effect, evidence, verification in connection.execute(
        "SELECT id, hazard, risk, effect, evidence, verification FROM rule "
        "WHERE type = 'mechanism' ORDER BY id"
    ):
        a, b = (
            Side(target, frozenset(kinds))  # type: ignore[arg-type]
            for side in ("a", "b")
            for target, kinds in sides[id_, side].items()
        )
        made.append(
            MechanismRule(id_, a, b, hazard, risk, effect, evidence, verification)
        )
    return tuple(made)


def _stacking_rules(connection: sqlite3.Connection) -> tuple[StackingRule, ...]:
    groups: dict[tuple[str, str], set[str]] = {}
    for rule, side, subject in connection.execute(
        "SELECT rule, side, subject FROM rule_member"
    ):
        groups.setdefault((rule, side), set()).add(subject)
    rows = connection.execute(
        "SELECT id, hazard, risk, risk_of_three, chain, evidence, verification "
        "FROM rule WHERE type = 'stacking' ORDER BY id"
    )
    return tuple(
        StackingRule(
            id_,
            hazard,
            two,
            three,
            frozenset(groups.get((id_, "members"), ())),
            frozenset(groups.get((id_, "first"), ())),
            frozenset(groups.get((id_, "second"), ())),
            bool(chain),
            evidence,
            verification,
        )
        for id_, hazard, two, three, chain, evidence, verification in rows
    )
