"""Emergency: what to do now, whom to call, and clocks that count."""

from textual.app import ComposeResult
from textual.widgets import Static

from hrterm.i18n import _
from hrterm.pages import emergency
from hrterm.pages.blocks import Page
from hrterm.store.library import Library
from hrterm.tui import status
from hrterm.tui.actions import bindings, of_mode
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.text import plain
from hrterm.tui.widgets.rows import Row


class EmergencyScreen(ModeScreen):
    """What to do now."""

    MODE = "emergency"
    BINDINGS = bindings(of_mode(MODE))

    def __init__(self, library: Library) -> None:
        """Show what ``library`` answers."""
        super().__init__(library)
        self._unrecognised = ""
        """What was typed, when nothing in it leads to a card."""

    def placeholder(self) -> str:
        """What the search box asks for."""
        return _("What is happening? Or choose below")

    def help_text(self) -> str:
        """What one can do here."""
        return _(
            "Choose a card: arrows, or type what is happening. Steps come in order. "
            "F6 counts since the last dose of naloxone, F7 since a seizure began; both "
            "go on counting in the other modes."
        )

    def compose_above(self) -> ComposeResult:
        """The clocks, when they run."""
        yield Static(id="clocks", markup=False)

    def refresh_status(self) -> None:
        """The clocks stand large here as well."""
        super().refresh_status()
        told = status.clocks(self.hrterm.session)
        clocks = self.query_one("#clocks", Static)
        clocks.display = bool(told)
        clocks.update(plain("  ".join(told), "bold $text-warning"))

    def rows(self, query: str) -> list[Row]:
        """Cards that a text calls for; without one, those of what was last chosen.

        When nothing is recognised, all of them, what kills soonest first.
        """
        self._unrecognised = ""
        ids: list[str] | None = self._urgent_first()
        if query.strip():
            called = self.library.cards_for(query)
            ids = list(called.ids) if called.is_recognised else None
            self._unrecognised = "" if called.is_recognised else query.strip()
        return [(one.id, one.title) for one in self.library.cards(ids)]

    def _urgent_first(self) -> list[str]:
        """Every card, those of what is combined or chosen first."""
        app = self.hrterm
        first: list[str] = []
        for name in app.session.basket:
            match = self.library.match(name)
            if match.id:
                first += self.library.sheet(match.id).emergency
        browse = app.screen_of("browse")
        if browse is not None and browse.chosen and browse.was_chosen:
            first += self.library.sheet(browse.chosen).emergency
        every = [one.id for one in self.library.cards()]
        return [id_ for id_ in dict.fromkeys([*first, *every]) if id_ in every]

    def nothing(self) -> Page:
        """An edition without cards still has numbers."""
        return emergency.numbers(self.library, self.hrterm.place)

    def detail(self, id_: str) -> Page:
        """One card with the numbers of the place."""
        card = self.library.cards([id_])[0]
        page = emergency.screen(card, self.library, self.hrterm.place)
        if self._unrecognised:
            return [emergency.unrecognised(self._unrecognised), *page]
        return page

    def action_naloxone(self) -> None:
        """A dose was given: count from now."""
        self.hrterm.session.naloxone.begin()
        self.refresh_status()

    def action_seizure(self) -> None:
        """A seizure began, or is over."""
        clock = self.hrterm.session.seizure
        if clock.is_running:
            clock.stop()
        else:
            clock.begin()
        self.refresh_status()
