"""Damaged databases: the right answer, or exit 3 and one sentence; never another."""

import os
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from hrterm.store.opening import verify
from tests.hostile.asking import Said, ask
from tests.hostile.damaging import PAGE, flip, is_refused
from tests.hostile.effort import EXAMPLES

QUESTION = ("check", "MDMA", "phenelzine", "--json")


@pytest.fixture
def copy(database: Path, tmp_path: Path) -> Path:
    """The real edition, to be damaged."""
    return Path(shutil.copy(database, tmp_path / "copy.db"))


@pytest.fixture(scope="module")
def right(database: Path) -> Said:
    """What the whole edition answers."""
    return ask(*QUESTION, "--db", str(database))


def test_every_truncation_at_a_page_is_refused(copy: Path) -> None:
    size = copy.stat().st_size
    for end in range((size - 1) // PAGE * PAGE, -1, -PAGE):
        os.truncate(copy, end)
        assert is_refused(copy), end


def test_every_truncation_near_the_end_is_refused(copy: Path) -> None:
    size = copy.stat().st_size
    for end in range(size - 1, size - 200, -1):
        os.truncate(copy, end)
        assert is_refused(copy), end


def test_flipped_bits_are_refused(copy: Path) -> None:
    bits = copy.stat().st_size * 8
    chance = random.Random(11)
    every = [
        *range(0, 16 * 8),
        *range(bits - 40 * 8, bits),
        *(chance.randrange(bits) for _ in range(EXAMPLES or 200)),
    ]
    for bit in every:
        flip(copy, bit)
        assert is_refused(copy), bit
        flip(copy, bit)
    verify(str(copy))


def test_the_command_line_says_so(copy: Path, right: Said) -> None:
    chance = random.Random(12)
    for _ in range(12):
        bit = chance.randrange(copy.stat().st_size * 8)
        flip(copy, bit)
        said = ask(*QUESTION, "--db", str(copy))
        assert said.code == 3 and said.err.count("\n") == 1, bit
        assert "pairs" not in said.out
        flip(copy, bit)
    assert ask(*QUESTION, "--db", str(copy)) == right


def test_more_at_the_end_is_refused(copy: Path) -> None:
    with copy.open("ab") as file:
        file.write(b"\x00")
    assert is_refused(copy)


def test_a_journal_beside_it_changes_nothing(copy: Path, right: Said) -> None:
    for ending in ("-journal", "-wal", "-shm"):
        Path(f"{copy}{ending}").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 512)
    assert ask(*QUESTION, "--db", str(copy)) == right


def test_a_database_of_other_tables(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE meta (key, value)")
    connection.commit()
    connection.close()
    said = ask(*QUESTION, "--db", str(path))
    assert said.code == 3 and said.err.count("\n") == 1


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/dev/stdin", "/", ""])
def test_what_is_no_file_is_refused_at_once(path: str) -> None:
    said = ask(*QUESTION, "--db", path) if path else ask(*QUESTION, "--db=/proc/self")
    assert said.code == 3 and said.err.count("\n") == 1


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert ask(*QUESTION, "--db", str(pipe)).code == 3


def test_a_vast_file_is_refused_unread(tmp_path: Path) -> None:
    vast = tmp_path / "vast.db"
    with vast.open("wb") as file:
        file.write(b"SQLite format 3\x00")
        file.truncate(1 << 40)
    assert ask(*QUESTION, "--db", str(vast)).code == 3
