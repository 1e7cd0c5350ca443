"""Two and more together: the worst pair is the floor, groups that stack raise it."""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from hrterm.domain.interaction import Verdict
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.resolve import resolve, sorted_pair
from hrterm.domain.risk import badness, worst
from hrterm.domain.taxonomy import Subject
from hrterm.domain.vocabulary import Hazard, Risk, Route

CHAIN_HAZARDS: frozenset[Hazard] = frozenset({"breathing", "serotonin", "rhythm"})


class Stack(NamedTuple):
    """A group that adds up in one hazard."""

    rule: str
    hazard: Hazard
    risk: Risk
    members: tuple[str, ...]


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
) -> Combination:
    """Resolve every pair of a set, then look for groups that stack.

    Args:
        ids: substances or classes; one given twice is asked about with itself.
        knowledge: statements, rules and subjects.
        unresolved: how many names of the set could not be resolved.
        routes: how some of them are taken, where that was told.
    """
    asked = dict.fromkeys(sorted_pair(x, y) for x, y in combinations(ids, 2))
    verdicts = tuple(
        sorted(
            (resolve(a, b, knowledge, routes) for a, b in asked),
            key=lambda verdict: (-badness(verdict.risk), verdict.a, verdict.b),
        )
    )
    distinct = tuple(dict.fromkeys(ids))
    stacks = tuple(_stacks(distinct, verdicts, knowledge))
    unknown = tuple((v.a, v.b) for v in verdicts if not v.is_known)
    complete = not unknown and not unresolved
    risk = worst([*(v.risk for v in verdicts), *(s.risk for s in stacks)])
    if risk == "low" and not complete:
        risk = "unknown"
    return Combination(distinct, verdicts, risk, complete, unknown, stacks, unresolved)


def _stacks(
    ids: tuple[str, ...], verdicts: tuple[Verdict, ...], knowledge: Knowledge
) -> list[Stack]:
    """Every stacking rule that fits the set, worst first."""
    subjects = [knowledge.subjects[id_] for id_ in ids]
    counting = {
        position
        for subject in subjects
        for one in (subject.id, *subject.contains)
        for position in knowledge.roles(one).groups
    }
    found = []
    for position in counting:
        rule = knowledge.stacking_rules[position]
        group = (
            _chain(position, subjects, verdicts, knowledge)
            if rule.chain
            else _group(position, subjects, knowledge)
        )
        if len(group) >= 3:
            found.append(Stack(rule.id, rule.hazard, rule.three, group))
        elif len(group) == 2 and _speaks(rule.id, group, verdicts):
            assert rule.two is not None
            found.append(Stack(rule.id, rule.hazard, rule.two, group))
    return sorted(found, key=lambda stack: (-badness(stack.risk), stack.rule))


def _speaks(rule: str, group: tuple[str, ...], verdicts: tuple[Verdict, ...]) -> bool:
    """Whether a rule on two members stands in their verdict, not overruled."""
    pair = sorted_pair(*group)
    return any(
        finding.id == rule and finding.speaks
        for verdict in verdicts
        if (verdict.a, verdict.b) == pair
        for finding in verdict.findings
    )


def _group(
    position: int, subjects: list[Subject], knowledge: Knowledge
) -> tuple[str, ...]:
    """The members of the set that the rule counts."""
    if knowledge.stacking_rules[position].members:
        return _counted(position, "members", subjects, knowledge)
    first = _counted(position, "first", subjects, knowledge)
    second = _counted(position, "second", subjects, knowledge)
    together = tuple(dict.fromkeys(first + second))
    meets = any(one != other for one in first for other in second)
    return together if meets else ()


def _counted(
    position: int, side: str, subjects: list[Subject], knowledge: Knowledge
) -> tuple[str, ...]:
    """Those that belong to a rule's side, or else what they hold of it, each once."""
    found: list[str] = []
    for subject in subjects:
        if _belongs(subject.id, position, side, knowledge):
            found.append(subject.id)
        else:
            found += [
                inner
                for inner in subject.contains
                if _belongs(inner, position, side, knowledge)
            ]
    return tuple(dict.fromkeys(found))


def _belongs(id_: str, position: int, side: str, knowledge: Knowledge) -> bool:
    group = knowledge.roles(id_).groups.get(position)
    return group is not None and getattr(group, side) is not None


def _chain(
    position: int,
    subjects: list[Subject],
    verdicts: tuple[Verdict, ...],
    knowledge: Knowledge,
) -> tuple[str, ...]:
    """An inhibitor, and two or more whose level it raises and that stack."""
    for inhibitor in subjects:
        if not _belongs(inhibitor.id, position, "first", knowledge):
            continue
        raised = [
            subject
            for subject in subjects
            if subject.id != inhibitor.id
            and _is_raised(inhibitor.id, subject.id, verdicts)
        ]
        for other, rule in enumerate(knowledge.stacking_rules):
            if rule.chain or rule.hazard not in CHAIN_HAZARDS:
                continue
            group = _group(other, raised, knowledge)
            if len(group) >= 2:
                return (inhibitor.id, *group)
    return ()


def _is_raised(inhibitor: str, other: str, verdicts: tuple[Verdict, ...]) -> bool:
    """Whether a speaking finding says that the inhibitor raises the other."""
    pair = sorted_pair(inhibitor, other)
    return any(
        finding.hazard == "exposure" and finding.speaks and finding.effect != "weaker"
        for verdict in verdicts
        if (verdict.a, verdict.b) == pair
        for finding in verdict.findings
    )
