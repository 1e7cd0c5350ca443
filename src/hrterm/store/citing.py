"""Which sources support what."""

import sqlite3
from collections.abc import Iterable


def citations(
    connection: sqlite3.Connection, kind: str, owners: Iterable[object]
) -> dict[str, tuple[str, ...]]:
    """Source ids by owner, in their order; an owner without any is left out."""
    wanted = [str(owner) for owner in owners]
    found: dict[str, list[str]] = {}
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        marks = ",".join("?" * len(some))
        for owner, source in connection.execute(
            "SELECT owner, source FROM citation WHERE owner_kind = ? "
            f"AND owner IN ({marks}) ORDER BY owner, position",
            [kind, *some],
        ):
            found.setdefault(owner, []).append(source)
    return {owner: tuple(sources) for owner, sources in found.items()}
