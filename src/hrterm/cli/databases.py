"""Which database answers."""

import os

from hrterm.editions.current import database_in_use


def database_path(asked: str | None) -> str:
    """``--db``, else ``HRTERM_DB``, else the installed edition, else the program's."""
    return asked or os.environ.get("HRTERM_DB") or database_in_use()
