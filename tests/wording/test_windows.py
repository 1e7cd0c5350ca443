"""Windows and told times in words: never leave to go ahead, and each time once."""

import pytest

from hrterm.domain.answer import PairAnswer
from hrterm.domain.interaction import Verdict
from hrterm.domain.timing import Interval, Timing, Wait
from hrterm.i18n import activate
from hrterm.pages import combination
from hrterm.pages.blocks import Bar
from hrterm.pages.plain import plain_text
from hrterm.wording import windows

HOUR, DAY = 60, 1440
LABELS = {"a": "heroin", "b": "Suboxone"}
WAIT = Wait(12 * HOUR, 24 * HOUR)
LEAVE = ("open", "now", "safe", "clear", "ouvert", "feu vert", "maintenant", "terminé")


def timing(elapsed: int | None, wait: Wait | None = WAIT) -> Timing:
    return Timing("a", "b", wait, "Some hours.", "read", elapsed)


def answer(told: Interval | None, *timings: Timing) -> PairAnswer:
    verdict = Verdict(
        "a", "b", "unsafe", "unknown", "either", "direct", "limited", "read"
    )
    return PairAnswer(verdict, "", "", (), (), timings, (), told)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("elapsed", [0, 6 * HOUR, 18 * HOUR, 24 * HOUR, 30 * DAY])
def test_a_window_is_never_leave_to_go_ahead(language: str, elapsed: int) -> None:
    activate(language)
    said = windows.window(timing(elapsed))
    risk = "risk" if language == "en" else "risque"
    assert risk in said
    assert not [word for word in LEAVE if word in said.casefold()]


def test_without_a_time_or_a_number_there_is_no_window() -> None:
    assert windows.window(timing(None)) == ""
    assert windows.window(timing(5, None)) == ""
    assert "(12\u00a0to\u00a024\u00a0hrs)" in windows.timing(timing(None), LABELS)


def test_the_bar_goes_on_where_the_window_has_passed() -> None:
    within = combination.window_bar(timing(6 * HOUR), LABELS)
    assert [phase.kind for phase in within.phases] == ["fall", "open"]
    past = combination.window_bar(timing(48 * HOUR), LABELS)
    assert past.phases[-1] == ("after", 24 * HOUR, 48 * HOUR)
    assert past.now == 48 * HOUR


@pytest.mark.parametrize("elapsed", [6 * HOUR, 30 * HOUR])
def test_a_time_is_said_once(elapsed: int) -> None:
    one = answer(Interval("a", "b", elapsed), timing(elapsed))
    page = combination.timing(one, LABELS)
    text = plain_text(page).replace("\u00a0", " ")
    assert sum(isinstance(block, Bar) for block in page) == 1
    assert text.count(f"{elapsed // HOUR} hrs") == 1
    assert "Told" not in text


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (Interval("a", "b", 3 * HOUR), "Told: heroin, 3 hrs before Suboxone."),
        (Interval("b", "a", 30), "Told: Suboxone, 30 mins before heroin."),
        (Interval("a", "b", 0), "Told: both at the same time (heroin, Suboxone)."),
        (Interval("a", "a", 30), "Told: heroin, 30 mins before."),
    ],
)
@pytest.mark.parametrize(
    "timings", [(), (timing(None),), (timing(3 * HOUR, None),)], ids=["none", "a", "b"]
)
def test_a_time_without_a_window_is_said_all_the_same(
    told: Interval, said: str, timings: tuple[Timing, ...]
) -> None:
    text = windows.told(answer(told, *timings), LABELS).replace("\u00a0", " ")
    assert text.startswith(said)
    assert "No window is recorded" in text


def test_nothing_told_is_nothing_said() -> None:
    assert windows.told(answer(None, timing(None)), LABELS) == ""
    assert combination.timing(answer(None), LABELS) == []
