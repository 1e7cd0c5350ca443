"""Every test that docs/safety.md rests on is there."""

import re

from tests.conftest import ROOT


def defined() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        found |= set(re.findall(r"^(?:async )?def (test_\w+)", path.read_text(), re.M))
    return found


def rows() -> list[list[str]]:
    page = (ROOT / "docs" / "safety.md").read_text("utf-8")
    return [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in page.splitlines()
        if line.startswith("| ") and not line.startswith(("| ---", "| how it"))
    ]


def test_the_named_tests_exist() -> None:
    page = (ROOT / "docs" / "safety.md").read_text("utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    assert len(named) > 60
    assert named - defined() == set()


def test_every_way_to_harm_has_a_defence_and_a_test() -> None:
    assert len(rows()) > 25
    for row in rows():
        assert len(row) == 3 and all(row), row
        assert re.search(r"`test_\w+`", row[2]), row
