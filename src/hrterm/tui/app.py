"""The application: modes, language, what an action does, and nothing else."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import cast

from textual.app import App, ScreenStackError
from textual.content import Content

from hrterm.domain.found import Hit
from hrterm.domain.language import base
from hrterm.editions.news import mark_seen, unseen
from hrterm.i18n import _, activate, available, ngettext
from hrterm.i18n.negotiation import guessed_place
from hrterm.pages import glossary, handout
from hrterm.pages.bibliography import listing
from hrterm.pages.plain import plain_text
from hrterm.store.library import Library
from hrterm.tui.actions import ACTIONS, MODES, ActionEntry, bindings, of_mode
from hrterm.tui.dialogs.asking import AskDialog
from hrterm.tui.dialogs.choosing import Choice, ChooseDialog
from hrterm.tui.dialogs.helping import help_page
from hrterm.tui.dialogs.preferences import Preferences
from hrterm.tui.dialogs.reading import ReadDialog
from hrterm.tui.dialogs.searching import SearchDialog
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.screens.browse import BrowseScreen
from hrterm.tui.screens.claims import ClaimsScreen
from hrterm.tui.screens.combine import CombineScreen
from hrterm.tui.screens.emergency import EmergencyScreen
from hrterm.tui.screens.law import LawScreen
from hrterm.tui.screens.mechanisms import MechanismsScreen
from hrterm.tui.session import Session, Stopwatch
from hrterm.tui.text import plain
from hrterm.tui.themes import THEMES

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
    BINDINGS = bindings(ACTIONS)
    DEFAULT_MODE = "browse"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-medium"), (110, "-wide")]  # noqa: RUF012

    def __init__(self, library: Library, settings: dict[str, str]) -> None:
        """Show what ``library`` answers, as the settings wish."""
        super().__init__()
        self.library = library
        self.settings = settings
        self.session = Session()
        self.leaves_quickly = False
        """Whether the terminal is to be cleared when the interface ends."""
        self.today = time.strftime("%Y-%m-%d")
        self.title = "hrterm"
        for name, screen in SCREENS.items():
            self.add_mode(name, self._maker(screen))
        for theme in THEMES:
            self.register_theme(theme)
        wished = settings.get("theme", "")
        self.theme = wished if wished in self.available_themes else THEMES[0].name
        self.set_keymap(
            {
                key.removeprefix("keymap."): value
                for key, value in settings.items()
                if key.startswith("keymap.")
            }
        )

    def _maker(self, screen: type[ModeScreen]):  # type: ignore[no-untyped-def]
        return lambda: screen(self.library)

    def on_mount(self) -> None:
        """Clocks that run are shown second by second; a new edition is told once."""
        self.set_interval(1, self._tick)
        self._end_when_asked()
        news = unseen(self.library, self.today)
        if news is not None:
            self.push_screen(ReadDialog(news), self._seen)

    def _end_when_asked(self) -> None:
        """A signal to end gives the terminal back as it was."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._end, number)

    def _end(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def _seen(self, _answer: None) -> None:
        mark_seen(self.library)

    def _tick(self) -> None:
        screen = self.mode_screen
        if screen is not None and self.clocks():
            screen.refresh_status()

    # --- what screens ask ----------------------------------------------------

    @property
    def mode_screen(self) -> ModeScreen | None:
        """The mode that is shown; None while a dialog is open."""
        try:
            screen = self.screen
        except ScreenStackError:
            # The interface is ending while a clock still ticks.
            return None
        return screen if isinstance(screen, ModeScreen) else None

    @property
    def is_ascii(self) -> bool:
        """Whether the settings ask for plain ASCII."""
        return self.settings.get("ascii", "") in {"yes", "true", "1"}

    @property
    def place(self) -> str:
        """The person's jurisdiction: set, or guessed from the locale, or empty."""
        known = dict(self.library.listing("jurisdiction"))
        for code in (self.settings.get("place", ""), guessed_place(os.environ)):
            if code in known:
                return code
        return ""

    def key_of(self, entry: ActionEntry) -> str:
        """The key of an action, as it is bound now and as people read it."""
        key = self.settings.get(f"keymap.{entry.id}", entry.key).split(",")[0]
        return "+".join(
            part.upper() if part[:1] == "f" and part[1:].isdigit() else part.title()
            for part in key.split("+")
        )

    def label_of(self, entry: ActionEntry) -> str:
        """The label of an action; the key for languages names the next one."""
        if entry.id != "language":
            return _(entry.label)
        offered = available()
        return offered[(self._language_position(offered) + 1) % len(offered)].upper()

    def clocks(self) -> list[str]:
        """What the clocks of an emergency say; nothing when none runs."""
        told = []
        session = self.session
        if session.naloxone.is_running:
            text = _("Naloxone, dose {count}: {time} ago.").format(
                count=session.naloxone.count, time=_clock(session.naloxone)
            )
            if session.naloxone.seconds >= 120:
                text += " " + _("Not breathing well? Give another.")
            told.append(text)
        if session.seizure.is_running:
            text = _("Seizure: {time}.").format(time=_clock(session.seizure))
            if session.seizure.seconds >= 300:
                text += " " + _("Over 5 minutes: call now.")
            told.append(text)
        return told

    def status_line(self, clocks: bool = True) -> Content:
        """Edition, its age, offline, place, language, the basket, the clocks."""
        edition = self.library.edition()
        newest = date.fromisoformat(f"{edition.newest_review}-01-01"[:10])
        days = max(0, (date.fromisoformat(self.today) - newest).days)
        age = ngettext("{count} day old", "{count} days old", days).format(count=days)
        parts = [
            *(self.clocks() if clocks else ()),
            _("edition {version}").format(version=edition.version),
            age,
            _("offline"),
            self.place,
            base(self.library.language).upper(),
        ]
        if self.session.basket:
            count = len(self.session.basket)
            parts.append(_("combination: {count}").format(count=count))
        return plain("  ".join(filter(None, parts)))

    def urgent_cards(self) -> list[str]:
        """Every card, those of what is chosen or combined first."""
        first: list[str] = []
        for name in self.session.basket:
            match = self.library.match(name)
            if match.id:
                first += self.library.sheet(match.id).emergency
        browse = self._screen_of("browse")
        if browse is not None and browse.chosen and browse.was_chosen:
            first += self.library.sheet(browse.chosen).emergency
        rest = [one.id for one in self.library.cards()]
        known = set(rest)
        return [id_ for id_ in dict.fromkeys([*first, *rest]) if id_ in known]

    def _screen_of(self, mode: str) -> ModeScreen | None:
        stack = self._screen_stacks.get(mode) or []
        return cast("ModeScreen", stack[0]) if stack else None

    def show_in(self, mode: str, id_: str, query: str = "") -> None:
        """Go to a mode and show one thing there."""
        self.action_mode(mode)
        self.call_after_refresh(self._open, id_, query)

    def _open(self, id_: str, query: str) -> None:
        if self.mode_screen is not None:
            self.mode_screen.open(id_, query)

    # --- actions -------------------------------------------------------------

    def action_mode(self, mode: str) -> None:
        """Go to a mode; a dialog that is open is closed first."""
        while self.mode_screen is None and len(self.screen_stack) > 1:
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
        screen = self.mode_screen
        if screen is not None:
            self.push_screen(ReadDialog(help_page(self, screen)))
        elif isinstance(self.screen, ReadDialog):
            self.pop_screen()

    def action_glossary(self) -> None:
        """Explain medical words."""
        if self.mode_screen is not None:
            self.push_screen(ReadDialog(glossary.listing(self.library)))

    def action_search_all(self) -> None:
        """Search over everything."""
        if self.mode_screen is None:
            return
        dialog = SearchDialog(self.library)

        def found(key: str | None) -> None:
            if key is not None:
                self._found(dialog.hit(key))

        self.push_screen(dialog, found)

    def _found(self, hit: Hit) -> None:
        match hit.kind:
            case "source":
                self.push_screen(ReadDialog(listing(self.library.sources([hit.id]))))
            case "jurisdiction":
                self.settings["place"] = hit.id
                self.action_mode("law")
                self.call_after_refresh(self.refresh_screen)
            case "substance" | "class":
                self.show_in("browse", hit.id, hit.name)
            case kind:
                self.show_in(OPENED_IN[kind], hit.id)

    def refresh_screen(self) -> None:
        """Say everything on the mode that is shown again."""
        if self.mode_screen is not None:
            self.mode_screen.refresh_language()

    def action_palette(self) -> None:
        """Everything that can be done, found by typing."""
        screen = self.mode_screen
        if screen is None:
            return
        entries = {e.id: e for e in (*ACTIONS, *of_mode(screen.MODE))}
        choices = [
            Choice(e.id, self.label_of(e), f"{_(e.help)}  {self.key_of(e)}")
            for e in entries.values()
            if e.id != "palette"
        ]

        def chosen(id_: str | None) -> None:
            if id_ is not None:
                action = entries[id_].action
                namespace = self if action.startswith("app.") else screen
                self.run_worker(self.run_action(action, namespace))

        self.push_screen(ChooseDialog(_("What do you want to do?"), choices), chosen)

    def action_settings(self) -> None:
        """Language, place, theme, ASCII."""
        if self.mode_screen is not None:
            Preferences(self).ask()

    def action_add_to_combination(self) -> None:
        """Add what is chosen to the combination."""
        screen = self.mode_screen
        names = screen.handout_names() if screen and screen.MODE != "combine" else ()
        if screen is None or not names:
            return
        for name in self.library.names("subject", names).values():
            self.session.basket.put(name)
        told = _("In the combination: {names}").format(
            names=", ".join(self.session.basket)
        )
        self.notify(told, markup=False, timeout=4)
        screen.refresh_status()

    def action_next_language(self) -> None:
        """Change the language; place, focus and what is chosen stay."""
        offered = available()
        following = (self._language_position(offered) + 1) % len(offered)
        self.speak(offered[following])

    def _language_position(self, offered: tuple[str, ...]) -> int:
        base = self.library.language.split("-")[0]
        return offered.index(base) if base in offered else 0

    def speak(self, language: str) -> None:
        """Say everything in another language."""
        activate(language)
        self.library.language = language
        self.refresh_screen()

    def action_reader(self) -> None:
        """The page as plain text, line by line."""
        screen = self.mode_screen
        if screen is not None:
            self.push_screen(ReadDialog(screen.page(), linear=True))

    def action_copy_page(self) -> None:
        """The page to the clipboard."""
        screen = self.mode_screen
        if screen is not None:
            self.copy_to_clipboard(plain_text(screen.page()))
            self.notify(_("Copied."), markup=False, timeout=3)

    def action_save_page(self) -> None:
        """The page as a file."""
        screen = self.mode_screen
        if screen is None:
            return
        text = plain_text(screen.page())
        self._ask_for_file(f"hrterm-{screen.title_of_page()}.txt", lambda _name: text)

    def action_handout(self) -> None:
        """A page to print and hand over; the file's ending says in which form."""
        screen = self.mode_screen
        names = screen.handout_names() if screen else ()
        if names:
            document = handout.handout(names, self.library, self.place, self.today)
        elif screen is not None and screen.MODE in {
            "claims",
            "mechanisms",
            "emergency",
        }:
            document = handout.of_page(screen.page(), self.library, self.today)
        else:
            told = _("Choose a substance first, or fill the combination.")
            self.notify(told, markup=False, timeout=4)
            return
        self._ask_for_file(
            _("handout.html"),
            lambda name: handout.formatted(
                document, handout.format_of(name) or "html", self.library.language
            ),
        )

    def _ask_for_file(self, name: str, content: Callable[[str], str]) -> None:
        """Ask where to save, and save what ``content`` makes for that name."""

        def answered(answer: str | None) -> None:
            if answer is None:
                return
            path = Path(answer).expanduser()
            try:
                path.write_text(content(path.name), encoding="utf-8")
            except OSError as error:
                told = _("{path} cannot be written ({reason}).").format(
                    path=path, reason=error.strerror or str(error)
                )
                self.notify(told, severity="error", markup=False, timeout=8)
            else:
                told = _("Saved: {path}").format(path=path)
                self.notify(told, markup=False, timeout=6)

        self.push_screen(AskDialog(_("Save as:"), name), answered)

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit: say what does."""
        quit_entry = next(entry for entry in ACTIONS if entry.id == "quit")
        told = _("{key} leaves hrterm.").format(key=self.key_of(quit_entry))
        self.notify(told, markup=False, timeout=4)

    def action_quick_exit(self) -> None:
        """Leave at once and clear the terminal."""
        self.leaves_quickly = True
        self.exit()


def _clock(watch: Stopwatch) -> str:
    return f"{watch.seconds // 60}:{watch.seconds % 60:02}"


def start(path: str, language: str, settings: dict[str, str]) -> int:
    """Open the interface on a database.

    Raises:
        DatabaseError: when it cannot be used.
    """
    with Library(path, language, held=True) as library:
        app = HrTerm(library, settings)
        app.run()
    if app.leaves_quickly:
        # The screen, the lines scrolled out of it, and the cursor to the top.
        sys.__stdout__.write("\x1b[2J\x1b[3J\x1b[H")  # type: ignore[union-attr]
        sys.__stdout__.flush()  # type: ignore[union-attr]
    return app.return_code or 0
