"""What there is of a kind, as readers expect it sorted."""

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
