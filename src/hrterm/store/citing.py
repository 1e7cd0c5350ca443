"""Which sources support what."""

import sqlite3
from collections.abc import Iterable
from sys import intern

from hrterm.store.selecting import select


def citations(
    connection: sqlite3.Connection, kind: str, owners: Iterable[object]
) -> dict[str, tuple[str, ...]]:
    """Source ids by owner, in their order; an owner without any is left out."""
    wanted = [str(owner) for owner in owners]
    sql = (
        "SELECT owner, source FROM citation WHERE owner_kind = ? AND owner IN ({ids}) "
        "ORDER BY owner, position"
    )
    found: dict[str, list[str]] = {}
    for owner, source in select(connection, sql, wanted, kind):
        # Few sources support many things: each id is held once.
        found.setdefault(owner, []).append(intern(source))
    return {owner: tuple(sources) for owner, sources in found.items()}
