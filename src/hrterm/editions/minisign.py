"""Keys and signatures in minisign's format, so that the real tool can do the same.

A signature holds two: one over the file (``ED``: over its BLAKE2b-512 digest; ``Ed``,
the older form: over its bytes), one over the first and the trusted comment.
"""

import base64
import binascii
import hashlib
from typing import NamedTuple

from hrterm.editions.refusals import EditionError
from hrterm.i18n import _

SUFFIX = ".minisig"
MOST_BYTES = 16_384
"""No key or signature is larger: minisign's comments end at 8192."""

_UNTRUSTED = "untrusted comment: "
_TRUSTED = "trusted comment: "
_KEY_SIZE = 2 + 8 + 32
_SIGNATURE_SIZE = 2 + 8 + 64
_SECRET_SIZE = 2 + 2 + 2 + 32 + 8 + 8 + 8 + 32 + 32 + 32
_NO_PASSWORD = b"\0\0"


class PublicKey(NamedTuple):
    """A key that signatures are checked with."""

    number: bytes
    point: bytes

    @property
    def id(self) -> str:
        """The key's number as minisign prints it."""
        return _shown(self.number)

    @property
    def text(self) -> str:
        """The key as one word, as ``minisign -P`` takes it."""
        return base64.b64encode(b"Ed" + self.number + self.point).decode()

    @property
    def file(self) -> str:
        """The key as minisign writes it into a file."""
        return f"{_UNTRUSTED}minisign public key {self.id}\n{self.text}\n"


class SecretKey(NamedTuple):
    """A key without a password that signatures are made with."""

    number: bytes
    seed: bytes


class Signature(NamedTuple):
    """What a ``.minisig`` file holds."""

    prehashed: bool
    number: bytes
    of_file: bytes
    comment: str
    of_comment: bytes

    @property
    def key_id(self) -> str:
        """The number of the key it says it was made with."""
        return _shown(self.number)


def read_public_key(text: str) -> PublicKey:
    """A public key from its file's text, or from the bare word.

    Raises:
        EditionError: ``no-key`` when it is none.
    """
    lines = text.strip().splitlines()
    if len(lines) == 2 and lines[0].startswith(_UNTRUSTED):
        del lines[0]
    raw = _decoded(lines[0], _KEY_SIZE) if len(lines) == 1 else None
    if raw is None or raw[:2] != b"Ed":
        raise EditionError(
            "no-key",
            _(
                "this is no minisign public key: give its file, or the word that "
                "begins with RW."
            ),
        )
    return PublicKey(raw[2:10], raw[10:])


def read_secret_key(text: str) -> SecretKey:
    """A secret key without a password, from its file's text.

    Raises:
        EditionError: ``no-key`` when it is none, or has a password.
    """
    lines = text.strip().splitlines()
    raw = None
    if len(lines) == 2 and lines[0].startswith(_UNTRUSTED):
        raw = _decoded(lines[1], _SECRET_SIZE)
    if raw is None or raw[:2] != b"Ed":
        raise EditionError(
            "no-key",
            _("this is no minisign secret key: make one with minisign -G -W."),
        )
    if raw[2:4] != _NO_PASSWORD:
        raise EditionError(
            "no-key",
            _(
                "this secret key has a password: pack without --sign, then sign the "
                "pack with minisign -S -m FILE."
            ),
        )
    number, seed, point = raw[54:62], raw[62:94], raw[94:126]
    if _point_of(seed) != point:
        raise EditionError(
            "no-key",
            _("this secret key is damaged: take its copy, or make another."),
        )
    return SecretKey(number, seed)


def public_key(secret: SecretKey) -> PublicKey:
    """The public half of a secret key."""
    return PublicKey(secret.number, _point_of(secret.seed))


def sign(content: bytes, secret: SecretKey, comment: str) -> str:
    """The text of a ``.minisig`` file; the same input gives the same text.

    Args:
        content: what is signed.
        secret: the key.
        comment: one line that the signature covers and minisign prints.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(secret.seed)
    of_file = key.sign(hashlib.blake2b(content).digest())
    of_comment = key.sign(of_file + comment.encode())
    first = base64.b64encode(b"ED" + secret.number + of_file).decode()
    second = base64.b64encode(of_comment).decode()
    return (
        f"{_UNTRUSTED}signature from hrterm, key {_shown(secret.number)}\n{first}\n"
        f"{_TRUSTED}{comment}\n{second}\n"
    )


def read_signature(content: bytes) -> Signature | None:
    """A signature from its file's bytes; None when it is damaged."""
    try:
        lines = content.decode().removesuffix("\n").split("\n")
    except UnicodeDecodeError:
        return None
    lines = [line.removesuffix("\r") for line in lines]
    if len(content) > MOST_BYTES or len(lines) != 4:
        return None
    if not (lines[0].startswith(_UNTRUSTED) and lines[2].startswith(_TRUSTED)):
        return None
    first, second = _decoded(lines[1], _SIGNATURE_SIZE), _decoded(lines[3], 64)
    if first is None or second is None or first[:2] not in {b"ED", b"Ed"}:
        return None
    comment = lines[2].removeprefix(_TRUSTED)
    return Signature(first[:2] == b"ED", first[2:10], first[10:], comment, second)


def verifies(content: bytes, signature: Signature, key: PublicKey) -> bool:
    """Whether a signature of this key holds for these bytes and its own comment."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if signature.number != key.number:
        return False
    signed = hashlib.blake2b(content).digest() if signature.prehashed else content
    point = Ed25519PublicKey.from_public_bytes(key.point)
    try:
        point.verify(signature.of_file, signed)
        point.verify(
            signature.of_comment, signature.of_file + signature.comment.encode()
        )
    except InvalidSignature:
        return False
    return True


def _point_of(seed: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(seed)
    return key.public_key().public_bytes_raw()


def _decoded(text: str, size: int) -> bytes | None:
    """Base64 of exactly so many bytes, written in the one canonical way."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    canonical = base64.b64encode(raw).decode() == text
    return raw if canonical and len(raw) == size else None


def _shown(number: bytes) -> str:
    # As minisign itself writes it: without leading zeros.
    return f"{int.from_bytes(number, 'little'):X}"
