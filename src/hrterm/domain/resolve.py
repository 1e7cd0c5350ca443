"""Two substances together: hazard by hazard, with reasons.

The rules are those of docs/architecture.md, "How a pair is resolved". Nothing
here lowers a risk unless a statement names, by id, what it silences.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hrterm.domain.interaction import Finding, Statement, Verdict, flipped
from hrterm.domain.knowledge import Group, Knowledge
from hrterm.domain.risk import badness
from hrterm.domain.route import reaches
from hrterm.domain.settling import settled, unrepeated, verdict
from hrterm.domain.taxonomy import Step, Subject
from hrterm.domain.vocabulary import Risk, Route

RULE_DISTANCE = 100
"""Rules stand farther away than any statement."""

_NOTHING_OVERRIDDEN: frozenset[str] = frozenset()


class _Part(NamedTuple):
    """A substance itself, or one that it holds or may hold."""

    subject: Subject
    route: Route | None = None
    via: str = ""
    depth: int = 0
    possible: bool = False


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
    told = routes or {}
    worst: Verdict | None = None
    for one in _stand_ins(a, knowledge):
        for other in _stand_ins(b, knowledge):
            if one == other and not one == a == b:
                continue
            found = _resolve_parts(
                _Part(knowledge.subjects[one], told.get(a)),
                _Part(knowledge.subjects[other], told.get(b)),
                knowledge,
            )
            if worst is None or badness(found.risk) > badness(worst.risk):
                worst = found
            if found.risk == "dangerous":
                return _standing_for(worst, a, b)
    assert worst is not None
    return _standing_for(worst, a, b)


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


def _stand_ins(id_: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The id itself; a class is followed by its members."""
    if not knowledge.subjects[id_].is_class:
        return (id_,)
    return (id_, *knowledge.members(id_))


def _resolve_parts(a: _Part, b: _Part, knowledge: Knowledge) -> Verdict:
    """The verdict on two subjects, with what either of them holds."""
    ones, others = _parts(a, knowledge), _parts(b, knowledge)
    if len(ones) == len(others) == 1:
        found = settled(_collect(a, b, knowledge))
    else:
        found = [
            placed
            for one in ones
            for other in others
            for finding in settled(_collect(one, other, knowledge))
            if (placed := _placed(finding, one, other)) is not None
        ]
    return verdict(a.subject.id, b.subject.id, unrepeated(found))


def _placed(finding: Finding, one: _Part, other: _Part) -> Finding | None:
    """A finding on two parts, as it counts for the whole; None when it cannot.

    What a product may hold can only raise; `low` for a part says nothing of the whole.
    """
    possible = one.possible or other.possible
    says_nothing = finding.risk == "low" or finding.weakened == "low-not-inherited"
    if says_nothing and (one.via or other.via):
        return None
    if possible and badness(finding.risk) <= badness("unknown"):
        return None
    return finding._replace(via_a=one.via, via_b=other.via, possible=possible)


def findings(a: str, b: str, knowledge: Knowledge) -> list[Finding]:
    """Every finding on two ids themselves, nearest first, what they hold left out."""
    one, other = _Part(knowledge.subjects[a]), _Part(knowledge.subjects[b])
    return settled(_collect(one, other, knowledge))


def _parts(whole: _Part, knowledge: Knowledge) -> list[_Part]:
    """The substance, all that it contains, and all that it may contain."""
    parts = [whole]
    seen = {whole.subject.id}
    for part in parts:
        held = [(inner, part.possible) for inner in part.subject.contains]
        held += [(inner, True) for inner in part.subject.may_contain]
        for inner, possible in held:
            if inner not in seen:
                seen.add(inner)
                parts.append(
                    _Part(
                        knowledge.subjects[inner],
                        whole.route,
                        inner,
                        part.depth + 1,
                        possible,
                    )
                )
    return parts


def _collect(one: _Part, other: _Part, knowledge: Knowledge) -> list[Finding]:
    """Every statement and rule that fits two parts, in every hazard it names."""
    found = list(_stated(one, other, knowledge))
    if one.subject.id != other.subject.id:
        found += _ruled(one.subject.id, other.subject.id, knowledge)
        found += _stacked(one.subject.id, other.subject.id, knowledge)
    return found


def _stated(one: _Part, other: _Part, knowledge: Knowledge) -> Iterator[Finding]:
    """What statements on what the two are say of them."""
    x, y = one.subject, other.subject
    for step_x in x.lineage:
        about = knowledge.stated(step_x.subject)
        if not about:
            continue
        for step_y in y.lineage:
            statements = about.get(step_y.subject)
            if statements is None:
                continue
            if step_x.subject == step_y.subject:
                if step_x.subject not in x.stacks:
                    continue
            elif x.id == y.id:
                continue
            for statement in statements:
                yield from _applied(statement, one, other, step_x, step_y)


def _applied(
    statement: Statement, one: _Part, other: _Part, step_x: Step, step_y: Step
) -> Iterator[Finding]:
    """One statement as it applies to two parts, in each of its hazards."""
    itself = step_x.subject == step_y.subject
    distance = step_x.distance + step_y.distance + one.depth + other.depth
    turned = statement.a != step_x.subject
    weakened = _weakening(statement, one, other, step_x, step_y)
    for hazard in statement.hazards:
        yield Finding(
            statement.id,
            "same" if itself else "class" if distance else "direct",
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
            weakened=weakened,
            overrides=_NOTHING_OVERRIDDEN if weakened else statement.overrides,
        )


def _weakening(
    statement: Statement, one: _Part, other: _Part, step_x: Step, step_y: Step
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
        told = one.route if x_is_limited else other.route
        if told is not None and not reaches(statement.routes, told):
            return "other-route"
    return ""


def _ruled(x: str, y: str, knowledge: Knowledge) -> Iterator[Finding]:
    """Mechanism rules of which one side acts as a and the other as b."""
    roles_x, roles_y = knowledge.roles(x), knowledge.roles(y)
    forward = roles_x.as_a & roles_y.as_b
    backward = roles_x.as_b & roles_y.as_a
    for position in sorted(forward | backward):
        rule = knowledge.mechanism_rules[position]
        yield Finding(
            rule.id,
            "mechanism",
            rule.hazard,
            rule.risk,
            rule.effect,
            "either",
            rule.evidence,
            rule.verification,
            x,
            y,
            RULE_DISTANCE,
            position not in forward,
        )


def _stacked(x: str, y: str, knowledge: Knowledge) -> Iterator[Finding]:
    """The stacking rules' least risk for two members."""
    groups_x, groups_y = knowledge.roles(x).groups, knowledge.roles(y).groups
    for position in sorted(groups_x.keys() & groups_y.keys()):
        rule = knowledge.stacking_rules[position]
        if rule.two is None:
            continue
        for step_x, step_y, turned in _meetings(groups_x[position], groups_y[position]):
            atypical = step_x.atypical or step_y.atypical
            if atypical and badness(rule.two) < badness("unsafe"):
                continue
            yield Finding(
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
            )
            break


def _meetings(x: Group, y: Group) -> Iterator[tuple[Step, Step, bool]]:
    """The ways in which two subjects can be two of one stacking rule."""
    if x.members and y.members:
        yield x.members, y.members, False
    if x.first and y.second:
        yield x.first, y.second, False
    if x.second and y.first:
        yield x.second, y.first, True
