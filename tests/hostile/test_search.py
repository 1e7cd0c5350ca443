"""Whatever is typed into a search box is words to look for, never a query language."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrterm.store.library import Library
from hrterm.store.searching import expression
from tests.hostile.effort import tries
from tests.hostile.mutating import HOSTILE

LETTERS = [
    chr(code)
    for code in range(sys.maxunicode + 1)
    if unicodedata.category(chr(code))[0] in "LNM" and (code < 0x3400 or not code % 97)
]
"""What may stand in a word: all of the lower planes, some of the rest."""


def test_every_letter_there_is(library: Library) -> None:
    for start in range(0, len(LETTERS), 4):
        word = "x".join(LETTERS[start : start + 4])
        assert library.search(word) is not None, word


@tries(150)
@given(
    typed=st.text(max_size=40)
    | st.text(alphabet='"*()^:-+{}_ ANDORNEAR0a', max_size=20)
)
def test_any_text(library: Library, typed: str) -> None:
    library.search(typed)
    library.search(typed, ("substance", "class"))
    library.match(typed)


@pytest.mark.parametrize(
    "typed", [*HOSTILE, "0_0", "a_b c", "\u19b0a b", "AND", "NEAR(a b)", 'a" OR "b']
)
def test_what_has_a_meaning_elsewhere(library: Library, typed: str) -> None:
    library.search(typed)
    assert expression(typed).count('"') % 2 == 0
