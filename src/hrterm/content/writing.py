"""A checked corpus into one SQLite file; the same corpus gives the same bytes."""

import hashlib
import sqlite3
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from hrterm.content import rows
from hrterm.content.corpus import Corpus
from hrterm.content.texts import TextTable
from hrterm.store.opening import TRAILER, schema_sql

Row = dict[str, Any]


def write(corpus: Corpus, meta: dict[str, str], path: Path) -> None:
    """Write the database to ``path``, replacing what is there.

    Raises:
        OSError: when the folder cannot be written.
        sqlite3.Error: when a row breaks the schema (the checker lets none through).
    """
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.executescript(schema_sql())
        connection.execute("BEGIN")
        connection.execute("PRAGMA defer_foreign_keys = ON")
        _fill(Database(connection), corpus, meta)
        connection.execute("COMMIT")
        connection.execute("INSERT INTO search_index(search_index) VALUES ('optimize')")
        connection.execute("ANALYZE")
        connection.execute("VACUUM")
    finally:
        connection.close()
    seal(path)


def _fill(database: Database, corpus: Corpus, meta: dict[str, str]) -> None:
    texts = TextTable()
    tables: dict[str, list[Row]] = {
        "meta": [{"key": key, "value": value} for key, value in sorted(meta.items())],
        **rows.all_rows(corpus, texts),
    }
    tables["text_key"] = list(texts.keys())
    tables["text"] = list(texts.rows())
    words = tables.pop("search_index")
    for table, found in tables.items():
        _insert(database, table, found)
    database.conn.executemany(
        "INSERT INTO search_index (rowid, words) VALUES (:id, :words)", words
    )


def _insert(database: Database, table: str, found: list[Row]) -> None:
    if found:
        database.table(table).insert_all(found, batch_size=500)


def seal(path: Path) -> None:
    """Append the digest that ``store.opening`` checks each time."""
    digest = hashlib.sha256(path.read_bytes()).digest()
    with path.open("ab") as file:
        file.write(TRAILER + digest)
