"""Two substances together: hazard by hazard, with reasons.

The rules are those of docs/architecture.md, "How a pair is resolved". Nothing
here lowers a risk unless a statement names, by id, what it silences.
"""

from collections.abc import Mapping

from hrterm.domain.collecting import NOTHING_TOLD, Told, collect
from hrterm.domain.interaction import Finding, Verdict
from hrterm.domain.knowledge import Knowledge, Part
from hrterm.domain.risk import badness
from hrterm.domain.settling import settled, unrepeated, verdict
from hrterm.domain.vocabulary import Route

_GRAVEST = badness("dangerous")


def sorted_pair(x: str, y: str) -> tuple[str, str]:
    """The two ids in the order in which every pair is kept."""
    return (x, y) if x <= y else (y, x)


def resolve(
    x: str,
    y: str,
    knowledge: Knowledge,
    routes: Mapping[str, Route] | None = None,
) -> Verdict:
    """What happens when x and y are combined; the order of the two means nothing.

    A class takes the worst over itself and its members, and names the member.

    Args:
        x: a substance or class.
        y: another one, or the same.
        knowledge: statements, rules and subjects.
        routes: how x or y is taken, where that was told.

    Raises:
        KeyError: when an id is not among the subjects.
    """
    a, b = sorted_pair(x, y)
    told = (routes.get(a), routes.get(b)) if routes else NOTHING_TOLD
    found = _resolve_parts(a, b, told, knowledge)
    subjects = knowledge.subjects
    if subjects[a].is_class or subjects[b].is_class:
        found = _worst_of(found, told, knowledge)
        return _standing_for(found, a, b)
    return found


def _worst_of(verdict: Verdict, told: Told, knowledge: Knowledge) -> Verdict:
    """The verdict on two ids, or that on the first pair of members that is worst.

    Looking for the gravest first, it resolves only what could be as grave. Two classes
    are two of their members; a class beside a substance may be that same substance.
    """
    a, b, level = verdict.a, verdict.b, badness(verdict.risk)
    ones = _graver(a, b, level, knowledge)
    others = _graver(b, a, level, knowledge) if ones else []
    are_classes = all(knowledge.subjects[id_].is_class for id_ in (a, b))
    tried: dict[tuple[str, str], Verdict] = {(a, b): verdict}
    for sought in range(_GRAVEST, level if others else _GRAVEST, -1):
        for one, limit in ones:
            if limit < sought:
                continue
            for other, its_limit in others:
                if its_limit < sought or (one == other and are_classes):
                    continue
                found = tried.get((one, other))
                if found is None:
                    found = _resolve_parts(one, other, told, knowledge)
                    tried[one, other] = found
                if badness(found.risk) == sought:
                    return found
    return verdict


def _graver(
    id_: str, other: str, level: int, knowledge: Knowledge
) -> list[tuple[str, int]]:
    """Of an id and its members those that can come to worse, and to what at most."""
    limits = [(one, knowledge.limit(one, other)) for one in knowledge.stand_ins(id_)]
    return [(one, limit) for one, limit in limits if limit > level]


def _standing_for(worst: Verdict, a: str, b: str) -> Verdict:
    """The verdict on what was asked, with the members that it was found for."""
    if (worst.a, worst.b) == (a, b):
        return worst
    return worst._replace(
        a=a,
        b=b,
        member_a=worst.a if worst.a != a else "",
        member_b=worst.b if worst.b != b else "",
    )


def _resolve_parts(a: str, b: str, told: Told, knowledge: Knowledge) -> Verdict:
    """The verdict on two subjects, with what either of them holds."""
    ones, others = knowledge.parts(a), knowledge.parts(b)
    if len(ones) == len(others) == 1:
        return verdict(
            a, b, unrepeated(settled(collect(ones[0], others[0], told, knowledge)))
        )
    found = [
        finding
        for one in ones
        for other in others
        for finding in _counting(one, other, told, knowledge)
    ]
    whole = verdict(a, b, unrepeated(found))
    more = _of_held_members(a, b, badness(whole.risk), told, knowledge)
    return verdict(a, b, unrepeated(found + more)) if more else whole


def _of_held_members(
    a: str, b: str, level: int, told: Told, knowledge: Knowledge
) -> list[Finding]:
    """Of members of classes that the two may hold, what the worst pair comes to.

    Nothing where none comes to worse than ``level``.
    """
    ones, others = knowledge.held_members(a), knowledge.held_members(b)
    if not (ones or others) or knowledge.limit(a, b) <= level:
        return []
    worst: list[Finding] = []
    for one in (*knowledge.parts(a), *ones):
        if knowledge.limit(one.subject.id, b) <= level:
            continue
        for other in (*knowledge.parts(b), *others) if one in ones else others:
            if knowledge.limit(one.subject.id, other.subject.id) <= level:
                continue
            found = _counting(one, other, told, knowledge)
            grave = [badness(finding.risk) for finding in found if finding.speaks]
            if grave and max(grave) > level:
                level, worst = max(grave), found
    return worst


def _counting(
    one: Part, other: Part, told: Told, knowledge: Knowledge
) -> list[Finding]:
    """What is found on two parts, as far as it counts for the whole."""
    found = settled(collect(one, other, told, knowledge))
    return [finding for finding in found if _counts(finding)]


def _counts(finding: Finding) -> bool:
    """Whether a finding on two parts counts for the whole.

    What a product may hold can only raise; `low` for a part says nothing of the whole.
    """
    if finding.possible and badness(finding.risk) <= badness("unknown"):
        return False
    says_nothing = finding.risk == "low" or finding.weakened == "low-not-inherited"
    return not (says_nothing and (finding.via_a or finding.via_b))


def findings(a: str, b: str, knowledge: Knowledge) -> list[Finding]:
    """Every finding on two ids themselves, nearest first, what they hold left out."""
    one, other = knowledge.parts(a)[0], knowledge.parts(b)[0]
    return settled(collect(one, other, NOTHING_TOLD, knowledge))
