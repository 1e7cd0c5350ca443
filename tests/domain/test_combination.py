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


def test_a_product_that_belongs_itself_is_not_counted_with_what_it_holds() -> None:
    nodes = [*NODES, Node("box", contains=("a", "b")), Node("pack", ("kind",),
             contains=("a", "d")), Node("kind", is_class=True)]  # fmt: skip
    rule = BREATHING._replace(members=frozenset({"a", "b", "c", "kind"}))
    known = know(nodes, (), (), [rule])
    assert combine(("box", "c"), known).stacks[0].members == ("a", "b", "c")
    assert combine(("box", "a"), known).risk == "caution"
    pack = combine(("pack", "c"), known)
    assert (pack.risk, pack.stacks[0].members) == ("caution", ("pack", "c"))
    assert combine(("box", "d"), known).stacks == ()


def test_two_that_a_product_holds_are_one_with_their_own_name() -> None:
    nodes = [*NODES, Node("box", contains=("a",))]
    known = know(nodes, (), (), [BREATHING])
    assert combine(("box", "a", "b"), known).stacks[0].members == ("a", "b")
    assert combine(("box", "a", "b"), known).risk == "caution"


def test_groups_come_worst_first_then_by_name() -> None:
    mild = StackingRule("mild", "sedation", "caution", "unsafe", frozenset({"a", "b"}))
    zeta = mild._replace(id="also")
    bad = mild._replace(id="worse", two="dangerous")
    known = know(NODES, (), (), [mild, bad, zeta])
    found = combine(("a", "b"), known).stacks
    assert [stack.rule for stack in found] == ["worse", "also", "mild"]
    assert [stack.hazard for stack in found] == ["sedation"] * 3


def test_pairs_of_one_risk_come_by_name() -> None:
    rated = [
        Statement(f"{a}{b}", a, b, ("other",), "unsafe")
        for a, b in (("b", "c"), ("a", "c"), ("a", "b"))
    ]
    found = combine(("c", "b", "a"), know(NODES, rated)).pairs
    assert [(v.a, v.b) for v in found] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_sides_that_meet_only_in_one_and_the_same_are_no_group() -> None:
    rule = StackingRule("sides", "breathing", "unsafe", "dangerous",
                        first=frozenset({"a"}), second=frozenset({"a"}))  # fmt: skip
    assert combine(("a", "b", "c"), know(NODES, (), (), [rule])).stacks == ()
    wide = rule._replace(first=frozenset({"a", "b", "c"}), second=frozenset({"d"}))
    assert combine(("a", "b", "c"), know(NODES, (), (), [wide])).stacks == ()


def test_a_group_of_three_needs_no_risk_for_two() -> None:
    rule = BREATHING._replace(two=None)
    known = know(NODES, (), (), [rule])
    assert combine(("a", "b"), known).stacks == ()
    assert combine(("a", "b", "c"), known).risk == "dangerous"


def test_names_that_were_not_resolved_count_among_three() -> None:
    known = know(NODES)
    assert not combine(("a", "b"), known).is_beyond_prediction
    assert not combine(("a",), known, 1).is_beyond_prediction
    assert combine(("a", "b"), known, 1).is_beyond_prediction
    assert combine(("a", "b", "c"), known).is_beyond_prediction
    assert combine(("a", "b"), known, 1).unresolved == 1


def test_what_an_open_name_may_bring_raises_and_never_lowers() -> None:
    rated = [Statement("s", "a", "b", ("other",), "caution")]
    found = combine(("a", "b"), know(NODES, rated), 1)
    assert found.at_least(["dangerous", "low"]).risk == "dangerous"
    assert found.at_least(["low"]).risk == "caution"
    assert found.at_least([]) == found
    assert not found.at_least(["low"]).complete


def test_one_alone_has_no_pair_and_no_rating() -> None:
    found = combine(("a",), know(NODES), 1)
    assert (found.pairs, found.risk, found.complete) == ((), "unknown", False)


CHAIN = StackingRule("chain", "exposure", None, "unsafe",
                     first=frozenset({"boost"}), chain=True)  # fmt: skip


def raising(*ids: str, **more: str) -> list[Statement]:
    return [
        Statement(f"up-{id_}", id_, "boost", ("exposure",), "caution", "stronger")
        ._replace(**more)  # type: ignore[arg-type]
        for id_ in ids
    ]  # fmt: skip


def chained(
    statements: list[Statement],
    ids: tuple[str, ...] = ("a", "b", "boost"),
    rule: StackingRule = BREATHING,
) -> list[str]:
    known = know(NODES, statements, (), [rule, CHAIN])
    return [stack.rule for stack in combine(ids, known).stacks]


def test_a_chain_needs_two_that_are_raised() -> None:
    assert "chain" in chained(raising("a", "b"))
    assert "chain" not in chained(raising("a"))
    assert "chain" not in chained(raising("a", "b"), ("a", "boost"))
    assert "chain" not in chained(raising("a", "b"), ("a", "b"))


def test_a_chain_needs_a_level_that_rises() -> None:
    assert "chain" not in chained(raising("a", "b", effect="weaker"))
    assert "chain" in chained(raising("a", "b", effect="unknown"))
    assert "chain" not in chained(raising("a", "b", hazards=("rhythm",)))  # type: ignore[arg-type]


def test_a_chain_ends_where_the_rise_is_overruled() -> None:
    silencing = [
        Statement("flat", "a", "boost", ("exposure",), "low", "unchanged"),
        Statement("rise", "boost", "kind", ("exposure",), "caution", "stronger"),
    ]
    nodes = [*NODES[1:], Node("a", ("kind",)), Node("kind", is_class=True)]
    up = raising("b")
    loud = know(nodes, [*silencing, *up], (), [BREATHING, CHAIN])
    assert "chain" in [s.rule for s in combine(("a", "b", "boost"), loud).stacks]
    silencing[0] = silencing[0]._replace(overrides=frozenset({"rise"}), effect="weaker")
    quiet = know(nodes, [*silencing, *up], (), [BREATHING, CHAIN])
    assert "chain" not in [s.rule for s in combine(("a", "b", "boost"), quiet).stacks]


def test_a_chain_counts_in_three_hazards_only() -> None:
    for hazard, counts in (("breathing", True), ("serotonin", True),
                           ("rhythm", True), ("sedation", False)):  # fmt: skip
        rule = BREATHING._replace(hazard=hazard)  # type: ignore[arg-type]
        assert ("chain" in chained(raising("a", "b"), rule=rule)) is counts


def test_a_chain_reaches_into_a_product() -> None:
    nodes = [*NODES, Node("box", contains=("a",))]
    known = know(nodes, raising("a", "b"), (), [BREATHING, CHAIN])
    found = combine(("box", "b", "boost"), known).stacks
    assert ("boost", "a", "b") in [stack.members for stack in found]


def test_what_raises_a_product_raises_what_is_in_it() -> None:
    nodes = [*NODES, Node("box", contains=("a",))]
    known = know(nodes, raising("box", "b"), (), [BREATHING, CHAIN])

    def groups(*ids: str) -> list[tuple[str, ...]]:
        found = combine(ids, known).stacks
        return [stack.members for stack in found if stack.rule == "chain"]

    assert groups("box", "b", "boost") == [("boost", "a", "b")]
    assert groups("box", "a", "b", "boost") == [("boost", "a", "b")]
    assert groups("a", "b", "boost") == []


def test_a_chain_names_the_inhibitor_first_and_looks_at_each() -> None:
    nodes = [*NODES, Node("aid")]
    chain = CHAIN._replace(first=frozenset({"aid", "boost"}))
    known = know(nodes, raising("a", "b"), (), [chain, BREATHING])
    (found,) = [
        stack
        for stack in combine(("aid", "b", "boost", "a"), known).stacks
        if stack.rule == "chain"
    ]
    assert found.members == ("boost", "b", "a")
    assert (found.hazard, found.risk) == ("exposure", "unsafe")
