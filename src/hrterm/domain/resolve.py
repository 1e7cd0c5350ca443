"""Two substances together: hazard by hazard, with reasons.

The rules are those of docs/architecture.md, "How a pair is resolved". Nothing
here lowers a risk unless a statement names, by id, what it silences.
"""

from collections.abc import Iterable, Iterator, Mapping

from hrterm.domain.interaction import Finding, Statement, Verdict, flipped
from hrterm.domain.knowledge import Group, Knowledge, Part
from hrterm.domain.risk import badness
from hrterm.domain.route import reaches
from hrterm.domain.settling import settled, unrepeated, verdict
from hrterm.domain.taxonomy import Step
from hrterm.domain.vocabulary import Basis, Risk, Route

RULE_DISTANCE = 100
"""Rules stand farther away than any statement."""

_GRAVEST = badness("dangerous")

_NOTHING_OVERRIDDEN: frozenset[str] = frozenset()

_Told = tuple[Route | None, Route | None]
"""How a pair's a and b are taken, where that was told."""
_NOTHING_TOLD: _Told = (None, None)


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
    told = (routes.get(a), routes.get(b)) if routes else _NOTHING_TOLD
    found = _resolve_parts(a, b, told, knowledge)
    subjects = knowledge.subjects
    if subjects[a].is_class or subjects[b].is_class:
        found = _worst_of(found, told, knowledge)
        return _standing_for(found, a, b)
    return found


def _worst_of(verdict: Verdict, told: _Told, knowledge: Knowledge) -> Verdict:
    """The verdict on two ids, or that on the first pair of members that is worst.

    Looking for the gravest first, it resolves only what could be as grave.
    """
    a, b, level = verdict.a, verdict.b, badness(verdict.risk)
    ones = _graver(a, b, level, knowledge)
    others = _graver(b, a, level, knowledge) if ones else []
    tried: dict[tuple[str, str], Verdict] = {(a, b): verdict}
    for sought in range(_GRAVEST, level if others else _GRAVEST, -1):
        for one, limit in ones:
            if limit < sought:
                continue
            for other, its_limit in others:
                if its_limit < sought or one == other:
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


def _resolve_parts(a: str, b: str, told: _Told, knowledge: Knowledge) -> Verdict:
    """The verdict on two subjects, with what either of them holds."""
    ones, others = knowledge.parts(a), knowledge.parts(b)
    if len(ones) == len(others) == 1:
        found = settled(_collect(ones[0], others[0], told, knowledge))
    else:
        found = [
            finding
            for one in ones
            for other in others
            for finding in settled(_collect(one, other, told, knowledge))
            if _counts(finding)
        ]
    return verdict(a, b, unrepeated(found))


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
    return settled(_collect(one, other, _NOTHING_TOLD, knowledge))


def _collect(
    one: Part, other: Part, told: _Told, knowledge: Knowledge
) -> list[Finding]:
    """Every statement and rule that fits two parts, in every hazard it names."""
    found = _stated(one, other, told)
    if one.subject.id != other.subject.id:
        forward = one.roles.as_a & other.roles.as_b
        backward = one.roles.as_b & other.roles.as_a
        if forward or backward:
            found += _ruled(one, other, forward, backward, knowledge)
        together = one.roles.groups.keys() & other.roles.groups.keys()
        if together:
            found += _stacked(one, other, sorted(together), knowledge)
    return found


def _stated(one: Part, other: Part, told: _Told) -> list[Finding]:
    """What statements on what the two are say of them."""
    x, y = one.subject, other.subject
    found: list[Finding] = []
    for step_y in y.lineage:
        for step_x, statement in one.stated.get(step_y.subject, ()):
            if step_x.subject == step_y.subject:
                if step_x.subject not in x.stacks:
                    continue
            elif x.id == y.id:
                continue
            found += _applied(statement, one, other, step_x, step_y, told)
    return found


def _applied(
    statement: Statement,
    one: Part,
    other: Part,
    step_x: Step,
    step_y: Step,
    told: _Told,
) -> list[Finding]:
    """One statement as it applies to two parts, in each of its hazards."""
    distance = step_x.distance + step_y.distance + one.depth + other.depth
    basis: Basis = "class" if distance else "direct"
    if step_x.subject == step_y.subject:
        basis = "same"
    turned = statement.a != step_x.subject
    weakened = _weakening(statement, one, other, step_x, step_y, told)
    return [
        Finding(
            statement.id,
            basis,
            hazard,
            "unknown" if weakened else statement.risk,
            "unknown" if weakened else statement.effect,
            flipped(statement.order) if turned else statement.order,
            statement.evidence,
            statement.verification,
            step_x.subject,
            step_y.subject,
            distance,
            turned,
            one.via,
            other.via,
            one.possible or other.possible,
            weakened,
            _NOTHING_OVERRIDDEN if weakened else statement.overrides,
        )
        for hazard in statement.hazards
    ]


def _weakening(
    statement: Statement,
    one: Part,
    other: Part,
    step_x: Step,
    step_y: Step,
    told: _Told,
) -> str:
    """Why a statement does not carry over, so that it counts as unknown; else ""."""
    risk: Risk = statement.risk
    if (step_x.atypical or step_y.atypical) and badness(risk) < badness("unsafe"):
        return "atypical"
    if risk == "low":
        for part, step in ((one, step_x), (other, step_y)):
            if step.distance and part.subject.id not in statement.holds_for:
                return "low-not-inherited"
    if statement.routes:
        x_is_limited = (statement.a == step_x.subject) == (statement.routes_of == "a")
        route = told[0] if x_is_limited else told[1]
        if route is not None and not reaches(statement.routes, route):
            return "other-route"
    return ""


def _ruled(
    one: Part,
    other: Part,
    forward: frozenset[int],
    backward: frozenset[int],
    knowledge: Knowledge,
) -> list[Finding]:
    """Mechanism rules of which one side acts as a and the other as b."""
    found = []
    for position in sorted(forward | backward):
        rule = knowledge.mechanism_rules[position]
        found.append(
            Finding(
                rule.id,
                "mechanism",
                rule.hazard,
                rule.risk,
                rule.effect,
                "either",
                rule.evidence,
                rule.verification,
                one.subject.id,
                other.subject.id,
                RULE_DISTANCE,
                position not in forward,
                one.via,
                other.via,
                one.possible or other.possible,
            )
        )
    return found


def _stacked(
    one: Part, other: Part, positions: Iterable[int], knowledge: Knowledge
) -> list[Finding]:
    """The stacking rules' least risk for two members."""
    found = []
    for position in positions:
        rule = knowledge.stacking_rules[position]
        if rule.two is None:
            continue
        groups = one.roles.groups[position], other.roles.groups[position]
        for step_x, step_y, turned in _meetings(*groups):
            atypical = step_x.atypical or step_y.atypical
            if atypical and badness(rule.two) < badness("unsafe"):
                continue
            found.append(
                Finding(
                    rule.id,
                    "mechanism",
                    rule.hazard,
                    rule.two,
                    "unknown",
                    "either",
                    rule.evidence,
                    rule.verification,
                    step_x.subject,
                    step_y.subject,
                    RULE_DISTANCE + 1,
                    turned,
                    one.via,
                    other.via,
                    one.possible or other.possible,
                )
            )
            break
    return found


def _meetings(x: Group, y: Group) -> Iterator[tuple[Step, Step, bool]]:
    """The ways in which two subjects can be two of one stacking rule."""
    if x.members and y.members:
        yield x.members, y.members, False
    if x.first and y.second:
        yield x.first, y.second, False
    if x.second and y.first:
        yield x.second, y.first, True
