"""Sets: the worst pair is the floor, groups raise it."""

from hrterm.domain.combination import combine
from hrterm.domain.interaction import StackingRule, Statement
from hrterm.domain.taxonomy import Node
from tests.domain.knowing import know

NODES = [Node(id_) for id_ in ("a", "b", "c", "d", "boost")]
BREATHING = StackingRule(
    "stack", "breathing", "caution", "dangerous", frozenset({"a", "b", "c"})
)


def test_three_of_a_group_raise_the_set_above_every_pair() -> None:
    known = know(NODES, (), (), [BREATHING])
    two = combine(("a", "b"), known)
    assert (two.risk, two.stacks[0].members) == ("caution", ("a", "b"))
    assert not two.is_beyond_prediction
    three = combine(("a", "b", "c"), known)
    assert three.risk == "dangerous" and three.is_beyond_prediction
    assert three.stacks[0].members == ("a", "b", "c")


def test_two_of_a_group_whose_rule_is_overruled_do_not_raise() -> None:
    own = Statement(
        "own", "a", "b", ("breathing",), "low", overrides=frozenset({"stack"})
    )
    combination = combine(("a", "b"), know(NODES, [own], (), [BREATHING]))
    assert (combination.risk, combination.stacks) == ("low", ())


def test_pairs_come_worst_first_and_unknown_before_low() -> None:
    known = know(
        NODES,
        [
            Statement("one", "a", "b", ("other",), "low"),
            Statement("two", "a", "c", ("other",), "unsafe"),
        ],
    )
    combination = combine(("a", "b", "c"), known)
    assert [v.risk for v in combination.pairs] == ["unsafe", "unknown", "low"]
    assert combination.unknown_pairs == (("b", "c"),)
    assert not combination.complete


def test_a_low_pair_with_a_name_missing_is_not_low() -> None:
    known = know(NODES, [Statement("one", "a", "b", ("other",), "low")])
    assert combine(("a", "b"), known).risk == "low"
    assert combine(("a", "b"), known, unresolved=True).risk == "unknown"


def test_one_of_each_side_must_meet() -> None:
    rule = StackingRule("sides", "breathing", "unsafe", "dangerous",
                        first=frozenset({"a"}),
                        second=frozenset({"b", "c"}))  # fmt: skip
    known = know(NODES, (), (), [rule])
    assert combine(("b", "c"), known).risk == "unknown"
    assert combine(("a", "b"), known).risk == "unsafe"
    assert combine(("a", "b", "c"), known).risk == "dangerous"


def test_an_inhibitor_and_two_that_it_raises_and_that_stack() -> None:
    chain = StackingRule("chain", "exposure", None, "unsafe",
                         first=frozenset({"boost"}), chain=True)  # fmt: skip
    raised = [
        Statement(f"up-{id_}", id_, "boost", ("exposure",), "caution", "stronger")
        for id_ in ("a", "b")
    ]
    known = know(NODES, raised, (), [BREATHING, chain])
    combination = combine(("boost", "a", "b"), known)
    assert combination.risk == "unsafe"
    assert combination.stacks[0].members == ("boost", "a", "b")
    assert combine(("boost", "a", "d"), known).risk != "unsafe"


def test_the_same_name_twice_asks_about_the_repeat() -> None:
    again = Statement("again", "a", "a", ("breathing",), "unsafe", order="repeat")
    combination = combine(("a", "a"), know(NODES, [again]))
    assert [(v.a, v.b, v.basis) for v in combination.pairs] == [("a", "a", "same")]
    assert combination.members == ("a",)
