"""A wait is how long what came first still matters, and nothing else."""

import re
from pathlib import Path

import pytest

from hrterm.content.build import build, checked
from hrterm.store.library import Library
from tests.building import DataFolder, text
from tests.content.raw import folder as documents

BEGINS = re.compile(r"\b(starts? within|begins?|comes?( back)?|rises?|wears off)\b")
"""Words on when something begins, or on how long an antidote covers."""


def timed(folder: DataFolder, order: str, first: str, then: str) -> None:
    folder.substance("juice")
    folder.substance("pill")
    timing = {
        "first": first,
        "then": then,
        "wait": {"low": "1d", "high": "3d"},
        "text": text("1 to 3 days", "1 à 3 jours"),
    }
    folder.pairs(
        "juice",
        folder.statement(
            "juice", "pill", "seizure", "unsafe", order=order, timing=[timing]
        ),
    )


@pytest.mark.parametrize(
    ("order", "first", "then", "fits"),
    [
        ("either", "a", "b", True),
        ("either", "b", "a", True),
        ("a-then-b", "a", "b", True),
        ("a-then-b", "b", "a", False),
        ("b-then-a", "b", "a", True),
        ("b-then-a", "a", "b", False),
        ("after-stopping-a", "a", "b", False),
        ("after-stopping-b", "b", "a", False),
        ("repeat", "a", "b", False),
    ],
)
def test_a_wait_fits_the_order_of_its_record(
    folder: DataFolder, order: str, first: str, then: str, fits: bool
) -> None:
    timed(folder, order, first, then)
    problems = [str(problem) for problem in checked(folder.path)[1].in_order]
    assert ["does not fit its `order`" in one for one in problems] == [True] * (
        not fits
    )


def test_no_wait_tells_when_something_begins() -> None:
    waits = [
        (statement["id"], timing["text"]["en"])
        for statements in documents("interactions").values()
        for statement in statements
        for timing in statement.get("timing", ())
        if "wait" in timing
    ]
    assert len(waits) > 80
    assert [one for one in waits if BEGINS.search(one[1])] == []


def test_what_is_prescribed_is_advised_on_where_it_may_be(
    folder: DataFolder, tmp_path: Path
) -> None:
    folder.family("tablet")
    folder.family("drink")
    folder.substance("juice", classes=["drink"])
    folder.substance("pill", kind="medicine", classes=["tablet"])
    folder.substance("copy", classes=["tablet"])
    folder.pairs(
        "drink",
        folder.statement(
            "drink",
            "tablet",
            "sedation",
            "unsafe",
            advice=[text("Stay together", "Restez ensemble")],
            if_prescribed=[text("Do not stop it", "Ne l’arrêtez pas")],
        ),
    )
    database = tmp_path / "made.db"
    build(folder.path, database)
    with Library(str(database)) as library:
        told = {
            typed: library.check(("juice", typed)).pairs[0].advice
            for typed in ("pill", "copy", "tablet")
        }
    assert told["pill"] == ("Stay together", "Do not stop it")
    assert told["copy"] == ("Stay together",)
    assert told["tablet"] == ("Stay together", "Do not stop it")
