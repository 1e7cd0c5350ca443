"""Two and more together: the worst pair is the floor, groups that stack raise it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from hrterm.domain.interaction import Verdict
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.resolve import resolve, sorted_pair
from hrterm.domain.risk import badness, worst
from hrterm.domain.stacking import Stack, stacks
from hrterm.domain.units import OpenName
from hrterm.domain.vocabulary import Risk, Route


class Combination(NamedTuple):
    """What a set of substances does together."""

    members: tuple[str, ...]
    """Distinct ids, in the order in which they were given."""
    pairs: tuple[Verdict, ...]
    """Worst first, `unknown` before `low`."""
    risk: Risk
    complete: bool
    """False when a pair is unknown or a name was not resolved."""
    unknown_pairs: tuple[tuple[str, str], ...]
    stacks: tuple[Stack, ...]
    """Groups of two and more, worst first."""
    unresolved: int = 0
    """How many further names could not be resolved."""

    @property
    def is_beyond_prediction(self) -> bool:
        """From three on nobody can predict the result."""
        return len(self.members) + self.unresolved > 2

    def at_least(self, risks: Iterable[Risk]) -> "Combination":
        """The same, no milder than what an unresolved name may bring about."""
        return self._replace(risk=worst([self.risk, *risks]))


def combine(
    ids: tuple[str, ...],
    knowledge: Knowledge,
    unresolved: int = 0,
    routes: Mapping[str, Route] | None = None,
    open_names: Sequence[OpenName] = (),
) -> Combination:
    """Resolve every pair of a set, then look for groups that stack.

    Args:
        ids: substances or classes; one given twice is asked about with itself.
        knowledge: statements, rules and subjects.
        unresolved: how many names of the set could not be resolved.
        routes: how some of them are taken, where that was told.
        open_names: those of them that may mean several things: they count in groups,
            not in pairs.
    """
    asked = dict.fromkeys(sorted_pair(x, y) for x, y in combinations(ids, 2))
    verdicts = tuple(
        sorted(
            (resolve(a, b, knowledge, routes) for a, b in asked),
            key=lambda verdict: (-badness(verdict.risk), verdict.a, verdict.b),
        )
    )
    distinct = tuple(dict.fromkeys(ids))
    groups = tuple(stacks(distinct, open_names, verdicts, knowledge))
    unknown = tuple((v.a, v.b) for v in verdicts if not v.is_known)
    complete = not unknown and not unresolved
    risk = worst([*(v.risk for v in verdicts), *(group.risk for group in groups)])
    if risk == "low" and not complete:
        risk = "unknown"
    return Combination(distinct, verdicts, risk, complete, unknown, groups, unresolved)
