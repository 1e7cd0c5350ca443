"""Paired, interleaved timing: ratios to a floor that runs in the same round."""

import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

WARM_UP = 1
DRIFT = 0.05
"""How far the ratio of the floor to itself may lie from 1 in a run to be trusted."""


class Figure(NamedTuple):
    """One result: a ratio, or a plain number when ``floor`` is empty."""

    name: str
    value: float
    floor: str = ""
    """What it is a multiple of."""
    reach: float | None = None
    """What it should not exceed; what it should reach when ``more``."""
    more: bool = False
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether it lies within its reach."""
        if self.reach is None:
            return True
        return self.value >= self.reach if self.more else self.value <= self.reach


class Cost(NamedTuple):
    """Seconds of one process, and of the processor's time in it."""

    wall: float
    cpu: float


def kept_environment(home: Path) -> dict[str, str]:
    """The environment without what changes Python's speed, and with a home of its own.

    ``PYTHONDONTWRITEBYTECODE`` alone makes a first start four times as slow.
    """
    dropped = ("PYTHON", "LC_", "LANG", "HRTERM", "XDG_", "COLUMNS", "LINES")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(dropped)}
    return {**kept, "HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm-256color"}


def run_once(command: tuple[str, ...], environment: dict[str, str]) -> Cost:
    """Run a process to its end with nothing to read and nowhere to write."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, nowhere, number) for number in (0, 1, 2)]
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, environment, file_actions=actions)
    _, _status, used = os.wait4(process, 0)
    wall = time.perf_counter() - start
    os.close(nowhere)
    return Cost(wall, used.ru_utime + used.ru_stime)


def paired(
    runs: Mapping[str, Callable[[], Sequence[float]]], floor: str, rounds: int
) -> dict[str, list[float]]:
    """The median of each run's ratios to the floor of the same round.

    Args:
        runs: what to run; each gives its costs, always the same kinds of them.
        floor: which of them the others are divided by. It runs twice in each round,
            and the second is reported as ``A/A``.
        rounds: how many count; one more warms up.
    """
    ratios: dict[str, list[list[float]]] = {name: [] for name in ("A/A", *runs)}
    for number in range(rounds + WARM_UP):
        base = runs[floor]()
        costs = {
            "A/A": runs[floor](),
            **{n: run() for n, run in runs.items() if n != floor},
        }
        if number < WARM_UP:
            continue
        for name, cost in costs.items():
            pairs = zip(cost, base, strict=True)
            ratios[name].append([one / of if of else 0.0 for one, of in pairs])
    return {
        name: [statistics.median(column) for column in zip(*rows, strict=True)]
        for name, rows in ratios.items()
        if rows
    }


def each(calls: Sequence[Callable[[], object]]) -> list[float]:
    """Seconds of each call, sorted."""
    clock = time.perf_counter
    taken = []
    for call in calls:
        start = clock()
        call()
        taken.append(clock() - start)
    return sorted(taken)


def percentile(taken: Sequence[float], share: float) -> float:
    """The value below which a share of the sorted values lies."""
    return taken[min(len(taken) - 1, int(len(taken) * share))]


def table(figures: Sequence[Figure]) -> str:
    """Figures as a Markdown table."""
    lines = ["| what | measured | reach |", "| --- | --: | --: |"]
    for one in figures:
        unit = f" x {one.floor}" if one.floor else ""
        sign = "at least " if one.more else ""
        reach = f"{sign}{one.reach:g}{unit}" if one.reach is not None else ""
        mark = "" if one.holds else " **(missed)**"
        name = f"{one.name} ({one.note})" if one.note else one.name
        lines.append(f"| {name} | {_shown(one.value)}{unit}{mark} | {reach} |")
    return "\n".join(lines)


def _shown(value: float) -> str:
    return f"{value:,.2f}" if value < 100 else f"{value:,.0f}"


def rounds_asked(default: int) -> int:
    """The first argument of the command, or a default."""
    return int(sys.argv[1]) if len(sys.argv) > 1 else default
