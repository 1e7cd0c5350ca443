"""In which order numbers to call are told, and where."""

import pytest

from hrterm.pages import emergency
from hrterm.pages.blocks import Line
from hrterm.store.library import Library
from hrterm.wording.formatting import NBSP
from tests.cli.running import Shell

URGENCY = {"emergency": 0, "poison": 1}


@pytest.mark.parametrize("place", ["FR", "BE", "IE", "CA-BC", "US-OR", "AU-ACT", "CH"])
def test_numbers_of_a_place(shell: Shell, place: str) -> None:
    country = place[:2]
    answer = shell("emergency", "--in", place, "--json").document
    told = [
        (one["jurisdiction"][:2] != country, URGENCY.get(one["kind"], 2))
        for one in answer["numbers"]
    ]
    assert told == sorted(told) and told[0] == (False, 0)


@pytest.mark.parametrize("command", [["emergency"], ["handout", "mdma"]])
def test_the_ambulance_stands_before_emotional_support(
    shell: Shell, command: list[str]
) -> None:
    page = shell(*command, "--in", "FR").out
    assert page.index("SAMU") < page.index("Poison") < page.index("Drogues Info")
    assert page.index("Drogues Info") < page.index("116 123")


def test_on_the_screen_as_well(library: Library) -> None:
    (first, *_rest) = emergency.short_numbers(library, "FR")
    assert isinstance(first, Line) and first.text.startswith("SAMU")
    assert "Poison" in first.text
    assert "01 45 42 59 59".replace(" ", NBSP) in first.text  # no line ends within it


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_handout_without_a_place(shell: Shell, language: str) -> None:
    page = shell("handout", "mdma", "ghb", "--lang", language).out
    heading = {"en": "## Call", "fr": "## Appeler"}[language]
    told = page.split(heading)[1].split("## ")[0]
    rows = [line for line in told.splitlines() if line.startswith("- ")]
    numbers = [row.split("**")[1] for row in rows]
    assert numbers[0] == "112" and {"911", "000"} <= set(numbers)
    assert len(rows) <= 6 and len(set(numbers)) == len(rows)
    assert "France" not in told and "hrterm config set place" in told
