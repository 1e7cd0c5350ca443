"""The application: modes, language, the basket, and nothing else."""

import os
import time
from collections.abc import Iterable
from datetime import date
from typing import cast

from textual.app import App, SystemCommand
from textual.content import Content
from textual.screen import Screen

from hrterm.domain.answer import Hit
from hrterm.i18n import _, activate, available, ngettext
from hrterm.i18n.negotiation import guessed_place
from hrterm.store.library import Library
from hrterm.tui.actions import ACTIONS, MODES, bindings
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.screens.browse import BrowseScreen
from hrterm.tui.screens.combine import CombineScreen
from hrterm.tui.screens.detours import HelpScreen, SearchScreen
from hrterm.tui.screens.reference import (
    ClaimsScreen,
    EmergencyScreen,
    LawScreen,
    MechanismsScreen,
)
from hrterm.tui.text import plain

SCREENS: dict[str, type[ModeScreen]] = {
    "browse": BrowseScreen,
    "combine": CombineScreen,
    "law": LawScreen,
    "mechanisms": MechanismsScreen,
    "claims": ClaimsScreen,
    "emergency": EmergencyScreen,
}

OPENED_IN = {
    "substance": "browse",
    "class": "browse",
    "target": "mechanisms",
    "claim": "claims",
    "emergency": "emergency",
}
"""The mode that shows each kind of search result."""


class HrTerm(App[None]):
    """The terminal interface."""

    CSS_PATH = "hrterm.tcss"
    BINDINGS = bindings(ACTIONS, priority=True)
    DEFAULT_MODE = "browse"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-medium"), (110, "-wide")]  # noqa: RUF012

    def __init__(self, library: Library, settings: dict[str, str]) -> None:
        """Show what ``library`` answers, as the settings wish."""
        super().__init__()
        self.library = library
        self.settings = settings
        self.basket: dict[str, int] = {}
        """Names in the combination, with minutes since each was taken (0: now)."""
        self.told: dict[str, str] = {}
        """How those minutes were written."""
        self.today = time.strftime("%Y-%m-%d")
        self.title = "hrterm"
        for name, screen in SCREENS.items():
            self.add_mode(name, self._maker(screen))
        theme = settings.get("theme", "")
        if theme in self.available_themes:
            self.theme = theme
        keymap = {
            key.removeprefix("keymap."): value
            for key, value in settings.items()
            if key.startswith("keymap.")
        }
        self.set_keymap(keymap)

    def _maker(self, screen: type[ModeScreen]):  # type: ignore[no-untyped-def]
        return lambda: screen(self.library)

    @property
    def place(self) -> str:
        """The person's jurisdiction: set, or guessed from the locale, or empty."""
        known = dict(self.library.listing("jurisdiction"))
        for code in (self.settings.get("place", ""), guessed_place(os.environ)):
            if code in known:
                return code
        return ""

    def status_line(self) -> Content:
        """Edition, its age, offline, language."""
        edition = self.library.edition()
        newest = date.fromisoformat(f"{edition.newest_review}-01-01"[:10])
        days = max(0, (date.fromisoformat(self.today) - newest).days)
        age = ngettext("{count} day old", "{count} days old", days).format(count=days)
        parts = [
            _("edition {version}").format(version=edition.version),
            age,
            _("offline"),
            self.library.language.upper(),
        ]
        if self.basket:
            parts.append(_("combination: {count}").format(count=len(self.basket)))
        return plain("  ".join(parts))

    # --- actions -------------------------------------------------------------

    def _mode_screen(self) -> ModeScreen | None:
        screen = self.screen
        return screen if isinstance(screen, ModeScreen) else None

    def action_mode(self, mode: str) -> None:
        """Go to a mode; a dialog that is open is closed first."""
        while self._mode_screen() is None and len(self.screen_stack) > 1:
            self.pop_screen()
        if self.current_mode != mode:
            self.switch_mode(mode)

    def action_next_mode(self) -> None:
        """Go to the next mode."""
        names = [name for name, _label in MODES]
        position = names.index(self.current_mode) if self.current_mode in names else 0
        self.action_mode(names[(position + 1) % len(names)])

    def action_help(self) -> None:
        """Explain where one stands."""
        screen = self._mode_screen()
        if screen is not None:
            self.push_screen(HelpScreen(screen.help_text(), self.library))
        elif isinstance(self.screen, HelpScreen):
            self.pop_screen()

    def action_search_all(self) -> None:
        """Search over everything."""
        if self._mode_screen() is not None:
            self.push_screen(SearchScreen(self.library), self._found)

    def _found(self, hit: Hit | None) -> None:
        if hit is None:
            return
        if hit.kind == "source":
            one = self.library.sources([hit.id])[0]
            from hrterm.wording.sheets import source

            self.notify(source(one), title=hit.id, markup=False, timeout=15)
            return
        if hit.kind == "jurisdiction":
            self.settings["place"] = hit.id
            self.action_mode("law")
            self.call_after_refresh(self._refresh_screen)
            return
        self.action_mode(OPENED_IN[hit.kind])
        self.call_after_refresh(self._open, hit)

    def _open(self, hit: Hit) -> None:
        screen = self._mode_screen()
        if screen is not None:
            screen.open(hit.id, hit.name if hit.kind in {"substance", "class"} else "")

    def _refresh_screen(self) -> None:
        screen = self._mode_screen()
        if screen is not None:
            screen.refresh_language()

    def put(self, name: str, minutes: int = 0, told: str = "") -> None:
        """Put a name into the basket, or change when it was taken."""
        self.basket[name] = minutes
        self.told[name] = told

    def action_add_to_combination(self) -> None:
        """Add what is chosen in browsing or law to the combination."""
        screen = self._mode_screen()
        if screen is None or screen.MODE not in {"browse", "law"} or not screen.chosen:
            return
        name = self.library.names("subject", [screen.chosen])[screen.chosen]
        self.put(name)
        self.notify(
            _("In the combination: {names}").format(names=", ".join(self.basket)),
            markup=False,
            timeout=4,
        )
        self._refresh_status()

    def _refresh_status(self) -> None:
        screen = self._mode_screen()
        if screen is not None:
            screen.query_one("#status").update(self.status_line())  # type: ignore[attr-defined]

    def action_next_language(self) -> None:
        """Change the language; place, focus and what is chosen stay."""
        offered = available()
        base = self.library.language.split("-")[0]
        position = offered.index(base) if base in offered else 0
        self.speak(offered[(position + 1) % len(offered)])

    def speak(self, language: str) -> None:
        """Say everything in another language."""
        activate(language)
        self.library.language = language
        self._refresh_screen()

    def urgent_cards(self) -> list[str]:
        """Every card, those of what is chosen or combined first."""
        first: list[str] = []
        for name in self.basket:
            match = self.library.match(name)
            if match.id:
                first += self.library.sheet(match.id).emergency
        browse = self._mode_stack_screen("browse")
        if browse is not None and browse.chosen and browse.was_chosen:
            first += self.library.sheet(browse.chosen).emergency
        rest = [one.id for one in self.library.cards()]
        known = set(rest)
        return [id_ for id_ in dict.fromkeys([*first, *rest]) if id_ in known]

    def _mode_stack_screen(self, mode: str) -> ModeScreen | None:
        stack = self._screen_stacks.get(mode) or []
        return cast("ModeScreen", stack[0]) if stack else None

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every action of the registry, in the reader's language."""
        for entry in ACTIONS:
            callback = self._runner(entry.action)
            yield SystemCommand(_(entry.label), _(entry.help), callback)

    def _runner(self, action: str):  # type: ignore[no-untyped-def]
        return lambda: self.run_worker(self.run_action(action))


def start(path: str, language: str, settings: dict[str, str]) -> int:
    """Open the interface on a database.

    Raises:
        DatabaseError: when it cannot be used.
    """
    with Library(path, language) as library:
        app = HrTerm(library, settings)
        app.run()
    return app.return_code or 0
