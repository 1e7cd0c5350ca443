"""Groups that add up: three that slow breathing, an inhibitor and what it raises."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from hrterm.domain.interaction import StackingRule, Verdict
from hrterm.domain.knowledge import Knowledge, RuleSide
from hrterm.domain.resolve import resolve, sorted_pair
from hrterm.domain.risk import badness
from hrterm.domain.units import Doubt, OpenName, Unit, variants
from hrterm.domain.vocabulary import Hazard, Risk

CHAIN_HAZARDS: frozenset[Hazard] = frozenset({"breathing", "serotonin", "rhythm"})


class Member(NamedTuple):
    """One of a group that adds up."""

    id: str
    doubt: Doubt = ""
    of: str = ""
    """The class, the product or the name as typed, where there is a doubt."""


class Stack(NamedTuple):
    """A group that adds up in one hazard."""

    rule: str
    hazard: Hazard
    risk: Risk
    group: tuple[Member, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """Ids of the group."""
        return tuple(member.id for member in self.group)


_Choice = tuple[Unit, tuple[str, ...]]
"""A unit, and which of its ids may be taken for it."""
_Taken = list[tuple[Unit, str]]
"""Units with the one id that each is taken for."""
_Pairs = Mapping[tuple[str, str], Verdict]
_Resolved = dict[tuple[str, str], Verdict]
"""The same, which takes in what is resolved besides."""


def stacks(
    ids: Sequence[str],
    open_names: Sequence[OpenName],
    verdicts: Iterable[Verdict],
    knowledge: Knowledge,
) -> list[Stack]:
    """Every stacking rule that fits the set, worst first.

    A class counts where any of its members does, a product where anything does that it
    may hold, and an ambiguous name where anything does that it may mean: each of these
    once, however many they are.

    Args:
        ids: substances and classes, each once.
        open_names: names that may mean several things.
        verdicts: those on every pair of the set.
        knowledge: statements, rules and subjects.
    """
    pairs = {(verdict.a, verdict.b): verdict for verdict in verdicts}
    order = [*ids, *(name.typed for name in open_names)]
    found = []
    for place, taken in _largest(ids, open_names, pairs, knowledge).items():
        rule = knowledge.stacking_rules[place]
        group = _told(taken, order, rule.chain)
        risk = rule.three if len(group) >= 3 else None
        if len(group) == 2 and _speaks(rule.id, group, pairs):
            risk = rule.two
        if risk is not None:
            found.append(Stack(rule.id, rule.hazard, risk, group))
    return sorted(found, key=lambda stack: (-badness(stack.risk), stack.rule))


def _largest(
    ids: Sequence[str],
    open_names: Sequence[OpenName],
    pairs: _Pairs,
    knowledge: Knowledge,
) -> dict[int, _Taken]:
    """By the positions of rules, the largest group that each counts."""
    found: dict[int, _Taken] = {}
    resolved = dict(pairs)
    for units in variants(ids, open_names, knowledge):
        for position, counting in _by_rule(units).items():
            rule = knowledge.stacking_rules[position]
            if rule.chain:
                group = _chain(position, units, resolved, knowledge)
            elif len(counting) > 1:
                group = _group(position, rule, counting)
            else:
                continue
            if len(group) > len(found.get(position, ())):
                found[position] = group
    return found


def _by_rule(units: Iterable[Unit]) -> dict[int, list[Unit]]:
    """By the positions of rules, the units that count there, each once."""
    found: dict[int, list[Unit]] = {}
    for unit in units:
        for position in {place for _, place in unit.sides}:
            found.setdefault(position, []).append(unit)
    return found


def _told(taken: _Taken, order: list[str], is_chain: bool) -> tuple[Member, ...]:
    """The members, in the order in which they were asked about.

    An inhibitor comes before what it raises.
    """
    first = taken[:1] if is_chain else []
    rest = sorted(
        taken[len(first) :], key=lambda one: min(map(order.index, one[0].asked))
    )
    return tuple(_member(unit, id_) for unit, id_ in (*first, *rest))


def _speaks(rule: str, group: tuple[Member, ...], pairs: _Pairs) -> bool:
    """Whether a rule on two members stands in their verdict, not overruled."""
    one, other = group
    verdict = pairs.get(sorted_pair(one.id, other.id))
    return verdict is not None and any(
        finding.id == rule and finding.speaks for finding in verdict.findings
    )


def _group(position: int, rule: StackingRule, units: Sequence[Unit]) -> _Taken:
    """Of the units that count for a rule, those that make a group, each once."""
    some = _together(units)
    if rule.members:
        return _distinct(_counted(some, ("members", position)))
    first = _counted(some, ("first", position))
    second = _counted(some, ("second", position))
    best: _Taken = []
    for one in first:
        # One of the first side, whichever it is, and all that it may meet.
        others = [choice for choice in second if choice[0] is not one[0]]
        taken = {id(unit) for unit, _ in (one, *others)}
        more = [choice for choice in first if id(choice[0]) not in taken]
        if len(_distinct([one, *others])) > 1:
            group = _distinct([one, *others, *more])
            best = max(best, group, key=len)
    return best


def _counted(units: Iterable[Unit], side: RuleSide) -> list[_Choice]:
    return [(unit, unit.sides[side]) for unit in units if side in unit.sides]


def _together(units: Sequence[Unit]) -> Sequence[Unit]:
    """What one thing may hold makes no group by itself."""
    if len({asked for unit in units for asked in unit.asked}) > 1:
        return units
    return [unit for unit in units if unit.doubt != "product"]


def _distinct(choices: Sequence[_Choice]) -> _Taken:
    """A member for as many of the choices as can have one of their own."""
    firsts = {ids[0]: unit for unit, ids in choices}
    if len(firsts) == len(choices):
        return [(unit, id_) for id_, unit in firsts.items()]
    chosen: dict[str, int] = {}

    def place(number: int, tried: set[str]) -> bool:
        for id_ in choices[number][1]:
            if id_ not in tried:
                tried.add(id_)
                if id_ not in chosen or place(chosen[id_], tried):
                    chosen[id_] = number
                    return True
        return False

    for number in range(len(choices)):
        place(number, set())
    return [(choices[number][0], id_) for id_, number in chosen.items()]


def _member(unit: Unit, id_: str) -> Member:
    """A class that counts itself is no doubt."""
    if not unit.doubt or (unit.doubt == "class" and id_ in unit.asked):
        return Member(id_)
    return Member(id_, unit.doubt, unit.asked[0])


def _chain(
    position: int, units: Sequence[Unit], pairs: _Resolved, knowledge: Knowledge
) -> _Taken:
    """An inhibitor, and two or more whose level it raises and that stack."""
    stacking = [
        (place, rule)
        for place, rule in enumerate(knowledge.stacking_rules)
        if not rule.chain and rule.hazard in CHAIN_HAZARDS
    ]
    places = {place for place, _ in stacking}
    best: _Taken = []
    for unit, inhibitors in _counted(units, ("first", position)):
        others = [one for one in units if one is not unit]
        for inhibitor in inhibitors:
            raised = {
                id_
                for one in others
                for side, ids in one.sides.items()
                if side[1] in places
                for id_ in ids
                if id_ != inhibitor
                and _is_raised(inhibitor, (id_, *one.within), pairs, knowledge)
            }
            limited = _by_rule(_only(one, raised) for one in others)
            for place, rule in stacking:
                group = _group(place, rule, limited.get(place, ()))
                if len(group) >= max(2, len(best)):
                    best = [(unit, inhibitor), *group]
    return best


def _only(unit: Unit, ids: set[str]) -> Unit:
    """A unit without all but these ids."""
    kept = {
        side: some
        for side, counted in unit.sides.items()
        if (some := tuple(id_ for id_ in counted if id_ in ids))
    }
    return unit._replace(sides=kept)


def _is_raised(
    inhibitor: str, others: Iterable[str], pairs: _Resolved, knowledge: Knowledge
) -> bool:
    """Whether a finding says that the inhibitor raises it, or the product it is in."""
    for other in others:
        pair = sorted_pair(inhibitor, other)
        verdict = pairs.get(pair)
        if verdict is None:
            verdict = pairs[pair] = resolve(inhibitor, other, knowledge)
        for finding in verdict.findings:
            if (
                finding.hazard == "exposure"
                and finding.speaks
                and finding.effect != "weaker"
            ):
                return True
    return False
