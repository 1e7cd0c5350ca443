"""Damage to an edition, and whether it is noticed."""

from pathlib import Path

from hrterm.store.opening import DatabaseError, verify

PAGE = 4096
"""Bytes of a page of the database."""


def is_refused(path: Path) -> bool:
    """Whether the file's own seal gives it away."""
    try:
        verify(str(path))
    except DatabaseError as error:
        return error.code in {"damaged", "foreign"}
    return False


def flip(path: Path, bit: int) -> None:
    """Turn one bit over; twice leaves the file as it was."""
    with path.open("r+b") as file:
        file.seek(bit // 8)
        byte = file.read(1)[0]
        file.seek(bit // 8)
        file.write(bytes([byte ^ (1 << bit % 8)]))
