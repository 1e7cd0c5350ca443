"""Everything that can be done, found by typing."""

from typing import TYPE_CHECKING

from hrterm.i18n import _
from hrterm.tui.actions import ACTIONS, of_mode
from hrterm.tui.dialogs.choosing import Choice, ChooseDialog
from hrterm.tui.screens.base import ModeScreen

if TYPE_CHECKING:
    from hrterm.tui.app import HrTerm


def ask(app: "HrTerm", screen: ModeScreen) -> None:
    """Ask what to do in a mode, and do it."""
    entries = {e.id: e for e in (*ACTIONS, *of_mode(screen.MODE))}
    choices = [
        Choice(e.id, app.label_of(e), f"{_(e.help)}  {app.key_of(e)}")
        for e in entries.values()
        if e.id != "palette"
    ]

    async def chosen(id_: str | None) -> None:
        if id_ is not None:
            action = entries[id_].action
            await app.run_action(action, app if action.startswith("app.") else screen)

    app.push_screen(ChooseDialog(_("What do you want to do?"), choices), chosen)
