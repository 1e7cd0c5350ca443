"""The help of where one stands: made from the registry of actions."""

from typing import TYPE_CHECKING

from hrterm.i18n import _
from hrterm.pages.blocks import Heading, Line, Page, Row
from hrterm.pages.welcome import what_this_is
from hrterm.tui.actions import ACTIONS, SCREEN_ACTIONS, of_mode
from hrterm.tui.screens.base import ModeScreen

if TYPE_CHECKING:
    from hrterm.tui.app import HrTerm


def help_page(app: "HrTerm", screen: ModeScreen) -> Page:
    """What can be done in a mode, every key, and what hrterm is."""
    page: Page = [
        Heading(_("Help"), 1),
        Line(screen.help_text()),
        Heading(_("Keys")),
    ]
    for entry in (*of_mode(screen.MODE), *ACTIONS, *SCREEN_ACTIONS):
        text = f"{app.label_of(entry)} — {_(entry.help)}"
        page.append(Row(app.key_of(entry), text, width=10))
    return page + what_this_is(app.library)
