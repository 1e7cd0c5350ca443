"""Once the first frame stands: what it did not need, and what a long run will."""

import gc
from contextlib import suppress
from typing import TYPE_CHECKING

from hrterm.editions.news import mark_seen, unseen
from hrterm.store.opening import DatabaseError

if TYPE_CHECKING:
    from hrterm.tui.app import HrTerm

GARBAGE = (2_000, 10, 10)
"""How much is made before the interpreter looks for garbage, as Python has it."""


def settle(app: "HrTerm") -> None:
    """Look for garbage again, hold the edition in memory, show what is new in it."""
    # A lookup ends before garbage matters; dialogs that come and go for hours leave
    # some.
    gc.set_threshold(*GARBAGE)
    gc.enable()
    gc.collect()
    gc.freeze()
    with suppress(DatabaseError):
        # Damaged or gone since it was opened: what is open goes on answering.
        app.library.hold()
    _show_news(app)


def _show_news(app: "HrTerm") -> None:
    """What is new, until it was closed once."""
    news = unseen(app.library, app.today)
    if news is None:
        return

    from hrterm.tui.dialogs.reading import ReadDialog

    def closed(_answer: None) -> None:
        mark_seen(app.library)

    app.push_screen(ReadDialog(news), closed)
