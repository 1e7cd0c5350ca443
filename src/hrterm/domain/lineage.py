"""What a substance or class is, and how far away: as an edition has it."""

from collections.abc import Mapping
from typing import NamedTuple

from hrterm.domain.mechanism import Action


class Step(NamedTuple):
    """One thing a subject is, and how far away that is."""

    subject: str
    distance: int
    atypical: bool = False
    """True when every way there leads through a class it is atypical of."""


class Subject(NamedTuple):
    """A substance or class, with all that it inherits from."""

    id: str
    lineage: tuple[Step, ...]
    """Itself first (distance 0), then by distance and id."""
    actions: tuple[Action, ...] = ()
    contains: tuple[str, ...] = ()
    may_contain: tuple[str, ...] = ()
    is_class: bool = False
    stacks: frozenset[str] = frozenset()
    """Those of its lineage in which two members add up; substances always do."""

    def step_to(self, subject: str) -> Step | None:
        """How it inherits from ``subject``, or None."""
        for step in self.lineage:
            if step.subject == subject:
                return step
        return None


def members(class_id: str, subjects: Mapping[str, Subject]) -> tuple[str, ...]:
    """The substances that inherit from a class, sorted by id."""
    return tuple(
        sorted(
            one.id
            for one in subjects.values()
            if not one.is_class and one.step_to(class_id) is not None
        )
    )
