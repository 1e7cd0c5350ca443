"""Every flipped bit and every cut of an edition is refused, or the answer is right.

    python -m tests.hostile.flip [--real EDITION] [--sample 20000]

First every bit and every length of a small edition; then a sample of bits and every
page of a real one. Each tenth of a sample is asked through the command line as well.
"""

import argparse
import os
import random
import shutil
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from hrterm.content.build import build
from hrterm.store.opening import default_path, verify
from tests.building import DataFolder
from tests.hostile.asking import ask
from tests.hostile.damaging import PAGE, flip, is_refused
from tests.hostile.folders import fill


def accepted(path: Path, bits: Iterable[int]) -> list[int]:
    """The bits that can be flipped without being noticed: none, one hopes."""
    found = []
    for bit in bits:
        flip(path, bit)
        if not is_refused(path):
            found.append(bit)
        flip(path, bit)
    verify(str(path))
    return found


def accepted_lengths(path: Path, ends: Iterable[int]) -> list[int]:
    """The lengths, longest first, to which it can be cut without being noticed."""
    found = []
    for end in ends:
        os.truncate(path, end)
        if not is_refused(path):
            found.append(end)
    return found


def answered(path: Path, bits: Iterable[int], question: tuple[str, ...]) -> list[int]:
    """The bits that, flipped, give a command line anything but exit 3 or the truth."""
    found = []
    right = ask(*question, "--db", str(path))
    for bit in bits:
        flip(path, bit)
        said = ask(*question, "--db", str(path))
        if said != right and (said.code != 3 or said.err.count("\n") != 1):
            found.append(bit)
        flip(path, bit)
    return found


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.flip")
    parser.add_argument("--real", type=Path, default=Path(default_path()))
    parser.add_argument("--sample", type=int, default=20_000)
    given = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = DataFolder(Path(temporary, "data"))
        fill(folder)
        small = Path(temporary, "small.db")
        build(folder.path, small)
        real = Path(shutil.copy(given.real, Path(temporary, "real.db")))
        question = ("check", "mdma", "phenelzine", "--json")
        chance = random.Random(1)
        size, bits = small.stat().st_size, real.stat().st_size * 8
        sample = [chance.randrange(bits) for _ in range(given.sample)]
        few = [chance.randrange(size * 8) for _ in range(given.sample // 10)]
        pages = range((bits // 8 - 1) // PAGE * PAGE, -1, -PAGE)
        anywhere = sorted(chance.randrange(bits // 8) for _ in range(1000))[::-1]
        found = [
            *tried("bits, asked (small)", few, answered(small, few, question)),
            *tried("bits (real)", sample, accepted(real, sample)),
            *tried("bits, asked (real)", sample[::10],
                   answered(real, sample[::10], question)),
            *tried("bits (small)", range(size * 8), accepted(small, range(size * 8))),
            *tried("lengths (small)", range(size - 1, -1, -1),
                   accepted_lengths(small, range(size - 1, -1, -1))),
            *tried("pages (real)", pages,
                   accepted_lengths(Path(shutil.copy(real, real.with_suffix(".cut"))),
                                    pages)),
            *tried("lengths (real)", anywhere, accepted_lengths(real, anywhere)),
        ]  # fmt: skip
    return 1 if found else 0


START = time.monotonic()


def tried(what: str, places: list[int] | range, found: list[int]) -> list[int]:
    """Tell how many were tried, and where something was not noticed."""
    seconds = time.monotonic() - START
    sys.stdout.write(f"{what}: {len(places)} tried, {found} passed, {seconds:.0f} s\n")
    sys.stdout.flush()
    return found


if __name__ == "__main__":
    sys.exit(main())
