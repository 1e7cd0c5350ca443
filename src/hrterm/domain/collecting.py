"""What statements and rules say of two things themselves, before any is settled.

Nothing here lowers a risk: a statement that does not carry over counts as unknown.
"""

from collections.abc import Iterable, Iterator

from hrterm.domain.interaction import Finding, Statement, flipped
from hrterm.domain.knowledge import Group, Knowledge, Part
from hrterm.domain.lineage import Step
from hrterm.domain.risk import badness
from hrterm.domain.route import reaches
from hrterm.domain.vocabulary import Basis, Risk, Route

RULE_DISTANCE = 100
"""Rules stand farther away than any statement."""

_NOTHING_OVERRIDDEN: frozenset[str] = frozenset()

Told = tuple[Route | None, Route | None]
"""How a pair's a and b are taken, where that was told."""
NOTHING_TOLD: Told = (None, None)


def collect(one: Part, other: Part, told: Told, knowledge: Knowledge) -> list[Finding]:
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


def _stated(one: Part, other: Part, told: Told) -> list[Finding]:
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
    told: Told,
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
    told: Told,
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
