"""What must hold for any knowledge: nothing hides a danger, silence is never low."""

from itertools import combinations_with_replacement, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from hrterm.domain.combination import combine
from hrterm.domain.interaction import MechanismRule, StackingRule, Statement, Verdict
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.resolve import resolve
from hrterm.domain.risk import badness
from hrterm.domain.taxonomy import Node
from hrterm.domain.units import OpenName
from hrterm.domain.vocabulary import ORDERS, RISKS, Risk
from tests.domain.generating import (
    CLASSES,
    EVERYTHING,
    HAZARDS,
    RATED,
    SUBSTANCES,
    Parts,
    parts,
)

PAIRS = tuple(combinations_with_replacement(SUBSTANCES, 2))
sets = st.lists(st.sampled_from(SUBSTANCES), min_size=2, max_size=4)
anything = st.sampled_from(EVERYTHING)


def verdicts(given: Parts) -> list[Verdict]:
    known = given.known()
    return [resolve(*pair, known) for pair in PAIRS]


def nothing_falls(before: Parts, after: Parts) -> None:
    """A rated risk stays or rises; only `unknown` may become `low`, by a source."""
    for old, new in zip(verdicts(before), verdicts(after), strict=True):
        if old.risk not in {"low", "unknown"}:
            assert badness(new.risk) >= badness(old.risk)


@given(parts(overriding=True), st.lists(anything, min_size=2, max_size=3, unique=True))
@settings(max_examples=50, deadline=None)
def test_the_order_of_names_never_matters(given: Parts, names: list[str]) -> None:
    known = given.known()
    for a, b in PAIRS:
        assert resolve(a, b, known) == resolve(b, a, known)
    answers = {
        (
            found.risk,
            found.complete,
            found.pairs,
            tuple((s.rule, s.risk, frozenset(s.members)) for s in found.stacks),
        )
        for order in permutations(names)
        for found in (combine(order, known),)
    }
    assert len(answers) == 1


@given(parts(overriding=True))
@settings(max_examples=100, deadline=None)
def test_only_an_override_hides_what_is_worse(given: Parts) -> None:
    by_id = {statement.id: statement for statement in given.statements}
    for verdict in verdicts(given):
        speaking = [finding for finding in verdict.findings if finding.speaks]
        for finding in verdict.findings:
            if finding.speaks:
                continue
            assert (
                finding.id in by_id[finding.overruled_by].overrides
                # A low that does not carry over is not worse, only unknown.
                or (finding.weakened and by_id[finding.id].risk == "low")
                or any(
                    other.hazard == finding.hazard
                    and badness(other.risk) >= badness(finding.risk)
                    for other in speaking
                )
            )
        if speaking:
            assert badness(verdict.risk) == max(badness(one.risk) for one in speaking)


@given(parts(overriding=True))
@settings(max_examples=60, deadline=None)
def test_what_does_not_carry_over_is_unknown_and_silences_nothing(
    given: Parts,
) -> None:
    for verdict in verdicts(given):
        for finding in verdict.findings:
            if finding.weakened:
                assert finding.risk == finding.effect == "unknown"
                assert not finding.overrides or finding.via_a or finding.via_b


@given(parts(), anything, anything, st.data())
@settings(max_examples=80, deadline=None)
def test_a_statement_added_never_lowers_a_risk(
    given: Parts, one: str, other: str, data: st.DataObject
) -> None:
    extra = Statement(
        "extra", min(one, other), max(one, other),
        (data.draw(st.sampled_from(HAZARDS)),),
        data.draw(st.sampled_from(RISKS)), order=data.draw(st.sampled_from(ORDERS)),
        holds_for=frozenset(SUBSTANCES),
    )  # fmt: skip
    nothing_falls(given, given._replace(statements=(*given.statements, extra)))


@given(parts(overriding=True), st.sampled_from(RATED), st.sets(anything, max_size=3))
@settings(max_examples=60, deadline=None)
def test_a_rule_added_never_lowers_a_risk(
    given: Parts, risk: str, group: set[str]
) -> None:
    first = given.rules[0]
    rule = MechanismRule("more", first.b, first.a, "rhythm", risk)  # type: ignore[arg-type]
    also = StackingRule("also", "breathing", risk, "dangerous", frozenset(group))  # type: ignore[arg-type]
    nothing_falls(
        given,
        given._replace(rules=(*given.rules, rule), stacking=(*given.stacking, also)),
    )


@given(parts(), st.sampled_from(SUBSTANCES), st.sampled_from(CLASSES))
@settings(max_examples=60, deadline=None)
def test_a_class_or_a_part_added_never_lowers_a_risk(
    given: Parts, substance: str, family: str
) -> None:
    changed = [
        node._replace(
            parents=tuple(dict.fromkeys((*node.parents, family))),
            may_contain=tuple(dict.fromkeys((*node.may_contain, family))),
        )
        if node.id == substance
        else node
        for node in given.nodes
    ]
    nothing_falls(given, given._replace(nodes=tuple(changed)))


@given(parts(overriding=True), sets, anything)
@settings(max_examples=80, deadline=None)
def test_a_further_substance_never_hides_a_risk(
    given: Parts, names: list[str], further: str
) -> None:
    known = given.known()
    before = combine(tuple(names), known)
    after = combine((*names, further), known)
    if before.risk not in {"low", "unknown"}:
        assert badness(after.risk) >= badness(before.risk)
    kept = {(v.a, v.b): v for v in after.pairs}
    assert all(kept[v.a, v.b] == v for v in before.pairs)
    for stack in before.stacks:
        # Of what is in doubt another example may be told, and another inhibitor.
        certain = {member.id for member in stack.group if not member.doubt}
        if stack.rule == "z":
            certain.clear()
        assert any(
            stack.rule == one.rule
            and len(one.group) >= len(stack.group)
            and certain <= set(one.members)
            for one in after.stacks
        )


@given(parts(overriding=True))
@settings(max_examples=100, deadline=None)
def test_every_rating_names_its_reason_and_low_is_never_silence(given: Parts) -> None:
    ids = {one.id for group in given[1:] for one in group}
    by_id = {statement.id: statement for statement in given.statements}
    for verdict in verdicts(given):
        if not verdict.is_known:
            continue
        lead = verdict.lead
        assert lead is not None and lead.id in ids
        assert (lead.risk, lead.basis) == (verdict.risk, verdict.basis)
        if verdict.risk != "low":
            continue
        for finding in verdict.findings:
            if finding.speaks:
                held = by_id[finding.id].holds_for
                assert finding.subject_a == verdict.a or verdict.a in held
                assert finding.subject_b == verdict.b or verdict.b in held


@given(parts(overriding=True), sets, st.integers(0, 2))
@settings(max_examples=60, deadline=None)
def test_a_set_that_is_not_complete_is_never_low(
    given: Parts, names: list[str], unresolved: int
) -> None:
    combination = combine(tuple(names), given.known(), unresolved)
    unknown = any(not verdict.is_known for verdict in combination.pairs)
    assert combination.complete is not (unknown or bool(unresolved))
    if not combination.complete:
        assert combination.risk != "low"
    assert badness(combination.risk) >= max(badness(v.risk) for v in combination.pairs)


@given(parts(overriding=True), st.sampled_from(CLASSES))
@settings(max_examples=80, deadline=None)
def test_a_class_is_as_bad_as_its_worst_member(given: Parts, family: str) -> None:
    known = given.known()
    for other in SUBSTANCES:
        members = known.members(family)
        verdict = resolve(family, other, known)
        for member in members:
            risk = resolve(member, other, known).risk
            assert badness(verdict.risk) >= badness(risk)
        named = verdict.member_a or verdict.member_b
        if named:
            assert named in known.members(family)
            assert verdict.risk == resolve(named, other, known).risk


def without_classes_inside(node: Node) -> Node:
    """What it may hold is told apart by members, which is shown elsewhere."""
    return node._replace(
        contains=tuple(id_ for id_ in node.contains if id_ not in CLASSES),
        may_contain=tuple(id_ for id_ in node.may_contain if id_ not in CLASSES),
    )


@given(parts(overriding=True))
@settings(max_examples=100, deadline=None)
def test_of_a_class_the_first_worst_pair_of_members_answers(given: Parts) -> None:
    """Whatever is passed over on the way: as if each pair had been resolved."""
    given = given._replace(nodes=tuple(map(without_classes_inside, given.nodes)))
    known = given.known()
    plain = Knowledge(
        {id_: one._replace(is_class=False) for id_, one in known.subjects.items()},
        given.statements,
        given.rules,
        given.stacking,
    )
    for a, b in combinations_with_replacement(sorted(EVERYTHING), 2):
        every = [
            resolve(one, other, plain)
            for one in known.stand_ins(a)
            for other in known.stand_ins(b)
            if one != other or not (a in CLASSES and b in CLASSES) or one == a == b
        ]
        # Members may sort the other way round than their classes: sides are left out.
        worst = max(every, key=lambda verdict: badness(verdict.risk))
        found = resolve(a, b, known)
        assert found.risk == worst.risk
        assert {finding.id for finding in found.findings} == {
            finding.id for finding in worst.findings
        }
        assert {found.member_a or a, found.member_b or b} == {worst.a, worst.b}


@given(parts(overriding=True), st.sets(anything, max_size=4))
@settings(max_examples=100, deadline=None)
def test_knowledge_that_grew_answers_as_knowledge_that_was_whole(
    given: Parts, first: set[str]
) -> None:
    whole = given.known()
    held = {
        part.subject.id
        for id_ in first
        for one in whole.stand_ins(id_)
        for part in whole.parts(one)
    }
    sides = {step.subject for id_ in held for step in whole.subjects[id_].lineage}
    early = [s for s in given.statements if {s.a, s.b} <= sides]
    grown = Knowledge(
        {id_: whole.subjects[id_] for id_ in held}, early, given.rules, given.stacking
    )
    for one in first:
        for other in first:
            resolve(one, other, grown)
    grown.add(
        {id_: one for id_, one in whole.subjects.items() if id_ not in held},
        [statement for statement in given.statements if statement not in early],
    )
    for pair in combinations_with_replacement(EVERYTHING, 2):
        assert resolve(*pair, grown) == resolve(*pair, whole)


# --- three and more -------------------------------------------------------------

two_substances = st.lists(
    st.sampled_from(SUBSTANCES), min_size=2, max_size=2, unique=True
)


def no_milder(one: Risk, other: Risk) -> bool:
    """A rated risk is met; what is not rated makes no claim."""
    return badness(other) < badness("caution") or badness(one) >= badness(other)


def held(id_: str, known: Knowledge) -> set[str]:
    """It, and all that it may hold."""
    parts = (*known.parts(id_), *known.held_members(id_))
    return {part.subject.id for part in parts}


def are_apart(id_: str, others: list[str], known: Knowledge) -> bool:
    """Whether none is in two of them: what is there twice counts but once."""
    return not held(id_, known) & {
        one for other in others for one in held(other, known)
    }


@given(parts(), st.sampled_from(CLASSES), two_substances)
@settings(max_examples=200, deadline=None)
def test_a_set_with_a_class_is_no_milder_than_with_any_member(
    given: Parts, family: str, others: list[str]
) -> None:
    known = given.known()
    whole = combine((family, *others), known)
    for member in known.members(family):
        if are_apart(member, others, known):
            assert no_milder(whole.risk, combine((member, *others), known).risk)


@given(parts(), st.sampled_from(SUBSTANCES), two_substances)
@settings(max_examples=200, deadline=None)
def test_a_set_with_a_product_is_no_milder_than_with_what_it_may_hold(
    given: Parts, holding: str, others: list[str]
) -> None:
    known = given.known()
    whole = combine((holding, *others), known)
    for id_ in held(holding, known):
        if are_apart(holding, others, known):
            assert no_milder(whole.risk, combine((id_, *others), known).risk)


@given(parts(), st.lists(anything, min_size=1, max_size=3, unique=True), two_substances)
@settings(max_examples=200, deadline=None)
def test_a_set_with_an_open_name_is_no_milder_than_with_any_meaning(
    given: Parts, candidates: list[str], others: list[str]
) -> None:
    known = given.known()
    name = OpenName("typed", tuple(candidates))
    whole = combine(tuple(others), known, 1, None, [name]).at_least(
        resolve(candidate, other, known).risk
        for candidate in candidates
        for other in others
    )
    assert not whole.complete
    for meant in candidates:
        if are_apart(meant, others, known):
            assert no_milder(whole.risk, combine((meant, *others), known).risk)


@given(parts(), sets)
@settings(max_examples=100, deadline=None)
def test_a_group_names_nothing_twice_and_says_where_doubt_is(
    given: Parts, names: list[str]
) -> None:
    known = given.known()
    for stack in combine(tuple(names), known).stacks:
        assert len(set(stack.members)) == len(stack.members) > 1
        for member in stack.group:
            certain = {
                part.subject.id
                for name in names
                for part in known.parts(name)
                if not part.possible
            }
            assert member.doubt or member.id in certain
            assert not member.doubt or member.of in names
