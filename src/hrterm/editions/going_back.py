"""Going back from an installed edition to the one before."""

import os
from contextlib import suppress

from hrterm.editions.current import (
    OLDEST,
    Entry,
    Pointer,
    bundled,
    database_of,
    is_preferred,
    newest,
    read_pointer,
    stamp_of,
)
from hrterm.editions.locking import alone
from hrterm.editions.places import NEWS
from hrterm.editions.records import is_intact
from hrterm.editions.refusals import EditionError
from hrterm.editions.switching import point
from hrterm.i18n import _
from hrterm.store.opening import SCHEMA_VERSION, DatabaseError, default_path


def roll_back() -> str:
    """Go back to the edition before, over those that are damaged; its database.

    Raises:
        EditionError: when there is none before, or the pointer cannot be written.
    """
    with alone():
        try:
            pointer = read_pointer()
        except DatabaseError:
            # What it named is lost; the edition in the program is not.
            point(Pointer(OLDEST, ()))
            return default_path()
        if pointer is None or not pointer.entries:
            raise _nothing_before()
        in_use = is_preferred(pointer)
        left = list(pointer.entries[1:] if in_use else pointer.entries)
        while left and not _is_usable(left[0]):
            del left[0]
        if not left and not in_use:
            raise _nothing_before()
        stamps = [stamp_of(database_of(entry)) for entry in left[:1]]
        point(Pointer(newest(bundled(), *stamps) if left else OLDEST, tuple(left)))
    if not left:
        return default_path()
    path = database_of(left[0])
    with suppress(OSError):
        # What one goes back to is no news.
        os.unlink(os.path.join(os.path.dirname(path), NEWS))
    return path


def _is_usable(entry: Entry) -> bool:
    return entry.schema == SCHEMA_VERSION and is_intact(entry)


def _nothing_before() -> EditionError:
    return EditionError(
        "no-edition",
        _(
            "there is no edition to go back to: the one that came with the program is "
            "in use."
        ),
    )
