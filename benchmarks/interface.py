"""First frame, key to paint, memory and leaving of the interface, against bare Textual.

    python benchmarks/interface.py [ROUNDS]

Every round starts every application once, in a terminal of 120 by 40.
"""

import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bare import READY
from measuring import Figure, kept_environment, paired, rounds_asked, table
from terminal import Terminal

PYTHON = sys.executable
BARE = str(Path(__file__).with_name("bare.py"))
LEAVE = b"\x11"  # Ctrl+Q
TYPED = b"ketamine"
KINDS = (
    "first frame", "first frame, processor", "key to results", "memory", "leaving",
)  # fmt: skip
REACH = (1.25, 1.25, 1.1, 1.35, 1.1)
"""Of bare Textual with an input."""


class Application(NamedTuple):
    """Something to start, and what stands on its first frame."""

    command: tuple[str, ...]
    first: tuple[str, ...]


class Run(NamedTuple):
    """What one start to end took, in seconds and bytes."""

    frame: float
    cpu: float
    key: float
    memory: float
    leave: float


def applications(database: Sequence[str] = ()) -> dict[str, Application]:
    """The floors, and the interface on a database (by default its own)."""
    hrterm = str(Path(PYTHON).with_name("hrterm"))
    return {
        "bare": Application((PYTHON, BARE, "input"), (READY,)),
        "same widgets": Application((PYTHON, BARE, "same"), (READY,)),
        "hrterm": Application((hrterm, *database), ("EMERGENCY",)),
    }


def run(application: Application, environment: dict[str, str]) -> Run:
    """Start it, type a word letter by letter, leave it."""
    terminal = Terminal(application.command, environment)
    frame = terminal.shown(*application.first)
    cpu = terminal.processor_seconds()
    terminal.settled()
    taken = []
    for letter in TYPED:
        terminal.press(bytes([letter]))
        taken.append(terminal.settled())
    memory = terminal.peak_bytes()
    key = sorted(taken)[len(taken) // 2]
    return Run(frame, cpu, key, memory, terminal.leave(LEAVE))


def measure(rounds: int, database: Sequence[str] = ()) -> list[Figure]:
    """Ratios of the interface to both floors."""
    figures = []
    with tempfile.TemporaryDirectory() as home:
        environment = kept_environment(Path(home))
        runs = {
            name: partial(run, one, environment)
            for name, one in applications(database).items()
        }
        found = {
            name: Run(*values) for name, values in paired(runs, "bare", rounds).items()
        }
    for name in ("A/A", "same widgets", "hrterm"):
        for what, limit, value in zip(KINDS, REACH, found[name], strict=True):
            kept = limit if name == "hrterm" else None
            figures.append(Figure(f"{what} of {name}", value, "bare", kept))
    return figures


if __name__ == "__main__":
    print(table(measure(rounds_asked(11))))
