"""Folding, sorting, distance."""

import pytest

from hrterm.domain.naming import allowed_distance, distance, fold, sort_key


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


def test_short_names_allow_no_slip() -> None:
    assert [allowed_distance("x" * n) for n in (4, 5, 7, 8)] == [0, 1, 1, 2]


def test_accents_sort_beside_their_letters() -> None:
    words = ["zopiclone", "éther", "alcool", "ethanol", "Étizolam"]
    assert sorted(words, key=sort_key) == [
        "alcool", "ethanol", "éther", "Étizolam", "zopiclone",
    ]  # fmt: skip
