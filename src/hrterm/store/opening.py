"""Opening an edition: read-only, whole, of this program's schema, or a plain error."""

import hashlib
import os
import sqlite3

SCHEMA_VERSION = "1"
TRAILER = b"hrterm\x00\x01"
"""Stands after SQLite's last page, before the SHA-256 of all that precedes it."""

_DIGEST_BYTES = 32


class DatabaseError(Exception):
    """The database cannot be used; ``code`` says why, ``path`` which.

    Codes: ``missing``, ``unreadable``, ``damaged``, ``foreign``, ``other-schema``,
    ``old-sqlite``.
    """

    def __init__(self, code: str, path: str) -> None:
        """Keep what the front ends need to word it."""
        super().__init__(code, path)
        self.code = code
        self.path = path


def schema_sql() -> str:
    """The statements that create every table and view."""
    path = os.path.join(os.path.dirname(__file__), "schema.sql")
    with open(path, encoding="utf-8") as file:
        return file.read()


def default_path() -> str:
    """The database that came with the program."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return os.path.join(package, "_artefacts", "hrterm.db")


def open_database(path: str) -> sqlite3.Connection:
    """Open a database that is whole and of this schema.

    Raises:
        DatabaseError: when it is not.
    """
    if sqlite3.sqlite_version_info < (3, 37, 0):
        raise DatabaseError("old-sqlite", path)
    verify(path)
    uri = "file:" + _quoted(os.path.abspath(path)) + "?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        connection.execute("PRAGMA query_only = ON")
        found = connection.execute(
            "SELECT value FROM meta WHERE key = 'schema'"
        ).fetchone()
    except sqlite3.Error as error:
        raise DatabaseError("damaged", path) from error
    if found is None or found[0] != SCHEMA_VERSION:
        connection.close()
        raise DatabaseError("other-schema", path)
    return connection


def verify(path: str) -> None:
    """Check the digest that follows the last page.

    SQLite alone lets about a fifth of flipped bits pass.

    Raises:
        DatabaseError: when the file is missing, unreadable, foreign or altered.
    """
    try:
        with open(path, "rb") as file:
            content = file.read()
    except FileNotFoundError as error:
        raise DatabaseError("missing", path) from error
    except OSError as error:
        raise DatabaseError("unreadable", path) from error
    tail = len(TRAILER) + _DIGEST_BYTES
    trailer = content[-tail:-_DIGEST_BYTES]
    if trailer != TRAILER:
        known = content[:16] == b"SQLite format 3\x00"
        raise DatabaseError("damaged" if known else "foreign", path)
    digest = hashlib.sha256(memoryview(content)[:-tail]).digest()
    if digest != content[-_DIGEST_BYTES:]:
        raise DatabaseError("damaged", path)


def _quoted(path: str) -> str:
    """A path as part of a file URI, without importing urllib."""
    path = path.replace("\\", "/")
    for character in "%?#":
        path = path.replace(character, f"%{ord(character):02x}")
    return path if path.startswith("/") else f"/{path}"
