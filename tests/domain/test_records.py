"""What records work out of themselves: sources, sections, languages, the scale."""

import pytest

from hrterm.domain.answer import PairAnswer, Reason
from hrterm.domain.emergency import EmergencyCard
from hrterm.domain.interaction import Finding, Verdict, flipped
from hrterm.domain.language import adapted, base, chain
from hrterm.domain.risk import badness, confidence, worst
from hrterm.domain.source import Edition, day_of
from hrterm.domain.substance import Duration, Fact, Mechanism, Sheet
from hrterm.domain.vocabulary import EVIDENCE, Order, Risk


def fact(*sources: str) -> Fact:
    return Fact("text", "limited", "read", sources)


def sheet() -> Sheet:
    return Sheet(
        "x", "substance", "X", "drug", "unknown", "", (), (), (), (), "", (), (),
        (Duration("oral", None, None, None, None, "limited", "read", ("d", "a")),),
        (Mechanism("t", "agonist", None, "animal", "limited", "read", "", ("m", "b")),),
        {"risks": (fact("a", "b"), fact("b", "c")), "effects": (fact("e"),)},
        (), "",
    )  # fmt: skip


def test_a_sheet_cites_each_source_once_in_the_order_of_reading() -> None:
    assert sheet().sources == ("a", "b", "c", "e", "m", "d")


def test_a_section_that_says_nothing_is_empty() -> None:
    assert sheet().section("risks") == (fact("a", "b"), fact("b", "c"))
    assert sheet().section("washout") == ()


def test_a_card_cites_each_source_once() -> None:
    facts = (fact("a"),), (fact("b", "a"),), (fact("c", "b"),)
    card = EmergencyCard("c", "C", *facts, ("opioid",), "2026-11-24")
    assert card.sources == ("a", "b", "c")


def finding(id_: str, overruled_by: str = "") -> Finding:
    return Finding(
        id_, "direct", "breathing", "unsafe", "unknown", "either", "strong", "read",
        "a", "b", overruled_by=overruled_by,
    )  # fmt: skip


def test_an_answer_cites_only_what_speaks() -> None:
    one, two, silent = finding("1"), finding("2"), finding("3", "1")
    verdict = Verdict("a", "b", "unsafe", "unknown", "either", "direct", "strong",
                      "read", (one, two, silent))  # fmt: skip
    reasons = (
        Reason(one, "", "", "", "", ("s", "t")),
        Reason(two, "", "", "", "", ("t", "u")),
        Reason(silent, "", "", "", "", ("v",)),
    )
    answer = PairAnswer(verdict, "", "", (), (), (), reasons)
    assert answer.sources == ("s", "t", "u")
    assert verdict.lead == one and verdict.is_known


def test_a_verdict_without_a_speaking_reason_has_no_lead() -> None:
    verdict = Verdict("a", "b", "unknown", "unknown", "either", "none", "none", "read")
    assert verdict.lead is None and not verdict.is_known
    assert verdict._replace(findings=(finding("1", "2"),)).lead is None


@pytest.mark.parametrize(
    ("order", "turned"),
    [
        ("either", "either"),
        ("repeat", "repeat"),
        ("a-then-b", "b-then-a"),
        ("b-then-a", "a-then-b"),
        ("after-stopping-a", "after-stopping-b"),
        ("after-stopping-b", "after-stopping-a"),
    ],
)
def test_an_order_seen_from_the_other_side(order: Order, turned: Order) -> None:
    assert flipped(order) == turned
    assert flipped(flipped(order)) == order


def test_unknown_stands_between_low_and_caution() -> None:
    order: list[Risk] = ["low", "unknown", "caution", "unsafe", "dangerous"]
    assert sorted(order, key=badness) == order
    assert [badness(risk) for risk in order] == [0, 1, 2, 3, 4]


def test_the_worst_of_several_and_of_none() -> None:
    assert worst(["low", "dangerous", "unsafe"]) == "dangerous"
    assert worst(["low", "unknown"]) == "unknown"
    assert worst(["low"]) == "low"
    assert worst([]) == "unknown"


def test_confidence_grows_with_the_evidence() -> None:
    graded = [confidence(evidence) for evidence in EVIDENCE]
    assert graded == sorted(graded, reverse=True)
    assert graded[-1] == 1


def test_languages_to_try() -> None:
    assert chain("fr-CA") == ("fr-CA", "fr", "en")
    assert chain("en") == ("en",)
    assert base("fr-CA") == "fr" and base("fr") == "fr"


def test_only_canadian_french_drops_the_space_before_some_marks() -> None:
    text = "Quoi\u202f? Non\u00a0! Oui\u202f; « ici\u00a0» : 3\u00a0Xanax"
    assert adapted(text, "fr-CA") == "Quoi? Non! Oui; « ici\u00a0» : 3\u00a0Xanax"
    assert adapted(text, "fr") == text
    assert adapted(text, "fr-FR") == text


@pytest.mark.parametrize(
    ("text", "first_day"),
    [
        ("2026", "2026-01-01"),
        ("2026-03", "2026-03-01"),
        ("2026-03-04", "2026-03-04"),
        ("2026-02-30", None),
        ("2026-3", None),
        ("2026-03-04x", None),
        ("x2026", None),
        ("26", None),
        ("٢٠٢٦", None),
        ("", None),
    ],
)
def test_the_first_day_that_a_date_can_mean(text: str, first_day: str | None) -> None:
    found = day_of(text)
    assert (found and found.isoformat()) == first_day


@pytest.mark.parametrize(
    ("newest", "today", "days"),
    [
        ("2026-11-20", "2026-11-25", 5),
        ("2026-11-25", "2026-11-25", 0),
        ("2026-11-26", "2026-11-25", 0),  # a clock that is wrong
        ("2026-11", "2026-12-01", 30),
        ("2026-13-01", "2026-11-25", None),
        ("2026-11-20", "never", None),
    ],
)
def test_the_age_of_an_edition(newest: str, today: str, days: int | None) -> None:
    assert Edition("1", "hash", newest, (), "2").age(today) == days
