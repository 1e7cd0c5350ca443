"""Keys, small editions and hostile packs."""

import base64
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hrterm.content.build import build
from hrterm.editions import archive, minisign, packs
from hrterm.editions.minisign import PublicKey, SecretKey
from hrterm.editions.packs import Pack
from tests.building import DataFolder


class Keys(NamedTuple):
    """A pair of keys, as files."""

    secret: Path
    public: Path

    @property
    def key(self) -> SecretKey:
        return minisign.read_secret_key(self.secret.read_text())

    @property
    def id(self) -> str:
        return minisign.read_public_key(self.public.read_text()).id


def make_keys(folder: Path, number: int) -> Keys:
    """The same number gives the same keys."""
    seed = bytes([number % 256]) * 32
    name = number.to_bytes(8, "little")
    point = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    raw = b"Ed\0\0B2" + bytes(48) + name + seed + point + bytes(32)
    secret, public = folder / f"{number}.key", folder / f"{number}.pub"
    text = base64.b64encode(raw).decode()
    secret.write_text(f"untrusted comment: a key\n{text}\n")
    public.write_text(PublicKey(name, point).file)
    return Keys(secret, public)


def make_database(
    folder: Path, version: str, *substances: str, risk: str = "caution"
) -> Path:
    """A small edition that rates its first two substances together."""
    data = DataFolder(folder / f"data-{version}")
    names = substances or ("mdma", "ghb")
    for name in names:
        data.substance(name)
    a, b = sorted(names[:2])
    data.pairs(a, data.statement(a, b, "sedation", risk))
    (data.path / "EDITION").write_text(f"{version}\n")
    database = folder / f"{version}.db"
    build(data.path, database)
    return database


def make_pack(database: Path, target: Path, keys: Keys | None) -> Path:
    packs.save(packs.make(str(database)), str(target), keys.key if keys else None)
    return target


def sign(pack: Path, keys: Keys) -> None:
    """Sign a pack as it is, whatever it holds."""
    text = minisign.sign(pack.read_bytes(), keys.key, "forged")
    Path(f"{pack}{minisign.SUFFIX}").write_text(text)


def rebuilt(pack: Path, change: Callable[[Pack], dict[str, bytes]]) -> None:
    """Write a pack anew, in hrterm's own form, with other parts in it."""
    opened = packs.open_pack(pack.read_bytes(), str(pack))
    pack.write_bytes(archive.write(change(opened)))


class Zipped(NamedTuple):
    """An entry that the library's writer makes."""

    name: str
    content: bytes
    mode: int = 0o100644
    compression: int = zipfile.ZIP_STORED


def zip_with(pack: Path, entries: list[Zipped], comment: bytes = b"") -> None:
    """A zip file as anybody's tool would make it."""
    with zipfile.ZipFile(pack, "w") as file:
        file.comment = comment
        for entry in entries:
            info = zipfile.ZipInfo(entry.name)
            info.external_attr = entry.mode << 16
            info.compress_type = entry.compression
            file.writestr(info, entry.content)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, the lock left out."""
    return {
        os.path.relpath(path, folder): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }
