"""Additions as rows over a copy of an edition, marked as local everywhere."""

import hashlib
import sqlite3
from pathlib import Path

from hrterm.content.build import data_hash
from hrterm.content.local import rows
from hrterm.content.local.reading import Additions
from hrterm.content.rows.shared import Row, Tables
from hrterm.content.texts import TextTable
from hrterm.content.writing import sealing
from hrterm.store.opening import SEAL_BYTES

_NUMBERED = ("fact", "service", "alias", "search_entry", "text_key")
"""Tables whose rows are numbered; the additions go on from the last number."""


def merge(all_additions: list[Additions], base: Path, target: Path) -> None:
    """Write the edition with its additions; the same input gives the same bytes.

    Args:
        all_additions: what each organisation adds, checked.
        base: the edition's database, whole.
        target: a new database.

    Raises:
        OSError: when it cannot be written.
    """
    target.write_bytes(base.read_bytes()[:-SEAL_BYTES])
    with sealing(target) as connection:
        _insert(all_additions, connection)


def _insert(all_additions: list[Additions], connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN")
    connection.execute("PRAGMA defer_foreign_keys = ON")
    found = connection.execute("SELECT id FROM subject WHERE type = 'class'")
    classes = {row[0] for row in found}
    texts, tables = TextTable(), Tables()
    for additions in all_additions:
        rows.add(additions, classes, texts, tables)
    tables["text_key"] = list(texts.keys())
    tables["text"] = list(texts.rows())
    _write(tables, connection)
    _write_meta(all_additions, connection)
    connection.execute("COMMIT")
    connection.execute("INSERT INTO search_index(search_index) VALUES ('optimize')")
    connection.execute("ANALYZE")
    connection.execute("VACUUM")


def _write(tables: Tables, connection: sqlite3.Connection) -> None:
    """Insert every row, numbered on from the edition's own."""
    last = {table: _last(table, connection) for table in _NUMBERED}
    words = tables.pop("search_index", [])
    for table, found in tables.items():
        for row in found:
            _insert_row(table, _renumbered(table, row, last), connection)
    connection.executemany(
        "INSERT INTO search_index (rowid, words) VALUES (?, ?)",
        [(row["id"] + last["search_entry"], row["words"]) for row in words],
    )


def _last(table: str, connection: sqlite3.Connection) -> int:
    row = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()
    return int(row[0])


def _renumbered(table: str, row: Row, last: dict[str, int]) -> Row:
    """A row whose numbers go on from those of the edition."""
    made = dict(row)
    if table in last:
        made["id"] += last[table]
    if table == "text":
        made["id"] += last["text_key"]
    if table == "citation" and row["owner_kind"] in last:
        made["owner"] = str(int(row["owner"]) + last[row["owner_kind"]])
    for column, value in row.items():
        if column.endswith("_text") and value is not None:
            made[column] = value + last["text_key"]
    return made


def _insert_row(table: str, row: Row, connection: sqlite3.Connection) -> None:
    """Insert one row; a spelling that already means the thing is left alone."""
    columns = ", ".join(f'"{column}"' for column in row)
    marks = ", ".join("?" * len(row))
    either = "OR IGNORE " if table == "name" else ""
    connection.execute(
        f"INSERT {either}INTO {table} ({columns}) VALUES ({marks})", tuple(row.values())
    )


def _write_meta(all_additions: list[Additions], connection: sqlite3.Connection) -> None:
    """Say whose additions these are, and give the edition a hash of its own."""
    found = connection.execute("SELECT value FROM meta WHERE key = 'data_hash'")
    digest = hashlib.sha256(found.fetchone()[0].encode())
    lines = []
    for additions in all_additions:
        digest.update(data_hash(additions.folder).encode())
        model = additions.organisation.model
        lines.append(f"{model.id}\t{model.name.root['en']}\t{model.reviewed_on}")
    connection.execute(
        "UPDATE meta SET value = ? WHERE key = 'data_hash'", (digest.hexdigest(),)
    )
    connection.execute(
        "INSERT INTO meta (key, value) VALUES ('local', ?)", ("\n".join(lines),)
    )
