"""Modes: which one is shown, how to go to another, and what is asked of it.

A mode is loaded when it is first gone to: a van's old laptop should not wait for more
than the first.
"""

import asyncio
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import App, ScreenStackError
from textual.events import InputEvent, MouseEvent

from hrterm.store.library import Library
from hrterm.tui.actions import MODES
from hrterm.tui.screens import screen_class
from hrterm.tui.screens.base import ModeScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.events import Event

WIDTHS = [(0, "-narrow"), (72, "-medium"), (110, "-wide")]
"""From how many columns on a screen bears each class of the style sheet."""


class ModeApp(App[None]):
    """An application of modes over one library; each keeps its place."""

    DEFAULT_MODE = "browse"
    HORIZONTAL_BREAKPOINTS = WIDTHS

    def __init__(self, library: Library) -> None:
        """Show what ``library`` answers."""
        super().__init__()
        self.library = library
        self.stands = asyncio.Event()
        """Set once the first mode's widgets are there."""

    def get_default_screen(self) -> ModeScreen:
        """The first mode; as one of ``add_mode``, all styles would be read twice."""
        return self._made(self.DEFAULT_MODE)

    def _made(self, mode: str) -> ModeScreen:
        screen = screen_class(mode)(self.library)
        # Laid out for this width at once, rather than after the first frame.
        screen.add_class([name for at, name in WIDTHS if self.size.width >= at][-1])
        return screen

    def on_mount(self) -> None:
        """From now on there are modes."""
        for mode, _label in MODES:
            self.add_mode(mode, partial(self._made, mode))

    async def on_event(self, event: "Event") -> None:
        """Keys that were pressed before the first mode stands wait for it."""
        if isinstance(event, InputEvent) and not self.stands.is_set():
            await self.stands.wait()
        if isinstance(event, MouseEvent) and self._points_at_what_is_gone(event):
            return
        await super().on_event(event)

    def _points_at_what_is_gone(self, event: MouseEvent) -> bool:
        """Whether a widget is still drawn there that was taken away meanwhile.

        The toolkit ends on such a click: it looks for what holds the widget.
        """
        try:
            screen = self.screen
        except ScreenStackError:
            return True
        widget, _offset = screen.get_widget_and_offset_at(event.x, event.y)
        return widget is not None and widget.parent is None

    @property
    def mode_screen(self) -> ModeScreen | None:
        """The mode that is shown; None while a dialog is open."""
        try:
            screen = self.screen
        except ScreenStackError:
            # The interface is ending while a clock still ticks.
            return None
        return screen if isinstance(screen, ModeScreen) and screen.is_mounted else None

    def act_on_mode(self, act: "Callable[[ModeScreen], None]") -> None:
        """Do something with the mode that is shown; nothing while a dialog is open.

        Keys that were pressed before are answered first: on a slow machine they may
        still wait, and what is shown is not yet what the person asked for.
        """
        screen = self.mode_screen
        if screen is None:
            return

        def caught_up() -> None:
            if self.mode_screen is screen:
                screen.catch_up()
                act(screen)

        (screen.focused or screen).call_later(caught_up)

    def screen_of(self, mode: str) -> ModeScreen | None:
        """The screen of a mode; None while nobody has gone to it."""
        stack = self._screen_stacks.get(mode) or []
        return cast("ModeScreen", stack[0]) if stack else None

    async def show_in(self, mode: str, id_: str, query: str = "") -> None:
        """Go to a mode and show one thing there."""
        await self.action_mode(mode)
        screen = self.mode_screen
        if screen is not None and mode == screen.MODE:  # and not a later key's
            screen.open(id_, query)

    def refresh_screen(self) -> None:
        """Say everything on the mode that is shown again."""
        if self.mode_screen is not None:
            self.mode_screen.refresh_language()

    async def action_mode(self, mode: str) -> None:
        """Go to a mode; a dialog that is open is closed first.

        Keys that follow wait until the mode stands.
        """
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        if self.current_mode != mode:
            await self.switch_mode(mode)

    async def action_next_mode(self) -> None:
        """Go to the next mode."""
        names = [name for name, _label in MODES]
        position = names.index(self.current_mode) if self.current_mode in names else 0
        await self.action_mode(names[(position + 1) % len(names)])
