"""What must hold for any knowledge: nothing hides a danger, silence is never low."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from hrterm.domain.combination import combine
from hrterm.domain.interaction import MechanismRule, StackingRule, Statement, Verdict
from hrterm.domain.resolve import resolve
from hrterm.domain.risk import badness
from hrterm.domain.vocabulary import ORDERS, RISKS
from tests.domain.generating import (
    CLASSES,
    EVERYTHING,
    HAZARDS,
    RATED,
    SUBSTANCES,
    Parts,
    pairs,
    parts,
)

sets = st.lists(st.sampled_from(SUBSTANCES), min_size=2, max_size=4)


def never_falls(before: Verdict, after: Verdict) -> None:
    """A rated risk stays or rises; only `unknown` may become `low`, by a source."""
    if before.risk not in {"low", "unknown"}:
        assert badness(after.risk) >= badness(before.risk)


@given(parts(overriding=True), pairs)
@settings(max_examples=200, deadline=None)
def test_the_order_of_names_never_matters(given: Parts, pair: tuple[str, str]) -> None:
    known = given.known()
    assert resolve(*pair, known) == resolve(pair[1], pair[0], known)


@given(parts(overriding=True), st.lists(st.sampled_from(EVERYTHING), min_size=2,
                                        max_size=3, unique=True))  # fmt: skip
@settings(max_examples=100, deadline=None)
def test_the_order_of_a_set_never_matters(given: Parts, names: list[str]) -> None:
    known = given.known()
    answers = {
        (found.risk, found.complete, found.pairs, tuple(
            (stack.rule, stack.risk, frozenset(stack.members)) for stack in found.stacks
        ))
        for order in permutations(names)
        for found in (combine(order, known),)
    }  # fmt: skip
    assert len(answers) == 1


@given(parts(overriding=True), pairs)
@settings(max_examples=300, deadline=None)
def test_only_an_override_hides_what_is_worse(
    given: Parts, pair: tuple[str, str]
) -> None:
    verdict = resolve(*pair, given.known())
    speaking = [finding for finding in verdict.findings if finding.speaks]
    by_id = {statement.id: statement for statement in given.statements}
    for finding in verdict.findings:
        if finding.speaks:
            continue
        named = finding.id in by_id[finding.overruled_by].overrides
        assert named or any(
            other.hazard == finding.hazard and badness(other.risk) >= badness(
                finding.risk
            )
            for other in speaking
        )  # fmt: skip
    if speaking:
        assert badness(verdict.risk) == max(badness(one.risk) for one in speaking)


@given(parts(overriding=True), pairs)
@settings(max_examples=200, deadline=None)
def test_what_does_not_carry_over_silences_nothing_worse(
    given: Parts, pair: tuple[str, str]
) -> None:
    for finding in resolve(*pair, given.known()).findings:
        if finding.weakened:
            assert (finding.risk, finding.effect) == ("unknown", "unknown")
            assert not finding.overrides


@given(parts(), pairs, st.data())
@settings(max_examples=200, deadline=None)
def test_a_statement_added_never_lowers_a_risk(
    given: Parts, pair: tuple[str, str], data: st.DataObject
) -> None:
    x, y = sorted(
        (data.draw(st.sampled_from(EVERYTHING)), data.draw(st.sampled_from(EVERYTHING)))
    )
    extra = Statement(
        "extra", x, y, (data.draw(st.sampled_from(HAZARDS)),),
        data.draw(st.sampled_from(RISKS)), order=data.draw(st.sampled_from(ORDERS)),
        holds_for=frozenset(SUBSTANCES),
    )  # fmt: skip
    more = given._replace(statements=(*given.statements, extra))
    never_falls(resolve(*pair, given.known()), resolve(*pair, more.known()))


@given(parts(overriding=True), pairs, st.data())
@settings(max_examples=150, deadline=None)
def test_a_rule_added_never_lowers_a_risk(
    given: Parts, pair: tuple[str, str], data: st.DataObject
) -> None:
    first = given.rules[0]
    rule = MechanismRule(
        "more", first.b, first.a, "rhythm", data.draw(st.sampled_from(RATED))
    )
    group = StackingRule(
        "also", "breathing", data.draw(st.sampled_from(RATED)), "dangerous",
        frozenset(data.draw(st.sets(st.sampled_from(EVERYTHING), max_size=3))),
    )  # fmt: skip
    more = given._replace(rules=(*given.rules, rule), stacking=(*given.stacking, group))
    never_falls(resolve(*pair, given.known()), resolve(*pair, more.known()))


@given(parts(), pairs, st.sampled_from(SUBSTANCES), st.sampled_from(CLASSES))
@settings(max_examples=150, deadline=None)
def test_a_class_or_a_part_added_never_lowers_a_risk(
    given: Parts, pair: tuple[str, str], substance: str, family: str
) -> None:
    changed = []
    for node in given.nodes:
        if node.id == substance:
            changed.append(
                node._replace(
                    parents=tuple(dict.fromkeys((*node.parents, family))),
                    may_contain=tuple(dict.fromkeys((*node.may_contain, family))),
                )
            )
        else:
            changed.append(node)
    more = given._replace(nodes=tuple(changed))
    never_falls(resolve(*pair, given.known()), resolve(*pair, more.known()))


@given(parts(overriding=True), sets, st.sampled_from(EVERYTHING))
@settings(max_examples=150, deadline=None)
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
        assert any(
            stack.rule == one.rule and set(stack.members) <= set(one.members)
            for one in after.stacks
        )


@given(parts(overriding=True), pairs)
@settings(max_examples=300, deadline=None)
def test_every_rating_names_its_reason(given: Parts, pair: tuple[str, str]) -> None:
    ids = {one.id for group in given[1:] for one in group}
    verdict = resolve(*pair, given.known())
    if verdict.is_known:
        lead = verdict.lead
        assert lead is not None and lead.id in ids
        assert (lead.risk, lead.basis) == (verdict.risk, verdict.basis)
    else:
        assert verdict.effect == "unknown" or verdict.lead is not None


@given(parts(overriding=True), pairs)
@settings(max_examples=300, deadline=None)
def test_low_never_comes_from_silence(given: Parts, pair: tuple[str, str]) -> None:
    verdict = resolve(*pair, given.known())
    if verdict.risk != "low":
        return
    by_id = {statement.id: statement for statement in given.statements}
    for finding in verdict.findings:
        if finding.speaks:
            source = by_id[finding.id]
            for side, id_ in ((finding.subject_a, verdict.a),
                              (finding.subject_b, verdict.b)):  # fmt: skip
                assert side == id_ or id_ in source.holds_for


@given(parts(overriding=True), sets, st.integers(0, 2))
@settings(max_examples=150, deadline=None)
def test_a_set_that_is_not_complete_is_never_low(
    given: Parts, names: list[str], unresolved: int
) -> None:
    combination = combine(tuple(names), given.known(), unresolved)
    unknown = any(not verdict.is_known for verdict in combination.pairs)
    assert combination.complete is not (unknown or bool(unresolved))
    if not combination.complete:
        assert combination.risk != "low"
    assert badness(combination.risk) >= max(badness(v.risk) for v in combination.pairs)


@given(parts(overriding=True), st.sampled_from(CLASSES), st.sampled_from(SUBSTANCES))
@settings(max_examples=150, deadline=None)
def test_a_class_is_as_bad_as_its_worst_member(
    given: Parts, family: str, other: str
) -> None:
    known = given.known()
    members = [one for one in known.members(family) if one != other]
    verdict = resolve(family, other, known)
    risks = [resolve(member, other, known).risk for member in members]
    if risks:
        assert badness(verdict.risk) >= max(map(badness, risks))
    named = verdict.member_a or verdict.member_b
    if named:
        assert named in members
        assert verdict.risk == resolve(named, other, known).risk
