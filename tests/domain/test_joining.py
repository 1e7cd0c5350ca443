"""What joins two names, and what belongs to one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrterm.domain.joining import JOINERS, gathered, separated
from hrterm.domain.naming import fold

PRECURSORS = "GHB and its precursors (GBL, 1,4-BDO)"
NAMES = {
    fold(name)
    for name in (
        "mdma", "ghb", "coke", "cocaine", "heroin", "cocaine heroin", "alcool", "G",
        "buprenorphine", "naloxone", "buprenorphine and naloxone", "Nurofen",
        "Nurofen Plus", "1,4-BDO", "5 HTP", "4-AcO DMT", "LSD-25", "2C-B", "N,N-DMT",
        "special k", "joint", PRECURSORS, "amphetamine", "THC CBD", "CBD",
    )
}  # fmt: skip


def is_name(text: str) -> bool:
    return fold(text) in NAMES


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("mdma + ghb", ["mdma", "ghb"]),
        ("mdma and ghb", ["mdma", "ghb"]),
        ("mdma ET ghb", ["mdma", "ghb"]),
        ("mdma avec ghb", ["mdma", "ghb"]),
        ("mdma with ghb", ["mdma", "ghb"]),
        ("mdma plus ghb", ["mdma", "ghb"]),
        ("mdma & ghb", ["mdma", "ghb"]),
        ("mdma, ghb", ["mdma", "ghb"]),
        ("mdma , ghb", ["mdma", "ghb"]),
        ("mdma,ghb+coke", ["mdma", "ghb", "coke"]),
        ("mdma, ghb, et coke", ["mdma", "ghb", "coke"]),
        ("mdma=3h and ghb=1h", ["mdma=3h", "ghb=1h"]),
        ("mdma ghb +", ["mdma", "ghb"]),
        ("Nurofen Plus mdma", ["Nurofen Plus", "mdma"]),
        ("Nurofen Plus and mdma", ["Nurofen Plus", "mdma"]),
        ("and mdma ghb", ["and", "mdma", "ghb"]),
        ("mdma ghb and", ["mdma", "ghb", "and"]),
        ("1,4-BDO (+)-amphetamine", ["1,4-BDO", "(+)-amphetamine"]),
        ("mdma ghb and ,", ["mdma", "ghb", "and"]),
        ("mdma and, ghb", ["mdma", "ghb"]),
        ("mdma X", ["mdma", "X"]),
        ("mdma 120 mg ghb", ["mdma 120 mg", "ghb"]),
        ("mdma 120mg ghb", ["mdma 120mg", "ghb"]),
        ("120 mg mdma ghb", ["120 mg mdma", "ghb"]),
        ("mdma 30 min ghb", ["mdma 30 min", "ghb"]),
        ("mdma 3h ago ghb", ["mdma 3h ago", "ghb"]),
        ("mdma 2 days 3 hours ago ghb", ["mdma 2 days 3 hours ago", "ghb"]),
        ("mdma il y a 2 heures ghb", ["mdma il y a 2 heures", "ghb"]),
        ("mdma depuis 3h et ghb", ["mdma depuis 3h", "ghb"]),
        ("mdma il ghb", ["mdma", "il", "ghb"]),
        ("mdma 5 HTP", ["mdma", "5 HTP"]),
        ("mdma 2 C B ghb", ["mdma", "2 C B", "ghb"]),
        ("mdma 2 coke", ["mdma", "2 coke"]),
        ("mdma 20 coke", ["mdma", "20 coke"]),
        ("mdma 21 coke", ["mdma", "21", "coke"]),
        ("mdma 2 inventine coke", ["mdma", "2", "inventine", "coke"]),
        ("mdma 4-AcO DMT", ["mdma", "4-AcO DMT"]),
        ("mdma 71 coke", ["mdma", "71", "coke"]),
        ("mdma 71", ["mdma", "71"]),
        ("mdma 1 G", ["mdma", "1 G"]),
        ("mdma 1 g coke", ["mdma", "1 g", "coke"]),
        ("mdma coke 3", ["mdma", "coke", "3"]),
        ("120 mg", ["120 mg"]),
        ("3h ago mdma ghb", ["3h ago mdma", "ghb"]),
        ("il y a 3h mdma et ghb", ["il y a 3h mdma", "ghb"]),
        ("mdma 3h before ghb", ["mdma 3h before", "ghb"]),
        ("mdma 3h plus tôt ghb", ["mdma 3h plus tôt", "ghb"]),
        ("mdma and 120 mg ghb", ["mdma", "120 mg ghb"]),
        ("mdma ghb and 120 mg", ["mdma", "ghb 120 mg"]),
        ("mdma ghb coke and 120 mg", ["mdma", "ghb", "coke 120 mg"]),
        ("120 mg 3h ago mdma", ["120 mg 3h ago mdma"]),
        ("+", []),
        ("", []),
    ],
)
def test_arguments(typed: str, names: list[str]) -> None:
    assert list(gathered(typed.split(), is_name)) == names


def test_what_is_a_name_is_no_amount() -> None:
    names = {"mdma", "5min"}
    assert gathered(["mdma", "5", "min"], lambda text: fold(text) in names) == (
        "mdma",
        "5 min",
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("coke, alcool", ["coke", "alcool"]),
        ("coke, alcool et G", ["coke", "alcool", "G"]),
        ("coke ET G", ["coke", "G"]),
        ("coke=2h, alcool et G=1h", ["coke=2h", "alcool", "G=1h"]),
        ("coke=2h,G", ["coke=2h", "G"]),
        ("special k and inventine", ["special k", "inventine"]),
        ("buprenorphine and naloxone", ["buprenorphine and naloxone"]),
        ("Buprenorphine AND naloxone 8 mg", ["Buprenorphine AND naloxone 8 mg"]),
        ("buprenorphine and naloxone=3h", ["buprenorphine and naloxone=3h"]),
        ("buprenorphine and naloxone, G", ["buprenorphine and naloxone", "G"]),
        ("buprenorphine + naloxone", ["buprenorphine", "naloxone"]),
        ("cocaine, heroin", ["cocaine", "heroin"]),
        ("cocaine 1 g, heroin 1 g", ["cocaine 1 g", "heroin 1 g"]),
        ("THC + CBD", ["THC + CBD"]),
        ("Nurofen Plus + G", ["Nurofen Plus", "G"]),
        (PRECURSORS, [PRECURSORS]),
        ("N,N-DMT", ["N,N-DMT"]),
        ("mdma, 1,4-BDO", ["mdma", "1,4-BDO"]),
        ("LSD-25,2C-B", ["LSD-25", "2C-B"]),
        ("LSD-25,1,4-BDO,ghb", ["LSD-25", "1,4-BDO", "ghb"]),
        ("mdma, LSD-25,2C-B", ["mdma", "LSD-25", "2C-B"]),
        ("LSD-25, inventine", ["LSD-25", "inventine"]),
        ("LSD-25,4-inventine", ["LSD-25,4-inventine"]),
        ("1,2C-B", ["1,2C-B"]),
        ("B1,4-inventine", ["B1,4-inventine"]),
        ("1,4-invention", ["1,4-invention"]),
        ("mdma 0,5 g, ghb", ["mdma 0,5 g", "ghb"]),
        ("MDMA, 120 mg, ghb", ["MDMA, 120 mg", "ghb"]),
        ("MDMA,120mg", ["MDMA,120mg"]),
        ("inventine, 120 mg, ghb", ["inventine 120 mg", "ghb"]),
        ("coke, par le nez, et G", ["coke par le nez", "G"]),
        ("joint, alcool", ["joint", "alcool"]),
        ("coke, 2 inventines", ["coke", "2 inventines"]),
        ("coke et ", ["coke"]),
        ("plus", ["plus"]),
        ("mdmaandghb", ["mdmaandghb"]),
        ("mdma, \ufffd", ["mdma", "\ufffd"]),
        (",,,", []),
        ("", [""]),
    ],
)
def test_one_text(text: str, names: list[str]) -> None:
    assert list(separated(text, is_name)) == names


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["mdma", "ghb", "G", "inventine", "1,4-BDO", "2C-B"]),
            st.sampled_from([" and ", " et ", ", ", " + ", " & ", " plus "]),
        ),
        min_size=2,
        max_size=8,
    )
)
def test_no_name_is_lost(typed: list[tuple[str, str]]) -> None:
    expected = tuple(name for name, _joint in typed)
    text = "".join(name + joint for name, joint in typed[:-1]) + typed[-1][0]
    assert separated(text, is_name) == expected
    assert gathered(text.split(), is_name) == expected


WORDS = st.sampled_from([*sorted(JOINERS), "+", ",", "mdma", "x", "120", "mg", "iv"])


@given(st.lists(st.one_of(WORDS, st.text()), max_size=12))
def test_of_any_words_only_joiners_are_left_out(words: list[str]) -> None:
    kept = "".join(map(fold, gathered(words, is_name)))
    for word in (fold(word) for text in words for word in text.split()):
        assert word in kept or any(joiner in word for joiner in JOINERS)
