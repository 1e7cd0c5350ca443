"""When a legal record is stale, and which numbers to call come first."""

import pytest

from hrterm.domain.law import LegalRecord, Service, most_urgent_first

TODAY = "2026-11-24"


def record(as_of: str, effective_to: str = "") -> LegalRecord:
    return LegalRecord(
        "mdma", "CA", "prohibited", "unknown", "", "", "", "", "", effective_to, as_of,
        "read", "", "", (),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("as_of", "stale"),
    [
        ("", True),
        ("2026-06-14", False),
        ("2025-11-24", False),
        ("2025-11-23", True),
        ("2025-11", False),
        ("2025-10", True),
        ("2025", False),
        ("2024", True),
    ],
)
def test_older_than_twelve_months(as_of: str, stale: bool) -> None:
    assert record(as_of).is_stale(TODAY) is stale


def test_an_end_that_has_passed() -> None:
    ended = record("2026-11-01", "2026-01-31")
    assert ended.is_past(TODAY) and ended.is_stale(TODAY)
    assert not record("2026-11-01", "2026-11-24").is_past(TODAY)
    assert not record("2026-11-01", "2026").is_past(TODAY)


@pytest.mark.parametrize(
    ("end", "last_day", "day_after"),
    [
        ("2026", "2026-12-31", "2027-01-01"),
        ("2026-01", "2026-01-31", "2026-02-01"),
        ("2026-01-30", "2026-01-30", "2026-01-31"),
    ],
)
def test_an_end_counts_to_the_last_day_it_can_mean(
    end: str, last_day: str, day_after: str
) -> None:
    assert not record("2026-11-01", end).is_past(last_day)
    assert record("2026-11-01", end).is_past(day_after)
    assert not record("2026-11-01", "").is_past(day_after)


@pytest.mark.parametrize("month", ["01", "02", "06", "11", "12"])
def test_twelve_months_to_the_day(month: str) -> None:
    assert not record(f"2025-{month}-15").is_stale(f"2026-{month}-15")
    assert record(f"2025-{month}-14").is_stale(f"2026-{month}-15")


def service(place: str, kind: str) -> Service:
    return Service(place, kind, "label", "1", "", "read", ())


def test_the_most_urgent_of_the_nearest_country_come_first() -> None:
    ranked = [
        service("CA-BC", "emergency"),
        service("CA", "emergency"),
        service("CA", "poison"),
        service("CA-BC", "help-line"),
        service("CA-BC", "overdose-line"),
        service("CA", "help-line"),
        service("EU", "emergency"),
        service("EU", "help-line"),
    ]
    assert (
        most_urgent_first(ranked[::-1], ["CA-BC", "CA", "EU"])
        == [
            *ranked[:3],
            *(ranked[4], ranked[3]),  # of one place and rank: as they are given
            *ranked[5:],
        ]
    )


def test_a_country_s_help_line_comes_before_the_number_of_the_union() -> None:
    own, union = service("FR", "help-line"), service("EU", "emergency")
    assert most_urgent_first([union, own], ["FR", "EU"]) == [own, union]
