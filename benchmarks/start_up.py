"""How long a command takes to answer.

    python benchmarks/start_up.py [ROUNDS]

R1 is ``python -c "import sqlite3, argparse"`` of the same interpreter. Every round runs
every command once; a ratio is the median of the paired ratios of all rounds.
"""

import sys
import tempfile
from functools import partial
from pathlib import Path

from measuring import Figure, kept_environment, paired, rounds_asked, run_once, table

PYTHON = sys.executable
HRTERM = str(Path(PYTHON).with_name("hrterm"))
FLOOR = (PYTHON, "-c", "import sqlite3, argparse")
TEN = (
    "MDMA", "alcohol", "ketamine", "cocaine", "heroin", "diazepam", "sertraline",
    "GHB", "cannabis", "LSD",
)  # fmt: skip
FRENCH = ("--lang", "fr")
COMMANDS: dict[str, tuple[tuple[str, ...], float | None]] = {
    "--version": (("--version",), 1.2),
    "--help": (("--help",), None),
    "check of two, French": (("check", "MDMA", "phenelzine", *FRENCH), 2.2),
    "check of ten, French": (("check", *TEN, *FRENCH), None),
    "search, French": (("search", "keta", *FRENCH), 2.2),
    "show, French": (("show", "ketamine", *FRENCH), None),
    "legal, French": (("legal", "MDMA", "--in", "CA", *FRENCH), None),
    "emergency, French": (("emergency", *FRENCH), None),
}

REACH = {name: reach for name, (_given, reach) in COMMANDS.items()}


def measure(rounds: int) -> list[Figure]:
    """Ratios of processor time, which drifts less than the clock, and of the clock."""
    with tempfile.TemporaryDirectory() as home:
        environment = kept_environment(Path(home))
        commands = {
            "R1": FLOOR,
            **{name: (HRTERM, *given) for name, (given, _reach) in COMMANDS.items()},
        }
        runs = {
            name: partial(run_once, command, environment)
            for name, command in commands.items()
        }
        found = paired(runs, "R1", rounds)
    return [
        Figure(
            name,
            cpu,
            "R1",
            REACH.get(name),
            note=f"{wall:.2f} by the clock",
        )
        for name, (wall, cpu) in found.items()
    ]


if __name__ == "__main__":
    print(table(measure(rounds_asked(15))))
