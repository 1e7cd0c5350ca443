"""Help, and the search over everything."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from hrterm.domain.answer import Hit
from hrterm.i18n import _
from hrterm.store.library import Library
from hrterm.tui.actions import ACTIONS, SCREEN_ACTIONS
from hrterm.tui.text import Writing, plain
from hrterm.wording import sheets
from hrterm.wording import vocabulary as words


class HelpScreen(ModalScreen[None]):
    """What this is, what can be done here, and every key."""

    BINDINGS = [("escape,f1,enter,q", "dismiss", "")]  # noqa: RUF012

    def __init__(self, here: str, library: Library) -> None:
        """Explain the screen that asked."""
        super().__init__()
        self._here = here
        self._library = library

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        page = Writing()
        page.line(_("Help"), "bold")
        page.line(self._here)
        page.heading(_("Keys"))
        for entry in (*ACTIONS, *SCREEN_ACTIONS):
            page.line(f"{entry.key:<10} {_(entry.label)} — {_(entry.help)}")
        page.heading(_("What this is"))
        page.line(
            _(
                "hrterm is an offline reference. It does not replace a doctor, a "
                "pharmacist or a lawyer, it keeps no history and opens no connection. "
                "Unknown is never the same as safe. In an emergency call first."
            )
        )
        page.line(sheets.review(self._library.edition()))
        page.line()
        page.line(_("Esc closes this."), "dim")
        with VerticalScroll(classes="dialog"):
            yield Static(page.content(), markup=False)


class SearchScreen(ModalScreen[Hit | None]):
    """One box over substances, classes, targets, claims, cards, law and sources."""

    BINDINGS = [  # noqa: RUF012
        ("escape", "close", ""),
        ("down", "move(1)", ""),
        ("up", "move(-1)", ""),
    ]

    def __init__(self, library: Library) -> None:
        """Search ``library``."""
        super().__init__()
        self._library = library
        self._hits: list[Hit] = []

    def compose(self) -> ComposeResult:
        """A box and what it finds."""
        with Vertical(classes="dialog"):
            yield Input(
                placeholder=_("Search everything"), id="all-query", compact=True
            )
            yield OptionList(id="all-list", compact=True, markup=False)
            yield Static(_("Enter opens, Esc closes."), classes="hint")

    @on(Input.Changed, "#all-query")
    def _typed(self, event: Input.Changed) -> None:
        typed = event.value.strip()
        self._hits = self._library.search(typed) if typed else []
        listed = self.query_one("#all-list", OptionList)
        listed.clear_options()
        listed.add_options([Option(self._line(hit)) for hit in self._hits])
        if self._hits:
            listed.highlighted = 0

    def _line(self, hit: Hit) -> Content:
        line = f"{words.kind(hit.kind)}: {hit.name}"
        if hit.matched == hit.name:
            return plain(line)
        return Content.assemble(plain(line), plain(f"  {hit.matched}", "dim"))

    @on(Input.Submitted, "#all-query")
    def _submitted(self) -> None:
        position = self.query_one("#all-list", OptionList).highlighted
        if position is not None and self._hits:
            self.dismiss(self._hits[position])

    @on(OptionList.OptionSelected, "#all-list")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._hits[event.option_index])

    def action_move(self, steps: int) -> None:
        """Move in the list while the cursor stays in the box."""
        listed = self.query_one("#all-list", OptionList)
        if steps > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
