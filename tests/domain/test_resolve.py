"""Two substances together, hazard by hazard."""

import pytest

from hrterm.domain.interaction import MechanismRule, Side, StackingRule, Statement
from hrterm.domain.mechanism import Action
from hrterm.domain.resolve import findings, resolve
from hrterm.domain.taxonomy import Node
from hrterm.domain.vocabulary import Effect, Hazard, Risk
from tests.domain.knowing import SEROTONIN, know, opioid

HEROIN = Node("heroin", ("opioid",))
ALCOHOL = Node("alcohol")


def test_nothing_found_is_unknown_and_says_so() -> None:
    verdict = resolve("alcohol", "heroin", know([opioid(), HEROIN, ALCOHOL]))
    assert (verdict.risk, verdict.basis, verdict.lead) == ("unknown", "none", None)
    assert not verdict.is_known


def test_a_member_inherits_what_is_said_of_its_class() -> None:
    known = know(
        [opioid(), HEROIN, ALCOHOL],
        [Statement("s", "alcohol", "opioid", ("breathing",), "dangerous")],
    )
    verdict = resolve("heroin", "alcohol", known)
    assert (verdict.risk, verdict.basis) == ("dangerous", "class")
    assert verdict.lead is not None
    assert (verdict.lead.subject_a, verdict.lead.subject_b) == ("alcohol", "opioid")


def test_one_danger_never_hides_another() -> None:
    known = know(
        [opioid(), Node("methadone", ("opioid",)), Node("cocaine", ("stimulant",)),
         Node("stimulant", is_class=True)],
        [
            Statement("near", "cocaine", "methadone", ("rhythm",), "caution"),
            Statement("far", "opioid", "stimulant", ("breathing",), "dangerous"),
        ],
    )  # fmt: skip
    verdict = resolve("cocaine", "methadone", known)
    assert verdict.risk == "dangerous"
    assert {f.hazard for f in verdict.findings if f.speaks} == {"rhythm", "breathing"}


def test_a_nearer_milder_statement_hides_nothing_without_naming_it() -> None:
    statements = [
        Statement("near", "alcohol", "heroin", ("breathing",), "caution"),
        Statement("far", "alcohol", "opioid", ("breathing",), "dangerous"),
    ]
    nodes = [opioid(), HEROIN, ALCOHOL]
    assert resolve("alcohol", "heroin", know(nodes, statements)).risk == "dangerous"
    statements[0] = statements[0]._replace(overrides=frozenset({"far"}))
    verdict = resolve("alcohol", "heroin", know(nodes, statements))
    assert verdict.risk == "caution"
    overruled = [f for f in verdict.findings if not f.speaks]
    assert [(f.id, f.overruled_by) for f in overruled] == [("far", "near")]


def test_an_override_reaches_only_its_own_hazard() -> None:
    known = know(
        [opioid(), HEROIN, ALCOHOL],
        [
            Statement(
                "near", "alcohol", "heroin", ("sedation",), "caution",
                overrides=frozenset({"far"}),
            ),
            Statement("far", "alcohol", "opioid", ("breathing",), "dangerous"),
        ],
    )  # fmt: skip
    assert resolve("alcohol", "heroin", known).risk == "dangerous"


def test_a_statement_that_is_itself_overruled_silences_nobody() -> None:
    rule = MechanismRule(
        "rule", Side("x", frozenset({"agonist"})), Side("y", frozenset({"agonist"})),
        "breathing", "unsafe",
    )  # fmt: skip
    known = know(
        [Node("a", actions=(Action("x", "agonist"),)),
         Node("b", actions=(Action("y", "agonist"),))],
        [
            Statement("mild", "a", "b", ("breathing",), "low",
                      overrides=frozenset({"rule"})),
            Statement("worse", "a", "b", ("breathing",), "caution"),
        ],
        [rule],
    )  # fmt: skip
    verdict = resolve("a", "b", known)
    assert verdict.risk == "unsafe"


def test_among_equals_the_worse_speaks() -> None:
    known = know(
        [Node("a"), Node("b")],
        [
            Statement("one", "a", "b", ("rhythm",), "caution"),
            Statement("two", "a", "b", ("rhythm",), "unsafe"),
        ],
    )
    verdict = resolve("a", "b", known)
    assert verdict.lead is not None and verdict.lead.id == "two"
    assert [f.id for f in verdict.findings if not f.speaks] == ["one"]


def test_each_order_speaks_for_itself() -> None:
    known = know(
        [Node("a"), Node("b")],
        [
            Statement("on-top", "a", "b", ("withdrawal",), "caution", order="b-then-a"),
            Statement("after", "a", "b", ("withdrawal",), "dangerous",
                      order="after-stopping-a"),
        ],
    )  # fmt: skip
    assert len([f for f in resolve("a", "b", known).findings if f.speaks]) == 2


def test_order_is_told_from_the_pairs_own_side() -> None:
    known = know(
        [Node("zeta", ("beta",)), Node("beta", is_class=True), Node("alpha")],
        [Statement("s", "alpha", "beta", ("withdrawal",), "unsafe", order="b-then-a")],
    )
    assert resolve("zeta", "alpha", known).order == "b-then-a"
    known = know(
        [Node("zeta"), Node("beta", is_class=True), Node("alpha", ("beta",))],
        [Statement("s", "beta", "zeta", ("withdrawal",), "unsafe", order="a-then-b")],
    )
    assert resolve("zeta", "alpha", known).order == "a-then-b"
    known = know(
        [Node("alpha", ("zoo",)), Node("zoo", is_class=True), Node("beta")],
        [Statement("s", "beta", "zoo", ("withdrawal",), "unsafe", order="a-then-b")],
    )
    assert resolve("alpha", "beta", known).order == "b-then-a"


def test_low_is_not_inherited_unless_it_names_the_member() -> None:
    low = Statement("low", "alcohol", "opioid", ("other",), "low")
    nodes = [opioid(), HEROIN, ALCOHOL]
    verdict = resolve("alcohol", "heroin", know(nodes, [low]))
    assert verdict.risk == "unknown"
    assert verdict.findings[0].weakened == "low-not-inherited"
    held = low._replace(holds_for=frozenset({"heroin"}))
    assert resolve("alcohol", "heroin", know(nodes, [held])).risk == "low"


def test_an_atypical_member_inherits_only_the_worst() -> None:
    tramadol = Node("tramadol", ("opioid",), atypical=frozenset({"opioid"}))
    for risk, expected in (
        ("low", "unknown"),
        ("caution", "unknown"),
        ("unsafe", "unsafe"),
        ("dangerous", "dangerous"),
    ):
        known = know(
            [opioid(), tramadol, ALCOHOL],
            [Statement("s", "alcohol", "opioid", ("breathing",), risk)],  # type: ignore[arg-type]
        )
        assert resolve("alcohol", "tramadol", known).risk == expected


def test_an_antagonist_inherits_nothing_from_the_class_it_blocks() -> None:
    naloxone = Node(
        "naloxone", ("opioid",), actions=(Action("mu-opioid", "antagonist"),)
    )
    known = know(
        [opioid(), naloxone, ALCOHOL],
        [Statement("s", "alcohol", "opioid", ("breathing",), "dangerous")],
    )
    assert resolve("naloxone", "alcohol", known).risk == "unknown"


def test_rules_meet_from_either_side_and_raise() -> None:
    nodes = [
        Node("mdma", actions=(Action("sert", "releaser"),)),
        Node("phenelzine", actions=(Action("mao-a", "inhibitor"),)),
    ]
    mild = Statement("mild", "mdma", "phenelzine", ("serotonin",), "caution")
    verdict = resolve("mdma", "phenelzine", know(nodes, [mild], [SEROTONIN]))
    assert (verdict.risk, verdict.basis) == ("dangerous", "mechanism")
    silenced = mild._replace(overrides=frozenset({SEROTONIN.id}))
    assert resolve("phenelzine", "mdma", know(nodes, [silenced], [SEROTONIN])).risk == (
        "caution"
    )


def test_a_weak_action_carries_every_rule_but_those_on_levels() -> None:
    weak = Action("cyp", "inhibitor", "weak")
    sides = (
        Side("cyp", frozenset({"inhibitor"})),
        Side("cyp", frozenset({"substrate"})),
    )
    nodes = [
        Node("a", actions=(weak,)),
        Node("b", actions=(Action("cyp", "substrate"),)),
    ]
    level = MechanismRule("level", *sides, "exposure", "caution")
    rhythm = MechanismRule("rhythm", *sides, "rhythm", "unsafe")
    assert resolve("a", "b", know(nodes, (), [level])).risk == "unknown"
    assert resolve("a", "b", know(nodes, (), [rhythm])).risk == "unsafe"


def test_the_same_substance_twice_takes_its_class_when_it_stacks() -> None:
    itself = Statement("twice", "opioid", "opioid", ("breathing",), "dangerous")
    nodes = [opioid(), HEROIN, Node("fentanyl", ("opioid",))]
    for pair in (("heroin", "heroin"), ("heroin", "fentanyl")):
        verdict = resolve(*pair, know(nodes, [itself]))
        assert (verdict.risk, verdict.basis) == ("dangerous", "same")
    loose = Node("opioid", is_class=True)
    assert resolve("heroin", "fentanyl", know([loose, *nodes[1:]], [itself])).risk == (
        "unknown"
    )


def test_a_class_that_does_not_stack_leaves_the_others_to_speak() -> None:
    nodes = [Node("a", ("k",)), Node("b", ("k", "l")),
             Node("k", is_class=True), Node("l", is_class=True)]  # fmt: skip
    statements = [
        Statement("kk", "k", "k", ("mind",), "dangerous"),
        Statement("kl", "k", "l", ("mind",), "unsafe"),
    ]
    verdict = resolve("a", "b", know(nodes, statements))
    assert [finding.id for finding in verdict.findings] == ["kl"]


def test_one_substance_twice_is_not_itself_with_its_class() -> None:
    nodes = [Node("a", ("k",)), Node("k", is_class=True, stacks=True)]
    statements = [
        Statement("ak", "a", "k", ("mind",), "dangerous"),
        Statement("kk", "k", "k", ("mind",), "unsafe"),
    ]
    verdict = resolve("a", "a", know(nodes, statements))
    assert [finding.id for finding in verdict.findings] == ["kk"]


def test_products_that_may_hold_each_other_are_looked_into_once() -> None:
    nodes = [Node("a", may_contain=("b",)), Node("b", may_contain=("a",)), Node("y")]
    known = know(nodes, [Statement("s", "b", "y", ("mind",), "unsafe")])
    assert resolve("a", "y", known).risk == "unsafe"


def test_one_substance_twice_is_not_two_members_of_a_rule() -> None:
    rule = StackingRule("stack", "breathing", "unsafe", "dangerous",
                        frozenset({"opioid"}))  # fmt: skip
    nodes = [opioid(), HEROIN, Node("fentanyl", ("opioid",))]
    assert resolve("heroin", "heroin", know(nodes, (), (), [rule])).risk == "unknown"
    assert resolve("heroin", "fentanyl", know(nodes, (), (), [rule])).risk == "unsafe"


def test_what_a_product_holds_counts_and_what_it_may_hold_only_raises() -> None:
    nodes = [
        opioid(), HEROIN, ALCOHOL, Node("caffeine"),
        Node("mix", contains=("heroin",)), Node("street", may_contain=("heroin",)),
    ]  # fmt: skip
    bad = Statement("s", "alcohol", "opioid", ("breathing",), "dangerous")
    low = Statement("l", "caffeine", "heroin", ("other",), "low")
    known = know(nodes, [bad, low])
    mix = resolve("mix", "alcohol", known)
    assert (mix.risk, mix.findings[0].possible) == ("dangerous", False)
    street = resolve("street", "alcohol", known)
    assert street.risk == "dangerous" and street.findings[0].possible
    assert resolve("street", "caffeine", known).risk == "unknown"


def test_what_a_rule_says_of_what_may_be_inside_is_possible_only() -> None:
    releases = Action("sert", "releaser")
    holds_back = Action("mao-a", "inhibitor")
    nodes = [
        opioid(), HEROIN, Node("fentanyl", ("opioid",)),
        Node("mdma", actions=(releases,)), Node("maoi", actions=(holds_back,)),
        Node("pill", may_contain=("mdma", "heroin")),
        Node("sure", contains=("mdma", "heroin")),
    ]  # fmt: skip
    stack = StackingRule("stack", "breathing", "unsafe", "dangerous",
                         frozenset({"opioid"}))  # fmt: skip
    known = know(nodes, (), [SEROTONIN], [stack])
    for other in ("maoi", "fentanyl"):
        for name, possible in (("pill", True), ("sure", False)):
            for pair in ((name, other), (other, name)):
                told = {one.possible for one in resolve(*pair, known).findings}
                assert told == {possible}, pair


def test_a_class_as_a_query_names_the_worst_member() -> None:
    nodes = [opioid(), HEROIN, Node("pethidine", ("opioid",)), Node("phenelzine")]
    known = know(
        nodes,
        [
            Statement("all", "opioid", "phenelzine", ("serotonin",), "caution"),
            Statement("one", "pethidine", "phenelzine", ("serotonin",), "dangerous"),
        ],
    )
    verdict = resolve("opioid", "phenelzine", known)
    assert (verdict.a, verdict.b) == ("opioid", "phenelzine")
    assert (verdict.risk, verdict.member_a) == ("dangerous", "pethidine")


def test_findings_are_those_of_the_two_themselves_nearest_first() -> None:
    nodes = [opioid(), HEROIN, ALCOHOL, Node("mix", contains=("heroin",))]
    statements = [
        Statement("far", "alcohol", "opioid", ("breathing",), "dangerous"),
        Statement("near", "alcohol", "heroin", ("breathing",), "caution"),
    ]
    known = know(nodes, statements)
    found = findings("heroin", "alcohol", known)
    assert [(f.id, f.distance, f.speaks) for f in found] == [
        ("near", 0, True), ("far", 1, True),
    ]  # fmt: skip
    assert [(f.subject_a, f.subject_b) for f in found] == [
        ("heroin", "alcohol"), ("opioid", "alcohol"),
    ]  # fmt: skip
    assert findings("mix", "alcohol", known) == []


def test_findings_hold_rules_and_what_is_stated_of_some_routes() -> None:
    nodes = [
        Node("mdma", actions=(Action("sert", "releaser"),)),
        Node("phenelzine", actions=(Action("mao-a", "inhibitor"),)),
    ]
    swallowed = Statement(
        "s", "mdma", "phenelzine", ("rhythm",), "caution", routes=frozenset({"oral"})
    )
    found = findings("mdma", "phenelzine", know(nodes, [swallowed], [SEROTONIN]))
    assert [(f.id, f.risk) for f in found] == [
        ("s", "caution"), (SEROTONIN.id, "dangerous"),
    ]  # fmt: skip


def test_of_a_class_that_a_product_may_hold_the_worst_member_counts() -> None:
    nodes = [
        Node("family", is_class=True),
        Node("kin", is_class=True),
        Node("bad", ("family",)),
        Node("worse", ("kin",)),
        Node("cut", may_contain=("family",)),
        Node("kit", may_contain=("kin",)),
        Node("apple"),
        Node("zebra"),
    ]
    swallowed = Statement(
        "s", "bad", "zebra", ("breathing",), "dangerous",
        routes=frozenset({"oral"}), routes_of="b",
    )  # fmt: skip
    known = know(
        nodes,
        [
            Statement("r", "apple", "bad", ("breathing",), "dangerous"),
            swallowed,
            Statement("t", "bad", "worse", ("breathing",), "dangerous"),
        ],
    )
    for other in ("apple", "zebra", "kit"):
        verdict = resolve("cut", other, known)
        assert verdict.risk == "dangerous" and verdict.lead is not None
        assert verdict.lead.possible
        assert verdict.lead.distance == (4 if other == "kit" else 2)
    lead = resolve("cut", "apple", known).lead
    assert lead is not None and (lead.via_a, lead.via_b) == ("", "bad")
    assert resolve("apple", "zebra", known).risk == "unknown"
    assert resolve("cut", "zebra", known, {"zebra": "oral"}).risk == "dangerous"
    assert resolve("cut", "zebra", known, {"zebra": "snorted"}).risk == "unknown"


def test_a_form_inherits_like_a_member() -> None:
    known = know(
        [Node("cocaine"), Node("crack", form_of="cocaine"), ALCOHOL],
        [Statement("s", "alcohol", "cocaine", ("rhythm",), "unsafe")],
    )
    assert resolve("crack", "alcohol", known).risk == "unsafe"


@pytest.mark.parametrize(
    ("hazard", "risk", "effect"),
    [
        ("rhythm", "unsafe", "stronger"),
        ("effect-loss", "unsafe", "unknown"),
        ("rhythm", "caution", "unknown"),
    ],
)
def test_the_effect_is_that_of_the_danger_that_leads(
    hazard: Hazard, risk: Risk, effect: Effect
) -> None:
    known = know(
        [Node("a"), Node("b")],
        [
            Statement("one", "a", "b", ("rhythm",), "unsafe"),
            Statement("two", "a", "b", (hazard,), risk, "stronger", "a-then-b"),
        ],
    )
    assert resolve("a", "b", known).effect == effect


def test_a_low_of_a_part_says_nothing_of_the_whole() -> None:
    nodes = [Node("part"), Node("whole", contains=("part",)), Node("b")]
    of_part = Statement("b--part", "b", "part", ("mind",), "low")
    of_whole = Statement("b--whole", "b", "whole", ("mind",), "low")
    assert resolve("whole", "b", know(nodes, [of_part])).risk == "unknown"
    assert resolve("whole", "b", know(nodes, [of_part, of_whole])).risk == "low"
