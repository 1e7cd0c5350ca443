"""Which edition answers: the installed one, or the one that came with the program.

Every lookup asks, so this reads one small file and imports nothing that it would not
need anyway.
"""

import os
from typing import NamedTuple

from hrterm.editions.places import editions_path, pointer_path
from hrterm.store.opening import SCHEMA_VERSION, DatabaseError, default_path, peek

DATABASE = "hrterm.db"
_HEAD = "hrterm editions 1"
_MOST_BYTES = 4096
_NAME_CHARACTERS = frozenset("0123456789abcdefghijklmnopqrstuvwxyz.-_")


class Stamp(NamedTuple):
    """What editions are ordered by."""

    version: str
    newest_review: str

    @property
    def rank(self) -> tuple[tuple[int, ...], str]:
        """The numbers of the version, then the newest review.

        A version that is no number ranks lowest.
        """
        parts = self.version.split(".")
        if not all(part.isascii() and part.isdecimal() for part in parts):
            return (), self.newest_review
        return tuple(int(part) for part in parts), self.newest_review


OLDEST = Stamp("", "")


class Entry(NamedTuple):
    """An installed edition as the pointer names it."""

    folder: str
    schema: str


class Pointer(NamedTuple):
    """What the pointer file says."""

    outranks: Stamp
    """The edition that came with the program is used only if it ranks above this."""
    entries: tuple[Entry, ...]
    """The installed edition, then those before it."""
    program: str = "-"
    """The mark of the program's own database when the pointer was written."""


def database_of(entry: Entry) -> str:
    """The database of an installed edition."""
    return os.path.join(editions_path(), entry.folder, DATABASE)


def database_in_use() -> str:
    """The database that answers when no other is named.

    Raises:
        DatabaseError: when the pointer cannot be read or is damaged.
    """
    pointer = read_pointer()
    if pointer is None or not is_preferred(pointer):
        return default_path()
    return database_of(pointer.entries[0])


def is_preferred(pointer: Pointer) -> bool:
    """Whether the installed edition is used, and not the one in the program.

    An edition of another schema cannot answer; one that an upgrade of the program has
    overtaken should not.
    """
    if not pointer.entries or pointer.entries[0].schema != SCHEMA_VERSION:
        return False
    if pointer.program == program_mark():
        return True
    return bundled().rank <= pointer.outranks.rank


def is_bundled(path: str) -> bool:
    """Whether a database is the one that came with the program."""
    return _is_same(path, default_path())


def installed_as(path: str, pointer: Pointer | None) -> Entry | None:
    """The installed edition whose database a path names; None when it is another's."""
    for entry in pointer.entries if pointer else ():
        if _is_same(path, database_of(entry)):
            return entry
    return None


def _is_same(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def program_mark() -> str:
    """What tells, without opening it, that the program's own database is another."""
    path = default_path()
    try:
        found = os.stat(path)
    except OSError:
        return "-"
    return _mark(f"{path} {found.st_size} {found.st_mtime_ns} {found.st_ino}".encode())


def bundled() -> Stamp:
    """The stamp of the edition that came with the program."""
    return stamp_of(default_path())


def stamp_of(path: str) -> Stamp:
    """The stamp of a database, which nobody has checked."""
    return Stamp(*peek(path))


def newest(*stamps: Stamp) -> Stamp:
    """The one that ranks highest."""
    return max(stamps, key=lambda stamp: stamp.rank)


def read_pointer() -> Pointer | None:
    """What is installed; None when nothing is.

    Raises:
        DatabaseError: when the pointer is there and cannot be read, or is damaged.
    """
    path = pointer_path()
    try:
        with open(path, "rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        # A home that this user may not enter holds nothing of theirs.
        if not os.path.lexists(path):
            return None
        raise DatabaseError("unreadable", path) from error
    pointer = parse(content)
    if pointer is None:
        raise DatabaseError("damaged", path)
    return pointer


def parse(content: bytes) -> Pointer | None:
    """The pointer in a file's bytes; None unless they are whole."""
    body, mark, checksum = content.rpartition(b"end ")
    if not mark or checksum != f"{_mark(body)}\n".encode():
        return None
    try:
        head, outranks, program, *lines = body.decode().splitlines()
        _, version, newest_review = outranks.split(" ")
        entries = tuple(Entry(*line.split(" ")[1:]) for line in lines)
    except (ValueError, TypeError):
        return None
    if head != _HEAD or not all(_is_plain(entry.folder) for entry in entries):
        return None
    held = Stamp(version.removeprefix("-"), newest_review.removeprefix("-"))
    return Pointer(held, entries, program.removeprefix("program "))


def written(pointer: Pointer) -> bytes:
    """The bytes of a pointer file."""
    held = pointer.outranks
    version = held.version if held.rank[0] else "-"
    lines = [
        _HEAD,
        f"outranks {version} {held.newest_review or '-'}",
        f"program {pointer.program}",
    ]
    lines += [f"edition {entry.folder} {entry.schema}" for entry in pointer.entries]
    body = "".join(f"{line}\n" for line in lines).encode()
    return body + f"end {_mark(body)}\n".encode()


def _mark(content: bytes) -> str:
    """Tells what was cut or altered by accident, or is another."""
    import zlib  # most lookups find no pointer

    return f"{zlib.crc32(content):08x}"


def _is_plain(name: str) -> bool:
    """Whether a name stays where it is put."""
    return name[:1] not in {"", "."} and _NAME_CHARACTERS.issuperset(name)
