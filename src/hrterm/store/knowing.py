"""What resolving needs, read for a few subjects or for all."""

import sqlite3
from collections.abc import Iterable, Sequence
from sys import intern

from hrterm.domain.interaction import MechanismRule, Side, StackingRule, Statement
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.lineage import Step, Subject
from hrterm.domain.mechanism import Action

_MANY = 300
"""From so many ids on, reading all there is takes no longer than choosing."""

_Ids = list[str] | None
"""Ids to choose; None for all."""


class Knowing:
    """Reads knowledge as it is asked for, and keeps what it has read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read from ``connection``, as yet nothing."""
        self._connection = connection
        self._known: Knowledge | None = None
        self._asked: set[str] = set()
        """Ids of which members and parts are known as well."""
        self._ancestors: set[str] = set()
        """Ids between which all that is stated is known."""
        self._is_whole = False

    def about(self, ids: Iterable[str]) -> Knowledge:
        """Knowledge on these subjects, on what they hold, and on members of classes."""
        new = [id_ for id_ in dict.fromkeys(ids) if id_ not in self._asked]
        if self._known is None or (new and not self._is_whole):
            self._read(new)
            self._asked.update(new)
        assert self._known is not None
        return self._known

    def all(self) -> Knowledge:
        """Knowledge on every substance and class."""
        if self._known is None or not self._is_whole:
            self._known = everything(self._connection)
            self._is_whole = True
        return self._known

    def _read(self, ids: list[str]) -> None:
        known = self._known.subjects if self._known else {}
        wanted = [id_ for id_ in _widened(self._connection, ids) if id_ not in known]
        if len(wanted) + len(known) > _MANY:
            self.all()
            return
        subjects = _subjects(self._connection, wanted)
        lineage = {step.subject for one in subjects.values() for step in one.lineage}
        fresh = sorted(lineage - self._ancestors)
        statements = _statements(self._connection, fresh, sorted(self._ancestors))
        self._ancestors.update(fresh)
        if self._known is None:
            self._known = _known(self._connection, subjects, statements)
        else:
            self._known.add(subjects, statements)


def everything(connection: sqlite3.Connection) -> Knowledge:
    """Knowledge on every substance and class."""
    return _known(
        connection, _subjects(connection, None), _statements(connection, None)
    )


def _known(
    connection: sqlite3.Connection,
    subjects: dict[str, Subject],
    statements: list[Statement],
) -> Knowledge:
    return Knowledge(
        subjects,
        statements,
        _mechanism_rules(connection),
        _stacking_rules(connection),
    )


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _only(column: str, ids: _Ids) -> str:
    """The condition that chooses these ids."""
    return "true" if ids is None else f"{column} IN ({_marks(ids)})"


def _widened(connection: sqlite3.Connection, ids: list[str]) -> list[str]:
    """The ids, what any of them holds, and the members of what is a class."""
    wanted = dict.fromkeys(ids)
    queue = ids
    while queue:
        marks = _marks(queue)
        near = connection.execute(
            "SELECT one.id FROM lineage "
            "JOIN subject AS class ON class.id = ancestor AND class.type = 'class' "
            "JOIN subject AS one "
            "ON one.id = lineage.subject AND one.type = 'substance' "
            f"WHERE ancestor IN ({marks}) "
            f"UNION SELECT part FROM part WHERE subject IN ({marks}) ORDER BY 1",
            [*queue, *queue],
        )
        queue = [row[0] for row in near if row[0] not in wanted]
        wanted |= dict.fromkeys(queue)
    return list(wanted)


def _subjects(connection: sqlite3.Connection, ids: _Ids) -> dict[str, Subject]:
    types = dict(
        connection.execute(
            f"SELECT id, type FROM subject WHERE {_only('id', ids)} ORDER BY id",
            ids or (),
        ).fetchall()
    )
    lineages: dict[str, list[Step]] = {id_: [] for id_ in types}
    stacking: set[str] = set()
    for subject, ancestor, distance, atypical, stacks in connection.execute(
        "SELECT subject, ancestor, distance, atypical, stacks OR type = 'substance' "
        "FROM lineage JOIN subject AS one ON one.id = ancestor "
        f"WHERE {_only('subject', ids)}",
        ids or (),
    ):
        # The same few words and ids come again and again: each is held once.
        lineages[subject].append(Step(intern(ancestor), distance, bool(atypical)))
        if stacks:
            stacking.add(ancestor)
    actions: dict[str, list[Action]] = {id_: [] for id_ in types}
    for subject, target, kind, strength in connection.execute(
        "SELECT subject, target, kind, strength FROM action "
        f"WHERE {_only('subject', ids)} ORDER BY subject, position",
        ids or (),
    ):
        actions[subject].append(Action(target, kind, strength))
    parts: dict[tuple[str, int], list[str]] = {}
    for subject, part, certain in connection.execute(
        "SELECT subject, part, certain FROM part "
        f"WHERE {_only('subject', ids)} ORDER BY subject, part",
        ids or (),
    ):
        parts.setdefault((subject, certain), []).append(part)
    return {
        id_: Subject(
            id_,
            tuple(sorted(lineages[id_], key=_nearest_first)),
            tuple(actions[id_]),
            tuple(parts.get((id_, 1), ())),
            tuple(parts.get((id_, 0), ())),
            type_ == "class",
            frozenset(
                step.subject for step in lineages[id_] if step.subject in stacking
            ),
        )
        for id_, type_ in types.items()
    }


def _nearest_first(step: Step) -> tuple[int, str]:
    return step.distance, step.subject


def _statements(
    connection: sqlite3.Connection, ids: _Ids, others: Sequence[str] = ()
) -> list[Statement]:
    """Statements with both sides among the ids, or one there and one among others."""
    asked = (
        'SELECT id, a, b, hazards, risk, effect, "order", evidence, verification, '
        "routes, routes_of FROM statement "
    )
    if ids is None:
        rows = connection.execute(f"{asked} ORDER BY id").fetchall()
    else:
        either = [*ids, *others]
        some = f"{asked} WHERE a IN ({_marks(ids)}) AND b IN ({_marks(either)})"
        rows = connection.execute(f"{some} ORDER BY id", [*ids, *either]).fetchall()
    if ids and others:
        more = f"{asked} WHERE a IN ({_marks(others)}) AND b IN ({_marks(ids)})"
        rows += connection.execute(f"{more} ORDER BY id", [*others, *ids]).fetchall()
    choose = ids is not None and len(rows) <= _MANY
    few = [row[0] for row in rows] if choose else None
    overrides = _listed(connection, "statement_override", "overrides", few)
    holds_for = _listed(connection, "statement_holds_for", "subject", few)
    nobody: frozenset[str] = frozenset()
    return [
        Statement._make(
            (
                id_,
                intern(a),
                intern(b),
                tuple(map(intern, hazards.split())),
                *map(intern, rest),
                overrides.get(id_, nobody),
                holds_for.get(id_, nobody),
                frozenset(routes.split()) if routes else nobody,
                routes_of,
            )
        )
        for id_, a, b, hazards, *rest, routes, routes_of in rows
    ]


def _listed(
    connection: sqlite3.Connection, table: str, column: str, statements: _Ids
) -> dict[str, frozenset[str]]:
    """What a table lists for each statement."""
    found: dict[str, set[str]] = {}
    for statement, listed in connection.execute(
        f"SELECT statement, {column} FROM {table} "
        f"WHERE {_only('statement', statements)}",
        statements or (),
    ):
        found.setdefault(statement, set()).add(listed)
    return {statement: frozenset(listed) for statement, listed in found.items()}


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
