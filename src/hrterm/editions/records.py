"""What is kept beside an installed edition: its origin, and what it changed."""

import hashlib
import json
import os
from typing import Any, NamedTuple, get_args

from hrterm.editions import manifest
from hrterm.editions.changes import Changes
from hrterm.editions.current import Entry, database_of
from hrterm.editions.files import read_bounded
from hrterm.editions.manifest import DATABASE, MANIFEST, Manifest
from hrterm.editions.refusals import EditionError
from hrterm.editions.trust import Origin, Signing
from hrterm.store.opening import DatabaseError, verify

FILE = "record.json"

_SIGNATURES: tuple[Signing, ...] = get_args(Signing)
_MOST_BYTES = 256 << 20


class Record(NamedTuple):
    """How an edition came here."""

    origin: Origin
    installed_on: str
    """The day, YYYY-MM-DD."""
    replaced: str
    """The version that was in use before."""
    changes: Changes | None
    """Against the edition that was in use before; None when that was damaged."""


def to_json(record: Record) -> bytes:
    """A record as its file holds it."""
    document: dict[str, Any] = {
        **record.origin._asdict(),
        "installed_on": record.installed_on,
        "replaced": record.replaced,
    }
    if record.changes is not None:
        document["changes"] = record.changes.document()
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def record_of(entry: Entry) -> Record | None:
    """The record of an installed edition; None when it is lost."""
    content = _beside(entry, FILE)
    try:
        found = json.loads(content or b"")
        signing = _SIGNATURES[_SIGNATURES.index(found["signature"])]
        changes = found.get("changes")
        return Record(
            Origin(signing, found["key_id"], found["name"], found["comment"]),
            str(found["installed_on"]),
            str(found["replaced"]),
            None if changes is None else Changes.of(changes),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def manifest_of(entry: Entry) -> Manifest | None:
    """The manifest of an installed edition; None when it is lost."""
    content = _beside(entry, MANIFEST)
    return None if content is None else manifest.from_json(content)


def is_intact(entry: Entry) -> bool:
    """Whether an installed edition can answer: its database is the one it came with."""
    told = manifest_of(entry)
    if told is None:
        return False
    path = database_of(entry)
    try:
        verify(path)
        content = read_bounded(path, _MOST_BYTES)
    except (DatabaseError, EditionError):
        return False
    return hashlib.sha256(content).hexdigest() == told.files[DATABASE].sha256


def _beside(entry: Entry, name: str) -> bytes | None:
    path = os.path.join(os.path.dirname(database_of(entry)), name)
    try:
        return read_bounded(path, _MOST_BYTES)
    except EditionError:
        return None
