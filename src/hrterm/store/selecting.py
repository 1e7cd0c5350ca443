"""Rows for many ids at once: SQLite takes a bounded number of parameters."""

import sqlite3
from collections.abc import Sequence

TYPE_CHECKING = False  # typing's own would cost an import
if TYPE_CHECKING:
    from typing import Any

_AT_ONCE = 500


def select(
    connection: sqlite3.Connection,
    sql: str,
    ids: Sequence[int] | Sequence[str],
    *first: str,
) -> "list[Any]":
    """The rows of a query, whose ``{ids}`` stands for a list of ids.

    Args:
        connection: the database.
        sql: what to ask; it is asked once for every 500 ids, so that an order holds
            among those only.
        ids: what ``{ids}`` stands for, without repetitions.
        first: parameters that stand before the ids.
    """
    found: list[Any] = []
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        asked = sql.format(ids=",".join("?" * len(some)))
        found += connection.execute(asked, (*first, *some)).fetchall()
    return found
