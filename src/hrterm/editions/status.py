"""Where the edition in use comes from, and what else is installed."""

from typing import Literal, NamedTuple

from hrterm.editions.current import (
    Entry,
    bundled,
    database_of,
    is_preferred,
    read_pointer,
    stamp_of,
)
from hrterm.editions.records import Record, manifest_of, record_of
from hrterm.store.opening import SCHEMA_VERSION, default_path


class Status(NamedTuple):
    """What ``hrterm data info`` tells of a database beyond its own words."""

    place: Literal["installed", "program", "file"]
    record: Record | None = None
    """How it was installed; None when it was not, or that is lost."""
    before: str = ""
    """The version to which ``hrterm data rollback`` goes; empty when to none."""
    newer_in_program: str = ""
    """The program's own version, when an older one was chosen over it."""
    left_out: str = ""
    """The version that is installed and not used."""
    reason: Literal["", "older", "other-schema"] = ""
    """Why it is not."""


def status(path: str) -> Status:
    """The standing of a database.

    Raises:
        DatabaseError: when the pointer cannot be read.
    """
    pointer = read_pointer()
    entries = pointer.entries if pointer else ()
    versions = [_version(entry) for entry in entries]
    if pointer and is_preferred(pointer) and path == database_of(entries[0]):
        own = bundled()
        is_older = stamp_of(path).rank < own.rank
        return Status(
            "installed",
            record_of(entries[0]),
            versions[1] if len(versions) > 1 else own.version,
            own.version if is_older else "",
        )
    if path != default_path():
        return Status("file")
    if not entries:
        return Status("program")
    other = entries[0].schema != SCHEMA_VERSION
    return Status(
        "program",
        before="" if other else versions[0],
        left_out=versions[0],
        reason="other-schema" if other else "older",
    )


def _version(entry: Entry) -> str:
    told = manifest_of(entry)
    return "?" if told is None else told.edition.version
