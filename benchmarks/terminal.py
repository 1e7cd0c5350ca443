"""A terminal that times what a program draws: a pseudo-terminal, emulated by pyte.

A thread stamps every read at once, so that the emulator's slowness enters no figure.
Text inside a synchronised update counts as shown when the update ends.
"""

import contextlib
import fcntl
import os
import pty
import queue
import re
import struct
import termios
import threading
import time
from collections.abc import Sequence

import pyte

LIMIT = 20.0
QUIET = 0.1
"""Seconds without output after which a screen is settled."""

_SYNC = re.compile(rb"\x1b\[\?2026([hl])")
_QUERY = re.compile(rb"\x1b\[\?2026\$p")
_UNKNOWN = re.compile(
    rb"\x1b\[[<>=][0-9;]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1b[\]P_^X].*?(?:\x07|\x1b\\)",
    re.S,
)
"""What pyte would draw instead of passing it over."""


class Terminal:
    """One program in a terminal of its own."""

    def __init__(
        self,
        command: Sequence[str],
        environment: dict[str, str],
        size: tuple[int, int] = (40, 120),
    ) -> None:
        """Start it; ``size`` is rows and columns."""
        self.screen = pyte.Screen(size[1], size[0])
        self._stream = pyte.ByteStream(self.screen)
        self._chunks: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self._held = False
        self.start = self.last = time.perf_counter()
        self.process, self._descriptor = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
            os.execve(command[0], list(command), environment)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        data = b"x"
        while data:
            try:
                data = os.read(self._descriptor, 65536)
            except OSError:  # EIO: nobody holds the other side
                data = b""
            self._chunks.put((time.perf_counter(), data))

    def shown(self, *texts: str) -> float:
        """Seconds from the start until all of these stand on the screen.

        Raises:
            TimeoutError: when they do not come.
        """
        end = time.perf_counter() + LIMIT
        while time.perf_counter() < end:
            if self._take(0.05) and not self._held:
                lines = "\n".join(self.screen.display)
                if all(text in lines for text in texts):
                    return self.last - self.start
        raise TimeoutError("\n".join(self.screen.display))

    def settled(self) -> float:
        """Wait until nothing is drawn; seconds from the last key to the last new text."""
        lines, changed = self.screen.display, self.pressed
        while time.perf_counter() - max(self.last, self.pressed) < QUIET:
            if self._take(0.02) and not self._held and lines != self.screen.display:
                lines, changed = self.screen.display, self.last
        return max(0.0, changed - self.pressed)

    pressed = 0.0

    def press(self, keys: bytes) -> None:
        """Send what a terminal sends for keys."""
        self.pressed = time.perf_counter()
        os.write(self._descriptor, keys)

    def processor_seconds(self) -> float:
        """What it has used of the processor's time, to the microsecond."""
        # clock_getcpuclockid(3), which Python does not offer for another process.
        return time.clock_gettime((~self.process << 3) | 2)

    def peak_bytes(self) -> int:
        """The most memory it has held."""
        with open(f"/proc/{self.process}/status") as file:
            found = re.search(r"VmHWM:\s+(\d+) kB", file.read())
        return int(found[1]) * 1024 if found else 0

    def leave(self, keys: bytes) -> float:
        """Press the keys that end it; seconds until it is gone."""
        self.press(keys)
        while os.waitpid(self.process, os.WNOHANG) == (0, 0):
            self._take(0.001)
        taken = time.perf_counter() - self.pressed
        with contextlib.suppress(OSError):
            os.close(self._descriptor)
        return taken

    def _take(self, wait: float) -> bool:
        """Feed one chunk to the emulator; False when none came."""
        try:
            stamp, data = self._chunks.get(timeout=wait)
        except queue.Empty:
            return False
        if _QUERY.search(data):
            os.write(self._descriptor, b"\x1b[?2026;2$y")
        for switched in _SYNC.finditer(data):
            self._held = switched[1] == b"h"
        if data:
            self.last = stamp
            self._stream.feed(_UNKNOWN.sub(b"", data))
        return bool(data)
