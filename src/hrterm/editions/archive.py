"""Named parts in one zip file that can be written in one way only.

Any unzip tool reads it, but this module reads nothing that it would not have written
itself. The library's reader takes what is ambiguous (a name twice, a link, bytes
between the entries), and its writer's bytes are not promised to stay. Nothing is
compressed, so the same parts give the same bytes with every zlib, and nothing in it
can swell.
"""

import struct
import zlib
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_NEEDS = 20
_MADE_BY_UNIX = 3 << 8 | _NEEDS
_FIRST_DAY = 1 << 5 | 1
"""1 January 1980, the earliest date that a zip file can name."""

_PLAIN_FILE = 0o100644 << 16


class Part(NamedTuple):
    """A name that the reader expects, and the most bytes it may have."""

    name: str
    most: int


def write(parts: dict[str, bytes]) -> bytes:
    """The parts as one file, in their order."""
    body, listing = bytearray(), bytearray()
    for name, content in parts.items():
        raw = name.encode()
        checksum, size = zlib.crc32(content), len(content)
        stamp = (0, _FIRST_DAY, checksum, size, size, len(raw), 0)
        listing += _CENTRAL.pack(
            b"PK\1\2", _MADE_BY_UNIX, _NEEDS, 0, 0, *stamp,
            0, 0, 0, _PLAIN_FILE, len(body),
        ) + raw  # fmt: skip
        body += _LOCAL.pack(b"PK\3\4", _NEEDS, 0, 0, *stamp) + raw + content
    count = len(parts)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), len(body), 0)
    return bytes(body + listing + end)


def read(content: bytes, expected: tuple[Part, ...]) -> dict[str, bytes] | None:
    """The parts, by name; None unless they are exactly these, written by ``write``."""
    parts: dict[str, bytes] = {}
    start = 0
    for part in expected:
        begin = start + _LOCAL.size + len(part.name.encode())
        if begin > len(content):
            return None
        size: int = _LOCAL.unpack_from(content, start)[8]
        if size > part.most or begin + size > len(content):
            return None
        parts[part.name] = content[begin : begin + size]
        start = begin + size
    return parts if write(parts) == content else None
