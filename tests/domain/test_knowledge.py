"""How knowledge is laid out: by either side, by rule, by class."""

from hrterm.domain.interaction import MechanismRule, Side, StackingRule, Statement
from hrterm.domain.knowledge import Group
from hrterm.domain.lineage import Step
from hrterm.domain.mechanism import Action
from hrterm.domain.taxonomy import Node
from tests.domain.knowing import know

NODES = (
    Node("drug", ("kind",), actions=(Action("enzyme", "inhibitor", "weak"),)),
    Node("kind", ("family",), is_class=True),
    Node("family", is_class=True),
    Node("other", actions=(Action("enzyme", "substrate"), Action("pump", "blocker"))),
)


def test_statements_are_found_from_either_side_and_once() -> None:
    pair = Statement("pair", "drug", "other", ("rhythm",), "unsafe")
    itself = Statement("itself", "drug", "drug", ("rhythm",), "unsafe")
    again = Statement("again", "drug", "other", ("rhythm",), "caution")
    known = know(NODES, [pair, itself, again])
    assert known.stated("drug") == {"other": [pair, again], "drug": [itself]}
    assert known.stated("other") == {"drug": [pair, again]}
    assert known.stated("family") == {}
    assert known.stated("nobody") == {}


def test_members_of_a_class_at_any_distance() -> None:
    known = know(NODES)
    assert known.members("family") == known.members("kind") == ("drug",)
    assert known.members("family") is known.members("family")


def test_the_most_specific_id_of_a_group_counts() -> None:
    groups = (
        {"family", "kind"},
        {"family"},
        {"other"},
    )
    rules = [
        StackingRule(f"s{n}", "rhythm", "caution", "unsafe", frozenset(ids))
        for n, ids in enumerate(groups)
    ]
    found = know(NODES, (), (), rules).roles("drug").groups
    assert {n: group.members for n, group in found.items()} == {
        0: Step("kind", 1),
        1: Step("family", 2),
    }


def test_the_roles_that_a_subject_can_play() -> None:
    inhibits = Side("enzyme", frozenset({"inhibitor"}))
    passes = Side("enzyme", frozenset({"substrate", "inducer"}))
    level = MechanismRule("level", inhibits, passes, "exposure", "caution")
    rhythm = MechanismRule("rhythm", inhibits, passes, "rhythm", "caution")
    elsewhere = MechanismRule(
        "elsewhere", Side("pump", frozenset({"substrate"})), passes, "rhythm", "caution"
    )
    group = StackingRule("group", "rhythm", "caution", "unsafe", frozenset({"family"}))
    sides = StackingRule(
        "sides", "rhythm", "caution", "unsafe",
        first=frozenset({"drug"}), second=frozenset({"other"}),
    )  # fmt: skip
    known = know(NODES, (), [level, rhythm, elsewhere], [sides, group])
    drug, other = known.roles("drug"), known.roles("other")
    assert (set(drug.as_a), set(drug.as_b)) == ({1}, set()), "weak moves no level"
    assert (set(other.as_a), set(other.as_b)) == (set(), {0, 1, 2})
    assert drug.groups == {
        0: Group(None, Step("drug", 0), None),
        1: Group(Step("family", 2), None, None),
    }
    assert other.groups == {0: Group(None, None, Step("other", 0))}
    assert known.roles("drug") is drug
