"""Law by substance and place, numbers to call, protection for callers."""

import sqlite3
from typing import Any

from hrterm.domain.law import LegalRecord, Protection, Service, most_urgent_first
from hrterm.store.citing import citations
from hrterm.store.texts import Texts


def places(code: str, connection: sqlite3.Connection) -> list[tuple[str, bool]]:
    """Whose law holds in a place: itself, then its parts, or its parents, marked.

    Raises:
        KeyError: when there is no such jurisdiction.
    """
    row = connection.execute(
        "SELECT code, parent FROM jurisdiction WHERE code = ?", (code,)
    ).fetchone()
    if row is None:
        raise KeyError(code)
    found = [(code, False)]
    parts = connection.execute(
        "SELECT code FROM jurisdiction WHERE parent = ? ORDER BY code", (code,)
    )
    if code != "EU":
        found += [(part[0], False) for part in parts]
    parent = row[1]
    while parent and parent != "EU":
        found.append((parent, True))
        parent = connection.execute(
            "SELECT parent FROM jurisdiction WHERE code = ?", (parent,)
        ).fetchone()[0]
    return found


def records(
    substances: tuple[str, ...],
    code: str,
    connection: sqlite3.Connection,
    texts: Texts,
) -> tuple[LegalRecord, ...]:
    """Legal records, newest first within a place.

    Args:
        substances: only these; all when empty.
        code: only this place with its parts or parents; all when empty.
        connection: the database.
        texts: words in the reader's language.
    """
    marked = dict(places(code, connection)) if code else {}
    rows = _rows(substances, tuple(marked), connection)
    words = texts.texts(row[place] for row in rows for place in (5, 6, 7, 13, 14))
    cited = citations(connection, "law", (row[0] for row in rows))
    made = [
        LegalRecord(
            row[1],
            row[2],
            row[3],
            row[4],
            words.get(row[5], ""),
            words.get(row[6], ""),
            words.get(row[7], ""),
            row[8] or "",
            row[9] or "",
            row[10] or "",
            row[11] or "",
            row[12],
            words.get(row[13], ""),
            words.get(row[14], ""),
            cited.get(str(row[0]), ()),
            marked.get(row[2], False),
        )
        for row in rows
    ]
    order = {place: rank for rank, place in enumerate(marked)}
    if order:
        made.sort(key=lambda record: (record.substance, order[record.jurisdiction]))
    return tuple(made)


def _rows(
    substances: tuple[str, ...],
    jurisdictions: tuple[str, ...],
    connection: sqlite3.Connection,
) -> list[tuple[Any, ...]]:
    """Rows of law for these substances in these places; for all where none is named."""
    where = ["1"]
    for column, wanted in (
        ("substance", substances),
        ("jurisdiction", jurisdictions),
    ):
        if wanted:
            where.append(f"{column} IN ({','.join('?' * len(wanted))})")
    return connection.execute(
        "SELECT id, substance, jurisdiction, status, possession, schedule_text, "
        "instrument_text, item_text, url, effective_from, effective_to, as_of, "
        f"verification, access_text, note_text FROM law WHERE {' AND '.join(where)} "
        "ORDER BY substance, jurisdiction, effective_to IS NOT NULL, "
        "effective_from IS NULL, effective_from DESC, position",
        (*substances, *jurisdictions),
    ).fetchall()


def services(
    code: str, connection: sqlite3.Connection, texts: Texts
) -> tuple[Service, ...]:
    """Numbers to call in a place (its parents' too), most urgent first; or everywhere.

    Raises:
        KeyError: when there is no such place.
    """
    rows = connection.execute(
        "SELECT id, jurisdiction, kind, label_text, number, coalesce(as_of, ''), "
        "verification FROM service ORDER BY jurisdiction, position"
    ).fetchall()
    above = with_parents(code, connection) if code else []
    if above:
        rows = [row for row in rows if row[1] in above]
    words = texts.texts(row[3] for row in rows)
    cited = citations(connection, "service", (row[0] for row in rows))
    made = [
        Service._make((*row[1:3], words[row[3]], *row[4:7], cited.get(str(row[0]), ())))
        for row in rows
    ]
    return tuple(most_urgent_first(made, above) if above else made)


def protection(
    code: str, connection: sqlite3.Connection, texts: Texts
) -> tuple[Protection, ...]:
    """What the law of a place says about people who call for help."""
    rows = connection.execute(
        "SELECT id, jurisdiction, text_text, coalesce(as_of, ''), verification "
        "FROM protection ORDER BY jurisdiction, position"
    ).fetchall()
    if code:
        above = with_parents(code, connection)
        rows = [row for row in rows if row[1] in above]
    words = texts.texts(row[2] for row in rows)
    cited = citations(connection, "protection", (row[0] for row in rows))
    return tuple(
        Protection(row[1], words[row[2]], row[3], row[4], cited.get(str(row[0]), ()))
        for row in rows
    )


def with_parents(code: str, connection: sqlite3.Connection) -> list[str]:
    """A place and everything above it, the Union included.

    Raises:
        KeyError: when there is no such place.
    """
    found: list[str] = []
    one: str | None = code
    while one:
        row = connection.execute(
            "SELECT parent FROM jurisdiction WHERE code = ?", (one,)
        ).fetchone()
        if row is None:
            raise KeyError(one)
        found.append(one)
        one = row[0]
    return found
