"""Names as people type them: `tests/names/*.yaml`, which anyone can extend."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml

from hrterm.domain.found import NameMatch
from hrterm.domain.naming import allowed_distance, distance, fold
from hrterm.store import slips
from hrterm.store.library import Library
from hrterm.store.names import MAX_QUERY
from hrterm.store.slips import MAX_CANDIDATES

FOLDER = Path(__file__).parent.parent / "names"


def table(name: str) -> list[Any]:
    """The lines of a table; every value is text."""
    text = (FOLDER / f"{name}.yaml").read_text("utf-8")
    lines: list[Any] = yaml.load(text, yaml.BaseLoader)
    return lines


def pairs(name: str) -> list[Any]:
    """Lines that hold what is typed and what is expected."""
    return [
        pytest.param(typed, expected, id=typed)
        for line in table(name)
        for typed, expected in line.items()
    ]


def ids(match: NameMatch) -> set[str]:
    return {candidate.id for candidate in match.candidates}


@pytest.mark.parametrize(("typed", "id_"), pairs("reaches"))
def test_it_reaches(library: Library, typed: str, id_: str) -> None:
    match = library.match(typed)
    assert (match.status, match.id) == ("found", id_)
    assert (match.query, match.corrected, match.ignored) == (typed, False, ())
    assert fold(match.matched) == fold(typed)


@pytest.mark.parametrize("line", table("left-out"), ids=lambda line: line["typed"])
def test_words_around_it_are_left_out_and_reported(
    library: Library, line: dict[str, Any]
) -> None:
    match = library.match(line["typed"])
    assert (match.status, match.id) == ("found", line["reaches"])
    assert list(match.ignored) == line["ignored"]
    assert (match.route or "") == line.get("route", "")
    assert not match.corrected


@pytest.mark.parametrize(("typed", "id_"), pairs("corrected"))
def test_a_slip_is_corrected_and_said(library: Library, typed: str, id_: str) -> None:
    match = library.match(typed)
    assert (match.status, match.id, match.corrected) == ("found", id_, True)
    assert fold(match.matched)[0] == fold(typed)[0]


@pytest.mark.parametrize(("typed", "held"), pairs("several"))
def test_several_meanings_are_a_list(
    library: Library, typed: str, held: list[str]
) -> None:
    match = library.match(typed)
    if not held:
        assert match.status == "unknown"
        return
    assert match.status == "ambiguous"
    assert set(held) <= ids(match)
    assert match.id == "" and not match.corrected
    assert len(match.candidates) == len(ids(match)) <= MAX_CANDIDATES


@pytest.mark.parametrize(("typed", "others"), pairs("never"))
def test_it_is_never_guessed(library: Library, typed: str, others: list[str]) -> None:
    match = library.match(typed)
    assert match.id not in others
    if not others:
        assert match.status != "found"


def test_the_tables_are_long_enough_and_hold_nothing_twice() -> None:
    typed = [line["typed"] for line in table("left-out")]
    for name in ("reaches", "corrected", "several"):
        typed += [key for line in table(name) for key in line]
    negative = [key for line in table("never") for key in line]
    assert len(set(typed)) == len(typed) >= 150
    assert len(set(negative)) == len(negative) >= 60


def test_every_spelling_of_the_data_is_found_or_a_list(library: Library) -> None:
    """Whatever stands in the data, as written, folded, and in capitals."""
    rows = library._connection.execute("SELECT text, subject FROM name").fetchall()
    for text, subject in rows:
        for typed in (text, text.upper(), fold(text)):
            match = library.match(typed)
            assert match.id == subject or subject in ids(match), typed


def test_every_id_reaches_itself(library: Library) -> None:
    for kind in ("substance", "class"):
        for id_, name in library.listing(kind):
            assert library.match(id_).id == id_ or id_ in ids(library.match(id_))
            assert id_ in {library.match(name).id, *ids(library.match(name))}


def test_no_slip_below_five_letters(library: Library) -> None:
    """A name of one to four letters that is not in the data is never corrected."""
    for letters in ("MDN", "LSX", "GHK", "MDMX", "KETQ", "PCQ", "2CBB"):
        assert not library.match(letters).corrected


def test_a_slip_in_the_first_letter_is_not_corrected(library: Library) -> None:
    for typed in ("betamine", "zocaine", "peroin", "xithium"):
        assert library.match(typed).status == "unknown"


def test_a_class_is_never_a_correction(library: Library) -> None:
    match = library.match("benzodiazepinne")
    assert (match.status, ids(match)) == ("ambiguous", {"benzodiazepine"})


def test_the_nearest_meaning_comes_first(library: Library) -> None:
    assert library.match("naltrexon").candidates[0].id == "naltrexone"
    assert library.match("valuim").candidates[0].id == "diazepam"
    match = library.match("2C familyq")
    assert [one.id for one in match.candidates[:2]] == ["2c-x", "2c-t-x"]


def test_the_beginning_of_a_name_is_a_list_shortest_first(library: Library) -> None:
    match = library.match("naltr")
    assert match.status == "ambiguous"
    assert match.candidates[0].id == "naltrexone"
    assert library.match("na").status == "unknown"


def test_three_letters_begin_a_name_and_two_do_not(library: Library) -> None:
    assert library.match("nal").status == "ambiguous"
    assert library.match("nal").ignored == ()
    assert library.match("nl").status == "unknown"


def test_names_of_candidates_are_in_the_readers_language(library: Library) -> None:
    library.language = "fr"
    names = {one.id: one.name for one in library.match("metha").candidates}
    assert names["methadone"] == "méthadone"
    assert library.match("ketamine").name == "kétamine"


def test_a_very_long_name_is_cut_not_searched(library: Library) -> None:
    match = library.match("a" * 100_000)
    assert match.status == "unknown" and len(match.query) == MAX_QUERY


def test_confusable_drugs_are_never_corrected_to_one_another(library: Library) -> None:
    rows = library._connection.execute("SELECT DISTINCT subject FROM confusable")
    for (subject,) in rows.fetchall():
        for slip in (f"{subject}x", subject[:-1], subject[0] + subject[2:]):
            match = library.match(slip)
            if match.corrected:
                assert match.id != subject
            if allowed_distance(fold(slip)) and match.status == "found":
                assert fold(match.matched) == fold(slip) or match.corrected


def test_the_index_leaves_out_no_spelling_that_is_near(database: Path) -> None:
    """What it leaves out because of its letters is compared in full here."""
    with closing(sqlite3.connect(database)) as connection:
        every = connection.execute("SELECT folded, subject FROM name").fetchall()
        chance = random.Random(1)
        long = [folded for folded, _ in every if len(folded) > 5]
        for folded in chance.sample(long, 80):
            typed = f"{folded[:2]}x{folded[3:-1]}"
            near = {
                subject
                for spelling, subject in every
                if spelling[0] == typed[0] and are_near(typed, spelling)
            }
            found = slips._close(typed, [], connection)
            assert {one.subject for one in found} == near, typed


def are_near(one: str, other: str) -> bool:
    limit = min(allowed_distance(one), allowed_distance(other))
    return distance(one, other, limit) <= limit


def test_no_meaning_is_cut_off_and_too_many_are_none(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = library.match("met")
    assert {"methadone", "methylene-blue"} <= ids(match)
    assert len(match.candidates) > 20
    monkeypatch.setattr(slips, "MAX_CANDIDATES", len(match.candidates))
    assert library.match("met") == match
    monkeypatch.setattr(slips, "MAX_CANDIDATES", len(match.candidates) - 1)
    assert library.match("met").status == "unknown"


def test_only_what_is_spelt_so_is_a_name(library: Library) -> None:
    assert library.is_name("MDMA") and library.is_name("k\u00e9ta-mine")
    assert not library.is_name("mdm") and not library.is_name("ketamin")
    assert not library.is_name("") and not library.is_name("x" * MAX_QUERY + "mdma")
    assert library.is_name("mdma" + " " * MAX_QUERY + "x")  # what follows is cut off
