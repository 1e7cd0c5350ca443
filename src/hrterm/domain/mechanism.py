"""What a substance does at a target, and which actions are opposite."""

from typing import NamedTuple

from hrterm.domain.vocabulary import ActionKind, Strength

_UP: frozenset[ActionKind] = frozenset(
    {"agonist", "partial-agonist", "positive-modulator", "opener"}
)
_DOWN: frozenset[ActionKind] = frozenset(
    {"antagonist", "inverse-agonist", "negative-modulator", "blocker"}
)


class Action(NamedTuple):
    """One action at one target."""

    target: str
    kind: ActionKind
    strength: Strength | None = None


def opposes(one: Action, other: Action) -> bool:
    """Whether two actions pull the same target in opposite directions."""
    if one.target != other.target:
        return False
    if {one.kind, other.kind} == {"inhibitor", "inducer"}:
        return True
    return (one.kind in _UP and other.kind in _DOWN) or (
        one.kind in _DOWN and other.kind in _UP
    )
