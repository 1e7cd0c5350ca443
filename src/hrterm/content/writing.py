"""A checked corpus into one SQLite file; the same corpus gives the same bytes."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from hrterm.content import rows
from hrterm.content.corpus import Corpus
from hrterm.content.texts import TextTable
from hrterm.store import opening

Row = dict[str, Any]

_PRIMARY = 0xFF
"""The part of SQLite's error codes that says what kind of error it is."""
_SYSTEM = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EACCES,
}


def write(corpus: Corpus, meta: dict[str, str], path: Path) -> None:
    """Write the database into ``path``, an empty file.

    Raises:
        OSError: when it cannot be written.
        sqlite3.Error: when a row breaks the schema (the checker lets none through).
    """
    with sealing(path) as connection:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.executescript(opening.schema_sql())
        connection.execute("BEGIN")
        connection.execute("PRAGMA defer_foreign_keys = ON")
        _fill(Database(connection), corpus, meta)
        connection.execute("COMMIT")
        connection.execute("INSERT INTO search_index(search_index) VALUES ('optimize')")
        connection.execute("ANALYZE")
        connection.execute("VACUUM")


@contextmanager
def sealing(path: Path) -> Iterator[sqlite3.Connection]:
    """A database to write, which is sealed at the end.

    What the system refuses is told as such, not as an error of the database.

    Raises:
        OSError: a full disk, no permission, a device that fails.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            yield connection
    except sqlite3.OperationalError as error:
        number = _SYSTEM.get(error.sqlite_errorcode & _PRIMARY)
        if number is None:
            raise
        raise OSError(number, os.strerror(number), str(path)) from error
    seal(path)


def seal(path: Path) -> None:
    """Append what ``store.opening`` checks each time."""
    with path.open("r+b") as file:
        pages = file.read()
        file.write(opening.seal(pages))


def _fill(database: Database, corpus: Corpus, meta: dict[str, str]) -> None:
    texts = TextTable()
    tables: dict[str, list[Row]] = {
        "meta": [{"key": key, "value": value} for key, value in sorted(meta.items())],
        **rows.all_rows(corpus, texts),
    }
    tables["text_key"] = list(texts.keys())
    tables["text"] = list(texts.rows())
    words = tables.pop("search_index")
    for table in _parents_first(database.conn):
        _insert(database, table, tables.pop(table, []))
    assert not tables, f"rows for no table: {', '.join(tables)}"
    database.conn.executemany(
        "INSERT INTO search_index (rowid, words) VALUES (:id, :words)", words
    )


def _parents_first(connection: sqlite3.Connection) -> list[str]:
    """The tables, each after those that it refers to.

    While any row waits for its parent, SQLite looks through every row that might,
    each time that a parent comes: that takes the square of the size.
    """
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    ).fetchall()
    referred = {
        table: sorted(
            {
                row[2]
                for row in connection.execute(f"PRAGMA foreign_key_list({table})")
                if row[2] != table
            }
        )
        for (table,) in tables
    }
    return list(TopologicalSorter(referred).static_order())


def _insert(database: Database, table: str, found: list[Row]) -> None:
    if found:
        database.table(table).insert_all(found, batch_size=500)
