"""Two substances together: hazard by hazard, with reasons.

The rules are those of docs/architecture.md, "How a pair is resolved". Nothing
here lowers a risk unless a statement names, by id, what it silences.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from hrterm.domain.interaction import (
    Finding,
    MechanismRule,
    Side,
    StackingRule,
    Statement,
    Verdict,
    flipped,
)
from hrterm.domain.risk import badness, confidence
from hrterm.domain.taxonomy import Step, Subject, members
from hrterm.domain.vocabulary import HAZARDS, Effect, Hazard, Risk

RULE_DISTANCE = 100
"""Rules stand farther away than any statement."""


class Knowledge(NamedTuple):
    """All that resolving needs to know."""

    subjects: Mapping[str, Subject]
    statements: Mapping[tuple[str, str], tuple[Statement, ...]]
    """By the two ids, sorted; see ``index``."""
    mechanism_rules: tuple[MechanismRule, ...] = ()
    stacking_rules: tuple[StackingRule, ...] = ()


class _Part(NamedTuple):
    """A substance itself, or one that it holds or may hold."""

    subject: Subject
    via: str = ""
    depth: int = 0
    possible: bool = False


def sorted_pair(x: str, y: str) -> tuple[str, str]:
    """The two ids in the order in which every pair is kept."""
    return (x, y) if x <= y else (y, x)


def index(
    statements: Iterable[Statement],
) -> dict[tuple[str, str], tuple[Statement, ...]]:
    """Statements by their sorted pair."""
    table: dict[tuple[str, str], tuple[Statement, ...]] = {}
    for statement in statements:
        key = sorted_pair(statement.a, statement.b)
        table[key] = (*table.get(key, ()), statement)
    return table


def resolve(x: str, y: str, knowledge: Knowledge) -> Verdict:
    """What happens when x and y are combined; the order of the two means nothing.

    A class takes the worst over itself and its members, and names the member.

    Raises:
        KeyError: when an id is not among the subjects.
    """
    a, b = sorted_pair(x, y)
    worst: Verdict | None = None
    for one in _stand_ins(a, knowledge):
        for other in _stand_ins(b, knowledge):
            if one == other and not one == a == b:
                continue
            verdict = _resolve_parts(one, other, knowledge)
            if worst is None or badness(verdict.risk) > badness(worst.risk):
                worst = verdict
    assert worst is not None
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
    return (id_, *members(id_, knowledge.subjects))


def _resolve_parts(a: str, b: str, knowledge: Knowledge) -> Verdict:
    """The verdict on two ids, with what either of them holds."""
    found: list[Finding] = []
    for one in _parts(a, knowledge):
        for other in _parts(b, knowledge):
            for finding in _settled(_collect(one, other, knowledge)):
                placed = finding._replace(
                    via_a=one.via,
                    via_b=other.via,
                    possible=one.possible or other.possible,
                )
                if placed.risk == "low" and (one.via or other.via):
                    placed = placed._replace(
                        risk="unknown", weakened="low-not-inherited"
                    )
                if placed.possible and badness(placed.risk) <= badness("unknown"):
                    continue
                found.append(placed)
    return _verdict(a, b, _unrepeated(found))


def findings(a: str, b: str, knowledge: Knowledge) -> list[Finding]:
    """Every finding on two ids themselves, nearest first, what they hold left out."""
    one, other = _Part(knowledge.subjects[a]), _Part(knowledge.subjects[b])
    return _settled(_collect(one, other, knowledge))


def _parts(id_: str, knowledge: Knowledge) -> Iterator[_Part]:
    """The substance, all that it contains, and all that it may contain."""
    seen = {id_}
    queue = [_Part(knowledge.subjects[id_])]
    while queue:
        part = queue.pop(0)
        yield part
        held = [(inner, part.possible) for inner in part.subject.contains]
        held += [(inner, True) for inner in part.subject.may_contain]
        for inner, possible in held:
            if inner not in seen:
                seen.add(inner)
                queue.append(
                    _Part(knowledge.subjects[inner], inner, part.depth + 1, possible)
                )


def _collect(one: _Part, other: _Part, knowledge: Knowledge) -> list[Finding]:
    """Every statement and rule that fits two parts, in every hazard it names."""
    x, y = one.subject, other.subject
    extra = one.depth + other.depth
    found = [
        finding
        for step_x in x.lineage
        for step_y in y.lineage
        for finding in _stated(x, y, step_x, step_y, extra, knowledge)
    ]
    if x.id != y.id:
        for rule in knowledge.mechanism_rules:
            found.extend(_ruled(x, y, rule))
        for stacking in knowledge.stacking_rules:
            found.extend(_stacked(x, y, stacking))
    return found


def _stated(
    x: Subject, y: Subject, step_x: Step, step_y: Step, extra: int, knowledge: Knowledge
) -> Iterator[Finding]:
    """What statements on these two ancestors say of x and y."""
    key = sorted_pair(step_x.subject, step_y.subject)
    itself = step_x.subject == step_y.subject
    if not itself and x.id == y.id:
        return
    if itself and not (step_x.subject in x.stacks and step_y.subject in y.stacks):
        return
    distance = step_x.distance + step_y.distance + extra
    for statement in knowledge.statements.get(key, ()):
        turned = statement.a != step_x.subject
        risk, weakened = _inherited_risk(statement, x, y, step_x, step_y)
        for hazard in statement.hazards:
            yield Finding(
                statement.id,
                "same" if itself else "class" if distance else "direct",
                hazard,
                risk,
                statement.effect,
                flipped(statement.order) if turned else statement.order,
                statement.evidence,
                statement.verification,
                step_x.subject,
                step_y.subject,
                distance,
                turned,
                weakened=weakened,
                overrides=statement.overrides,
            )


def _inherited_risk(
    statement: Statement, x: Subject, y: Subject, step_x: Step, step_y: Step
) -> tuple[Risk, str]:
    """The risk that carries over, and why it became unknown, if it did."""
    risk = statement.risk
    if (step_x.atypical or step_y.atypical) and badness(risk) < badness("unsafe"):
        return "unknown", "atypical"
    if risk == "low":
        for subject, step in ((x, step_x), (y, step_y)):
            if step.distance and subject.id not in statement.holds_for:
                return "unknown", "low-not-inherited"
    return risk, ""


def _ruled(x: Subject, y: Subject, rule: MechanismRule) -> Iterator[Finding]:
    """The rule, when one side acts as its a and the other as its b."""
    forward = _acts(x, rule.a, rule) and _acts(y, rule.b, rule)
    if forward or (_acts(y, rule.a, rule) and _acts(x, rule.b, rule)):
        yield Finding(
            rule.id,
            "mechanism",
            rule.hazard,
            rule.risk,
            rule.effect,
            "either",
            rule.evidence,
            rule.verification,
            x.id,
            y.id,
            RULE_DISTANCE,
            not forward,
        )


def _acts(subject: Subject, side: Side, rule: MechanismRule) -> bool:
    """Whether a subject acts as a rule's side asks.

    A weak action moves a level in the blood too little to warn of; in every
    other hazard weak actions count as well.
    """
    return any(
        action.target == side.target
        and action.kind in side.kinds
        and not (rule.hazard == "exposure" and action.strength == "weak")
        for action in subject.actions
    )


def _stacked(x: Subject, y: Subject, rule: StackingRule) -> Iterator[Finding]:
    """The stacking rule's least risk for two members."""
    if rule.two is None:
        return
    for group_x, group_y in (
        (rule.members, rule.members),
        (rule.first, rule.second),
        (rule.second, rule.first),
    ):
        step_x, step_y = membership(x, group_x), membership(y, group_y)
        if step_x is None or step_y is None:
            continue
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
            group_x is rule.second and group_x is not rule.first,
        )
        return


def membership(subject: Subject, group: frozenset[str]) -> Step | None:
    """How a subject belongs to a group: its most specific member id, or None."""
    for step in subject.lineage:
        if step.subject in group:
            return step
    return None


def _settled(found: list[Finding]) -> list[Finding]:
    """Mark what is overruled: by a nearer statement, or by id.

    Within one hazard and order the nearest statement speaks; a farther one is
    silent only when it is no worse, or when a speaking statement overrides it.
    """
    settled: list[Finding] = []
    for finding in sorted(found, key=_nearest_first):
        overruler = next(
            (nearer.id for nearer in settled if _silences(nearer, finding)), ""
        )
        settled.append(finding._replace(overruled_by=overruler))
    return settled


def _silences(nearer: Finding, finding: Finding) -> bool:
    """Whether a finding that was settled before this one silences it."""
    if not nearer.speaks or nearer.hazard != finding.hazard:
        return False
    if finding.id in nearer.overrides and nearer.distance < finding.distance:
        return True
    return (
        finding.basis != "mechanism"
        and nearer.basis != "mechanism"
        and nearer.order == finding.order
        and badness(finding.risk) <= badness(nearer.risk)
    )


def _nearest_first(finding: Finding) -> tuple[int, int, int, str]:
    return (
        finding.distance,
        -badness(finding.risk),
        -confidence(finding.evidence),
        finding.id,
    )


def _unrepeated(found: list[Finding]) -> list[Finding]:
    """Each statement once per hazard: the nearest, speaking one."""
    best: dict[tuple[str, Hazard, str, bool], Finding] = {}
    for finding in found:
        key = (finding.id, finding.hazard, finding.order, finding.possible)
        known = best.get(key)
        if known is None or (not finding.speaks, finding.distance) < (
            not known.speaks,
            known.distance,
        ):
            best[key] = finding
    return list(best.values())


def _verdict(a: str, b: str, findings: list[Finding]) -> Verdict:
    """The worst of what speaks, with its reasons in order."""
    ordered = sorted(findings, key=_worst_first)
    if not ordered or not ordered[0].speaks:
        return Verdict(
            a,
            b,
            "unknown",
            "unknown",
            "either",
            "none",
            "none",
            "unverified",
            tuple(ordered),
        )
    lead = ordered[0]
    return Verdict(
        a,
        b,
        lead.risk,
        _effect(ordered),
        lead.order,
        lead.basis,
        lead.evidence,
        lead.verification,
        tuple(ordered),
    )


def _worst_first(finding: Finding) -> tuple[bool, int, bool, int, int, int, str]:
    return (
        not finding.speaks,
        -badness(finding.risk),
        finding.possible,
        finding.distance,
        -confidence(finding.evidence),
        HAZARDS.index(finding.hazard),
        finding.id,
    )


def _effect(ordered: list[Finding]) -> Effect:
    """The lead's effect, or the first one that any speaking finding knows."""
    for finding in ordered:
        if finding.speaks and finding.effect != "unknown":
            return finding.effect
    return "unknown"
