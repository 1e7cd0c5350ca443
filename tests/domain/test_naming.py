"""Folding, sorting, distance."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrterm.domain.naming import (
    allowed_distance,
    are_alike,
    distance,
    fold,
    has_other_letter,
    letters,
    shortened,
    sort_key,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2CB", "2C-B"),
        ("lsd 25", "LSD-25"),
        ("kéta", "KETA"),
        ("St John’s wort", "st johns wort"),
        ("œstradiol", "oestradiol"),
        ("α-PVP", "alpha pvp"),
        ("N.N.D.M.T", "nndmt"),
        ("Δ9-THC", "delta 9 thc"),
        ("λ ψ ω ς", "LAMBDA psi omega sigma"),
        ("100 µg", "100 mug"),
        ("Ærø łód đ ß", "aero lod d ss"),
        ("\uff2d", "m"),
    ],
)
def test_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_folding_keeps_what_tells_drugs_apart() -> None:
    assert fold("MDA") != fold("MDMA")
    assert fold("2C-B") != fold("2C-E")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ketamine", "ketamine", 0),
        ("ketamin", "ketamine", 1),
        ("ketamien", "ketamine", 1),
        ("kteamine", "ketamine", 1),
        ("ketmaien", "ketamine", 2),
        ("codeine", "ketamine", 3),
        ("a", "abcdef", 3),
        ("ca", "abc", 3),
    ],
)
def test_distance(one: str, other: str, expected: int) -> None:
    assert distance(one, other, 2) == expected
    assert distance(other, one, 2) == expected


def reference(one: str, other: str) -> int:
    """Optimal string alignment, straight from its definition."""
    if not one or not other:
        return len(one) + len(other)
    found = min(
        reference(one[:-1], other) + 1,
        reference(one, other[:-1]) + 1,
        reference(one[:-1], other[:-1]) + (one[-1] != other[-1]),
    )
    if len(one) > 1 and len(other) > 1 and one[-2:] == other[-2:][::-1]:
        found = min(found, reference(one[:-2], other[:-2]) + 1)
    return found


words = st.text("abc", max_size=5)


@given(words, words, st.integers(0, 5))
@settings(max_examples=400, deadline=None)
def test_distance_is_what_its_definition_says(one: str, other: str, limit: int) -> None:
    assert distance(one, other, limit) == min(reference(one, other), limit + 1)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ekta", "keta", 1),
        ("", "ab", 2),
        ("ab", "", 2),
        ("", "", 0),
        ("ketaab", "ketaba", 1),
    ],
)
def test_distance_at_the_ends(one: str, other: str, expected: int) -> None:
    assert distance(one, other, 3) == expected


@given(st.text("aé1z漢", max_size=6), st.text("aé1z漢", max_size=6))
@settings(max_examples=400, deadline=None)
def test_neither_of_two_spellings_holds_more_new_letters_than_slips(
    one: str, other: str
) -> None:
    slips = reference(one, other)
    assert (letters(one) & ~letters(other)).bit_count() <= slips
    assert (letters(other) & ~letters(one)).bit_count() <= slips


def test_each_letter_and_digit_has_a_bit_of_its_own_that_sqlite_holds() -> None:
    signs = "abcdefghijklmnopqrstuvwxyz0123456789"
    assert letters(signs).bit_count() == len(signs)
    assert letters("\U0010ffff" + signs) < 2**63
    assert letters("tobacco") == letters("bcaot")
    assert letters("") == 0


def test_words_of_a_sort_key_stand_apart() -> None:
    assert sort_key("acide  valproïque") < sort_key("acidea")
    assert sort_key("Acide-L").startswith("acidel\x1f")
    assert sort_key("a b") == "a b\x1fa b"
    assert sort_key("a - b") == "a b\x1fa - b"


def test_each_language_finds_its_letters_where_it_looks() -> None:
    words = ["oxycodone", "œdème", "caña", "canzo", "Canada", "coté", "côte", "cote"]
    assert sorted(words, key=sort_key) == [
        "Canada", "canzo", "caña", "cote", "coté", "côte", "œdème", "oxycodone",
    ]  # fmt: skip
    assert sort_key("can\u0303a") > sort_key("canz")
    assert sort_key("CAÑA").startswith(sort_key("caña").partition("\x1f")[0])


def test_short_names_allow_no_slip() -> None:
    assert [allowed_distance("x" * n) for n in (4, 5, 7, 8)] == [0, 1, 1, 2]


def test_accents_sort_beside_their_letters() -> None:
    words = ["zopiclone", "éther", "alcool", "ethanol", "Étizolam"]
    assert sorted(words, key=sort_key) == [
        "alcool", "ethanol", "éther", "Étizolam", "zopiclone",
    ]  # fmt: skip


def test_a_word_left_out_in_every_way() -> None:
    assert shortened("Special k 2") == ["k2", "special2", "specialk"]
    assert shortened("Special") == []
    assert shortened("") == []


@pytest.mark.parametrize(
    ("name", "spelling", "is_other"),
    [
        ("vitamin C", "vitamin K", True),
        ("vitamin k", "vitamin K", False),
        ("vitamine ka", "vitamine K", False),
        ("vitamin", "vitamin K", False),
        ("special C", "special Key", False),
        ("vitamin C K", "vitamin K", False),
        ("vitamin K", "vitamin C K", False),
    ],
)
def test_a_letter_that_stands_alone_is_no_slip(
    name: str, spelling: str, is_other: bool
) -> None:
    assert has_other_letter(name, spelling) is is_other


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("clonazepam", "clonidine", True),  # the same beginning
        ("oxcarbazepine", "carbamazepine", True),  # the same letters in order
        ("xanax", "zantac", False),
        ("vitamink", "methadone", False),
        ("abcde", "xabcy", True),  # three of five
        ("abcde", "xabyz", False),
    ],
)
def test_what_is_easily_taken_for_another(one: str, other: str, alike: bool) -> None:
    assert are_alike(one, other) is are_alike(other, one) is alike
