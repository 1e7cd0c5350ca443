"""What is left out around a name, and in what order."""

import pytest

from hrterm.domain.phrase import readings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MDMA 120 mg", [("MDMA", ["120mg"])]),
        ("MDMA,120mg", [("MDMA", ["120mg"])]),
        ("(0,5 g) kétamine", [("kétamine", ["(0,5g)"])]),
        ("1/2 g kétamine", [("kétamine", ["1/2g"])]),
        ("LSD 100 µg", [("LSD", ["100µg"])]),
        ("GHB 2.5 ml.", [("GHB", ["2.5ml."])]),
        ("alcool 40 %", [("alcool", ["40%"])]),
        ("mg MDMA", [("MDMA", ["mg"])]),
        ("10 unités insuline", [("insuline", ["10unités"])]),
        ("codeine SYRUP", [("codeine", ["SYRUP"])]),
        ("Xanax x2", [("Xanax", ["x2"])]),
        ("2x Xanax", [("Xanax", ["2x"])]),
        ("de la kéta", [("kéta", ["de", "la"])]),
        ("l'alcool", [("alcool", ["l'"])]),
        ("ketamine injected", [("ketamine", ["injected"])]),
    ],
)
def test_one_reading(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert [(name, list(ignored)) for name, ignored in readings(text)] == expected


def test_a_form_goes_before_a_count_and_both_go_last() -> None:
    assert [tuple(reading) for reading in readings("2 comprimés de diazépam")] == [
        ("2 de diazépam", ("comprimés",)),
        ("comprimés diazépam", ("2", "de")),
        ("diazépam", ("2", "comprimés", "de")),
    ]


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
        "",
    ],
)
def test_nothing_is_left_out(text: str) -> None:
    assert readings(text) == ()


@pytest.mark.parametrize("text", ["120 mg", "2", "un comprimé", "the", "IV"])
def test_a_name_is_never_left_out_whole(text: str) -> None:
    assert all(reading.name for reading in readings(text))
    assert "" not in [reading.name for reading in readings(text)]


def test_a_number_alone_is_no_dose_so_that_it_may_belong_to_the_name() -> None:
    first, *_rest, last = readings("5 htp 100 mg")
    assert first.name == "5 htp" and last.name == "htp"


def test_a_lone_letter_is_no_unit() -> None:
    assert readings("G Valium") == ()
    assert readings("3 G Valium")[0].name == "Valium"
