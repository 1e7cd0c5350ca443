"""A page of blocks as lines of one width."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrterm.pages import combination
from hrterm.pages.blocks import Block, Bullet, Gap, Heading, Line, Page, Rating, Row
from hrterm.store.library import Library
from hrterm.tui import layout
from hrterm.tui.layout import Layout
from hrterm.tui.text import text_of

TEXT = st.text("ab 漢\u00a0\n", max_size=40)
BLOCK: st.SearchStrategy[Block] = st.one_of(
    st.tuples(TEXT, st.sampled_from([1, 2, 3])).map(lambda told: Heading(*told)),
    TEXT.map(lambda text: Line(text, "dim", 2)),
    TEXT.map(Line),
    TEXT.map(lambda text: Bullet(text, "a note")),
    TEXT.map(lambda text: Row("name", text)),
    TEXT.map(lambda text: Rating("unsafe", text)),
    st.just(Gap()),
)
BLOCKS = st.lists(BLOCK, max_size=12)


@given(BLOCKS, st.integers(0, 30))
def test_any_line_is_the_same_however_it_is_come_to(page: Page, width: int) -> None:
    lines = Layout(page, width)
    whole = [*Layout(page, width)]
    assert len(lines) == len(whole)
    numbers = [*range(len(whole))]
    random.Random(width).shuffle(numbers)
    assert all(lines[number] == whole[number] for number in numbers)
    with pytest.raises(IndexError):
        lines[len(whole)]


@given(BLOCKS, st.integers(0, 30))
def test_nothing_is_drawn_but_the_blocks_and_lines_between_them(
    page: Page, width: int
) -> None:
    whole = [text_of(line) for line in Layout(page, width)]
    alone = [text_of(line) for block in page for line in Layout([block], width)]
    assert [text for text in whole if text] == [text for text in alone if text]
    between = len(whole) - len(alone)
    assert 0 <= between <= sum(isinstance(block, Heading | Gap) for block in page)


def test_a_page_begins_without_an_empty_line_and_headings_stand_off() -> None:
    page: Page = [Gap(), Heading("one"), Line("two"), Gap(), Gap(), Line("three")]
    told = [text_of(line) for line in Layout([*page, Heading("four", 3)], 20)]
    assert told == ["one", "two", "", "three", "four"]
    page = [Line("one"), Heading("two"), Heading("three", 1)]
    told = [text_of(line) for line in Layout(page, 20)]
    assert told == ["one", "", "two", "", "three"]


def test_of_a_long_page_few_lines_are_held(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "_KEPT", 20)
    names = ("mdma", "alcohol", "tusi", "heroin", "GHB", "cocaine", "lithium")
    page = combination.check(library.check(names))
    assert len(page) > 100
    for width in (10, 80):
        lines = Layout(page, width)
        shown = [lines[number] for number in range(len(lines))]
        assert shown == [*Layout(page, width)]
        held = sum(map(len, lines._kept.values()))
        assert len(lines._kept) <= 21 and held < len(lines) / 3
        assert all(text_of(line).strip() for line in shown if line)
