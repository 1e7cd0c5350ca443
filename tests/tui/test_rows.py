"""Lists that other keys changed meanwhile."""

from rich.style import Style
from textual.app import App, ComposeResult
from textual.events import Click

from hrterm.tui.widgets.rows import Rows


class Listed(App[None]):
    """Three rows, and what was chosen of them."""

    CSS = "Rows { height: 3; padding: 0; border: none; }"

    def compose(self) -> ComposeResult:
        yield Rows("a", "b", "c", compact=True)

    def on_mount(self) -> None:
        self.chosen: list[int] = []

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        self.chosen.append(event.option_index)

    @property
    def rows(self) -> Rows:
        return self.query_one(Rows)


def click(row: int, rows: Rows) -> Click:
    style = Style(meta={"option": row})
    return Click(rows, 0, 20, 0, 0, 1, False, False, False, style=style)


async def test_a_click_on_a_row_that_is_gone_does_nothing() -> None:
    app = Listed()
    async with app.run_test() as pilot:
        for late in (2, 1, 0):
            app.rows.clear_options()
            app.rows.add_options(["a"] * late)
            app.rows.post_message(click(late, app.rows))
            await pilot.pause()
        assert app.chosen == [] and app.is_running


async def test_a_click_on_a_row_that_is_there_chooses_it() -> None:
    app = Listed()
    async with app.run_test() as pilot:
        app.rows.post_message(click(1, app.rows))
        await pilot.pause()
        assert app.chosen == [1]


async def test_a_page_where_there_is_no_room_for_one() -> None:
    app = Listed()
    async with app.run_test() as pilot:
        app.rows.focus()
        app.rows.styles.height = 0
        await pilot.press("end")
        await pilot.press("pageup", "pagedown")
        assert app.rows.highlighted == 2 and app.is_running
        app.rows.styles.height = 3
        await pilot.press("pageup")
        assert app.rows.highlighted == 0
