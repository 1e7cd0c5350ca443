"""Cases in lay words: `tests/cases/*.yaml`, which anyone can read and extend.

docs/testing.md says how. Each key of a case that is not in ``SETTING`` names an
expectation of ``EXPECTATIONS``, so a misspelt key fails instead of passing silently.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from hrterm.domain.answer import CheckAnswer, PairAnswer, Reason
from hrterm.domain.risk import badness
from hrterm.domain.timing import parse_duration
from hrterm.i18n import activate
from hrterm.pages import combination
from hrterm.pages.plain import plain_text
from hrterm.store.library import Library

FOLDER = Path(__file__).parent / "cases"
SETTING = {"say", "check", "since", "language", "source"}
"""What is said, what is typed, and where the expectation comes from."""


class Case(NamedTuple):
    """One case as it was answered."""

    answer: CheckAnswer
    text: str
    """The whole answer as people read it."""


def cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for case in yaml.load(path.read_text("utf-8"), yaml.BaseLoader):
            yield pytest.param(case, id=f"{path.stem}: {case['say']}")


def listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def overall(case: Case) -> str:
    assert case.answer.combination is not None
    return case.answer.combination.risk


def speaking(case: Case) -> list[Reason]:
    return [
        reason
        for pair in case.answer.pairs
        for reason in pair.reasons
        if reason.finding.speaks
    ]


def risk(case: Case, expected: Any) -> None:
    assert overall(case) in listed(expected)


def not_risk(case: Case, expected: Any) -> None:
    assert overall(case) not in listed(expected)


def at_least(case: Case, expected: Any) -> None:
    assert badness(overall(case)) >= badness(expected)  # type: ignore[arg-type]


def hazards(case: Case, expected: Any) -> None:
    named = {
        reason.finding.hazard
        for reason in speaking(case)
        if reason.finding.risk not in {"low", "unknown"}
    }
    assert set(listed(expected)) <= named


def no_hazards(case: Case, expected: Any) -> None:
    serious = {
        reason.finding.hazard
        for reason in speaking(case)
        if reason.finding.risk in {"unsafe", "dangerous"}
    }
    assert not set(listed(expected)) & serious


def effect(case: Case, expected: Any) -> None:
    assert case.answer.pairs[0].verdict.effect in listed(expected)


def basis(case: Case, expected: Any) -> None:
    assert case.answer.pairs[0].verdict.basis in listed(expected)


def orders(case: Case, expected: Any) -> None:
    """`a, then b`, `after stopping a`, or `again`, with ids."""
    spoken = set()
    for pair in case.answer.pairs:
        a, b = pair.verdict.a, pair.verdict.b
        words = {
            "a-then-b": f"{a}, then {b}",
            "b-then-a": f"{b}, then {a}",
            "after-stopping-a": f"after stopping {a}",
            "after-stopping-b": f"after stopping {b}",
            "repeat": "again",
        }
        spoken |= {
            words.get(reason.finding.order, "")
            for reason in pair.reasons
            if reason.finding.speaks
        }
    assert set(expected) <= spoken


def because(case: Case, expected: Any) -> None:
    assert set(listed(expected)) <= {r.finding.id for r in speaking(case)}


def overruled(case: Case, expected: Any) -> None:
    silent = {
        reason.finding.id: reason.overruled_reason
        for pair in case.answer.pairs
        for reason in pair.reasons
        if not reason.finding.speaks
    }
    for id_ in listed(expected):
        assert silent[id_], f"{id_} is silenced without a reason"


def names(case: Case, expected: Any) -> None:
    assert [name.status for name in case.answer.names] == expected


def means(case: Case, expected: Any) -> None:
    """One id for each name; of a name with several meanings, the ids it must hold."""
    for wanted, name in zip(expected, case.answer.names, strict=True):
        if name.id:
            assert name.id == wanted
        else:
            held = {candidate.id for candidate in name.candidates}
            assert set(listed(wanted) if wanted else []) <= held


def ignored(case: Case, expected: Any) -> None:
    assert [list(name.ignored) for name in case.answer.names] == expected


def route(case: Case, expected: Any) -> None:
    assert [name.route or "" for name in case.answer.names] == expected


def when(case: Case, expected: Any) -> None:
    """The risk for each meaning of a name, worst over the other names."""
    for id_, risks in expected.items():
        found = [p.verdict.risk for p in case.answer.pairs if p.condition == id_]
        assert max(found, key=badness) in listed(risks), id_


def pairs(case: Case, expected: Any) -> None:
    """The risk of some pairs, each written `a + b` with ids."""
    found = {frozenset((p.verdict.a, p.verdict.b)): p for p in case.answer.pairs}
    for pair, risks in expected.items():
        assert found[frozenset(pair.split(" + "))].verdict.risk in listed(risks), pair


def member(case: Case, expected: Any) -> None:
    """For a class: the members, one of which the answer names as the worst."""
    verdict = case.answer.pairs[0].verdict
    assert {verdict.member_a, verdict.member_b} & set(listed(expected))


def complete(case: Case, expected: Any) -> None:
    assert case.answer.combination is not None
    assert case.answer.combination.complete is (expected == "yes")


def group(case: Case, expected: Any) -> None:
    """Ids that must be named together as things that add up."""
    wanted = set(expected)
    assert any(
        wanted <= {one.id for one in stack.members} for stack in case.answer.stacks
    )


def no_group(case: Case, expected: Any) -> None:
    wanted = set(expected)
    assert not any(
        wanted <= {one.id for one in stack.members} for stack in case.answer.stacks
    )


def caveat(case: Case, expected: Any) -> None:
    assert case.answer.combination is not None
    assert case.answer.combination.is_beyond_prediction is (expected == "yes")


def window(case: Case, expected: Any) -> None:
    """`a, then b: open` or `passed`; every window with a number must say so."""
    for pair, state in expected.items():
        first, then = pair.split(", then ")
        found = {
            timing.window
            for one in case.answer.pairs
            for timing in one.timing
            if (timing.first, timing.then) == (first, then) and timing.wait is not None
        }
        assert state in found, (pair, found)
        assert (
            state != "passed"
            or "without risk" in case.text
            or "sans risque" in (case.text)
        )


def no_window(case: Case, expected: Any) -> None:
    """`a, then b`: no number is recorded as a time to wait."""
    waited = {
        f"{timing.first}, then {timing.then}"
        for one in case.answer.pairs
        for timing in one.timing
        if timing.wait is not None
    }
    assert not waited & set(listed(expected))


def leads_with(case: Case, expected: Any) -> None:
    """The danger of the first reason of every pair."""
    leads = {pair.reasons[0].finding.hazard for pair in case.answer.pairs}
    assert leads == {expected}


def summary(case: Case, expected: Any) -> None:
    """Words of the summary of every pair, in this order."""
    for pair in case.answer.pairs:
        rest = pair.summary.casefold()
        for words in listed(expected):
            _, found, rest = rest.partition(words.casefold())
            assert found, (words, pair.summary)


def not_in_summary(case: Case, expected: Any) -> None:
    for pair in case.answer.pairs:
        for words in listed(expected):
            assert words.casefold() not in pair.summary.casefold()


def says(case: Case, expected: Any) -> None:
    text = " ".join(case.text.split()).casefold()
    for words in listed(expected):
        assert words.casefold() in text, words


def does_not_say(case: Case, expected: Any) -> None:
    text = " ".join(case.text.split()).casefold()
    for words in listed(expected):
        assert words.casefold() not in text, words


EXPECTATIONS: dict[str, Callable[[Case, Any], None]] = {
    check.__name__: check
    for check in (
        risk, not_risk, at_least, hazards, no_hazards, effect, basis, orders, because,
        overruled, names, means, ignored, route, when, pairs, member, complete, group,
        no_group, caveat, window, no_window, leads_with, summary, not_in_summary, says,
        does_not_say,
    )
}  # fmt: skip


def answered(library: Library, case: dict[str, Any]) -> Case:
    """The case as the program answers it, in its language."""
    library.language = case.get("language", "en")
    activate(library.language)
    since = {
        library.match(name).id: (parse_duration(duration),)
        for name, duration in case.get("since", {}).items()
    }
    answer = library.check(tuple(case["check"]), since)
    return Case(answer, plain_text(combination.check(answer)))


@pytest.mark.parametrize("case", list(cases()))
def test_case(library: Library, case: dict[str, Any]) -> None:
    expected = {key: value for key, value in case.items() if key not in SETTING}
    assert case["source"], "say where the expectation comes from"
    assert expected, "say what is expected"
    found = answered(library, case)
    for key, value in expected.items():
        EXPECTATIONS[key](found, value)
    for one in found.answer.pairs:
        has_reasons(one)


def has_reasons(pair: PairAnswer) -> None:
    """What holds for every pair of every case."""
    if pair.verdict.is_known:
        lead = pair.reasons[0]
        assert lead.finding.risk == pair.verdict.risk
        assert lead.text and lead.sources


def test_cases_are_told_once() -> None:
    told = [case.id for case in cases()]
    assert len(set(told)) == len(told) >= 220


def test_cases_are_in_both_languages() -> None:
    languages = [case.values[0].get("language", "en") for case in cases()]
    assert languages.count("fr") >= 80
