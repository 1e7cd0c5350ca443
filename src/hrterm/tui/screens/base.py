"""What every mode shares: modes, a search box, a list, details, status, keys."""

from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from hrterm.i18n import _, pgettext
from hrterm.pages.blocks import Line, Page
from hrterm.store.library import Library
from hrterm.tui import status
from hrterm.tui.actions import (
    ACTIONS,
    MODES,
    SCREEN_ACTIONS,
    ActionEntry,
    bindings,
    of_mode,
)
from hrterm.tui.caches import Trimmed
from hrterm.tui.resizing import Resized
from hrterm.tui.widgets.entry import Entry
from hrterm.tui.widgets.lines import Word, WordLine
from hrterm.tui.widgets.page import PageView
from hrterm.tui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from hrterm.tui.app import HrTerm


class ModeScreen(Resized, Trimmed, Screen[None]):
    """One task: search on top, a list at the left, details at the right."""

    MODE = "browse"
    BINDINGS = bindings(SCREEN_ACTIONS)
    AUTO_FOCUS = "#query"

    def __init__(self, library: Library) -> None:
        """Show what ``library`` answers."""
        super().__init__()
        self.library = library
        self.chosen = ""
        self.was_chosen = False
        """Whether a person chose the row, rather than the list's first one."""
        self._shown_language = ""
        self._answered = ""
        """What was in the search box when the list was last filled for it."""

    # --- what a mode says ----------------------------------------------------

    def placeholder(self) -> str:
        """What the search box asks for."""
        return _("Search")

    def rows(self, query: str) -> list[Row]:
        """Ids and lines of the list, for what was typed."""
        raise NotImplementedError

    def detail(self, id_: str) -> Page:
        """What the pane at the right says of the chosen row."""
        raise NotImplementedError

    def help_text(self) -> str:
        """What one can do here, in a few sentences."""
        return _("Type to search; arrows choose; Page Down reads on; Esc goes back.")

    def nothing(self) -> Page:
        """What is said when nothing matches."""
        return [
            Line(
                _("Nothing here matches. That does not mean that it is without danger.")
            )
        ]

    def handout_names(self) -> tuple[str, ...]:
        """What a handout from here is about; empty when there is nothing."""
        return ()

    # --- the frame -----------------------------------------------------------

    @property
    def hrterm(self) -> "HrTerm":
        """The application."""
        return cast("HrTerm", self.app)

    def compose(self) -> ComposeResult:
        """The frame that all modes share."""
        yield WordLine(id="modes")
        yield Entry(id="query", compact=True, select_on_focus=False)
        yield from self.compose_above()
        with Horizontal(id="panes"):
            yield RowList(id="list")
            with Vertical(id="right"):
                yield from self.compose_right()
        yield Static(id="status", markup=False)
        yield WordLine(id="keys", lines=2)

    def compose_above(self) -> ComposeResult:
        """What stands between the search box and the panes."""
        return iter(())

    def compose_right(self) -> ComposeResult:
        """The pane for details."""
        yield PageView("detail", self.hrterm.is_ascii)

    def on_mount(self) -> None:
        """Fill the list and put the cursor into the search box."""
        self.refresh_language()
        self.hrterm.stands.set()

    def on_screen_resume(self) -> None:
        """Another mode may have changed the language meanwhile."""
        if self._shown_language != self.library.language:
            self.refresh_language()
        else:
            self.refresh_status()

    def refresh_language(self) -> None:
        """Say everything again in the reader's language; keep place and focus."""
        self._shown_language = self.library.language
        self.query_one("#modes", WordLine).show(*self._modes())
        self.query_one("#keys", WordLine).show(*self._keys())
        self.query_one("#query", Input).placeholder = self.placeholder()
        self.refresh_status()
        self.refill()

    def refresh_status(self) -> None:
        """Say again what stands on the status line."""
        told = status.line(self.hrterm, with_clocks=self.MODE != "emergency")
        # A clock may tick before the line is there, or when it is gone.
        for line in self.query("#status").results(Static):
            line.update(told, layout=False)

    def _modes(self) -> list[list[Word]]:
        """The modes; where they do not fit, closer together; then numbers alone.

        The mode that is shown keeps its name, and so does that of emergencies.
        """
        full = [Word(" hrterm ", "", "bold $text-primary")]
        close: list[Word] = []
        numbers: list[Word] = []
        for number, (mode, label) in enumerate(MODES, 1):
            here = mode == self.MODE
            style = "bold reverse" if here else ""
            action = f"app.mode('{mode}')"
            name = f"{number} {_(label)}"
            is_named = here or mode == "emergency"
            full.append(Word(f" {name} ", action, style))
            close += [
                Word(" "),
                Word(f"{number} {_narrow(mode, label)}", action, style),
            ]
            numbers.append(Word(f" {name if is_named else number} ", action, style))
        return [full, close[1:], numbers]

    def _keys(self) -> list[list[Word]]:
        """Keys in their order, as they are bound now.

        Where they do not fit one line, the function keys alone, on two.
        """
        entries = [e for e in (*ACTIONS, *of_mode(self.MODE)) if e.show]
        entries.sort(key=_key_order)
        every: list[Word] = []
        first: list[Word] = []
        for entry in entries:
            key = self.hrterm.key_of(entry)
            action = entry.action
            if not action.startswith("app."):
                action = f"screen.{action}"
            every.append(Word(f" {self.hrterm.label_of(entry)} ", action, key=key))
            if _is_function_key(entry):
                first.append(every[-1])
        return [every, first]

    # --- list and details ----------------------------------------------------

    def refill(self) -> None:
        """Show the rows for what is typed; keep the chosen one when it is there."""
        self._answered = self.query_one("#query", Input).value
        found = self.rows(self._answered)
        ids = [id_ for id_, _line in found]
        position = ids.index(self.chosen) if self.chosen in ids else 0
        listed = self.query_one("#list", RowList)
        listed.show(found, position)
        self.choose(listed.highlighted_id)

    def catch_up(self) -> None:
        """Answer what was typed just now: a key may come before the list knows."""
        typed = self.query_one("#query", Input).value
        if typed != self._answered:
            self.typed(typed)

    def choose(self, id_: str) -> None:
        """Show the details of one row."""
        self.chosen = id_
        self.query_one("#detail", PageView).show(
            self.detail(id_) if id_ else self.nothing()
        )

    def page(self) -> Page:
        """What is shown, for copying, saving and reading aloud."""
        return self.query_one("#detail", PageView).page

    def title_of_page(self) -> str:
        """What the page is about, as part of a file's name."""
        return f"{self.MODE}-{self.chosen}" if self.chosen else self.MODE

    def typed(self, _text: str) -> None:
        """What was typed has changed."""
        self.chosen = ""
        self.was_chosen = True
        self.refill()

    def submitted(self, _text: str) -> None:
        """Enter was pressed in the search box: on to the list."""
        self.query_one("#list", RowList).focus()

    @on(Input.Changed, "#query")
    def _on_typed(self, event: Input.Changed) -> None:
        self.typed(event.value)

    @on(Input.Submitted, "#query")
    def _on_submitted(self, event: Input.Submitted) -> None:
        self.submitted(event.value)

    @on(RowList.Highlighted, "#list")
    def _highlighted(self, event: RowList.Highlighted) -> None:
        if event.id != self.chosen and event.id == event.rows.highlighted_id:
            self.was_chosen = True
            self.choose(event.id)

    @on(RowList.Chosen, "#list")
    def _selected(self) -> None:
        self.was_chosen = True
        self.detail_pane().focus()

    def action_move(self, steps: int) -> None:
        """Move in the list while the cursor stays in the search box."""
        self.query_one("#list", RowList).action_move(steps)

    def action_scroll_detail(self, pages: int) -> None:
        """Read on, or back."""
        pane = self.detail_pane()
        if pages > 0:
            pane.scroll_page_down(animate=False)
        else:
            pane.scroll_page_up(animate=False)

    def detail_pane(self) -> PageView:
        """The pane that scrolls."""
        return self.query_one("#detail", PageView)

    async def action_back(self) -> None:
        """Into the search box; there, clear it; when it is empty, to browsing."""
        box = self.query_one("#query", Input)
        if self.focused is not box:
            box.focus()
        elif box.value:
            box.value = ""
        elif self.MODE != "browse":
            await self.hrterm.action_mode("browse")

    def open(self, id_: str, query: str = "") -> None:
        """Show one thing, as when it was found elsewhere."""
        box = self.query_one("#query", Input)
        with self.prevent(Input.Changed):
            box.value = query
        self.chosen = id_
        self.was_chosen = True
        self.refill()
        if self.chosen != id_:
            self.choose(id_)


def _narrow(mode: str, label: str) -> str:
    """The name of a mode where there is little room: all six have to fit 60 columns."""
    if mode == "mechanisms":
        # Translators: shorten it where the names of all modes take over 60 columns
        return pgettext("narrow", "Mechanisms")
    return _(label)


def _key_order(entry: ActionEntry) -> tuple[bool, int, str]:
    """Function keys first, by number."""
    is_function = _is_function_key(entry)
    return (not is_function, int(entry.key[1:]) if is_function else 0, entry.key)


def _is_function_key(entry: ActionEntry) -> bool:
    return entry.key.startswith("f") and entry.key[1:].isdigit()
