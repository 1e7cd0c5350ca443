"""Starting the interface: what must be settled before the toolkit is loaded."""

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrterm.tui.app import HrTerm

FRAMES = "TEXTUAL_FPS"
"""Read by the toolkit when it is loaded: how often it may draw, a second."""


TRACEBACK = "HRTERM_TRACEBACK"
"""Asks to be shown a mistake of ours in full, with what was typed in it."""
MISTAKEN = 70
"""The exit code after one: EX_SOFTWARE, where systems know it."""


def start(path: str, language: str, settings: dict[str, str]) -> int:
    """Open the interface on a database, and return the exit code.

    Raises:
        DatabaseError: when it cannot be used.
    """
    from hrterm.store.library import Library
    from hrterm.store.opening import DatabaseError

    with Library(path, language) as library:
        app_class = _load()
        app = app_class(library, settings)
        try:
            app.run()
        except Exception as error:
            if os.environ.get(TRACEBACK):
                raise
            app.mistake = type(error).__name__
    if app.has_lost_edition:
        raise DatabaseError("damaged", path)
    if app.mistake:
        _own_up(app.mistake)
        return MISTAKEN
    if app.leaves_quickly:
        # The screen, the lines scrolled out of it, and the cursor to the top.
        sys.__stdout__.write("\x1b[2J\x1b[3J\x1b[H")  # type: ignore[union-attr]
        sys.__stdout__.flush()  # type: ignore[union-attr]
    return app.return_code or 0


def _own_up(mistake: str) -> None:
    """Say that the interface ended by a mistake of its own, and nothing that was typed.

    Args:
        mistake: the kind of error, as Python calls it.
    """
    from hrterm.i18n import _

    told = _(
        "the interface ended because of a mistake in it ({kind}): open it again. To "
        "report it, set {variable}=1, which shows the whole error and may show what "
        "was typed."
    ).format(kind=mistake, variable=TRACEBACK)
    if sys.stderr is not None:
        sys.stderr.write(f"hrterm: {told}\n")


def _load() -> "type[HrTerm]":
    """The application's class, with the toolkit loaded as it suits hrterm."""
    # A key is answered within a hundredth of a second rather than a sixtieth.
    os.environ.setdefault(FRAMES, "120")
    # Nothing here opens a connection; asyncio does without encryption for them.
    blocked = "ssl" not in sys.modules
    if blocked:
        sys.modules["ssl"] = None  # type: ignore[assignment]
    # Loading makes objects and no garbage: the first frame need not wait for a search.
    gc.disable()
    try:
        from hrterm.tui.app import HrTerm
    finally:
        if blocked:
            del sys.modules["ssl"]
    return HrTerm
