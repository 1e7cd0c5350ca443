"""Random keys at random sizes in the real program, for as long as one likes.

    python -m tests.hostile.endure --minutes 60

First many short lives, with keys pressed before the first frame; then one long life in
both languages (F8 is among the keys). Tells its memory every minute. Ends with 1 when
the program ended before it was asked to, read no keys any more, no longer answered at
the end, or held more and more memory.
"""

import argparse
import contextlib
import os
import random
import re
import signal
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

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
    b"\x13", b"\x1b1", b"\x1b2", b"\x1b3", b"\x1b4", b"\x1b5", b"\x1b6", b"\x1b[1;3C",
    b"\x1b[1;3D", b"\x15", b"\x17", b"\x01", b"\x05", b"\x0b", b"\x1b[3~",
    b"\x1b[<0;20;8M\x1b[<0;20;8m", b"\x1b[<64;40;10M", b"\x1b[<65;40;10M",
    b"\x1b[200~pasted [text]\nand more\x1b[201~", b"\x1b[I", b"\x1b[O",
    b"\x1b[", b"\x1b]0;x\x07", b"\xff\xfe", b"\x1b[999;999R", b"\x1b[?2026;2$y",
)  # fmt: skip
"""All that a keyboard, a mouse or a confused terminal sends, but what leaves: Ctrl+Q
and F12."""
BURST = b"\x1bOQ\x1b[17~\x1b[18~\x1bOR\x1b\x14\x1b1"
"""F2 F6 F7 F3 Esc Ctrl+T Alt+1, as they arrive from somebody in a hurry."""
EARLY = (b"\x03", b"\x1b[200~pasted [text]\nand more\x1b[201~")
"""What is not sent before the first frame: Ctrl+C rightly ends a program that does not
read its keys yet, and no terminal brackets a paste that nobody asked it to."""
SIZES = ((24, 80), (20, 60), (45, 160), (30, 100), (10, 30), (3, 250), (1, 1))
USUAL = (24, 80)

TOLD = """
import sys, traceback
from textual.app import App
from hrterm.__main__ import main
handle = App._handle_exception
def told(app, error):
    with open("fault.txt", "a") as file:
        traceback.print_exception(error, file=file)
    handle(app, error)
App._handle_exception = told
sys.exit(main())
"""
"""The program, which also writes down what ends it: on a screen of one column nobody
could read that."""

MARKERS = {"en": b"EMERGENCY", "fr": b"URGENCE"}
REST = 1
"""Ticks of the kernel (10 ms each) that it may work in 50 ms and still be at rest."""
PATIENCE = 3_000
"""Ticks of work after which it should be. By the clock it may take ten times as long:
other programs want the processor too."""
WARM_UP = 10
"""Minutes in which caches may fill."""
GROWTH = 1.05
"""How much more the last third may hold than the one before it. What it holds rises to
what it ever needed at once, by ever rarer steps; a leak goes on rising."""


class Fault(NamedTuple):
    """One way in which the program failed."""

    what: str
    keys: list[bytes]
    """The last that were written, oldest first."""
    shown: str
    """The traceback, or what it left on the ordinary screen."""


class Life:
    """One run of the program, and the keys it was sent."""

    def __init__(self, home: str, language: str, size: tuple[int, int]) -> None:
        """Start it; what it saves lands in ``home``."""
        environment = {
            **os.environ, "HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8",
            "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_STATE_HOME": home,
            "XDG_CACHE_HOME": home, "PYTHONFAULTHANDLER": "1",
        }  # fmt: skip
        self._keys: deque[bytes] = deque(maxlen=60)
        self.pressed = 0
        self.slowest = 0.0
        """Seconds until it rested after a lot of keys, at worst."""
        self._told = Path(home, "fault.txt")
        self._told.unlink(missing_ok=True)
        command = [sys.executable, "-c", TOLD]
        with contextlib.chdir(home):
            self.terminal = Terminal(["--lang", language], environment, size, command)

    def write(self, keys: list[bytes]) -> None:
        """All of them at once, without a pause."""
        self._keys.append(b"".join(keys))
        self.pressed += len(keys)
        self.terminal.press(self._keys[-1])

    def act(self, chance: random.Random) -> None:
        """A lot of keys, one after the other or in one burst, and perhaps sizes."""
        keys = random_keys(chance, chance.randint(1, 12))
        lot = chance.random()
        if lot < 0.3:
            self.write(keys)
        else:
            for key in keys:
                self.write([key])
        if lot > 0.95:
            for _ in range(chance.choice((1, 1, 1, 30))):  # 30: a border being dragged
                self.terminal.resize(random_size(chance))
        self.catch_up()
        self.terminal.seen = self.terminal.seen[-8000:]

    def catch_up(self) -> None:
        """Read what is drawn until the program rests; a clock that ticks is rest.

        Raises:
            AssertionError: when it does not rest in time.
        """
        start = time.monotonic()
        begun, _ = work(self.terminal.process)
        before, (now, is_running) = begun - 2 * REST, (begun, True)
        while is_running or now - before > REST:
            self.terminal.settle(0.05)
            before, (now, is_running) = now, work(self.terminal.process)
            late = time.monotonic() - start > PATIENCE / 10
            if late or now - begun > PATIENCE:
                raise AssertionError("it is still busy with what was pressed")
        self.slowest = max(self.slowest, time.monotonic() - start)

    def fault(self, what: str) -> Fault:
        """What to report of it; ends it."""
        if not self.terminal.has_ended():
            self.terminal.send(signal.SIGABRT)  # faulthandler tells where it hung
            with contextlib.suppress(AssertionError):
                self.terminal.end()
        if self._told.exists():
            return Fault(what, [*self._keys], self._told.read_text("utf-8"))
        left = self.terminal.seen.rpartition(NORMAL)[2].decode("utf-8", "replace")
        return Fault(what, [*self._keys], re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", left))

    def answers(self) -> bool:
        """Whether it still draws what is asked for, and leaves by its key."""
        for _ in range(3):  # what is typed in a dialog, the dialog, what lies under it
            self.write([b"\x1b"])
            self.catch_up()
        self.terminal.seen = b""
        self.terminal.resize((30, 100) if self.terminal.size == USUAL else USUAL)
        self.catch_up()
        drawn = any(marker in self.terminal.seen for marker in MARKERS.values())
        return drawn and self.terminal.leave() == 0


def random_keys(chance: random.Random, count: int) -> list[bytes]:
    """Four keys to a word, and now and then the burst."""
    keys = [
        chance.choice(KEYS if chance.random() < 0.8 else WORDS) for _ in range(count)
    ]
    return [BURST, *keys] if chance.random() < 0.05 else keys


def random_size(chance: random.Random) -> tuple[int, int]:
    """Rows and columns: those people have, or any."""
    if chance.random() < 0.5:
        return chance.choice(SIZES)
    return (chance.randint(1, 60), chance.randint(1, 220))


def live_shortly(home: str, language: str, chance: random.Random) -> Fault | None:
    """Start, press keys before anything is drawn, and leave."""
    life = Life(home, language, random_size(chance))
    try:
        for _ in range(chance.randint(1, 6)):
            keys = random_keys(chance, chance.randint(1, 12))
            life.write([key for key in keys if key not in EARLY])
            time.sleep(chance.random() * 0.4)
        life.terminal.resize(USUAL)
        life.terminal.settle(0.5)
        if life.terminal.has_ended():
            return life.fault("ended by itself")
        code = life.terminal.leave()
    except AssertionError as hung:
        return life.fault(str(hung))
    return life.fault(f"left with {code}") if code else None


def live_long(
    home: str, language: str, chance: random.Random, minutes: float
) -> tuple[list[int], Fault | None]:
    """Press keys until the time is over: what it held each minute, in kB; a fault."""
    life = Life(home, language, USUAL)
    held: list[int] = []
    start = time.monotonic()
    try:
        life.terminal.wait_for(MARKERS[language])
        while time.monotonic() - start < minutes * 60:
            life.act(chance)
            if life.terminal.has_ended():
                return held, life.fault("ended by itself")
            passed = (time.monotonic() - start) / 60
            if passed >= len(held) + 1:
                held.append(memory(life.terminal.process))
                tell(f"{passed:.0f} min, {life.pressed} keys, {held[-1]} kB")
        if not life.answers():
            return held, life.fault("answered no more")
    except AssertionError as hung:
        return held, life.fault(str(hung))
    tell(f"alive after {life.pressed} keys, slowest answer {life.slowest:.1f} s")
    return held, None


def growth(held: list[int]) -> float:
    """How much more the last third after the warm-up holds than the one before it."""
    settled = held[WARM_UP:]
    third = len(settled) // 3
    if not third:
        return 1.0
    before, last = settled[-2 * third : -third], settled[-third:]
    return statistics.median(last) / statistics.median(before)


def endure(minutes: float, starts: int, seed: int) -> int:
    """Short lives, then long ones until the time is over."""
    chance = random.Random(seed)
    faults: list[Fault] = []
    grown = False
    with tempfile.TemporaryDirectory() as home:
        end = time.monotonic() + minutes * 60
        for number, language in zip(range(starts), _languages(), strict=False):
            if fault := live_shortly(home, language, chance):
                report(fault, f"start {number}, {language}")
                faults.append(fault)
        tell(f"{starts} starts, {len(faults)} faults")
        for language in _languages():
            left = (end - time.monotonic()) / 60
            if left < 0.1:
                break
            held, ended = live_long(home, language, chance, left)
            grown |= growth(held) > GROWTH
            tell(f"last third against the one before: {growth(held):.3f}")
            if ended:
                report(ended, f"long, from {language}")
                faults.append(ended)
    tell(f"{len(faults)} faults, memory {'grew' if grown else 'did not grow'}")
    return 1 if faults or grown else 0


def _languages() -> Iterator[str]:
    while True:
        yield from MARKERS


def report(fault: Fault, where: str) -> None:
    """What a maintainer needs to see it again."""
    tell(f"FAULT ({where}): {fault.what}")
    tell(f"last keys: {fault.keys!r}")
    tell(fault.shown[-6000:])


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


def work(process: int) -> tuple[int, bool]:
    """What a process has worked so far, in the kernel's ticks; whether it works now."""
    try:
        status = Path(f"/proc/{process}/stat").read_text("ascii")
    except OSError:
        return 0, False
    state, *fields = status.rpartition(") ")[2].split()
    return sum(map(int, fields[10:12])), state == "R"


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.endure")
    parser.add_argument("--minutes", type=float, default=60.0, help="in all")
    parser.add_argument("--starts", type=int, default=40, help="short lives first")
    parser.add_argument("--seed", type=int, default=1, help="another one, other keys")
    given = parser.parse_args()
    return endure(given.minutes, given.starts, given.seed)


if __name__ == "__main__":
    sys.exit(main())
