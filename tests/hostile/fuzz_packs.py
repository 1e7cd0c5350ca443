"""Fuzzes what editions arrive in: packs, manifests, signatures and keys."""

import atheris

from tests.hostile.fuzzing import fuzz

with atheris.instrument_imports(include=["hrterm"]):
    from hrterm.domain.source import Edition
    from hrterm.editions import archive, manifest
    from hrterm.editions.manifest import DATABASE, LICENCE, MANIFEST, Digest, Manifest
    from hrterm.editions.minisign import (
        SecretKey,
        public_key,
        read_public_key,
        read_secret_key,
        read_signature,
        sign,
        verifies,
    )
    from hrterm.editions.packs import open_pack
    from hrterm.editions.refusals import EditionError

KEY = SecretKey(b"12345678", bytes(32))
PUBLIC = public_key(KEY)
PARTS = {LICENCE: b"licence", DATABASE: b"database"}


def once(data: bytes) -> None:
    """Take the bytes for a pack, a manifest in a pack, a signature and a key."""
    for content in (data, archive.write({MANIFEST: data, **PARTS})):
        try:
            pack = open_pack(content, "a.hrpack")
        except EditionError as error:
            assert error.code in {"no-pack", "other-schema"}
        else:
            assert archive.write(pack.parts) == content
            again = manifest.from_json(manifest.to_json(pack.manifest))
            assert again == pack.manifest
    signature = read_signature(data)
    if signature is not None and verifies(b"content", signature, PUBLIC):
        # Only its first line, which no signature covers, may be another.
        own = sign(b"content", KEY, signature.comment)
        assert signature == read_signature(own.encode())
    text = data.decode("utf-8", "replace")
    for read in (read_public_key, read_secret_key):
        try:
            read(text)
        except EditionError as error:
            assert error.code == "no-key"


def seeds() -> list[bytes]:
    """One of each that holds."""
    edition = Edition("2026.11", "0" * 64, "2026-11-24", (), "1")
    files = {LICENCE: Digest(7, "0" * 64), DATABASE: Digest(8, "0" * 64)}
    told = manifest.to_json(Manifest(edition, files, None))
    return [
        archive.write({MANIFEST: told, **PARTS}),
        told,
        sign(b"content", KEY, "a comment").encode(),
        PUBLIC.file.encode(),
        PUBLIC.text.encode(),
    ]


if __name__ == "__main__":
    fuzz(once, seeds())
