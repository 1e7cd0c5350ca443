"""The list and the page: what is drawn, what keys and the mouse do."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from hrterm.i18n import activate
from hrterm.pages.blocks import Bullet, Heading, Line, Page, Rating
from hrterm.tui.layout import Layout
from hrterm.tui.text import text_of
from hrterm.tui.widgets.page import PageView
from hrterm.tui.widgets.rows import RowList

ROWS = [(f"id-{number}", f"row {number}") for number in range(10_000)]
PAGE: Page = [
    Heading("Ketamine", 1),
    Line("It cuts mind from body for an hour or so, and sends people into water."),
    Bullet("A danger sign", note="[? source]"),
    Rating("dangerous", "ketamine + alcohol"),
    *[Line(f"line {number}") for number in range(60)],
]


class Frame(App[None]):
    """One list and one page, and what the list told."""

    CSS = "RowList { width: 20; height: 10; } PageView { height: 10; }"

    def compose(self) -> ComposeResult:
        yield RowList("rows")
        yield PageView("page")

    def on_mount(self) -> None:
        self.told: list[str] = []

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        self.told.append(event.id)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.told.append(f"chosen {event.id}")


@asynccontextmanager
async def framed() -> AsyncIterator[tuple[Frame, RowList, PageView, Pilot[None]]]:
    activate("en")
    app = Frame()
    async with app.run_test(size=(60, 24)) as pilot:
        rows = app.query_one(RowList)
        page = app.query_one(PageView)
        rows.show(ROWS)
        page.show(PAGE)
        rows.focus()
        await pilot.pause()
        yield app, rows, page, pilot


def drawn(widget: RowList | PageView) -> list[str]:
    """What stands on the screen, row by row."""
    height = widget.scrollable_content_region.height
    return [widget.render_line(y).text.rstrip() for y in range(height)]


async def test_keys_move_in_the_list_and_it_follows() -> None:
    async with framed() as (app, rows, _page, pilot):
        assert drawn(rows)[:2] == ["row 0", "row 1"]
        await pilot.press("down", "down", "up")
        assert rows.highlighted_id == "id-1"
        await pilot.press("end")
        assert rows.highlighted_id == "id-9999" and "row 9999" in drawn(rows)
        await pilot.press("down")
        assert rows.highlighted_id == "id-9999"
        await pilot.press("home", "pagedown")
        assert rows.highlighted == 9
        await pilot.press("pageup", "enter")
        assert app.told[-1] == "chosen id-0"


async def test_a_click_chooses_and_nothing_below_the_last_row_does() -> None:
    async with framed() as (app, rows, _page, pilot):
        await pilot.click(RowList, offset=(3, 4))
        assert app.told == ["id-4", "chosen id-4"]
        rows.show(ROWS[:2])
        await pilot.click(RowList, offset=(3, 8))
        assert app.told == ["id-4", "chosen id-4"]


async def test_a_page_where_there_is_no_room_for_one() -> None:
    async with framed() as (app, rows, _page, pilot):
        rows.styles.height = 0
        await pilot.press("pagedown", "pageup", "end", "pageup")
        assert app.is_running and rows.highlighted == 9998


async def test_a_list_that_is_filled_anew_tells_nobody() -> None:
    async with framed() as (app, rows, _page, pilot):
        rows.show(ROWS[5:9], 2)
        await pilot.pause()
        assert app.told == [] and rows.highlighted_id == "id-7"
        rows.show([])
        await pilot.press("down", "enter")
        assert app.told == [] and rows.highlighted_id == ""


async def test_what_is_too_long_ends_in_an_ellipsis() -> None:
    async with framed() as (_app, rows, _page, pilot):
        rows.show([("a", (("a name that is longer", "bold"), (" than", "")))])
        await pilot.pause()
        assert drawn(rows)[0] == "a name that is lon…"


async def test_a_page_is_laid_out_for_the_width_that_it_gets() -> None:
    async with framed() as (_app, _rows, page, pilot):
        wide = page.text
        await pilot.resize_terminal(30, 24)
        await pilot.pause()
        assert page.text != wide
        assert all(len(line) <= 29 for line in page.text.splitlines())
        assert page.text.replace("\n", " ").split() == wide.replace("\n", " ").split()


async def test_a_page_scrolls_to_its_end() -> None:
    async with framed() as (_app, _rows, page, pilot):
        page.focus()
        await pilot.press("end")
        await pilot.pause()
        assert "line 59" in drawn(page)
        page.show([Line("another")])
        await pilot.pause()
        assert drawn(page)[0] == "another"


async def test_what_is_marked_with_the_mouse_is_text() -> None:
    async with framed() as (app, _rows, page, pilot):
        await pilot.mouse_down(PageView, offset=(0, 0))
        await pilot.hover(PageView, offset=(4, 1))
        await pilot.mouse_up(PageView, offset=(4, 1))
        await pilot.pause()
        text = PAGE[1].text  # type: ignore[union-attr]
        # Newer versions of the toolkit count what is under the pointer as well.
        ends = {f"Ketamine\n{text[:end]}" for end in (4, 5)}
        assert app.screen.get_selected_text() in ends
        assert drawn(page)[0] == "Ketamine"


def test_a_style_follows_its_text_over_the_lines() -> None:
    page: Page = [Bullet("one two three four five", note="[? six seven eight]")]
    lines = [*Layout(page, 14)]
    assert all(sum(len(text) for text, _ in line) <= 14 for line in lines)
    dim = [t for line in lines for t, style in line if style == "$foreground-muted"]
    assert " ".join(dim).split() == ["[?", "six", "seven", "eight]"]


def test_wide_characters_take_two_columns() -> None:
    lines = [*Layout([Line("漢字" * 20)], 21)]
    assert all(len(text_of(line)) <= 10 for line in lines) and len(lines) == 4
