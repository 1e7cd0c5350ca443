"""What must hold for any knowledge: nothing hides a danger, silence is never low."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hrterm.domain.combination import combine
from hrterm.domain.interaction import MechanismRule, Side, StackingRule, Statement
from hrterm.domain.mechanism import Action
from hrterm.domain.resolve import Knowledge, resolve
from hrterm.domain.risk import badness
from hrterm.domain.taxonomy import Node
from hrterm.domain.vocabulary import ORDERS, RISKS
from tests.domain.knowing import know

SUBSTANCES = ("a", "b", "c", "d")
CLASSES = ("k", "l", "m")
TARGETS = ("t", "u")
KINDS = ("agonist", "antagonist", "inhibitor")

actions = st.builds(Action, st.sampled_from(TARGETS), st.sampled_from(KINDS))


@st.composite
def knowledges(draw: st.DrawFn) -> "Parts":
    nodes = []
    for position, id_ in enumerate(CLASSES):
        parents = draw(
            st.lists(st.sampled_from(CLASSES[:position] or ("",)), max_size=1)
        )
        nodes.append(
            Node(
                id_,
                tuple(parent for parent in parents if parent),
                actions=tuple(draw(st.lists(actions, max_size=1))),
                is_class=True,
                stacks=draw(st.booleans()),
                defined_by=draw(st.none() | actions),
            )
        )
    for id_ in SUBSTANCES:
        classes = draw(st.lists(st.sampled_from(CLASSES), max_size=2, unique=True))
        atypical = draw(st.sets(st.sampled_from(CLASSES), max_size=1))
        nodes.append(
            Node(
                id_,
                tuple(classes),
                atypical=frozenset(atypical),
                actions=tuple(draw(st.lists(actions, max_size=2))),
            )
        )
    everything = SUBSTANCES + CLASSES
    statements = []
    for number in range(draw(st.integers(0, 6))):
        pair = sorted(
            (draw(st.sampled_from(everything)), draw(st.sampled_from(everything)))
        )
        statements.append(
            Statement(
                f"s{number}", pair[0], pair[1],
                tuple(draw(st.lists(st.sampled_from(("breathing", "rhythm")),
                                    min_size=1, max_size=2, unique=True))),
                draw(st.sampled_from(RISKS)),
                order=draw(st.sampled_from(ORDERS)),
            )
        )  # fmt: skip
    rules = [
        MechanismRule(
            "r", Side("t", frozenset({"agonist"})), Side("u", frozenset({"inhibitor"})),
            "breathing", draw(st.sampled_from(("dangerous", "unsafe", "caution"))),
        )
    ]  # fmt: skip
    stacking = [
        StackingRule("x", "rhythm", "caution", "unsafe",
                     frozenset(draw(st.sets(st.sampled_from(everything), max_size=3))))
    ]  # fmt: skip
    return nodes, statements, rules, stacking


Parts = tuple[list[Node], list[Statement], list[MechanismRule], list[StackingRule]]
pairs = st.tuples(st.sampled_from(SUBSTANCES), st.sampled_from(SUBSTANCES))


def made(parts: Parts) -> Knowledge:
    return know(*parts)


@given(knowledges(), pairs)
@settings(max_examples=300, deadline=None)
def test_the_order_of_names_never_matters(parts: Parts, pair: tuple[str, str]) -> None:
    known = made(parts)
    assert resolve(*pair, known) == resolve(pair[1], pair[0], known)


@given(knowledges(), pairs, st.data())
@settings(max_examples=300, deadline=None)
def test_nothing_added_ever_lowers_a_risk(
    parts: Parts, pair: tuple[str, str], data: st.DataObject
) -> None:
    nodes, statements, rules, stacking = parts
    before = resolve(*pair, know(nodes, statements, rules, stacking))
    extra = Statement(
        "extra",
        min(pair),
        max(pair),
        ("breathing",),
        data.draw(st.sampled_from(RISKS)),
        order=data.draw(st.sampled_from(ORDERS)),
    )
    after = resolve(*pair, know(nodes, [*statements, extra], rules, stacking))
    if before.is_known and before.risk != "low":
        assert badness(after.risk) >= badness(before.risk)


@given(knowledges(), st.lists(st.sampled_from(SUBSTANCES), min_size=2, max_size=3),
       st.sampled_from(SUBSTANCES))  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_a_further_substance_never_hides_a_risk(
    parts: Parts, names: list[str], further: str
) -> None:
    known = made(parts)
    before = combine(tuple(names), known)
    after = combine((*names, further), known)
    if before.risk not in {"low", "unknown"}:
        assert badness(after.risk) >= badness(before.risk)
    kept = {(v.a, v.b): v.risk for v in after.pairs}
    assert all(kept[v.a, v.b] == v.risk for v in before.pairs)


@given(knowledges(), pairs)
@settings(max_examples=300, deadline=None)
def test_every_rating_names_its_reason_and_low_is_never_silence(
    parts: Parts, pair: tuple[str, str]
) -> None:
    _nodes, statements, rules, stacking = parts
    ids = {s.id for s in statements} | {r.id for r in rules} | {s.id for s in stacking}
    verdict = resolve(*pair, made(parts))
    if verdict.is_known:
        lead = verdict.lead
        assert lead is not None and lead.id in ids
        assert lead.risk == verdict.risk
    if verdict.risk == "low":
        direct = {s.id for s in statements if {s.a, s.b} <= set(pair)}
        assert verdict.lead is not None and verdict.lead.id in direct


@given(knowledges(), st.lists(st.sampled_from(SUBSTANCES), min_size=2, max_size=4))
@settings(max_examples=200, deadline=None)
def test_a_set_with_an_unknown_pair_is_never_low(
    parts: Parts, names: list[str]
) -> None:
    combination = combine(tuple(names), made(parts))
    if not combination.complete:
        assert combination.risk != "low"
    assert badness(combination.risk) >= max(badness(v.risk) for v in combination.pairs)
