"""What is typed in an emergency: `tests/emergency/*.yaml`, which anyone can extend."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrterm.domain.hearing import LIFE_SAVING, words
from hrterm.store.library import Library

FOLDER = Path(__file__).parent.parent / "emergency"
AMONG_FIRST = 4
"""So many cards can be named at once: the best one and its line of others."""


def table(name: str) -> list[Any]:
    text = (FOLDER / f"{name}.yaml").read_text("utf-8")
    lines: list[Any] = yaml.load(text, yaml.BaseLoader)
    return lines


LINES = [line for name in ("english", "french", "slips") for line in table(name)]


@pytest.fixture(scope="module")
def opened(database: Path) -> Any:
    with Library(str(database)) as library:
        yield library


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["typed"])
def test_what_is_typed_leads_to_its_card(opened: Library, line: dict[str, Any]) -> None:
    found = opened.cards_for(line["typed"])
    first = line["first"] if isinstance(line["first"], list) else [line["first"]]
    assert found.is_recognised
    assert found.ids[0] in first
    assert found.ids[0] not in line.get("never", [])
    assert set(line.get("among", [])) <= set(found.ids[: AMONG_FIRST + 1])


@pytest.mark.parametrize("typed", table("nothing"))
def test_what_tells_nothing_leads_to_what_kills_soonest(
    opened: Library, typed: str
) -> None:
    found = opened.cards_for(typed)
    assert not found.is_recognised
    assert found.ids == ("opioid-overdose", "deep-sedation")


def test_the_tables_are_long_enough_and_speak_of_every_card(opened: Library) -> None:
    assert len(LINES) >= 300
    for name in ("english", "french"):
        typed = Counter(line["typed"] for line in table(name))
        assert typed.most_common(1)[0][1] == 1
        firsts = {line["first"] for line in table(name) if type(line["first"]) is str}
        assert firsts == {card.id for card in opened.cards()}


def test_every_phrase_leads_to_its_card_among_the_first(
    opened: Library, database: Path
) -> None:
    with closing(sqlite3.connect(database)) as connection:
        phrases = connection.execute(
            "SELECT emergency, text FROM emergency_phrase"
        ).fetchall()
    missed = []
    for card, text in phrases:
        found = opened.cards_for(text)
        if not found.is_recognised or card not in found.ids[:AMONG_FIRST]:
            missed.append((card, text, found.ids))
    assert not missed


VITAL = """
    not breathing; breathing; breath; won't wake up; waking; blue; blue lips; grey; OD;
    overdose; unconscious; passed out; coma; respire pas; respiration; se réveille pas;
    réveille; bleu; lèvres bleues; gris; surdose; inconscient; sans connaissance
"""


def test_breathing_waking_colour_and_overdose_come_before_all_else(
    opened: Library,
) -> None:
    every = opened.cards()
    saving = {card.id for card in every[:LIFE_SAVING]}
    assert saving == {"opioid-overdose", "deep-sedation"}
    others = [str(line["typed"]) for line in LINES]
    for vital in (one.strip() for one in VITAL.split(";")):
        for other in others[::7]:
            for text in (f"{vital} {other}", f"{other}, {vital}"):
                assert opened.cards_for(text).ids[0] in saving, text


@pytest.mark.parametrize(
    "word", ["breathing", "unconscious", "overdose", "respiration", "inconscient"]
)
def test_a_slip_anywhere_in_a_word_that_saves_life(opened: Library, word: str) -> None:
    """But for the first letter: then nothing is recognised, which says the same."""
    swapped = (
        word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        for place in range(len(word) - 1)
    )
    left_out = (word[:place] + word[place + 1 :] for place in range(len(word)))
    for typed in (*swapped, *left_out):
        first = opened.cards_for(typed).ids[0]
        assert first in {"opioid-overdose", "deep-sedation"}, typed


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=120))
def test_any_text_leads_to_a_card(opened: Library, text: str) -> None:
    found = opened.cards_for(text)
    assert found.ids
    assert {card.id for card in opened.cards(list(found.ids))} == set(found.ids)


@pytest.mark.parametrize("language", ["en", "fr", "fr-CA", "de"])
def test_the_language_of_the_answers_changes_nothing(
    opened: Library, language: str
) -> None:
    before = opened.language
    try:
        opened.language = language
        found = [opened.cards_for(line["typed"]).ids[0] for line in LINES[::20]]
    finally:
        opened.language = before
    assert found == [opened.cards_for(line["typed"]).ids[0] for line in LINES[::20]]


def test_every_phrase_tells_something(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute(
            "SELECT language, text, words FROM emergency_phrase"
        ).fetchall()
    assert {language for language, _text, _words in rows} == {"en", "fr"}
    assert all(" ".join(words(text)) == kept for _language, text, kept in rows)
