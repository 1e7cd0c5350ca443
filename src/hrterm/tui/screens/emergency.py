"""Emergency: what to do now, whom to call, and clocks that count."""

from textual.app import ComposeResult
from textual.widgets import Static

from hrterm.i18n import _
from hrterm.pages import emergency
from hrterm.pages.blocks import Line, Page
from hrterm.tui import status
from hrterm.tui.actions import bindings, of_mode
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.text import plain
from hrterm.tui.widgets.rows import Row


class EmergencyScreen(ModeScreen):
    """What to do now."""

    MODE = "emergency"
    BINDINGS = bindings(of_mode(MODE))

    def placeholder(self) -> str:
        """What the search box asks for."""
        return _("What is happening? Or choose below")

    def help_text(self) -> str:
        """What one can do here."""
        return _(
            "Choose a card: arrows, or type a word. Steps come in order. F6 counts "
            "since the last dose of naloxone, F7 since a seizure began; both go on "
            "counting in the other modes."
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
        """Cards; those of what was last chosen come first."""
        if query.strip():
            hits = self.library.search(query, ("emergency",))
            ids = [hit.id for hit in hits]
            if not ids and (match := self.library.match(query)).id:
                ids = list(self.library.sheet(match.id).emergency)
        else:
            ids = self._urgent_first()
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
        """What is said when no card matches."""
        return [
            *emergency.numbers(self.library, self.hrterm.place),
            Line(_("No card matches. Esc shows all cards.")),
        ]

    def detail(self, id_: str) -> Page:
        """One card with the numbers of the place."""
        card = self.library.cards([id_])[0]
        return emergency.screen(card, self.library, self.hrterm.place)

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
