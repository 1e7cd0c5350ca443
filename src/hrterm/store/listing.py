"""What there is of a kind, as readers expect it sorted, or has something in common."""

import sqlite3

from hrterm.domain.naming import sort_key
from hrterm.store.texts import Texts


def listing(
    kind: str, connection: sqlite3.Connection, texts: Texts
) -> list[tuple[str, str]]:
    """Ids and names of a kind; ``substance`` and ``class`` are kinds here as well."""
    if kind in {"substance", "class"}:
        asked, named = "SELECT id FROM subject WHERE type = ?", "subject"
    else:
        asked, named = "SELECT DISTINCT id FROM label WHERE kind = ?", kind
    names = texts.names(named, [row[0] for row in connection.execute(asked, (kind,))])
    return sorted(names.items(), key=lambda item: (sort_key(item[1]), item[0]))


def members(class_id: str, connection: sqlite3.Connection) -> tuple[str, ...]:
    """The substances of a class and of those below it, by id."""
    rows = connection.execute(
        "SELECT lineage.subject FROM lineage "
        "JOIN subject ON subject.id = lineage.subject AND type = 'substance' "
        "WHERE ancestor = ? ORDER BY 1",
        (class_id,),
    )
    return tuple(row[0] for row in rows)


def dangerous_in_overdose(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The substances of which an overdose is often dangerous, by id."""
    rows = connection.execute(
        "SELECT id FROM subject WHERE type = 'substance' AND overdose = 'high' "
        "ORDER BY 1"
    )
    return tuple(row[0] for row in rows)
