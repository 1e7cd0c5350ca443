"""Whose editions are taken: the trusted keys, and who signed what."""

import json
import os
from typing import Literal, NamedTuple

from hrterm.editions import locking, minisign
from hrterm.editions.durable import writing
from hrterm.editions.files import read_bounded
from hrterm.editions.minisign import PublicKey
from hrterm.editions.places import within
from hrterm.editions.refusals import EditionError
from hrterm.i18n import _
from hrterm.replacing import replace_file

_MOST_BYTES = 1_000_000
_MOST_NAME = 80


Signing = Literal["trusted", "unknown-key", "none", "local"]
"""Whether a trusted key signed an edition, another, or none; or it was made here.

What was made here lies over an edition that a trusted key signed (the key is told), or
over the program's own.
"""


class TrustedKey(NamedTuple):
    """A key and the name that its owner was given here."""

    key: PublicKey
    name: str


class Origin(NamedTuple):
    """Who an edition comes from."""

    signature: Signing
    key_id: str = ""
    name: str = ""
    comment: str = ""
    """What the signer wrote beside it; covered by the signature."""


def path() -> str:
    """The file of trusted keys."""
    return within("trusted.json")


def trusted() -> dict[str, TrustedKey]:
    """The trusted keys by their number.

    Raises:
        EditionError: when the file is damaged.
    """
    if not os.path.lexists(path()):
        return {}
    content = read_bounded(path(), _MOST_BYTES)
    try:
        found = json.loads(content)
        keys = [
            TrustedKey(minisign.read_public_key(one["key"]), str(one["name"]))
            for one in found
        ]
    except (ValueError, KeyError, TypeError, RecursionError, EditionError) as error:
        raise EditionError(
            "unreadable",
            _(
                "the list of trusted keys at {path} is damaged: remove the file and "
                "trust the keys again."
            ).format(path=path()),
        ) from error
    return {one.key.id: one for one in keys}


def add(word: str, name: str = "") -> TrustedKey:
    """Trust a key from now on.

    Args:
        word: a public key, or the file that holds one.
        name: whose it is.

    Raises:
        EditionError: when it is no key, or the list cannot be written.
    """
    text = word
    if os.path.exists(word):
        text = read_bounded(word, minisign.MOST_BYTES).decode("utf-8", "replace")
    key = minisign.read_public_key(text)
    with locking.alone():
        keys = trusted()
        known = keys.get(key.id)
        if known is not None and known.key != key:
            raise EditionError(
                "no-key",
                _(
                    "another key with the number {id} is trusted already: remove it "
                    "first if this one takes its place."
                ).format(id=key.id),
            )
        given = name or (known.name if known else "")
        keys[key.id] = TrustedKey(key, given[:_MOST_NAME])
        _write(keys)
    return keys[key.id]


def remove(id_: str) -> TrustedKey:
    """Trust a key no longer.

    Raises:
        EditionError: when it is not trusted, or the list cannot be written.
    """
    with locking.alone():
        keys = trusted()
        gone = keys.pop(id_.upper(), None)
        if gone is None:
            raise EditionError(
                "missing",
                _("no key {id} is trusted here. See: hrterm data trust").format(id=id_),
            )
        _write(keys)
    return gone


def _write(keys: dict[str, TrustedKey]) -> None:
    listed = [
        {"key": one.key.text, "name": one.name} for _, one in sorted(keys.items())
    ]
    text = json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
    with writing(path()):
        replace_file(path(), text.encode())


def origin(content: bytes, pack: str, allow_unsigned: bool) -> Origin:
    """Who signed a pack.

    A signature that does not hold is refused even when unsigned packs are allowed.

    Args:
        content: the pack's bytes.
        pack: its path; the signature lies beside it.
        allow_unsigned: take it without a signature, or with a stranger's.

    Raises:
        EditionError: ``unsigned``, ``foreign``, ``tampered``.
    """
    beside = pack + minisign.SUFFIX
    if not os.path.lexists(beside):
        if allow_unsigned:
            return Origin("none")
        raise EditionError(
            "unsigned",
            _(
                "{path} carries no signature ({signature} is missing) and was refused: "
                "ask its makers for it."
            ).format(path=pack, signature=beside),
        )
    signature = minisign.read_signature(read_bounded(beside, minisign.MOST_BYTES))
    if signature is None:
        raise _tampered(pack)
    known = trusted().get(signature.key_id)
    if known is None:
        if allow_unsigned:
            return Origin("unknown-key", signature.key_id)
        raise EditionError(
            "foreign",
            _(
                "{path} is signed with the key {id}, which is not trusted here, and "
                "was refused. If you know whose key it is: hrterm data trust KEY"
            ).format(path=pack, id=signature.key_id),
        )
    if not minisign.verifies(content, signature, known.key):
        raise _tampered(pack)
    return Origin("trusted", signature.key_id, known.name, signature.comment)


def _tampered(pack: str) -> EditionError:
    return EditionError(
        "tampered",
        _(
            "the signature of {path} does not hold: it was changed or damaged after it "
            "was signed, and was refused. Ask for another copy."
        ).format(path=pack),
    )
