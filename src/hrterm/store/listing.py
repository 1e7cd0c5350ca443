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
    missing = {id_ for (id_,) in connection.execute(asked, (kind,))}
    found: list[tuple[str, str, str]] = []
    # The keys by which names are sorted were worked out when the edition was made.
    labels = "SELECT id, name, sort_key FROM label WHERE kind = ? AND language = ?"
    for language in texts.languages:
        if missing:
            some = connection.execute(labels, (named, language))
            found += [row for row in some if row[0] in missing]
            missing.difference_update([row[0] for row in found])
    others = texts.names(named, missing)
    found += [(id_, name, sort_key(name)) for id_, name in others.items()]
    return [(id_, name) for id_, name, _key in sorted(found, key=_as_sorted)]


def _as_sorted(label: tuple[str, str, str]) -> tuple[str, str]:
    return label[2], label[0]


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
