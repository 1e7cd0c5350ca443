"""All that resolving needs to know, laid out so that a pair is found at once."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hrterm.domain.interaction import MechanismRule, Side, StackingRule, Statement
from hrterm.domain.taxonomy import Step, Subject, members

_NO_STATEMENTS: dict[str, list[Statement]] = {}


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
        self.subjects = subjects
        self.mechanism_rules = mechanism_rules
        self.stacking_rules = stacking_rules
        self._stated: dict[str, dict[str, list[Statement]]] = {}
        self._roles: dict[str, Roles] = {}
        self._members: dict[str, tuple[str, ...]] = {}
        for statement in statements:
            for one, other in {(statement.a, statement.b), (statement.b, statement.a)}:
                about = self._stated.setdefault(one, {})
                about.setdefault(other, []).append(statement)

    def stated(self, id_: str) -> Mapping[str, list[Statement]]:
        """Statements that name this id, by the other id that they name."""
        return self._stated.get(id_, _NO_STATEMENTS)

    def members(self, class_id: str) -> tuple[str, ...]:
        """The substances that inherit from a class, sorted by id."""
        if class_id not in self._members:
            self._members[class_id] = members(class_id, self.subjects)
        return self._members[class_id]

    def roles(self, id_: str) -> Roles:
        """The rules that a subject can take part in."""
        roles = self._roles.get(id_)
        if roles is None:
            roles = self._roles[id_] = self._roles_of(self.subjects[id_])
        return roles

    def _roles_of(self, subject: Subject) -> Roles:
        rules = list(enumerate(self.mechanism_rules))
        groups = {
            position: Group(
                membership(subject, rule.members),
                membership(subject, rule.first),
                membership(subject, rule.second),
            )
            for position, rule in enumerate(self.stacking_rules)
        }
        return Roles(
            frozenset(n for n, rule in rules if _acts(subject, rule.a, rule)),
            frozenset(n for n, rule in rules if _acts(subject, rule.b, rule)),
            {position: group for position, group in groups.items() if any(group)},
        )


def membership(subject: Subject, group: frozenset[str]) -> Step | None:
    """How a subject belongs to a group: its most specific member id, or None."""
    if group:
        for step in subject.lineage:
            if step.subject in group:
                return step
    return None


def _acts(subject: Subject, side: Side, rule: MechanismRule) -> bool:
    """Whether a subject acts as a rule's side asks.

    A weak action moves a level in the blood too little to warn of; in every
    other hazard weak actions count as well.
    """
    return any(
        action.target == side.target
        and action.kind in side.kinds
        and not (rule.hazard == "exposure" and action.strength == "weak")
        for action in subject.actions
    )
