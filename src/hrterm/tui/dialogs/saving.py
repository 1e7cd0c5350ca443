"""Saving what is shown: a view as text, a handout to print."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hrterm.editions.durable import save
from hrterm.i18n import _
from hrterm.pages import handout
from hrterm.pages.plain import plain_text
from hrterm.tui.dialogs.asking import AskDialog
from hrterm.tui.screens.base import ModeScreen
from hrterm.wording.system import reason

if TYPE_CHECKING:
    from hrterm.tui.app import HrTerm

PAGES = {"claims", "mechanisms", "emergency"}
"""Modes whose handout is the page that they show."""


def save_view(app: "HrTerm", screen: ModeScreen) -> None:
    """Save the page as a text file."""
    text = plain_text(screen.page())
    _ask_for_file(app, f"hrterm-{screen.title_of_page()}.txt", lambda _name: text)


def save_handout(app: "HrTerm", screen: ModeScreen) -> None:
    """Save a page to print and hand over; the file's ending says in which form."""
    names = screen.handout_names()
    if names:
        document = handout.handout(names, app.library, app.place, app.today)
    elif screen.MODE in PAGES:
        document = handout.of_page(screen.page(), app.library, app.today)
    else:
        told = _("Choose a substance first, or fill the combination.")
        app.notify(told, markup=False, timeout=4)
        return

    def content(name: str) -> str:
        form = handout.format_of(name) or "html"
        return handout.formatted(document, form, app.library.language)

    _ask_for_file(app, _("handout.html"), content)


def _ask_for_file(app: "HrTerm", name: str, content: Callable[[str], str]) -> None:
    """Ask where to save, and save what ``content`` makes for that name."""

    def answered(answer: str | None) -> None:
        if answer is None:
            return
        # pathlib's own would raise for a user that there is not
        path = Path(os.path.expanduser(answer))  # noqa: PTH111
        try:
            save(str(path), content(path.name).encode())
        except OSError as error:
            told = _("{path} cannot be written ({reason}).").format(
                path=path, reason=reason(error)
            )
            app.notify(told, severity="error", markup=False, timeout=8)
        else:
            told = _("Saved: {path}").format(path=path)
            app.notify(told, markup=False, timeout=6)

    app.push_screen(AskDialog(_("Save as:"), name), answered)
