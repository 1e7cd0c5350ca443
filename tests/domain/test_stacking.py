"""Groups that add up: what is there for certain, and what is there in doubt."""

from hrterm.domain.combination import combine
from hrterm.domain.interaction import StackingRule
from hrterm.domain.stacking import Member
from hrterm.domain.taxonomy import Node
from hrterm.domain.units import OpenName
from tests.domain.knowing import know

NODES = [
    Node("family", is_class=True),
    Node("only-a", is_class=True),
    Node("street", is_class=True),
    Node("a", ("family", "only-a")),
    Node("b", ("family",)),
    Node("x"),
    Node("y"),
    Node("z"),
    Node("alley", is_class=True),
    Node("c", ("alley", "wide")),
    Node("d", ("street",)),
    Node("wide", is_class=True),
    Node("mixed", ("street",), contains=("a", "b")),
    Node("triple", contains=("a", "b", "x")),
    Node("cut", contains=("a", "x"), may_contain=("b",)),
    Node("thin", may_contain=("b",)),
]


def adding(*ids: str) -> StackingRule:
    return StackingRule("rule", "breathing", "caution", "dangerous", frozenset(ids))


def group(
    rule: StackingRule, *ids: str, names: tuple[OpenName, ...] = ()
) -> tuple[Member, ...]:
    """The one group of a set; nothing when there is none."""
    found = combine(ids, know(NODES, (), (), [rule]), len(names), None, names).stacks
    assert len(found) < 2
    return found[0].group if found else ()


def test_what_is_certain_is_named_without_a_doubt() -> None:
    assert group(adding("a", "b", "x"), "x", "a", "b") == (
        Member("x"), Member("a"), Member("b"),
    )  # fmt: skip


def test_a_class_stands_for_a_member_that_is_not_there_already() -> None:
    assert group(adding("a", "b", "x"), "a", "family", "x") == (
        Member("a"), Member("b", "class", "family"), Member("x"),
    )  # fmt: skip


def test_a_class_gives_way_where_another_can_be_one_member_only() -> None:
    assert group(adding("a", "b", "x"), "family", "only-a", "x") == (
        Member("b", "class", "family"), Member("a", "class", "only-a"), Member("x"),
    )  # fmt: skip


def test_a_class_that_can_only_be_what_is_there_does_not_count() -> None:
    assert group(adding("a", "x", "y"), "a", "only-a", "x", "y") == (
        Member("a"), Member("x"), Member("y"),
    )  # fmt: skip


def test_a_class_that_counts_itself_is_no_doubt() -> None:
    assert group(adding("family", "x", "y"), "family", "x", "y") == (
        Member("family"), Member("x"), Member("y"),
    )  # fmt: skip


def test_an_open_name_counts_once_as_whatever_it_may_mean() -> None:
    names = (OpenName("Q", ("x", "y")),)
    assert group(adding("a", "b", "x", "y"), "a", "b", names=names) == (
        Member("a"), Member("b"), Member("x", "name", "Q"),
    )  # fmt: skip


def test_what_a_product_may_hold_counts_beside_something_else() -> None:
    assert group(adding("a", "b", "y"), "a", "thin", "y") == (
        Member("a"), Member("b", "product", "thin"), Member("y"),
    )  # fmt: skip


def test_a_class_of_products_counts_all_that_one_of_them_holds() -> None:
    assert group(adding("a", "b", "x"), "street", "x") == (
        Member("a", "class", "street"), Member("b", "class", "street"), Member("x"),
    )  # fmt: skip


def test_what_is_there_besides_stays_certain() -> None:
    assert group(adding("a", "b", "x"), "a", "street", "x") == (
        Member("a"), Member("b", "class", "street"), Member("x"),
    )  # fmt: skip


def test_each_class_counts_once_beside_one_that_may_be_a_product() -> None:
    # Of those on the street one is `d`, or all that is in `mixed`; never both.
    rule = adding("a", "b", "c", "d", "x")
    street = (Member("a", "class", "street"), Member("b", "class", "street"))
    assert group(rule, "wide", "street", "x") == (
        Member("c", "class", "wide"), *street, Member("x"),
    )  # fmt: skip
    assert group(rule, "alley", "street", "x") == (
        Member("c", "class", "alley"), *street, Member("x"),
    )  # fmt: skip


def test_what_one_product_holds_for_certain_is_a_group() -> None:
    assert group(adding("a", "b", "x"), "triple", "z") == (
        Member("a"), Member("b"), Member("x"),
    )  # fmt: skip


def test_for_what_a_product_holds_nothing_more_is_supposed_in_it() -> None:
    assert group(adding("a", "b", "x", "y"), "cut", "y") == (
        Member("a"), Member("x"), Member("y"),
    )  # fmt: skip


def test_what_is_asked_and_held_stands_where_it_was_first_told() -> None:
    assert group(adding("a", "b", "x"), "a", "x", "mixed") == (
        Member("a"), Member("x"), Member("b"),
    )  # fmt: skip


# --- a rule with two sides ----------------------------------------------------------


def meeting(first: set[str], second: set[str]) -> StackingRule:
    return StackingRule(
        "rule", "breathing", "caution", "dangerous",
        first=frozenset(first), second=frozenset(second),
    )  # fmt: skip


def test_one_of_each_side_is_a_group_of_two() -> None:
    assert group(meeting({"a"}, {"x"}), "a", "x") == (Member("a"), Member("x"))


def test_further_ones_of_the_first_side_join() -> None:
    assert group(meeting({"a", "b"}, {"x"}), "a", "b", "x") == (
        Member("a"), Member("b"), Member("x"),
    )  # fmt: skip


def test_a_class_does_not_join_itself() -> None:
    # As either of its members it is of the first side: once, with no risk for two.
    assert group(meeting({"a", "b"}, {"x"}), "family", "x") == ()
    assert group(meeting({"a", "b"}, {"x", "y"}), "family", "x", "y") == (
        Member("a", "class", "family"), Member("x"), Member("y"),
    )  # fmt: skip


def test_a_class_does_not_meet_itself() -> None:
    # It may be of the first side or of the second, and is one thing only.
    assert group(meeting({"a", "x"}, {"b"}), "family", "x") == ()
    assert group(meeting({"a", "x", "y"}, {"b"}), "family", "x", "y") == (
        Member("b", "class", "family"), Member("x"), Member("y"),
    )  # fmt: skip


def test_what_one_product_may_hold_makes_no_group_by_itself() -> None:
    assert group(meeting({"a", "x"}, {"b"}), "cut", "z") == ()
    assert group(meeting({"a", "x", "y"}, {"b"}), "cut", "y") == (
        Member("a"), Member("b", "product", "cut"), Member("x"), Member("y"),
    )  # fmt: skip
