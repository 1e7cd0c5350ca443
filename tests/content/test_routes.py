"""Statements that are limited to a way of taking one of the two."""

from pathlib import Path

import pytest

from hrterm.content.build import build, checked
from hrterm.store.library import Library
from tests.building import DataFolder


def limited(folder: DataFolder, **more: object) -> None:
    folder.substance("juice")
    folder.substance("pill")
    folder.pairs(
        "juice", folder.statement("juice", "pill", "exposure", "unsafe", **more)
    )


@pytest.mark.parametrize("more", [{"routes": ["oral"]}, {"routes_of": "b"}])
def test_routes_must_say_whose_they_are(
    folder: DataFolder, more: dict[str, object]
) -> None:
    limited(folder, **more)
    _, problems = checked(folder.path)
    assert ["routes_of" in str(problem) for problem in problems.in_order] == [True]


def test_they_reach_the_answer(folder: DataFolder, tmp_path: Path) -> None:
    limited(folder, routes=["oral"], routes_of="b")
    database = tmp_path / "made.db"
    build(folder.path, database)
    with Library(str(database)) as library:
        told = {
            typed: library.check(("juice", typed)).pairs[0]
            for typed in ("pill", "swallowed pill", "pill snorted")
        }
        assert told["pill"].verdict.risk == "unsafe"
        assert told["swallowed pill"].verdict.risk == "unsafe"
        assert told["pill snorted"].verdict.risk == "unknown"
        assert told["pill snorted"].reasons[0].routes == ("oral",)
        both = library.check(("juice", "pill", "pill snorted"))
        risks = {(p.verdict.a, p.verdict.b): p.verdict.risk for p in both.pairs}
        assert risks["juice", "pill"] == "unsafe", "told in two ways is not told"
