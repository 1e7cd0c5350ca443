"""Ways of taking something: the words, and what a limited statement makes of them."""

import pytest

from hrterm.domain.combination import combine
from hrterm.domain.interaction import Statement
from hrterm.domain.resolve import resolve
from hrterm.domain.route import SPOKEN, reaches, told_route
from hrterm.domain.taxonomy import Node
from hrterm.domain.vocabulary import Route
from tests.domain.knowing import know


@pytest.mark.parametrize(
    ("words", "route"),
    [
        ("swallowed", "oral"),
        ("avalée", "oral"),
        ("Sniffée", "snorted"),
        ("par le nez", "snorted"),
        ("smoked", "smoked"),
        ("fumée", "smoked"),
        ("vaped", "vaporised"),
        ("inhalé", "inhaled"),
        ("injectée", "injected"),
        ("IV", "intravenous"),
        ("I.V.", "intravenous"),
        ("en intraveineuse", "intravenous"),
        ("IV injection", "intravenous"),
        ("IM injection", "intramuscular"),
        ("sous-cutanée", "subcutaneous"),
        ("sublingual", "sublingual"),
        ("plugged", "rectal"),
        ("patch", "transdermal"),
        ("2 tablets", None),
        ("", None),
        ("injected oral", None),
        ("IV IM", None),
        ("IV IM injection", None),
    ],
)
def test_words_for_a_route(words: str, route: Route | None) -> None:
    assert told_route(words.split()) == route


def test_words_are_folded_as_names_are() -> None:
    assert all(word == word.casefold() and word.isascii() for word in SPOKEN)
    assert {"iv", "sniffee", "mouth"} <= SPOKEN


@pytest.mark.parametrize(
    ("limits", "told", "holds"),
    [
        ({"oral"}, "oral", True),
        ({"oral"}, "sublingual", True),
        ({"oral"}, "buccal", True),
        ({"oral"}, "rectal", True),
        ({"oral"}, "snorted", False),
        ({"oral"}, "injected", False),
        ({"oral"}, "intravenous", False),
        ({"oral"}, "smoked", False),
        ({"oral"}, "transdermal", False),
        ({"injected"}, "intravenous", True),
        ({"intravenous"}, "injected", True),
        ({"intramuscular"}, "subcutaneous", True),
        ({"smoked"}, "vaporised", True),
        ({"smoked"}, "inhaled", True),
        ({"smoked"}, "snorted", False),
        ({"snorted", "oral"}, "snorted", True),
        ({"transdermal"}, "oral", False),
    ],
)
def test_ways_that_come_to_the_same(
    limits: set[Route], told: Route, holds: bool
) -> None:
    assert reaches(frozenset(limits), told) is holds


LIMITED = Statement(
    "juice--pill", "juice", "pill", ("exposure",), "dangerous", "stronger",
    overrides=frozenset({"class"}), routes=frozenset({"oral"}), routes_of="b",
)  # fmt: skip
MILDER = Statement("class", "juice", "kind", ("exposure",), "unsafe", "stronger")
NODES = (
    Node("juice"),
    Node("pill", ("kind",)),
    Node("kind", is_class=True),
    Node("salt", form_of="pill"),
    Node("box", contains=("pill",)),
)
KNOWN = know(NODES, [LIMITED, MILDER])


def test_untold_counts_as_the_worse() -> None:
    assert resolve("juice", "pill", KNOWN).risk == "dangerous"
    assert resolve("juice", "pill", KNOWN, {}).risk == "dangerous"


def test_another_route_leaves_what_the_others_say() -> None:
    verdict = resolve("pill", "juice", KNOWN, {"pill": "snorted"})
    assert (verdict.risk, verdict.effect) == ("unsafe", "stronger")
    spoken = {finding.id: finding for finding in verdict.findings}
    assert spoken["juice--pill"].weakened == "other-route"
    assert spoken["juice--pill"].risk == "unknown"
    assert spoken["class"].speaks, "what it silenced speaks again"


def test_alone_it_leaves_unknown_never_low() -> None:
    alone = know(NODES, [LIMITED])
    verdict = resolve("juice", "pill", alone, {"pill": "intravenous"})
    assert (verdict.risk, verdict.effect, verdict.basis) == (
        "unknown", "unknown", "direct",
    )  # fmt: skip


def test_the_route_of_the_other_side_means_nothing() -> None:
    assert resolve("juice", "pill", KNOWN, {"juice": "snorted"}).risk == "dangerous"
    assert resolve("juice", "pill", KNOWN, {"else": "snorted"}).risk == "dangerous"
    turned = know(NODES, [LIMITED._replace(routes_of="a"), MILDER])
    assert resolve("juice", "pill", turned, {"pill": "snorted"}).risk == "dangerous"
    assert resolve("juice", "pill", turned, {"juice": "snorted"}).risk == "unsafe"


def test_the_same_route_changes_nothing() -> None:
    for route in ("oral", "sublingual"):
        verdict = resolve("juice", "pill", KNOWN, {"pill": route})
        assert verdict == resolve("juice", "pill", KNOWN)


def test_it_reaches_forms_products_and_members() -> None:
    for id_ in ("salt", "box", "kind"):
        assert resolve("juice", id_, KNOWN).risk == "dangerous"
        assert resolve("juice", id_, KNOWN, {id_: "injected"}).risk == "unsafe"


def test_sides_are_told_apart_when_the_pair_is_sorted_the_other_way() -> None:
    nodes = (Node("alpha"), Node("zeta", ("kind",)), Node("kind", is_class=True))
    limited = Statement(
        "s", "alpha", "kind", ("exposure",), "unsafe",
        routes=frozenset({"oral"}), routes_of="b",
    )  # fmt: skip
    known = know(nodes, [limited])
    assert resolve("alpha", "zeta", known, {"zeta": "smoked"}).risk == "unknown"
    assert resolve("alpha", "zeta", known, {"alpha": "smoked"}).risk == "unsafe"
    nodes = (Node("omega"), Node("beta", ("zoo",)), Node("zoo", is_class=True))
    limited = limited._replace(a="omega", b="zoo")
    known = know(nodes, [limited])
    assert resolve("omega", "beta", known, {"beta": "smoked"}).risk == "unknown"
    assert resolve("omega", "beta", known, {"omega": "smoked"}).risk == "unsafe"


def test_a_set_hands_the_routes_on() -> None:
    told: dict[str, Route] = {"pill": "injected"}
    assert combine(("juice", "pill"), KNOWN).risk == "dangerous"
    assert combine(("juice", "pill"), KNOWN, routes=told).risk == "unsafe"
