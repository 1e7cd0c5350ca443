"""Taking an edition in.

An edition is a new folder that nothing points to until it is whole and on the disk;
then the pointer is replaced in one step. So whatever ends an install leaves the old
edition or the new one, and nothing that is open is ever written to.
"""

import os
import sqlite3
import tempfile
import time
from contextlib import ExitStack
from typing import NamedTuple

from hrterm.editions import places, records, trust
from hrterm.editions.changes import Changes
from hrterm.editions.comparison import compare, since
from hrterm.editions.current import (
    OLDEST,
    Entry,
    Pointer,
    Stamp,
    bundled,
    database_in_use,
    database_of,
    installed_as,
    is_bundled,
    is_preferred,
    newest,
    read_pointer,
)
from hrterm.editions.durable import make_folder, writing
from hrterm.editions.files import read_bounded
from hrterm.editions.locking import PATIENCE, alone
from hrterm.editions.manifest import DATABASE
from hrterm.editions.packs import MOST_BYTES, Pack, open_pack, other_schema
from hrterm.editions.places import editions_path
from hrterm.editions.records import Record, manifest_of, record_of
from hrterm.editions.refusals import EditionError
from hrterm.editions.switching import discard, point, tidy
from hrterm.i18n import _
from hrterm.replacing import sync_folder, write_file
from hrterm.store.library import Library
from hrterm.store.opening import DatabaseError

KEPT = 3
"""Installed editions that stay on the disk: the one in use and those before it."""


_CANNOT_ANSWER = (sqlite3.Error, LookupError, ValueError, TypeError)
"""What asking an edition may raise whose tables are not what its schema promises."""


class Outcome(NamedTuple):
    """An edition that was taken in."""

    path: str
    record: Record


def install(
    file: str,
    allow_unsigned: bool = False,
    allow_older: bool = False,
    patience: float = PATIENCE,
    made_over: str = "",
) -> Outcome:
    """Take in a pack: check all of it, write it, then switch to it.

    Args:
        file: the pack; its signature lies beside it.
        allow_unsigned: take it without the signature of a trusted key.
        allow_older: take it although a newer edition is known here.
        patience: seconds to wait for another install to end.
        made_over: the database that the pack was made from on this computer, with an
            organisation's own additions. No signature is asked for then, nor how old
            it is, if that is an installed edition or the program's own.

    Raises:
        EditionError: when it is refused or cannot be written; nothing was changed.
        DatabaseError: when the pointer cannot be read.
    """
    content = read_bounded(file, MOST_BYTES)
    own_base = made_over if _is_own(made_over) else ""
    if made_over:
        origin = _made_here(made_over, allow_unsigned)
    else:
        origin = trust.origin(content, file, allow_unsigned)
    pack = open_pack(content, file)
    with alone(patience), ExitStack() as undo:
        pointer = _pointer()
        known = newest(bundled(), OLDEST if pointer is None else pointer.outranks)
        new = _stamp_of(pack)
        if new.rank < known.rank and not (allow_older or own_base):
            raise _older(made_over or file, pack, known)
        tidy(pointer)
        folder, record = _written(pack, origin, file, undo)
        entry = Entry(os.path.basename(folder), pack.manifest.edition.schema)
        switched = Pointer(
            newest(new, bundled()),
            (entry, *_before(pointer, pack, own_base))[:KEPT],
        )
        point(switched)
        tidy(switched)
    return Outcome(database_of(entry), record)


def _written(
    pack: Pack, origin: trust.Origin, file: str, undo: ExitStack
) -> tuple[str, Record]:
    """A pack in a folder of its own, examined and whole on the disk.

    Raises:
        EditionError: when it does not hold, or cannot be written.
    """
    with writing(editions_path()):
        folder = _unpacked(pack, undo)
        record = _examined(pack, folder, origin, file)
        write_file(os.path.join(folder, records.FILE), records.to_json(record))
        write_file(os.path.join(folder, places.NEWS), b"")
        sync_folder(folder)
        sync_folder(editions_path())
    return folder, record


def _is_own(base: str) -> bool:
    """Whether a database is an installed edition, or the program's own.

    Raises:
        DatabaseError: when what is installed cannot be read.
    """
    return bool(base) and (
        is_bundled(base) or installed_as(base, read_pointer()) is not None
    )


def _made_here(base: str, allow_unsigned: bool) -> trust.Origin:
    """Who an edition comes from that was made here: a bad base stays a bad base.

    Raises:
        EditionError: when nobody vouches for its base.
        DatabaseError: when what is installed cannot be read.
    """
    if is_bundled(base):
        return trust.Origin("local")
    entry = installed_as(base, read_pointer())
    if entry is not None:
        record = record_of(entry)
        of = trust.Origin("none") if record is None else record.origin
        return of._replace(signature="local") if of.signature == "trusted" else of
    if allow_unsigned:
        return trust.Origin("none")
    raise EditionError(
        "unsigned",
        _(
            "{path} is neither an installed edition nor the program's own, so nobody "
            "vouches for it, and nothing was installed: install a signed edition "
            "first, then add to that one."
        ).format(path=base),
    )


def _pointer() -> Pointer | None:
    """What is installed; None when the pointer is damaged.

    Raises:
        DatabaseError: when the pointer cannot be read.
    """
    try:
        return read_pointer() or Pointer(OLDEST, ())
    except DatabaseError as error:
        if error.code == "damaged":
            return None
        raise


def _before(pointer: Pointer | None, pack: Pack, base: str) -> tuple[Entry, ...]:
    """The editions to which one may go back from a new one.

    When the program's own edition is in use, that one is what stands before. An edition
    that is installed again stands before nothing. What was made here lies over its
    base, and takes the place of what was made over it earlier.
    """
    if pointer is None or not is_preferred(pointer):
        return ()
    entries = pointer.entries
    if base:
        below = installed_as(base, pointer)
        return entries[entries.index(below) :] if below else ()
    told = manifest_of(entries[0])
    if told is not None and told.files[DATABASE].sha256 == pack.digest:
        return entries[1:]
    return entries


def _unpacked(pack: Pack, undo: ExitStack) -> str:
    """Write a pack into a new folder, which is discarded if the install fails.

    Raises:
        OSError: when it cannot be written.
    """
    make_folder(editions_path())
    folder = tempfile.mkdtemp(
        prefix=f"{pack.manifest.edition.version}-{pack.digest[:8]}-",
        dir=editions_path(),
    )
    undo.callback(discard, folder)
    for name, content in pack.parts.items():
        write_file(os.path.join(folder, name), content)
    return folder


def _examined(pack: Pack, folder: str, origin: trust.Origin, file: str) -> Record:
    """Ask the new edition what it would be asked, and what it changes.

    Raises:
        EditionError: when it cannot answer.
        OSError: when it cannot be read back.
    """
    database = os.path.join(folder, DATABASE)
    try:
        with Library(database) as library:
            if library.edition() != pack.manifest.edition:
                raise other_schema(file)
            _question(library)
    except (DatabaseError, *_CANNOT_ANSWER) as error:
        if isinstance(error.__cause__, OSError):
            raise error.__cause__ from error
        raise other_schema(file) from error
    today = time.strftime("%Y-%m-%d")
    return Record(origin, today, *_compared(pack, database))


def _question(library: Library) -> None:
    """Ask one question of every kind.

    Raises:
        sqlite3.Error: when it cannot answer.
        LookupError: when it knows no substance.
    """
    first = library.listing("substance")[0]
    library.sheet(first[0])
    library.check((first[1], first[1]))
    library.search(first[1])
    for asked in (library.law, library.claims, library.cards, library.targets):
        asked()


def _compared(pack: Pack, database: str) -> tuple[str, Changes | None]:
    """The version in use, and what the new edition changes in its answers."""
    try:
        in_use = database_in_use()
        known = since(in_use)
        told = pack.manifest.changes
        if told is None or told.since.data_hash != known.data_hash:
            told = compare(in_use, database)
    except (DatabaseError, *_CANNOT_ANSWER):
        # The edition in use is damaged: a reason more to install another.
        return "", None
    return known.version, told


def _stamp_of(pack: Pack) -> Stamp:
    edition = pack.manifest.edition
    return Stamp(edition.version, edition.newest_review)


def _older(file: str, pack: Pack, known: Stamp) -> EditionError:
    return EditionError(
        "older",
        _(
            "{path} holds edition {version}, reviewed until {date}, and this computer "
            "knows {known}, reviewed until {known_date}: to go back in time, add "
            "--allow-older."
        ).format(
            path=file,
            version=pack.manifest.edition.version,
            date=pack.manifest.edition.newest_review,
            known=known.version,
            known_date=known.newest_review,
        ),
    )
