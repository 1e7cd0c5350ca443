"""Two and more together: the worst pair is the floor, groups that stack raise it."""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from hrterm.domain.interaction import StackingRule, Verdict
from hrterm.domain.knowledge import Knowledge, RuleSide
from hrterm.domain.resolve import resolve, sorted_pair
from hrterm.domain.risk import badness, worst
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
    counted = _counted(ids, knowledge)
    found = []
    for position in {position for _, position in counted}:
        rule = knowledge.stacking_rules[position]
        group = (
            _chain(position, ids, verdicts, knowledge)
            if rule.chain
            else _group(position, rule, counted)
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


def _counted(
    ids: Iterable[str], knowledge: Knowledge
) -> dict[RuleSide, dict[str, None]]:
    """By sides of stacking rules, who belongs there, or else what they hold of it."""
    found: dict[RuleSide, dict[str, None]] = {}
    for id_ in ids:
        own = knowledge.roles(id_).counts_on
        for side in own:
            found.setdefault(side, {})[id_] = None
        for inner in knowledge.subjects[id_].contains:
            for side in knowledge.roles(inner).counts_on:
                if side not in own:
                    found.setdefault(side, {})[inner] = None
    return found


def _group(
    position: int, rule: StackingRule, counted: Mapping[RuleSide, dict[str, None]]
) -> tuple[str, ...]:
    """The members of the set that the rule counts, each once."""
    if rule.members:
        return tuple(counted.get(("members", position), ()))
    first = counted.get(("first", position), {})
    second = counted.get(("second", position), {})
    meets = any(one != other for one in first for other in second)
    return tuple(first | second) if meets else ()


def _chain(
    position: int,
    ids: tuple[str, ...],
    verdicts: tuple[Verdict, ...],
    knowledge: Knowledge,
) -> tuple[str, ...]:
    """An inhibitor, and two or more whose level it raises and that stack."""
    for inhibitor in ids:
        if ("first", position) not in knowledge.roles(inhibitor).counts_on:
            continue
        raised = [
            id_
            for id_ in ids
            if id_ != inhibitor and _is_raised(inhibitor, id_, verdicts)
        ]
        counted = _counted(raised, knowledge)
        for other, rule in enumerate(knowledge.stacking_rules):
            if rule.chain or rule.hazard not in CHAIN_HAZARDS:
                continue
            group = _group(other, rule, counted)
            if len(group) >= 2:
                return (inhibitor, *group)
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
