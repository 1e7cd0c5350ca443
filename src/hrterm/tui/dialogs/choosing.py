"""One of several things, found by typing."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from hrterm.domain.naming import fold
from hrterm.i18n import _
from hrterm.tui.dialogs.dialog import Dialog
from hrterm.tui.text import Pieces, piece
from hrterm.tui.widgets.entry import Entry
from hrterm.tui.widgets.rows import RowList


class Choice(NamedTuple):
    """Something that can be chosen."""

    id: str
    text: str
    note: str = ""

    def line(self) -> Pieces:
        """How it stands in the list."""
        return piece(self.text), piece(f"  {self.note}", "$foreground-muted")


class ChooseDialog(Dialog[str]):
    """A box that narrows a list; Enter answers with the id, Esc with None."""

    BINDINGS = [  # noqa: RUF012
        ("down", "move(1)", ""),
        ("up", "move(-1)", ""),
    ]
    AUTO_FOCUS = "#dialog-query"

    def __init__(self, title: str, choices: Sequence[Choice] = ()) -> None:
        """Offer ``choices`` under a title that says what is asked."""
        super().__init__()
        self._title = title
        self._choices = choices

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
            yield RowList("dialog-list")
            yield Static(_("Enter opens, Esc closes."), classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show everything at first."""
        self._fill("")

    @property
    def _listed(self) -> RowList | None:
        """The list; None when the dialog was closed before it stood."""
        return next(iter(self.query("#dialog-list").results(RowList)), None)

    def _fill(self, typed: str) -> None:
        if self._listed is not None:
            found = self.found(typed)
            self._listed.show([(choice.id, choice.line()) for choice in found])

    @on(Input.Changed, "#dialog-query")
    def _typed(self, event: Input.Changed) -> None:
        self._fill(event.value.strip())

    @on(Input.Submitted, "#dialog-query")
    def _submitted(self) -> None:
        if self._listed is not None and self._listed.highlighted is not None:
            self.answer(self._listed.highlighted_id)

    @on(RowList.Chosen, "#dialog-list")
    def _chosen(self, event: RowList.Chosen) -> None:
        self.answer(event.id)

    def action_move(self, steps: int) -> None:
        """Move in the list while the cursor stays in the box."""
        if self._listed is not None:
            self._listed.action_move(steps)
