"""Random keys at random sizes in the real program, for as long as one likes.

    python -m tests.hostile.endure MINUTES [LANGUAGE] [SEED]

Tells its memory every minute. Ends with 1 when the program ended before it was asked
to, or when its memory went on growing.
"""

import contextlib
import os
import random
import re
import sys
import tempfile
import time
from pathlib import Path

from tests.hostile.terminal import NORMAL, Terminal

WORDS = (
    b"mdma", b"ketamine", b"alcool", b"opioid", b"xanax=3h", b"2C-B", b"71", b"canada",
    b"[/b]", b'"*"', b"\xc3\xa9ther", b"zorblaxine", b"G", b"serotonin", b"naloxone",
)  # fmt: skip
KEYS = (
    b"\r", b"\x1b", b"\t", b"\x1b[Z", b"\x7f", b" ", b"\x1b[A", b"\x1b[B", b"\x1b[C",
    b"\x1b[D", b"\x1b[5~", b"\x1b[6~", b"\x1b[H", b"\x1b[F", b"\x1bOP", b"\x1bOQ",
    b"\x1bOR", b"\x1bOS", b"\x1b[15~", b"\x1b[17~", b"\x1b[18~", b"\x1b[19~",
    b"\x1b[20~", b"\x10", b"\x0f", b"\x07", b"\x14", b"\x19", b"\x0e", b"\x03",
    b"\x1b1", b"\x1b2", b"\x1b3", b"\x1b4", b"\x1b5", b"\x1b6", b"\x1b[1;3C",
    b"\x1b[1;3D", b"\x15", b"\x17", b"\x01", b"\x05", b"\x0b",
    b"\x1b[<0;20;8M\x1b[<0;20;8m", b"\x1b[<64;40;10M", b"\x1b[<65;40;10M",
    b"\x1b[200~pasted [text]\nand more\x1b[201~", b"\x1b[I", b"\x1b[O",
    b"\x1b[", b"\x1b]0;x\x07", b"\xff\xfe", b"\x1b[999;999R", b"\x1b[?2026;2$y",
)  # fmt: skip
"""All that a keyboard, a mouse or a confused terminal sends, but what leaves: Ctrl+Q,
F12, and Ctrl+S, which would ask for a file."""

WARM_UP = 300.0
"""Seconds in which caches may fill."""
GROWTH = 1.25


def endure(minutes: float, language: str, seed: int) -> int:
    """Press keys until the time is over."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ, "HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8",
            "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home,
        }  # fmt: skip
        with contextlib.chdir(home):  # what is saved lands here
            terminal = Terminal(["--lang", language], environment)
        terminal.wait_for(b"EMERGENCY" if language == "en" else b"URGENCE")
        pressed, settled = _press_until(terminal, chance, minutes)
        alive = not terminal.has_ended()
        peak = memory(terminal.process) if alive else 0
        code = terminal.leave()
    grown = settled and peak > settled * GROWTH
    tell(f"{pressed} keys, alive: {alive}, left with {code}; {settled} to {peak} kB")
    if not alive:
        left = terminal.seen.rpartition(NORMAL)[2].decode("utf-8", "replace")
        tell(re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", left))
    return 0 if alive and code == 0 and not grown else 1


def _press_until(
    terminal: Terminal, chance: random.Random, minutes: float
) -> tuple[int, int]:
    """How many keys were pressed, and the memory once it had warmed up, in kB."""
    start = told = time.monotonic()
    pressed = settled = 0
    while (now := time.monotonic()) - start < minutes * 60 and not terminal.has_ended():
        for _ in range(chance.randint(1, 12)):
            terminal.press(chance.choice(KEYS if chance.random() < 0.8 else WORDS))
            pressed += 1
        if chance.random() < 0.05:
            terminal.resize((chance.randint(1, 60), chance.randint(1, 220)))
        terminal.settle(0.02)
        terminal.seen = terminal.seen[-8000:]
        if not settled and now - start > WARM_UP:
            settled = memory(terminal.process)
        if now - told > 60:
            told = now
            held = memory(terminal.process)
            tell(f"{(now - start) / 60:.0f} min, {pressed} keys, {held} kB")
    return pressed, settled


def tell(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def memory(process: int) -> int:
    """What a process holds now, in kB; 0 when it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return 0
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) if found else 0


if __name__ == "__main__":
    given = [*sys.argv[1:], *("1", "en", "1")[len(sys.argv) - 1 :]]
    sys.exit(endure(float(given[0]), given[1], int(given[2])))
