"""What every mode shares: a line of modes, a search box, a list, details, keys."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from hrterm.i18n import _
from hrterm.store.library import Library
from hrterm.tui.actions import MODES, SCREEN_ACTIONS, bindings

if TYPE_CHECKING:
    from hrterm.tui.app import HrTerm


def _footer_order(key: str) -> tuple[bool, int, str]:
    """Function keys first, by number."""
    number = key.removeprefix("f")
    is_function = key.startswith("f") and number.isdigit()
    return (not is_function, int(number) if is_function else 0, key)


PAGE = 200
"""Rows that a list shows at most; a search narrows it."""


class ModeScreen(Screen[None]):
    """One task: search on top, a list at the left, details at the right."""

    MODE = "browse"
    BINDINGS = bindings(SCREEN_ACTIONS, priority=False)

    def __init__(self, library: Library) -> None:
        """Show what ``library`` answers."""
        super().__init__()
        self.library = library
        self.chosen = ""
        self.was_chosen = False
        """Whether a person chose the row, rather than the list's first one."""
        self._shown_language = ""

    # --- what a mode says ----------------------------------------------------

    def placeholder(self) -> str:
        """What the search box asks for."""
        return _("Search")

    def rows(self, query: str) -> list[tuple[str, Content]]:
        """Ids and lines of the list, for what was typed."""
        raise NotImplementedError

    def detail(self, id_: str) -> Content:
        """What the pane at the right says of the chosen row."""
        raise NotImplementedError

    def help_text(self) -> str:
        """What one can do here, in a few sentences."""
        return _("Type to search; arrows choose; Page Down reads on; Esc goes back.")

    # --- the frame -----------------------------------------------------------

    @property
    def hrterm(self) -> "HrTerm":
        """The application."""
        return cast("HrTerm", self.app)

    def compose(self) -> ComposeResult:
        """The frame that all modes share."""
        yield Static(id="modes")
        yield Input(id="query", compact=True, select_on_focus=False)
        with Horizontal(id="panes"):
            yield OptionList(id="list", compact=True, markup=False)
            with Vertical(id="right"):
                yield from self.compose_right()
        yield Static(id="status")
        yield Footer(show_command_palette=False)

    def compose_right(self) -> ComposeResult:
        """The pane for details."""
        with VerticalScroll(id="scroll"):
            yield Static(id="detail", markup=False)

    def on_mount(self) -> None:
        """Fill the list and put the cursor into the search box."""
        self.refresh_language()
        self.query_one("#query", Input).focus()

    def on_screen_resume(self) -> None:
        """Another mode may have changed the language meanwhile."""
        if self._shown_language != self.library.language:
            self.refresh_language()

    def refresh_language(self) -> None:
        """Say everything again in the reader's language; keep place and focus."""
        self._shown_language = self.library.language
        self.query_one("#modes", Static).update(self._mode_line())
        self.query_one("#query", Input).placeholder = self.placeholder()
        self.refill()
        self.refresh_bindings()

    def _mode_line(self) -> Content:
        parts: list[Content | tuple[str, str]] = [(" hrterm ", "bold")]
        for mode, label in MODES:
            style = "bold reverse" if mode == self.MODE else ""
            parts.append((f" {_(label)} ", style))
        return Content.assemble(*parts)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Keys with labels in the reader's language: the footer reads them here."""
        found = {
            key: active._replace(
                binding=replace(
                    active.binding,
                    description=_(active.binding.description),
                    tooltip=_(active.binding.tooltip),
                ),
                tooltip=_(active.tooltip),
            )
            for key, active in super().active_bindings.items()
        }
        return dict(sorted(found.items(), key=lambda item: _footer_order(item[0])))

    # --- list and details ----------------------------------------------------

    def refill(self) -> None:
        """Show the rows for what is typed; keep the chosen one when it is there."""
        self.query_one("#status", Static).update(self.hrterm.status_line())
        listed = self.query_one("#list", OptionList)
        found = self.rows(self.query_one("#query", Input).value)[:PAGE]
        with self.prevent(OptionList.OptionHighlighted):
            listed.clear_options()
            listed.add_options([Option(line, id=id_) for id_, line in found])
        ids = [id_ for id_, _line in found]
        position = ids.index(self.chosen) if self.chosen in ids else 0
        listed.highlighted = position if ids else None
        self.choose(ids[position] if ids else "")

    def choose(self, id_: str) -> None:
        """Show the details of one row."""
        self.chosen = id_
        content = self.detail(id_) if id_ else Content(self.nothing())
        self.query_one("#detail", Static).update(content)
        self.query_one("#scroll", VerticalScroll).scroll_home(animate=False)

    def nothing(self) -> str:
        """What is said when nothing matches."""
        return _("Nothing here matches. That does not mean that it is without danger.")

    def typed(self, _text: str) -> None:
        """What was typed has changed."""
        self.chosen = ""
        self.was_chosen = True
        self.refill()

    def submitted(self, _text: str) -> None:
        """Enter was pressed in the search box: on to the list."""
        self.query_one("#list", OptionList).focus()

    @on(Input.Changed, "#query")
    def _on_typed(self, event: Input.Changed) -> None:
        self.typed(event.value)

    @on(Input.Submitted, "#query")
    def _on_submitted(self, event: Input.Submitted) -> None:
        self.submitted(event.value)

    @on(OptionList.OptionHighlighted, "#list")
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        id_ = event.option.id or ""
        if id_ and id_ != self.chosen:
            self.was_chosen = True
            self.choose(id_)

    def action_move(self, steps: int) -> None:
        """Move in the list while the cursor stays in the search box."""
        listed = self.query_one("#list", OptionList)
        if steps > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    def action_scroll_detail(self, pages: int) -> None:
        """Read on, or back."""
        pane = self.detail_pane()
        if pages > 0:
            pane.scroll_page_down(animate=False)
        else:
            pane.scroll_page_up(animate=False)

    def detail_pane(self) -> VerticalScroll:
        """The pane that scrolls."""
        return self.query_one("#scroll", VerticalScroll)

    def action_back(self) -> None:
        """Into the search box; there, clear it; when it is empty, to browsing."""
        box = self.query_one("#query", Input)
        if self.focused is not box:
            box.focus()
        elif box.value:
            box.value = ""
        elif self.MODE != "browse":
            self.hrterm.action_mode("browse")

    def open(self, id_: str, query: str = "") -> None:
        """Show one thing, as when it was found elsewhere."""
        box = self.query_one("#query", Input)
        with self.prevent(Input.Changed):
            box.value = query
        self.chosen = id_
        self.refill()
        if self.chosen != id_:
            self.choose(id_)
