"""Durations and windows."""

import pytest

from hrterm.domain.timing import (
    Interval,
    Timing,
    Wait,
    elapsed,
    parse_duration,
    taken,
    timed_name,
    told,
    with_units,
)

HOUR, DAY, WEEK = 60, 1440, 10080

WRITTEN = {
    1: ["1m", "1 minute"],
    30: ["30m", "30min", "30 min", "30 mn", "30 mins", "30 minutes", "0h30"],
    90: ["90m", "1h30", "1 h 30", "1h30m", "1h 30min", "1 heure 30", "1 heure 30 min"],
    3 * HOUR: ["3h", "3 h", "3H", "3 hrs", "3 hours", "3 heures", "3\u00a0h", " 3h "],
    DAY: ["24h", "1d", "1 day", "1j", "1 jour"],
    2 * DAY: ["2d", "2 days", "2j", "2 j", "2 jrs", "2 jours", "2\u202fjours"],
    10 * DAY: ["10d", "10 j", "1w3d", "1 sem 3 j"],
    WEEK: ["1w", "1 wk", "1 week", "1sem", "1 sem", "1 semaine"],
    2 * WEEK: ["2w", "2 weeks", "2 Semaines"],
    DAY + 12 * HOUR: ["1d12h", "1 jour 12 heures"],
}


@pytest.mark.parametrize(
    ("text", "minutes"),
    [(text, minutes) for minutes, texts in WRITTEN.items() for text in texts],
)
def test_durations(text: str, minutes: int) -> None:
    assert parse_duration(text) == minutes


@pytest.mark.parametrize(
    "text",
    ["", " ", "3", "h", "-3h", "1.5h", "3y", "1h5", "1h75", "30m1h", "h30", "2j30"],
)
def test_what_is_no_duration(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        parse_duration(text)


def test_elapsed_counts_between_the_two() -> None:
    assert elapsed("a", "b", {}) is None
    assert elapsed("a", "b", {"a": (600,)}) == 600
    assert elapsed("a", "b", {"a": (600,), "b": (60,)}) == 540
    assert elapsed("a", "b", {"a": (60,), "b": (60,)}) == 0
    assert elapsed("a", "b", {"b": (60,)}) is None
    assert elapsed("a", "b", {"b": (1,)}) is None
    assert elapsed("a", "b", {"b": (0,)}) == 0
    assert elapsed("a", "b", {"a": (1,)}) == 1
    assert elapsed("a", "b", {"a": (59,), "b": (60,)}) is None


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
        ("a=b=3h", "a=b", 180),
        ("ketamine 3 hours ago", "ketamine", 180),
        ("special k 1h30 AGO", "special k", 90),
        ("ketamine 1 day 2 hours ago", "ketamine", 1560),
        ("kéta il y a 3h", "kéta", 180),
        ("kéta Il y a 2 jours", "kéta", 2880),
        ("kéta ça fait 20 min", "kéta", 20),
        ("kéta depuis 20 minutes", "kéta", 20),
        ("kéta 2h plus tôt", "kéta", 120),
        ("3h ago ketamine", "ketamine", 180),
        ("il y a 2 heures kéta sniffée", "kéta sniffée", 120),
        ("kéta il y a 3h sniffée", "kéta sniffée", 180),
        ("ketamine 1 h 30 earlier", "ketamine", 90),
        ("ketamine 3h before", "ketamine", 180),
        ("3h agomelatine", "3h agomelatine", 0),
        ("kéta il y a longtemps", "kéta il y a longtemps", 0),
        ("ketamine long ago", "ketamine long ago", 0),
        ("3 hours ago", "3 hours ago", 0),
        ("ketamine 3h", "ketamine 3h", 0),
        ("LSD 25 ago", "LSD 25 ago", 0),
    ],
)
def test_a_name_may_say_when(text: str, name: str, minutes: int) -> None:
    assert timed_name(text) == (name, minutes)


@pytest.mark.parametrize("text", ["ketamine=", "ketamine=soon", "a=b=c"])
def test_what_is_no_duration_is_not_part_of_the_name(text: str) -> None:
    with pytest.raises(ValueError):
        timed_name(text)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (["ketamine", "wine=30", "min"], ["ketamine", "wine=30 min"]),
        (["vin=2", "jours", "MDMA"], ["vin=2 jours", "MDMA"]),
        (["G=30", "min"], ["G=30 min"]),
        (["vin", "=", "2"], ["vin", "=", "2"]),
        (["LSD", "25", "h"], ["LSD", "25", "h"]),
        (["wine=30", "ketamine"], ["wine=30", "ketamine"]),
        (["wine=30m", "h"], ["wine=30m", "h"]),
        (["=30", "min"], ["=30", "min"]),
        (["--limit=3", "h"], ["--limit=3", "h"]),
        (["--since=wine=3", "h"], ["--since=wine=3 h"]),
    ],
)
def test_a_unit_that_stands_apart_joins_its_number(
    typed: list[str], read: list[str]
) -> None:
    assert with_units(typed) == read


def test_what_was_told_says_who_came_first() -> None:
    assert told("a", "b", {}) is None
    assert told("a", "b", {"c": (5,)}) is None
    assert told("a", "b", {"a": (90,), "b": (30,)}) == Interval("a", "b", 60)
    assert told("a", "b", {"b": (30,)}) == Interval("b", "a", 30)
    assert told("a", "b", {"a": (30,), "b": (30,)}) == Interval("a", "b", 0)


def test_what_was_taken_again_counts_from_the_last_time_before() -> None:
    assert elapsed("a", "b", {"a": (60, 21 * DAY)}) == 60
    assert elapsed("a", "b", {"a": (0, 21 * DAY)}) == 0
    assert elapsed("a", "b", {"a": (60, 180), "b": (120,)}) == 60
    assert elapsed("a", "b", {"a": (60,), "b": (0, 30)}) == 30
    assert elapsed("a", "b", {"a": (30,), "b": (60, 90)}) is None
    assert told("a", "a", {"a": (60, 180, 200)}) == Interval("a", "a", 20)
    assert told("a", "a", {"a": (0, 180)}) == Interval("a", "a", 180)
    assert told("a", "a", {}) is None


def test_each_time_that_is_told_of_a_thing_is_kept() -> None:
    assert taken([(["a"], 60), (["a"], 30240), (["b"], 0)], {}) == {"a": (60, 30240)}
    assert taken([(["a"], 0), (["a"], 60)], {}) == {"a": (0, 60)}
    assert taken([(["a", "b"], 60), (["b"], 0)], {}) == {"a": (60,), "b": (0, 60)}
    assert taken([(["a"], 0), (["b"], 0)], {"a": (60,)}) == {"a": (60,)}
    assert taken([(["a"], 90)], {"a": (60,), "c": (5,)}) == {"a": (60, 90), "c": (5,)}
    assert taken([(["a"], 0), ([], 60)], {}) == {}
