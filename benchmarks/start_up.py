"""How long commands take to answer, as ratios to a floor, interleaved in one run.

    .venv/bin/python benchmarks/start_up.py [ROUNDS]

R1 is ``python -c "import sqlite3, argparse"`` of the same interpreter. Every round runs
every command once; the ratio is the median of the paired ratios of all rounds. The floor
runs twice in each round: the ratio of the two (A/A) says how far the run can be trusted.
"""

import os
import statistics
import subprocess
import sys
import time

PYTHON = sys.executable
FLOOR = [PYTHON, "-c", "import sqlite3, argparse"]
HRTERM = [PYTHON, "-m", "hrterm"]
COMMANDS = {
    "A/A": FLOOR,
    "--version": [*HRTERM, "--version"],
    "--help": [*HRTERM, "--help"],
    "check, French": [*HRTERM, "check", "MDMA", "phenelzine", "--lang", "fr"],
    "check of ten": [*HRTERM, "check", "MDMA", "alcohol", "ketamine", "cocaine",
                     "heroin", "diazepam", "sertraline", "GHB", "cannabis", "LSD"],
    "search, French": [*HRTERM, "search", "keta", "--lang", "fr"],
    "show": [*HRTERM, "show", "ketamine"],
    "legal": [*HRTERM, "legal", "MDMA", "--in", "CA"],
}  # fmt: skip


def once(command: list[str], environment: dict[str, str]) -> float:
    """Seconds from start to end of one process."""
    start = time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=False)
    return time.perf_counter() - start


def main(rounds: int) -> None:
    """Measure and print a table."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    ratios: dict[str, list[float]] = {name: [] for name in COMMANDS}
    floors = []
    for number in range(rounds + 1):
        floor = once(FLOOR, kept)
        for name, command in COMMANDS.items():
            ratio = once(command, kept) / floor
            if number:
                ratios[name].append(ratio)
        floors.append(floor)
    print(f"floor (R1): {statistics.median(floors) * 1000:.1f} ms, {rounds} rounds")
    for name, found in ratios.items():
        print(f"{name:<16} {statistics.median(found):5.2f} x R1")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
