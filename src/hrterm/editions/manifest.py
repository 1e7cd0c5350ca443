"""What a pack says of itself: which edition, the digests of its parts, what changed."""

import json
from typing import Any, NamedTuple

from hrterm.domain.source import Edition
from hrterm.editions.changes import Changes

FORMAT = 1
DATABASE = "hrterm.db"
LICENCE = "LICENSE-DATA"
MANIFEST = "manifest.json"
_MOST_TEXT = 200


class Digest(NamedTuple):
    """How a part must come out."""

    size: int
    sha256: str


class Manifest(NamedTuple):
    """The manifest of a pack."""

    edition: Edition
    files: dict[str, Digest]
    changes: Changes | None
    """Against the edition that the maintainers named when they packed it."""


def to_json(manifest: Manifest) -> bytes:
    """The manifest's one way to be written."""
    edition = manifest.edition
    document: dict[str, Any] = {
        "format": FORMAT,
        "kind": "hrterm-edition",
        "edition": {
            "version": edition.version,
            "schema": edition.schema,
            "data_hash": edition.data_hash,
            "newest_review": edition.newest_review,
            "reviewed_by": list(edition.reviewed_by),
        },
        "files": {
            name: {"size": digest.size, "sha256": digest.sha256}
            for name, digest in manifest.files.items()
        },
    }
    if manifest.changes is not None:
        document["changes"] = manifest.changes.document()
    text = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True)
    return text.encode() + b"\n"


def from_json(content: bytes) -> Manifest | None:
    """A manifest in bytes; None when they are none that this program understands."""
    try:
        found = json.loads(content, object_pairs_hook=_without_repeats)
        if found["format"] != FORMAT or found["kind"] != "hrterm-edition":
            return None
        edition = found["edition"]
        reviewers = tuple(_text(name) for name in edition["reviewed_by"])
        changes = found.get("changes")
        return Manifest(
            Edition(
                _text(edition["version"]),
                _text(edition["data_hash"]),
                _text(edition["newest_review"]),
                reviewers,
                _text(edition["schema"]),
            ),
            {name: _digest(one) for name, one in found["files"].items()},
            None if changes is None else Changes.of(changes),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _digest(found: Any) -> Digest:
    """A digest as the manifest writes it.

    Raises:
        ValueError: when it is none.
    """
    size = found["size"]
    if type(size) is not int:
        raise ValueError(size)
    return Digest(size, _text(found["sha256"]))


def _text(found: Any) -> str:
    """A short text.

    Raises:
        ValueError: when it is none.
    """
    if not isinstance(found, str) or len(found) > _MOST_TEXT:
        raise ValueError(found)
    return found


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys stand once.

    Raises:
        ValueError: when one stands twice.
    """
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found
