"""Opening an edition: read-only, whole, of this program's schema, or a plain error."""

import os
import sqlite3
import stat
import zlib
from io import FileIO

SCHEMA_VERSION = "2"
TRAILER = b"hrterm\x00\x02"
"""Stands after SQLite's last page, before the CRC-32 of all that precedes it.

A checksum tells damage. Against forgers, who could write any digest anew, editions that
travel are signed. It takes a fifth of the time of a SHA-256, at every lookup.
"""
SEAL_BYTES = len(TRAILER) + 4
_PIECE_BYTES = 1 << 18
HELD_BYTES = 1 << 25
"""The largest file (32 MB) of which an old laptop's memory is asked to hold a copy."""


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


def peek(path: str) -> tuple[str, str]:
    """The version and newest review of a database, without checking that it is whole.

    Both are empty when it does not say. It orders editions on every lookup; the one
    that answers is checked when it is opened.
    """
    try:
        connection = open_unchecked(path)
        try:
            told = meta(connection)
        finally:
            connection.close()
    except sqlite3.Error:
        return "", ""
    return told.get("version", ""), told.get("newest_review", "")


def open_database(path: str) -> sqlite3.Connection:
    """Open a database that is whole and of this schema.

    Raises:
        DatabaseError: when it is not.
    """
    if sqlite3.sqlite_version_info < (3, 37, 0):
        raise DatabaseError("old-sqlite", path)
    verify(path)
    try:
        connection = open_unchecked(path)
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


def held(connection: sqlite3.Connection, path: str) -> sqlite3.Connection:
    """An open database as it is now, in memory.

    What becomes of the file (a stick that is pulled out, a file that is cut) changes no
    answer any more. A file of more than ``HELD_BYTES`` stays where it is.

    Raises:
        DatabaseError: when it changed since it was opened, or can no longer be read.
    """
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        if os.stat(path).st_size > HELD_BYTES:
            return connection
        connection.execute("PRAGMA cache_size = -256")  # each page is read but once
        connection.backup(copy)
        verify(path)  # what was copied stood in a file that is still whole
        copy.execute("PRAGMA query_only = ON")
    except OSError as error:
        raise DatabaseError("unreadable", path) from error
    except sqlite3.Error as error:
        raise DatabaseError("damaged", path) from error
    return copy


def open_unchecked(path: str) -> sqlite3.Connection:
    """Open a database without asking whether it is whole or of this schema.

    Only for what says nothing of any risk: what shells offer while someone types, and
    which edition is the newer one.

    Raises:
        sqlite3.Error: when there is no such file.
    """
    return sqlite3.connect(_read_only(path), uri=True, isolation_level=None)


def meta(connection: sqlite3.Connection) -> dict[str, str]:
    """What an edition says of itself: version, dates, who reviewed it, schema."""
    return dict(connection.execute("SELECT key, value FROM meta").fetchall())


def seal(pages: bytes) -> bytes:
    """What stands behind the pages of a database."""
    return TRAILER + zlib.crc32(pages).to_bytes(4, "big")


def verify(path: str) -> None:
    """Check the seal that follows the last page.

    SQLite alone lets about a fifth of flipped bits pass.

    Raises:
        DatabaseError: when the file is missing, unreadable, foreign or altered.
    """
    try:
        # Anything but a file (a pipe, a device) might never end.
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise DatabaseError("unreadable", path)
        with open(path, "rb", buffering=0) as file:
            _verify(file, path)
    except FileNotFoundError as error:
        raise DatabaseError("missing", path) from error
    except (OSError, ValueError) as error:
        raise DatabaseError("unreadable", path) from error


def _verify(file: FileIO, path: str) -> None:
    begin = file.read(16)
    body = os.fstat(file.fileno()).st_size - SEAL_BYTES
    file.seek(max(0, body))
    end = file.read()
    if body < 0 or not end.startswith(TRAILER):
        known = begin == b"SQLite format 3\x00"
        raise DatabaseError("damaged" if known else "foreign", path)
    checksum = 0
    # Piece by piece: one buffer stays in the processor's cache, a whole file does not.
    buffer = memoryview(bytearray(_PIECE_BYTES))
    file.seek(0)
    while body > 0 and (count := file.readinto(buffer[: min(body, _PIECE_BYTES)])):
        checksum = zlib.crc32(buffer[:count], checksum)
        body -= count
    if checksum.to_bytes(4, "big") != end[len(TRAILER) :]:
        raise DatabaseError("damaged", path)


def _read_only(path: str) -> str:
    """A file URI that opens a database read-only, leaving no file beside it.

    The authority is empty, so that two strokes at the start of a path name none.
    """
    return "file://" + _quoted(os.path.abspath(path)) + "?mode=ro&immutable=1"


def _quoted(path: str) -> str:
    """A path as part of a file URI, without importing urllib."""
    if os.sep == "\\":
        path = path.replace("\\", "/")
    quoted = "".join(
        f"%{byte:02x}" if byte > 0x7E or byte in b"%?#" else chr(byte)
        for byte in os.fsencode(path)
    )
    return quoted if quoted.startswith("/") else f"/{quoted}"
