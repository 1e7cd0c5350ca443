"""Numbers to call, on a screen that is narrow."""

import pytest

from hrterm.pages.blocks import Line
from hrterm.pages.emergency import numbers, short_numbers
from hrterm.pages.plain import plain_text
from hrterm.store.library import Library

DETAILS = 41
"""Columns of the pane of an emergency in 80."""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_label_stays_beside_its_number(library: Library, language: str) -> None:
    library.language = language
    page = plain_text(short_numbers(library, "CA"), DETAILS).splitlines()
    assert any("911" in line for line in page)
    (poison,) = [line for line in page if "1-844-764-7669" in line]
    assert "oison" in poison and len(poison) <= DETAILS


@pytest.mark.parametrize("place", ["CA-ON", "FR", "BE", "CA-QC"])
def test_each_number_stands_once(library: Library, place: str) -> None:
    (line,) = short_numbers(library, place)
    assert isinstance(line, Line)
    told = line.text.replace("\u00a0", " ").split("  ")
    known = {
        one.number
        for one in library.services(place)
        if one.kind in {"emergency", "poison"}
    }
    assert len(told) == min(4, len(known))
    for number in known:
        assert sum(one.endswith(f" {number}") for one in told) <= 1
    assert any("oison" in one for one in told)


def test_a_number_of_a_part_stands_beside_its_label(library: Library) -> None:
    rows = plain_text(numbers(library, "CA-ON"), 80).splitlines()
    assert any("CA-ON  1-844-764-7669  Ontario" in row for row in rows)
