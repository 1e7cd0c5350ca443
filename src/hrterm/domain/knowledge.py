"""All that resolving needs to know, laid out so that a pair is found at once."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hrterm.domain.interaction import MechanismRule, StackingRule, Statement
from hrterm.domain.lineage import Step, Subject, members
from hrterm.domain.risk import badness
from hrterm.domain.vocabulary import ActionKind

_NO_STATEMENTS: dict[str, list[Statement]] = {}
_UNKNOWN = badness("unknown")
_FACED = 64
"""Of so many ids it is kept what they meet: more than are ever asked about at once."""

RuleSide = tuple[str, int]
"""A side of a rule, with the position of the rule."""
Mark = str | RuleSide
"""By what a subject is found: an id of its lineage, or its side in a rule."""

_FACING = {
    "a": "b",
    "b": "a",
    "members": "members",
    "first": "second",
    "second": "first",
}
"""By sides of rules, the side that has to meet them."""


class Group(NamedTuple):
    """How one subject belongs to the sides of one stacking rule."""

    members: Step | None
    first: Step | None
    second: Step | None


class Roles(NamedTuple):
    """The rules that one subject can take part in, by their positions."""

    as_a: frozenset[int]
    as_b: frozenset[int]
    groups: dict[int, Group]
    acts_on: tuple[RuleSide, ...]
    """The sides of mechanism rules, once more, one by one."""
    counts_on: dict[RuleSide, tuple[str, ...]]
    """The sides of stacking rules, one by one, each with the id of the subject."""


class Part(NamedTuple):
    """A subject itself, or one that it holds or may hold."""

    subject: Subject
    roles: Roles
    stated: Mapping[str, list[tuple[Step, Statement]]]
    """What is stated on any step of its lineage, by the other id that is named."""
    via: str = ""
    depth: int = 0
    possible: bool = False


class Knowledge:
    """Subjects, statements and rules; what it works out from them, it keeps."""

    def __init__(
        self,
        subjects: Mapping[str, Subject],
        statements: Iterable[Statement],
        mechanism_rules: tuple[MechanismRule, ...] = (),
        stacking_rules: tuple[StackingRule, ...] = (),
    ) -> None:
        """Lay out the statements by either of their sides."""
        self.subjects: dict[str, Subject] = {}
        self.mechanism_rules = mechanism_rules
        self.stacking_rules = stacking_rules
        self._acting = _acting(mechanism_rules)
        self._counted = _counted(stacking_rules)
        self._stated: dict[str, dict[str, list[Statement]]] = {}
        self._roles: dict[str, Roles] = {}
        self._parts: dict[str, tuple[Part, ...]] = {}
        self._held_members: dict[str, tuple[Part, ...]] = {}
        self._members: dict[str, tuple[str, ...]] = {}
        self._marks: dict[str, tuple[Mark, ...]] = {}
        self._met: dict[str, dict[Mark, int]] = {}
        self.add(subjects, statements)

    def add(
        self, subjects: Mapping[str, Subject], statements: Iterable[Statement]
    ) -> None:
        """Take in more; nothing that is known already may come again."""
        self.subjects.update(subjects)
        for statement in statements:
            for one, other in {(statement.a, statement.b), (statement.b, statement.a)}:
                about = self._stated.setdefault(one, {})
                about.setdefault(other, []).append(statement)
        # What rests on more than one subject, or on what is stated.
        self._parts.clear()
        self._held_members.clear()
        self._members.clear()
        self._marks.clear()
        self._met.clear()

    def stated(self, id_: str) -> Mapping[str, list[Statement]]:
        """Statements that name this id, by the other id that they name."""
        return self._stated.get(id_, _NO_STATEMENTS)

    def members(self, class_id: str) -> tuple[str, ...]:
        """The substances that inherit from a class, sorted by id."""
        if class_id not in self._members:
            self._members[class_id] = members(class_id, self.subjects)
        return self._members[class_id]

    def stand_ins(self, id_: str) -> tuple[str, ...]:
        """The id itself; a class is followed by its members."""
        if self.subjects[id_].is_class:
            return (id_, *self.members(id_))
        return (id_,)

    def parts(self, id_: str) -> tuple[Part, ...]:
        """The subject, all that it contains, and all that it may contain."""
        parts = self._parts.get(id_)
        if parts is None:
            parts = self._parts[id_] = self._parts_of(id_)
        return parts

    def _parts_of(self, id_: str) -> tuple[Part, ...]:
        parts = [self._part(id_)]
        seen = {id_}
        for part in parts:
            held = [(inner, part.possible) for inner in part.subject.contains]
            held += [(inner, True) for inner in part.subject.may_contain]
            for inner, possible in held:
                if inner not in seen:
                    seen.add(inner)
                    parts.append(self._part(inner, inner, part.depth + 1, possible))
        return tuple(parts)

    def held_members(self, id_: str) -> tuple[Part, ...]:
        """Where it holds, or may hold, one of a class: each of that class.

        None that is among its parts already.
        """
        held = self._held_members.get(id_)
        if held is None:
            parts = self.parts(id_)
            known = {part.subject.id for part in parts}
            members = {
                member: part.depth + 1
                for part in parts
                if part.depth and part.subject.is_class
                for member in self.members(part.subject.id)
                if member not in known
            }
            held = self._held_members[id_] = tuple(
                self._part(member, member, depth, True)
                for member, depth in members.items()
            )
        return held

    def _part(
        self, id_: str, via: str = "", depth: int = 0, possible: bool = False
    ) -> Part:
        subject = self.subjects[id_]
        stated: dict[str, list[tuple[Step, Statement]]] = {}
        for step in subject.lineage:
            for other, statements in self.stated(step.subject).items():
                about = stated.setdefault(other, [])
                about += [(step, statement) for statement in statements]
        return Part(subject, self.roles(id_), stated, via, depth, possible)

    def roles(self, id_: str) -> Roles:
        """The rules that a subject can take part in."""
        roles = self._roles.get(id_)
        if roles is None:
            roles = self._roles[id_] = self._roles_of(self.subjects[id_])
        return roles

    def _roles_of(self, subject: Subject) -> Roles:
        acts_on: dict[RuleSide, None] = {}
        for action in subject.actions:
            for side in self._acting.get((action.target, action.kind), ()):
                # A weak action moves a level in the blood too little to warn of; in
                # every other hazard weak actions count as well.
                rule = self.mechanism_rules[side[1]]
                if rule.hazard != "exposure" or action.strength != "weak":
                    acts_on[side] = None
        # The most specific id of a group counts: the lineage begins with the nearest.
        counts_on: dict[RuleSide, Step] = {}
        for step in subject.lineage:
            for side in self._counted.get(step.subject, ()):
                counts_on.setdefault(side, step)
        return Roles(
            frozenset(position for side, position in acts_on if side == "a"),
            frozenset(position for side, position in acts_on if side == "b"),
            {
                position: Group(
                    counts_on.get(("members", position)),
                    counts_on.get(("first", position)),
                    counts_on.get(("second", position)),
                )
                for _, position in counts_on
            },
            tuple(acts_on),
            dict.fromkeys(counts_on, (subject.id,)),
        )

    def limit(self, id_: str, other: str) -> int:
        """The badness that no verdict on an id and another, or its members, exceeds.

        It leaves out of account what weakens and overrides. Both can but lower a risk,
        save for a `low` that becomes unknown, and nothing below that is told here.
        """
        met = self._met.get(other)
        if met is None:
            if len(self._met) >= _FACED:
                self._met.clear()
            met = self._met[other] = self._met_by(other)
        limit = _UNKNOWN
        for mark in self._marks_of(id_):
            bad = met.get(mark, 0)
            if bad > limit:
                limit = bad
        return limit

    def _met_by(self, id_: str) -> dict[Mark, int]:
        """By mark, how bad the worst is that it meets in an id or its members."""
        worst: dict[Mark, int] = {}
        marks = {mark for one in self.stand_ins(id_) for mark in self._marks_of(one)}
        for mark in marks:
            for facing, bad in self._said_of(mark):
                worst[facing] = max(bad, worst.get(facing, _UNKNOWN))
        return worst

    def _said_of(self, mark: Mark) -> list[tuple[Mark, int]]:
        """The marks that meet one, and how bad that is."""
        if isinstance(mark, str):
            return [
                (other, max(badness(one.risk) for one in statements))
                for other, statements in self.stated(mark).items()
            ]
        side, position = mark
        risk = (
            self.mechanism_rules[position].risk
            if side in {"a", "b"}
            else self.stacking_rules[position].two
        )
        return [((_FACING[side], position), badness(risk))] if risk else []

    def _marks_of(self, id_: str) -> tuple[Mark, ...]:
        """Everything by which a subject, or what it holds, is found."""
        marks = self._marks.get(id_)
        if marks is None:
            found: dict[Mark, None] = {}
            for part in (*self.parts(id_), *self.held_members(id_)):
                found |= dict.fromkeys(step.subject for step in part.subject.lineage)
                found |= dict.fromkeys((*part.roles.acts_on, *part.roles.counts_on))
            marks = self._marks[id_] = tuple(found)
        return marks


def _acting(
    rules: tuple[MechanismRule, ...],
) -> dict[tuple[str, ActionKind], list[RuleSide]]:
    """The sides of mechanism rules by the actions that they look for."""
    found: dict[tuple[str, ActionKind], list[RuleSide]] = {}
    for position, rule in enumerate(rules):
        for name, side in (("a", rule.a), ("b", rule.b)):
            for kind in side.kinds:
                found.setdefault((side.target, kind), []).append((name, position))
    return found


def _counted(rules: tuple[StackingRule, ...]) -> dict[str, list[RuleSide]]:
    """The sides of stacking rules by the ids that they count."""
    found: dict[str, list[RuleSide]] = {}
    for position, rule in enumerate(rules):
        sides = {"members": rule.members, "first": rule.first, "second": rule.second}
        for name, ids in sides.items():
            for id_ in ids:
                found.setdefault(id_, []).append((name, position))
    return found
