"""Durations and windows."""

import pytest

from hrterm.domain.timing import Timing, Wait, elapsed, parse_duration, timed_name


@pytest.mark.parametrize(
    ("text", "minutes"), [("90m", 90), ("3h", 180), ("10d", 14400), ("2w", 20160)]
)
def test_durations(text: str, minutes: int) -> None:
    assert parse_duration(text) == minutes


@pytest.mark.parametrize("text", ["", "3", "h", "3 hours", "-3h", "1.5h", "3y"])
def test_what_is_no_duration(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        parse_duration(text)


def test_elapsed_counts_between_the_two() -> None:
    assert elapsed("a", "b", {}) is None
    assert elapsed("a", "b", {"a": 600}) == 600
    assert elapsed("a", "b", {"a": 600, "b": 60}) == 540
    assert elapsed("a", "b", {"a": 60, "b": 60}) == 0
    assert elapsed("a", "b", {"b": 60}) is None
    assert elapsed("a", "b", {"b": 1}) is None
    assert elapsed("a", "b", {"b": 0}) == 0
    assert elapsed("a", "b", {"a": 1}) == 1
    assert elapsed("a", "b", {"a": 59, "b": 60}) is None


@pytest.mark.parametrize(
    ("waited", "window"),
    [(0, "open"), (299, "open"), (300, "passed"), (None, "unrecorded")],
)
def test_a_window_stays_open_until_its_whole_range_has_passed(
    waited: int | None, window: str
) -> None:
    one = Timing("a", "b", Wait(200, 300), "", "read", waited)
    assert one.window == window


def test_without_a_number_nothing_is_recorded() -> None:
    assert Timing("a", "b", None, "", "read", 5).window == "unrecorded"


@pytest.mark.parametrize(
    ("text", "name", "minutes"),
    [
        ("ketamine", "ketamine", 0),
        (" ketamine = 3h", "ketamine", 180),
        ("2C-B=90m", "2C-B", 90),
        ("=3h", "=3h", 0),
    ],
)
def test_a_name_may_say_when(text: str, name: str, minutes: int) -> None:
    assert timed_name(text) == (name, minutes)


@pytest.mark.parametrize("text", ["ketamine=", "ketamine=soon", "a=b=c"])
def test_what_is_no_duration_is_not_part_of_the_name(text: str) -> None:
    with pytest.raises(ValueError):
        timed_name(text)
