"""A pack: one file that holds an edition, its licence and a manifest."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from hrterm.domain.source import day_of
from hrterm.editions import archive, manifest
from hrterm.editions.archive import Part
from hrterm.editions.changes import Changes
from hrterm.editions.comparison import compare
from hrterm.editions.durable import writing
from hrterm.editions.files import read_bounded
from hrterm.editions.manifest import DATABASE, LICENCE, MANIFEST, Digest, Manifest
from hrterm.editions.minisign import SUFFIX, SecretKey, sign
from hrterm.editions.refusals import EditionError
from hrterm.i18n import _
from hrterm.replacing import replace_file
from hrterm.store.library import Library
from hrterm.store.opening import SCHEMA_VERSION

_PARTS = (
    Part(MANIFEST, 4 << 20),
    Part(LICENCE, 1 << 18),
    Part(DATABASE, 128 << 20),
)
MOST_BYTES = sum(part.most for part in _PARTS) + 4096
"""The most bytes of a pack; what is larger is not even read to its end."""

_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}", re.ASCII)


class Pack(NamedTuple):
    """What a pack holds, every digest checked."""

    manifest: Manifest
    parts: dict[str, bytes]

    @property
    def database(self) -> bytes:
        """The database's bytes."""
        return self.parts[DATABASE]

    @property
    def digest(self) -> str:
        """SHA-256 of the database."""
        return self.manifest.files[DATABASE].sha256


def make(database: str, since: str = "") -> Pack:
    """Pack a database; the same database gives the same pack.

    Args:
        database: the database, as ``content.build`` writes it.
        since: a database or pack of the edition before; it tells the changes.

    Raises:
        DatabaseError: when the database, or the one before, cannot be used.
        EditionError: when its version is none that can be ordered.
    """
    changes: Changes | None = None
    with Library(database) as library:
        edition = library.edition()
    if since:
        with database_in(since) as before:
            changes = compare(before, database)
    if not _VERSION.fullmatch(edition.version):
        raise EditionError(
            "no-pack",
            _(
                "the edition's version {version} is no number such as 2026.11: write "
                "one into the file EDITION of the data folder."
            ).format(version=edition.version),
        )
    parts = {
        LICENCE: licence(),
        DATABASE: read_bounded(database, _PARTS[-1].most),
    }
    files = {name: _digest(content) for name, content in parts.items()}
    told = Manifest(edition, files, changes)
    return Pack(told, {MANIFEST: manifest.to_json(told), **parts})


def save(pack: Pack, target: str, secret: SecretKey | None) -> None:
    """Write a pack, and its signature beside it.

    Raises:
        EditionError: when they cannot be written.
    """
    content = archive.write(pack.parts)
    with writing(target):
        replace_file(os.path.abspath(target), content)
    if secret is not None:
        edition = pack.manifest.edition
        comment = f"hrterm edition {edition.version}, data {edition.data_hash}"
        signature = sign(content, secret, comment).encode()
        with writing(target + SUFFIX):
            replace_file(os.path.abspath(target) + SUFFIX, signature)


def open_pack(content: bytes, path: str) -> Pack:
    """A pack from its bytes; nothing is written.

    Args:
        content: the file's bytes.
        path: what to call it in an error.

    Raises:
        EditionError: ``no-pack`` or ``other-schema``.
    """
    parts = archive.read(content, _PARTS)
    told = None if parts is None else manifest.from_json(parts[MANIFEST])
    if parts is None or told is None or not _holds(told, parts):
        raise EditionError(
            "no-pack",
            _(
                "{path} is no hrterm edition, or is damaged, and was refused: ask for "
                "another copy."
            ).format(path=path),
        )
    if told.edition.schema != SCHEMA_VERSION:
        raise other_schema(path)
    return Pack(told, parts)


def other_schema(path: str) -> EditionError:
    """The error for an edition that this program cannot read."""
    return EditionError(
        "other-schema",
        _(
            "{path} was made for another version of hrterm and was refused: install "
            "the version that it was made for, or ask for a matching edition."
        ).format(path=path),
    )


@contextmanager
def database_in(path: str) -> Iterator[str]:
    """A database, or the one in a pack, for as long as it is asked.

    Whoever compares or packs names files of their own: no signature is asked for.

    Raises:
        EditionError: when it is a pack that cannot be used.
    """
    content = read_bounded(path, MOST_BYTES)
    if not content.startswith(b"PK"):
        yield path
        return
    pack = open_pack(content, path)
    with tempfile.TemporaryDirectory(prefix="hrterm-") as folder:
        database = os.path.join(folder, DATABASE)
        with open(database, "wb") as file:
            file.write(pack.database)
        yield database


def licence() -> bytes:
    """The licence of the data, as every pack carries it."""
    with open(os.path.join(os.path.dirname(__file__), "licence.txt"), "rb") as file:
        return file.read()


def _holds(told: Manifest, parts: dict[str, bytes]) -> bool:
    """Whether the parts are what the manifest says, and it says what can be ordered."""
    edition = told.edition
    if not _VERSION.fullmatch(edition.version):
        return False
    if day_of(edition.newest_review) is None:
        return False
    if told.files.keys() != {LICENCE, DATABASE}:
        return False
    return all(digest == _digest(parts[name]) for name, digest in told.files.items())


def _digest(content: bytes) -> Digest:
    return Digest(len(content), hashlib.sha256(content).hexdigest())
