"""The application: language, place, keys, and where each action leads.

What the first frame does not show (dialogs, handouts, messages) is loaded when it is
first asked for: a van's old laptop should not wait for it.
"""

import asyncio
import os
import signal
import sqlite3
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.notifications import Notify
from textual.widgets import Input

from hrterm.domain.language import base
from hrterm.i18n import _, activate, available, offered
from hrterm.i18n.negotiation import guessed_place
from hrterm.store.library import Library
from hrterm.tui.actions import ACTIONS, ActionEntry, bindings
from hrterm.tui.driver import tolerant
from hrterm.tui.keys import key_name
from hrterm.tui.modes import ModeApp
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.session import Session
from hrterm.tui.starting import TRACEBACK
from hrterm.tui.themes import THEMES
from hrterm.wording.formatting import series

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.notifications import SeverityLevel

SETTLES = 0.25
"""Seconds after the first frame was made: by then the terminal has shown it."""


class HrTerm(ModeApp):
    """The terminal interface."""

    CSS_PATH = "hrterm.tcss"
    BINDINGS = bindings(ACTIONS)
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, library: Library, settings: dict[str, str]) -> None:
        """Show what ``library`` answers, as the settings wish."""
        super().__init__(library)
        self.settings = settings
        self.session = Session()
        self.has_lost_edition = False
        """Whether the edition could no longer be read."""
        self.mistake = ""
        """The kind of error, if one of our own ended the interface."""
        self.leaves_quickly = False
        """Whether the terminal is to be cleared when the interface ends."""
        self._spoken = {base(library.language): library.language}
        self.today = time.strftime("%Y-%m-%d")
        self.title = "hrterm"
        for theme in THEMES:
            self.register_theme(theme)
        self._begin_with_theme(settings.get("theme", ""))
        self.set_keymap(
            {
                key.removeprefix("keymap."): value
                for key, value in settings.items()
                if key.startswith("keymap.")
            }
        )

    def _begin_with_theme(self, wished: str) -> None:
        own = {theme.name for theme in THEMES}
        if wished in self.available_themes and wished not in own:
            self.theme = wished
            return
        # Nothing is on the screen yet that a change of theme would have to draw again.
        self.set_reactive(HrTerm.theme, wished if wished in own else THEMES[0].name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> "type[Driver]":
        """The toolkit's own for this system, which no byte that is sent can end."""
        return tolerant(super().get_driver_class())

    def on_mount(self) -> None:
        """Clocks that run are shown second by second from now on."""
        self.set_interval(1, self._tick)
        self._end_when_asked()

    def on_ready(self) -> None:
        """The first frame stands: soon, what it did not need."""
        self.set_timer(SETTLES, self._settle)

    def _settle(self) -> None:
        from hrterm.tui.settling import settle

        settle(self)

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

    def _tick(self) -> None:
        screen = self.mode_screen
        session = self.session
        if screen and (session.naloxone.is_running or session.seizure.is_running):
            screen.refresh_status()

    def _handle_exception(self, error: Exception) -> None:
        # A file that is cut or pulled out before it is held ends in a plain sentence,
        # where a traceback would show what was searched for.
        if isinstance(error, sqlite3.Error):
            self.has_lost_edition = True
            self.exit()
        else:
            self.mistake = type(error).__name__
            super()._handle_exception(error)

    def _print_error_renderables(self) -> None:
        # The toolkit's traceback shows every local variable, and so what was typed.
        if not os.environ.get(TRACEBACK):
            self._exit_renderables.clear()
        super()._print_error_renderables()

    # --- what screens ask ----------------------------------------------------

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
        return key_name(self.settings.get(f"keymap.{entry.id}", entry.key))

    def label_of(self, entry: ActionEntry) -> str:
        """The label of an action; the key for languages names the next one."""
        if entry.id != "language":
            return _(entry.label)
        return self._next_language().upper()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: "SeverityLevel" = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """A short message, never parsed as markup; it cannot stop the screen."""
        from hrterm.tui.notices import Notice

        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        self.post_message(Notify(Notice(message, title, severity, seconds, markup)))

    def speak(self, language: str) -> None:
        """Say everything in another language; place, focus and choice stay."""
        self._spoken[base(language)] = language
        activate(language)
        self.library.language = language
        self.refresh_screen()

    def _next_language(self) -> str:
        codes = available()
        here = base(self.library.language)
        position = codes.index(here) if here in codes else -1
        return codes[(position + 1) % len(codes)]

    def _as_spoken(self, code: str) -> str:
        """A language as the person spoke it before, or as it is spoken in the place."""
        here = f"{code}-{self.place[:2]}"
        return self._spoken.get(code, here if here in offered() else code)

    # --- actions: language and combination ------------------------------------

    def action_next_language(self) -> None:
        """Change the language."""
        self.speak(self._as_spoken(self._next_language()))

    def action_add_to_combination(self) -> None:
        """Add what is chosen to the combination."""
        self.act_on_mode(self._add_to_combination)

    def _add_to_combination(self, screen: ModeScreen) -> None:
        names = screen.handout_names() if screen.MODE != "combine" else ()
        if not names:
            return
        for name in self.library.names("subject", names).values():
            self.session.basket.put(name)
        told = _("In the combination: {names}").format(
            names=series(self.session.basket)
        )
        self.notify(told, markup=False, timeout=4)
        screen.refresh_status()
        screen.query_one("#query", Input).select_all()  # the next name replaces it

    # --- actions: dialogs ----------------------------------------------------

    def action_help(self) -> None:
        """Explain where one stands."""
        from hrterm.tui.dialogs.helping import help_page
        from hrterm.tui.dialogs.reading import ReadDialog

        screen = self.mode_screen
        if screen is not None:
            self.push_screen(ReadDialog(help_page(self, screen)))
        elif isinstance(self.screen, ReadDialog):
            self.screen.action_close()

    def action_glossary(self) -> None:
        """Explain medical words."""
        from hrterm.tui.dialogs.glossary import GlossaryDialog

        if self.mode_screen is not None:
            self.push_screen(GlossaryDialog(self.library, self.is_ascii))

    def action_search_all(self) -> None:
        """Search over everything."""
        from hrterm.tui.dialogs import searching

        if self.mode_screen is not None:
            searching.ask(self)

    def action_palette(self) -> None:
        """Everything that can be done, found by typing."""
        from hrterm.tui.dialogs import palette

        self.act_on_mode(lambda screen: palette.ask(self, screen))

    def action_settings(self) -> None:
        """Language, place, theme, ASCII."""
        from hrterm.tui.dialogs.preferences import Preferences

        if self.mode_screen is not None:
            Preferences(self).ask()

    def action_reader(self) -> None:
        """The page as plain text, line by line."""
        from hrterm.tui.dialogs.reading import ReadDialog

        def read(screen: ModeScreen) -> None:
            self.push_screen(ReadDialog(screen.page(), linear=True))

        self.act_on_mode(read)

    def action_copy_page(self) -> None:
        """The page to the clipboard."""
        from hrterm.pages.plain import plain_text

        def copy(screen: ModeScreen) -> None:
            self.copy_to_clipboard(plain_text(screen.page()))
            self.notify(_("Copied."), markup=False, timeout=3)

        self.act_on_mode(copy)

    def action_save_page(self) -> None:
        """The page as a file."""
        from hrterm.tui.dialogs import saving

        self.act_on_mode(lambda screen: saving.save_view(self, screen))

    def action_handout(self) -> None:
        """A page to print and hand over."""
        from hrterm.tui.dialogs import saving

        self.act_on_mode(lambda screen: saving.save_handout(self, screen))

    # --- actions: to the end -------------------------------------------------

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit: say what does."""
        quit_entry = next(entry for entry in ACTIONS if entry.id == "quit")
        told = _("{key} leaves hrterm.").format(key=self.key_of(quit_entry))
        self.notify(told, markup=False, timeout=4)

    def action_quick_exit(self) -> None:
        """Leave at once and clear the terminal."""
        self.leaves_quickly = True
        self.exit()
