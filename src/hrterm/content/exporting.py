"""An edition as open data: one file a table or view, and what they are."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from typing import Any

from hrterm.content.schema_page import LICENCE, LICENCE_URL, Table, tables
from hrterm.store.opening import meta, open_database

FORMATS = ("json", "csv")
DESCRIPTION = "datapackage.json"
LEFT_OUT = frozenset({"search_index", "search_entry"})
"""What only the program's own search can use."""


def export(path: str, form: str) -> Iterator[tuple[str, str]]:
    """The names and texts of the files of an export; the same edition, the same text.

    Args:
        path: the database.
        form: one of ``FORMATS``.

    Raises:
        DatabaseError: when the database cannot be used.
    """
    with closing(open_database(path)) as connection:
        wanted = [table for table in tables() if table.name not in LEFT_OUT]
        for table in wanted:
            text = (
                _json(table, connection) if form == "json" else _csv(table, connection)
            )
            yield f"{table.name}.{form}", text
        yield DESCRIPTION, _description(wanted, form, meta(connection))


def _rows(table: Table, connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    order = ", ".join(str(place + 1) for place in range(len(table.columns)))
    yield from connection.execute(f"SELECT {names} FROM {table.name} ORDER BY {order}")


def _json(table: Table, connection: sqlite3.Connection) -> str:
    """A list of objects; what is absent is left out."""
    names = [column.name for column in table.columns]
    lines = [
        json.dumps(
            {
                name: value
                for name, value in zip(names, row, strict=True)
                if value is not None
            },
            ensure_ascii=False,
        )
        for row in _rows(table, connection)
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _csv(table: Table, connection: sqlite3.Connection) -> str:
    """A header and rows; what is absent is empty."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows(_rows(table, connection))
    return buffer.getvalue()


def _description(wanted: list[Table], form: str, told: dict[str, str]) -> str:
    """A Data Package descriptor: which edition, which licence, what each file holds."""
    document = {
        "name": "hrterm",
        "title": "hrterm: harm reduction data",
        "version": told["version"],
        "hash": f"sha256:{told['data_hash']}",
        "licenses": [{"name": LICENCE, "path": LICENCE_URL}],
        "resources": [
            {
                "name": table.name.replace("_", "-"),
                "path": f"{table.name}.{form}",
                "description": table.text,
                "schema": {
                    "fields": [
                        {
                            "name": column.name,
                            "type": "integer" if column.type == "INTEGER" else "string",
                        }
                        for column in table.columns
                    ]
                },
            }
            for table in wanted
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
