"""Which of several findings speaks, and what the verdict takes from them."""

import pytest

from hrterm.domain.collecting import RULE_DISTANCE
from hrterm.domain.interaction import (
    Finding,
    MechanismRule,
    Side,
    StackingRule,
    Statement,
)
from hrterm.domain.mechanism import Action
from hrterm.domain.resolve import resolve
from hrterm.domain.settling import settled, unrepeated, verdict
from hrterm.domain.taxonomy import Node
from tests.domain.knowing import know, opioid

BASE = Finding(
    "one", "direct", "breathing", "unsafe", "stronger", "either", "moderate", "read",
    "a", "b",
)  # fmt: skip
RULED = BASE._replace(id="rule", basis="mechanism", distance=RULE_DISTANCE)


def spoken(*findings: Finding) -> list[str]:
    return [finding.id for finding in settled(list(findings)) if finding.speaks]


def test_the_nearest_speaks_and_names_itself_as_what_silences() -> None:
    far = BASE._replace(id="far", distance=1)
    marked = settled([far, BASE])
    assert [(f.id, f.overruled_by) for f in marked] == [("one", ""), ("far", "one")]


def test_a_tie_goes_to_the_worse_then_to_the_surer_then_to_the_name() -> None:
    worse = BASE._replace(id="worse", risk="dangerous")
    assert spoken(BASE, worse) == ["worse"]
    surer = BASE._replace(id="surer", evidence="strong")
    assert spoken(BASE, surer) == ["surer"]
    assert spoken(BASE._replace(id="two"), BASE) == ["one"]


def test_the_same_risk_is_silenced_and_a_worse_one_is_not() -> None:
    for risk, silent in (("caution", True), ("unsafe", True), ("dangerous", False)):
        far = BASE._replace(id="far", risk=risk, distance=1)  # type: ignore[arg-type]
        assert ("far" not in spoken(BASE, far)) is silent


def test_a_low_that_does_not_carry_over_says_nothing_beside_a_nearer_one() -> None:
    low = BASE._replace(risk="low")
    far = BASE._replace(id="far", risk="unknown", distance=1)
    assert spoken(low, far._replace(weakened="low-not-inherited")) == ["one"]
    assert spoken(low, far._replace(weakened="atypical")) == ["one", "far"]
    assert spoken(low, far) == ["one", "far"]
    assert spoken(far._replace(weakened="low-not-inherited")) == ["far"]


def test_a_low_that_does_not_carry_over_silences_nothing() -> None:
    near = BASE._replace(risk="unknown", weakened="low-not-inherited")
    far = BASE._replace(id="far", risk="unknown", distance=1)
    assert spoken(near, far) == ["one", "far"]
    assert spoken(near._replace(weakened=""), far) == ["one"]


def test_rules_are_silenced_by_id_alone_and_silence_nobody() -> None:
    assert spoken(BASE, RULED) == ["one", "rule"]
    assert spoken(RULED, RULED._replace(id="other")) == ["other", "rule"]
    assert spoken(BASE._replace(overrides=frozenset({"rule"})), RULED) == ["one"]
    beyond = BASE._replace(id="beyond", distance=RULE_DISTANCE + 1, risk="caution")
    assert spoken(RULED, beyond) == ["rule", "beyond"]


def test_an_override_reaches_what_is_farther_only() -> None:
    named = BASE._replace(id="named", risk="caution", overrides=frozenset({"two"}))
    equal = BASE._replace(id="two", distance=0, risk="low")
    assert spoken(named, equal._replace(order="repeat")) == ["named", "two"]
    assert spoken(named, equal._replace(order="repeat", distance=1)) == ["named"]


def test_other_hazards_and_other_orders_are_left_alone() -> None:
    assert len(spoken(BASE, BASE._replace(id="two", hazard="rhythm", distance=1))) == 2
    assert len(spoken(BASE, BASE._replace(id="two", order="repeat", distance=1))) == 2


def test_of_one_statement_the_speaking_then_worst_then_nearest_stays() -> None:
    silent = BASE._replace(overruled_by="x", risk="dangerous")
    assert unrepeated([silent, BASE]) == [BASE]
    mild = BASE._replace(risk="unknown", weakened="atypical")
    for order in ([mild, BASE], [BASE, mild]):
        assert unrepeated(order) == [BASE]
    far = BASE._replace(distance=2)
    for order in ([far, BASE], [BASE, far]):
        assert unrepeated(order) == [BASE]
    first, again = BASE, BASE._replace(via_a="part")
    assert unrepeated([first, again]) == [first]
    assert unrepeated([again, first]) == [again]


def test_what_is_told_apart_is_kept_apart() -> None:
    others = [
        BASE,
        BASE._replace(hazard="rhythm"),
        BASE._replace(order="repeat"),
        BASE._replace(possible=True),
        BASE._replace(id="two"),
    ]
    assert unrepeated(others) == others


def test_nothing_or_only_silence_is_unknown_in_every_field() -> None:
    silent = BASE._replace(overruled_by="x")
    for findings in ([], [silent]):
        found = verdict("a", "b", findings)
        assert tuple(found) == (
            "a", "b", "unknown", "unknown", "either", "none", "none", "unverified",
            tuple(findings), "", "",
        )  # fmt: skip


def test_the_verdict_takes_everything_from_its_lead() -> None:
    lead = BASE._replace(order="repeat", basis="same", evidence="strong")
    assert tuple(verdict("a", "b", [lead])) == (
        "a", "b", "unsafe", "stronger", "repeat", "same", "strong", "read", (lead,),
        "", "",
    )  # fmt: skip


def test_reasons_come_worst_first_then_certain_near_sure_and_by_hazard() -> None:
    ordered = [
        BASE._replace(risk="dangerous", possible=True, distance=9),
        BASE._replace(evidence="strong"),
        BASE,
        BASE._replace(hazard="sedation"),
        BASE._replace(id="two", hazard="sedation"),
        BASE._replace(distance=1),
        BASE._replace(possible=True),
        BASE._replace(risk="caution"),
        BASE._replace(risk="dangerous", overruled_by="x"),
    ]
    assert list(verdict("a", "b", ordered[::-1]).findings) == ordered


# --- as they come out of resolving ---------------------------------------------


def test_a_rule_is_told_from_the_side_that_acts_as_its_a() -> None:
    nodes = [
        Node("giver", actions=(Action("t", "releaser"),)),
        Node("taker", actions=(Action("u", "inhibitor"),)),
    ]
    rule = MechanismRule(
        "r",
        Side("t", frozenset({"releaser"})),
        Side("u", frozenset({"inhibitor"})),
        "serotonin",
        "unsafe",
    )
    (found,) = resolve("giver", "taker", know(nodes, (), [rule])).findings
    assert (found.order, found.flipped, found.distance) == ("either", False, 100)
    turned = rule._replace(a=rule.b, b=rule.a)
    (found,) = resolve("giver", "taker", know(nodes, (), [turned])).findings
    assert (found.order, found.flipped) == ("either", True)
    both = [node._replace(actions=(*nodes[0].actions, *nodes[1].actions))
            for node in nodes]  # fmt: skip
    for one in (rule, turned):
        (found,) = resolve("giver", "taker", know(both, (), [one])).findings
        assert not found.flipped, "as it is written, when it fits either way"


def stack(**more: object) -> StackingRule:
    return StackingRule("s", "breathing", "caution", "unsafe")._replace(**more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "flipped"),
    [
        (stack(members=frozenset({"a", "b"})), False),
        (stack(first=frozenset({"a"}), second=frozenset({"b"})), False),
        (stack(first=frozenset({"b"}), second=frozenset({"a"})), True),
    ],
)
def test_a_stacking_rule_is_told_from_its_first_side(
    rule: StackingRule, flipped: bool
) -> None:
    (found,) = resolve("a", "b", know([Node("a"), Node("b")], (), (), [rule])).findings
    assert (found.flipped, found.order, found.basis) == (flipped, "either", "mechanism")
    assert (found.subject_a, found.subject_b, found.distance) == ("a", "b", 101)


def test_one_member_alone_is_no_stack() -> None:
    rules = [stack(members=frozenset({"a"}), first=frozenset({"b"}))]
    assert resolve("a", "b", know([Node("a"), Node("b")], (), (), rules)).findings == ()


def test_a_rule_that_starts_at_three_leaves_the_next_to_speak() -> None:
    group = frozenset({"a", "b"})
    rules = [stack(id="three", two=None, members=group), stack(members=group)]
    found = resolve("a", "b", know([Node("a"), Node("b")], (), (), rules)).findings
    assert [finding.id for finding in found] == ["s"]


@pytest.mark.parametrize(
    ("two", "expected"),
    [("caution", "unknown"), ("unsafe", "unsafe"), ("dangerous", "dangerous")],
)
def test_an_atypical_member_takes_only_the_worst_from_a_stack(
    two: str, expected: str
) -> None:
    nodes = [
        opioid(), Node("heroin", ("opioid",)),
        Node("tramadol", ("opioid",), atypical=frozenset({"opioid"})),
    ]  # fmt: skip
    known = know(nodes, (), (), [stack(two=two, members=frozenset({"opioid"}))])
    assert resolve("heroin", "tramadol", known).risk == expected
    nodes[1] = nodes[1]._replace(atypical=frozenset({"opioid"}))
    known = know(nodes, (), (), [stack(two=two, members=frozenset({"opioid"}))])
    assert resolve("heroin", "tramadol", known).risk == expected


def test_an_atypical_meeting_leaves_a_typical_one_to_speak() -> None:
    nodes = [
        opioid(), Node("heroin", ("opioid",)),
        Node("tramadol", ("opioid",), atypical=frozenset({"opioid"})),
    ]  # fmt: skip
    rule = stack(
        members=frozenset({"opioid"}),
        first=frozenset({"heroin"}),
        second=frozenset({"tramadol"}),
    )
    assert resolve("heroin", "tramadol", know(nodes, (), (), [rule])).risk == "caution"


def test_a_rule_stands_before_a_stack_of_the_same_risk() -> None:
    nodes = [
        Node("a", actions=(Action("t", "agonist"),)),
        Node("b", actions=(Action("t", "agonist"),)),
    ]
    side = Side("t", frozenset({"agonist"}))
    rule = MechanismRule("zz", side, side, "breathing", "caution")
    known = know(nodes, (), [rule], [stack(members=frozenset({"a", "b"}))])
    assert [f.id for f in resolve("a", "b", known).findings] == ["zz", "s"]


def test_what_a_part_says_stands_behind_what_the_whole_says() -> None:
    nodes = [Node("box", contains=("inner",)), Node("inner", contains=("core",)),
             Node("core"), Node("y")]  # fmt: skip
    known = know(
        nodes,
        [
            Statement("core", "core", "y", ("rhythm",), "unsafe"),
            Statement("inner", "inner", "y", ("sedation",), "unsafe"),
            Statement("box", "box", "y", ("mind",), "unsafe"),
        ],
    )
    for pair in (("box", "y"), ("y", "box")):
        reasons = resolve(*pair, known).findings
        assert [(f.id, f.distance, f.via_a, f.basis) for f in reasons] == [
            ("box", 0, "", "direct"),
            ("inner", 1, "inner", "class"),
            ("core", 2, "core", "class"),
        ]
    turned = know(
        [node._replace(id="a") if node.id == "y" else node for node in nodes],
        [Statement("inner", "a", "inner", ("sedation",), "unsafe")],
    )
    (found,) = resolve("a", "box", turned).findings
    assert (found.via_a, found.via_b, found.distance) == ("", "inner", 1)


def test_low_for_a_part_says_nothing_of_the_whole() -> None:
    nodes = [Node("box", contains=("inner",)), Node("inner", ("k",)), Node("y"),
             Node("k", is_class=True)]  # fmt: skip
    for low in (
        Statement("s", "inner", "y", ("mind",), "low"),
        Statement("s", "k", "y", ("mind",), "low"),
    ):
        assert resolve("box", "y", know(nodes, [low])).findings == ()


def test_what_may_be_inside_says_nothing_while_it_is_unknown() -> None:
    nodes = [Node("street", may_contain=("inner",)), Node("inner"), Node("y")]
    unknown = Statement("s", "inner", "y", ("mind",), "unknown")
    assert resolve("street", "y", know(nodes, [unknown])).findings == ()
    known = know(nodes, [unknown._replace(risk="caution")])
    assert resolve("street", "y", known).findings[0].possible


def test_a_class_names_the_member_on_either_side_and_the_first_of_equals() -> None:
    nodes = [
        Node("alpha"), Node("zed", is_class=True), Node("ant", is_class=True),
        Node("m1", ("zed", "ant")), Node("m2", ("zed", "ant")),
    ]  # fmt: skip
    statements = [
        Statement(f"{m}", "alpha", m, ("mind",), "unsafe") for m in ("m1", "m2")
    ]
    known = know(nodes, statements)
    found = resolve("alpha", "zed", known)
    assert (found.a, found.b, found.member_a, found.member_b) == (
        "alpha", "zed", "", "m1",
    )  # fmt: skip
    beta = [n._replace(id="zoo") if n.id == "alpha" else n for n in nodes]
    known = know(beta, [s._replace(a=s.b, b="zoo") for s in statements])
    found = resolve("zoo", "ant", known)
    assert (found.member_a, found.member_b) == ("m1", "")


def test_a_class_that_is_itself_the_worst_names_nobody() -> None:
    nodes = [Node("alpha"), Node("zed", is_class=True), Node("m1", ("zed",))]
    known = know(nodes, [Statement("s", "alpha", "zed", ("mind",), "unsafe")])
    found = resolve("alpha", "zed", known)
    assert (found.risk, found.member_a, found.member_b) == ("unsafe", "", "")
    assert found.basis == "direct"


def test_atypical_is_said_as_the_reason() -> None:
    nodes = [opioid(), Node("tramadol", ("opioid",), atypical=frozenset({"opioid"})),
             Node("y")]  # fmt: skip
    known = know(nodes, [Statement("s", "opioid", "y", ("mind",), "caution")])
    assert resolve("tramadol", "y", known).findings[0].weakened == "atypical"
