"""Browse: search as one types, and the fact sheet part by part."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Input, Static

from hrterm.i18n import N_, _
from hrterm.pages import welcome
from hrterm.pages.blocks import Line, Page
from hrterm.tui.actions import bindings, of_mode
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.text import piece, plain
from hrterm.tui.widgets.lines import Word, WordLine
from hrterm.tui.widgets.page import PageView
from hrterm.tui.widgets.rows import Row
from hrterm.wording import vocabulary as words
from hrterm.wording.found import search_note

if TYPE_CHECKING:
    from hrterm.tui.dialogs.choosing import Choice

TAB_LABELS = {
    "overview": N_("Overview"),
    "interactions": N_("Interactions"),
    "mechanism": N_("Mechanism"),
    "law": N_("Law"),
    "claims": N_("Claims"),
    "sources": N_("Sources"),
}
TABS = tuple(TAB_LABELS)
"""The parts of a sheet, as ``pages.sheet`` names them and people turn them."""


class BrowseScreen(ModeScreen):
    """Substances and classes."""

    MODE = "browse"
    BINDINGS = bindings(of_mode(MODE))

    def __init__(self, *arguments: object) -> None:
        """Begin with the overview, without a filter."""
        super().__init__(*arguments)  # type: ignore[arg-type]
        self.tab = TABS[0]
        self.filter = ""
        """``class:ID``, ``overdose``, ``recent``, or empty."""

    def placeholder(self) -> str:
        """What the search box asks for; what the filter leaves of it."""
        return self._filtered() or _("Substance, brand, street name or class")

    def nothing(self) -> Page:
        """What is said when nothing matches; it may be for the filter alone."""
        filtered = self._filtered()
        return [Line(filtered, "unknown")] * bool(filtered) + super().nothing()

    def _filtered(self) -> str:
        """What the filter shows, and how to be rid of it; empty without one."""
        if not self.filter:
            return ""
        names = {choice.id: choice.text for choice in self._filters()}
        key = next(one for one in of_mode(self.MODE) if one.id == "filter")
        return _("Filter on — {filter} ({key} changes it).").format(
            filter=names[self.filter], key=self.hrterm.key_of(key)
        )

    def help_text(self) -> str:
        """What one can do here."""
        return _(
            "Type a name, a brand or a street name. Arrows choose. F7, or Alt+Right "
            "and Alt+Left, turn the parts of the sheet. F6 shows one class only, or "
            "dangerous overdoses, or what was opened lately. F5 adds the substance to "
            "the combination, F9 makes a page to print."
        )

    def compose_above(self) -> ComposeResult:
        """The parts of the sheet."""
        yield WordLine(id="tabs")

    def compose_right(self) -> ComposeResult:
        """A title, and the part of the sheet that is open."""
        yield Static(id="title", markup=False)
        yield PageView("detail", self.hrterm.is_ascii)

    def rows(self, query: str) -> list[Row]:
        """All substances, or what was searched for, as far as the filter lets."""
        passes = self._let_through()
        if not query.strip():
            listed = self.library.listing("substance")
            return [row for row in listed if passes is None or row[0] in passes]
        found: list[Row] = []
        for hit in self.library.search(query, ("substance", "class")):
            note = search_note(hit)
            if not note and hit.kind == "class":
                note = words.kind("class")
            line = (piece(hit.name), piece(f"  {note}", "$foreground-muted"))
            if passes is None or hit.id in passes:
                found.append((hit.id, line))
        return found

    def _let_through(self) -> Collection[str] | None:
        """What the filter lets through; None for everything."""
        kind, _colon, value = self.filter.partition(":")
        match kind:
            case "class":
                return frozenset(self.library.members(value))
            case "overdose":
                return frozenset(self.library.dangerous_in_overdose())
            case "recent":
                return self.hrterm.session.recent
            case _:
                return None

    def detail(self, id_: str) -> Page:
        """The part of the sheet that is open; before anything was typed, a welcome."""
        if not self.was_chosen:
            return welcome.welcome(self.library, self.hrterm.place)
        from hrterm.pages import sheet

        return sheet.tab(
            self.tab, id_, self.library, self.hrterm.today, self.hrterm.place
        )

    def choose(self, id_: str) -> None:
        """Show one sheet, in the part that is open."""
        shown = id_ if self.was_chosen else ""
        name = self.library.names("subject", [id_])[id_] if shown else ""
        self.query_one("#title", Static).update(plain(name, "bold"), layout=False)
        self.query_one("#tabs", WordLine).show(self._tabs() if shown else [])
        self.query_one("#title").display = bool(shown)
        self.query_one("#tabs").display = bool(shown)
        if shown:
            self.hrterm.session.opened(id_)
        super().choose(id_)

    def _tabs(self) -> list[Word]:
        tabs = []
        for position, name in enumerate(TABS):
            style = "bold reverse" if name == self.tab else "$foreground-muted"
            tabs.append(
                Word(f" {_(TAB_LABELS[name])} ", f"screen.tab({position})", style)
            )
        return tabs

    def handout_names(self) -> tuple[str, ...]:
        """The substance that is shown."""
        return (self.chosen,) if self.chosen and self.was_chosen else ()

    def action_tab(self, position: int) -> None:
        """Open a part of the sheet."""
        self.tab = TABS[position]
        self.choose(self.chosen)

    def action_turn(self, steps: int) -> None:
        """To the next part, or the one before."""
        position = TABS.index(self.tab) + steps
        self.was_chosen = True
        self.action_tab(position % len(TABS))

    def action_filter(self) -> None:
        """Ask what to show."""
        from hrterm.tui.dialogs.choosing import ChooseDialog

        dialog = ChooseDialog(_("Show only"), self._filters())
        self.app.push_screen(dialog, self._filter_by)

    def _filters(self) -> "list[Choice]":
        from hrterm.tui.dialogs.choosing import Choice

        return [
            Choice("", _("everything")),
            Choice("recent", _("opened lately")),
            Choice("overdose", _("overdose often dangerous")),
            *(
                Choice(f"class:{id_}", _("class: {name}").format(name=name))
                for id_, name in self.library.listing("class")
            ),
        ]

    def _filter_by(self, chosen: str | None) -> None:
        if chosen is not None:
            self.filter = chosen
            self.chosen = ""
            self.was_chosen = self.was_chosen or bool(chosen)
            self.query_one("#query", Input).placeholder = self.placeholder()
            self.refill()
