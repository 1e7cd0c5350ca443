"""How fast data is read, checked and written.

python benchmarks/pipeline.py [DATA]
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import yaml
from measuring import Figure, table

from hrterm.content.build import build
from hrterm.content.checking import check
from hrterm.content.corpus import files, load
from hrterm.content.problems import Problems
from hrterm.content.reading import parse

ROUNDS = 5


class Phases(NamedTuple):
    """Seconds of the processor's time."""

    reading: float
    checking: float
    whole: float
    """Writing included."""


def measure(data: Path) -> list[Figure]:
    """How reading compares to its floor, and what a build is made of."""
    speed = reading_speed(data)
    taken = phases(data)
    return [
        Figure(
            "speed of reading YAML", speed, "CSafeLoader", 0.9, True,
            "strictly, with the place of everything",
        ),
        Figure("build, seconds of the processor", taken.whole),
        Figure("of these, reading and validating", taken.reading),
        Figure("of these, checking", taken.checking),
    ]  # fmt: skip


def reading_speed(data: Path) -> float:
    """How many times as fast as CSafeLoader our strict reading is."""
    texts = [path.read_text("utf-8") for path in files(data)]
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)
        middle = time.process_time()
        for text in texts:
            parse(text, "file.yaml", Problems())
        found.append((middle - start) / (time.process_time() - middle))
    return statistics.median(found)


def phases(data: Path) -> Phases:
    """One build, and its first two thirds alone."""
    problems = Problems()
    start = time.process_time()
    corpus = load(data, problems)
    read = time.process_time()
    check(corpus, problems)
    checked = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        build(data, Path(folder) / "hrterm.db")
    built = time.process_time()
    return Phases(read - start, checked - read, built - checked)


if __name__ == "__main__":
    here = Path(__file__).parent.parent / "data"
    print(table(measure(Path(sys.argv[1]) if len(sys.argv) > 1 else here)))
