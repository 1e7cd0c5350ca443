"""One of several things, found by typing."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from hrterm.domain.naming import fold
from hrterm.i18n import _
from hrterm.tui.text import plain
from hrterm.tui.widgets.entry import Entry


class Choice(NamedTuple):
    """Something that can be chosen."""

    id: str
    text: str
    note: str = ""

    def line(self) -> Content:
        """How it stands in the list."""
        text = plain(self.text)
        return (
            text + plain(f"  {self.note}", "$foreground-muted") if self.note else text
        )


class ChooseDialog(ModalScreen[str | None]):
    """A box that narrows a list; Enter answers with the id, Esc with None."""

    BINDINGS = [  # noqa: RUF012
        ("escape", "close", ""),
        ("down", "move(1)", ""),
        ("up", "move(-1)", ""),
    ]
    AUTO_FOCUS = "#dialog-query"

    def __init__(self, title: str, choices: Sequence[Choice] = ()) -> None:
        """Offer ``choices`` under a title that says what is asked."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._shown: list[Choice] = []

    def found(self, typed: str) -> list[Choice]:
        """The choices that hold what was typed."""
        wanted = fold(typed)
        return [
            one for one in self._choices if wanted in fold(f"{one.text} {one.note}")
        ]

    def compose(self) -> ComposeResult:
        """A box and what it finds."""
        with Vertical(classes="dialog"):
            yield Entry(placeholder=self._title, id="dialog-query", compact=True)
            yield OptionList(id="dialog-list", compact=True, markup=False)
            yield Static(_("Enter opens, Esc closes."), classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show everything at first."""
        self._fill("")

    def _fill(self, typed: str) -> None:
        self._shown = self.found(typed)
        listed = self.query_one("#dialog-list", OptionList)
        listed.clear_options()
        listed.add_options([Option(choice.line()) for choice in self._shown])
        listed.highlighted = 0 if self._shown else None

    @on(Input.Changed, "#dialog-query")
    def _typed(self, event: Input.Changed) -> None:
        self._fill(event.value.strip())

    @on(Input.Submitted, "#dialog-query")
    def _submitted(self) -> None:
        position = self.query_one("#dialog-list", OptionList).highlighted
        if position is not None:
            self.dismiss(self._shown[position].id)

    @on(OptionList.OptionSelected, "#dialog-list")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._shown[event.option_index].id)

    def action_move(self, steps: int) -> None:
        """Move in the list while the cursor stays in the box."""
        listed = self.query_one("#dialog-list", OptionList)
        if steps > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
