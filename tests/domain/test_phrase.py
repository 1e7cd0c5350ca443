"""What is left out around a name, and in what order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrterm.domain.phrase import readings, spans


@pytest.mark.parametrize(
    ("text", "name", "ignored"),
    [
        ("MDMA 120 mg", "MDMA", ["120 mg"]),
        ("MDMA 120mg", "MDMA", ["120mg"]),
        ("MDMA,120mg", "MDMA", ["120mg"]),
        ("(0,5 g) kétamine", "kétamine", ["(0,5 g)"]),
        ("1/2 g kétamine", "kétamine", ["1/2 g"]),
        ("LSD 100 µg", "LSD", ["100 µg"]),
        ("LSD 100 MCG", "LSD", ["100 MCG"]),
        ("GHB 2.5 ml.", "GHB", ["2.5 ml."]),
        ("alcool 40 %", "alcool", ["40 %"]),
        ("mg MDMA", "MDMA", ["mg"]),
        ("10 unités insuline", "insuline", ["10 unités"]),
        ("Durogesic 25 µg/h", "Durogesic", ["25 µg/h"]),
        ("kétamine 50mg/ml", "kétamine", ["50mg/ml"]),
        ("kétamine 50 mg/5 ml", "kétamine", ["50 mg/5 ml"]),
        ("codeine SYRUP", "codeine", ["SYRUP"]),
        ("Xanax x2", "Xanax", ["x2"]),
        ("2x Xanax", "Xanax", ["2x"]),
        ("Xanax 0,25", "Xanax", ["0,25"]),
        ("de la kéta", "kéta", ["de", "la"]),
        ("l'alcool", "alcool", ["l'"]),
        ("L’héroïne", "héroïne", ["L'"]),
        ("ketamine injected", "ketamine", ["injected"]),
        ("2 comprimés de diazépam", "diazépam", ["2", "comprimés", "de"]),
        ("midazolam par voie orale", "midazolam", ["par", "voie", "orale"]),
    ],
)
def test_the_last_reading_leaves_out_most(
    text: str, name: str, ignored: list[str]
) -> None:
    first, *_between, last = readings(text)
    assert (first.name, first.ignored) == (text, ())
    assert (last.name, list(last.ignored)) == (name, ignored)


def test_doses_go_first_then_the_fewest_words() -> None:
    found = readings("2 comprimés MDMA de rue 50 mg")
    assert [tuple(reading) for reading in found] == [
        ("2 comprimés MDMA de rue 50 mg", ()),
        ("2 comprimés MDMA de rue", ("50 mg",)),
        ("comprimés MDMA de rue", ("2", "50 mg")),
        ("MDMA de rue", ("2", "comprimés", "50 mg")),
    ]  # fmt: skip


def test_a_dose_goes_from_between_the_words_of_a_name() -> None:
    assert readings("low dose 4.5 mg naltrexone")[1].name == "low dose naltrexone"


def test_words_go_from_both_ends_only() -> None:
    names = [reading.name for reading in readings("un rail en poudre")]
    assert names == ["un rail en poudre", "un rail en", "rail en poudre", "un rail",
                     "rail en", "en poudre", "un", "rail", "en", "poudre"]  # fmt: skip
    assert readings("MDMA de rue")[-1].name == "MDMA de rue"


@pytest.mark.parametrize(
    "text",
    [
        "synthetic cannabis",
        "low naltrexone",
        "morphine extended release",
        "morphine LP",
        "MDMA",
        "G",
        "kg",
        "2C-B",
        "1,4-BDO",
        "d-amphetamine",
        "5-HTP",
        "mgx",
        "xl",
        "120 mg",
        "2",
        "",
    ],
)
def test_nothing_is_left_out(text: str) -> None:
    assert [tuple(reading) for reading in readings(text)] == [(text, ())]


def test_a_lone_letter_is_no_unit() -> None:
    assert readings("G Valium")[-1].name == "G Valium"
    assert readings("3 G Valium")[-1].name == "Valium"


def test_a_unit_is_joined_to_its_number_only_when_it_ends_there() -> None:
    assert readings("2 mgx")[-1].name == "mgx"
    assert readings("3 l-carnitine")[-1].name == "l-carnitine"


def test_a_long_run_of_small_words_costs_little() -> None:
    assert len(readings(f"{'a ' * 60}MDMA{' a' * 60}")) == 81


def read(typed: str, *known: str) -> list[tuple[str, bool]]:
    """Names as they were joined, and whether that is certain."""
    names = typed.split()
    found = spans(names, lambda text: text in known)
    return [(" ".join(names[one.start : one.end]), one.is_certain) for one in found]


def test_words_on_a_route_belong_to_the_name_before_them() -> None:
    assert read("kéta sniffée alcool") == [("kéta sniffée", True), ("alcool", True)]
    assert read("a par le nez b") == [("a par le nez", True), ("b", True)]
    assert read("a b iv") == [("a", True), ("b iv", True)]


def test_a_word_that_may_stand_before_a_name_is_not_certain() -> None:
    assert read("a iv b") == [("a iv", False), ("b", True)]
    assert read("a iv b orale") == [("a iv", False), ("b orale", True)]


def test_a_name_or_what_begins_one_is_no_route() -> None:
    assert [name for name, _ in read("a patch b", "patch")] == ["a", "patch", "b"]
    assert [name for name, _ in read("a nose candy", "nose candy")] == [
        "a",
        "nose",
        "candy",
    ]
    assert [name for name, _ in read("oral a b")] == ["oral", "a", "b"]
    assert [name for name, _ in read("a la b")] == ["a", "la", "b"]


@given(st.lists(st.sampled_from(["x", "iv", "par", "nez", "nose", "le"]), max_size=20))
def test_no_typed_word_is_lost(names: list[str]) -> None:
    found = spans(names, lambda text: text == "nose")
    ends = [one.end for one in found]
    assert [one.start for one in found] == [0, *ends][: len(found)]
    assert not names or ends[-1] == len(names)
    assert sum(names[one.start] == "x" for one in found) == names.count("x")
