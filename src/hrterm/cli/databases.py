"""Which database answers."""

import os

from hrterm.editions.places import pointer_path
from hrterm.store.opening import default_path


def database_path(asked: str | None) -> str:
    """``--db``, else ``HRTERM_DB``, else the installed edition, else the program's."""
    named = asked or os.environ.get("HRTERM_DB")
    if named:
        return named
    if not os.path.lexists(pointer_path()):
        return default_path()
    from hrterm.editions.current import database_in_use

    return database_in_use()
