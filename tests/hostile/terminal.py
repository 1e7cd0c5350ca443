"""A program in a pseudo-terminal that answers no query: what old terminals are."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping

LIMIT = 30.0
"""Seconds after which a test gives up waiting."""

LEAVE = b"\x11"  # Ctrl+Q
ALTERNATE, NORMAL = b"\x1b[?1049h", b"\x1b[?1049l"


class Terminal:
    """Runs ``python -m hrterm`` with a screen of its own."""

    def __init__(
        self,
        arguments: list[str],
        environment: Mapping[str, str],
        size: tuple[int, int] = (24, 80),
        command: list[str] | None = None,
    ) -> None:
        """Start it; ``size`` is rows and columns, ``command`` what to run instead."""
        self.seen = b""
        self.size = size
        self._status: list[int] = []
        command = [*(command or [sys.executable, "-m", "hrterm"]), *arguments]
        self.process, self._descriptor = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], command, dict(environment))
        self.resize(size)

    def __del__(self) -> None:
        """A test that failed leaves nothing running."""
        if not self._status:
            with contextlib.suppress(ProcessLookupError):
                self.send(signal.SIGKILL)

    def resize(self, size: tuple[int, int]) -> None:
        """Another size; the kernel sends SIGWINCH."""
        self.size = size
        packed = struct.pack("HHHH", *size, 0, 0)
        fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, packed)

    def press(self, keys: bytes) -> None:
        """Send what a terminal sends for keys.

        Raises:
            AssertionError: when they are not read.
        """
        self._drain()
        if not select.select([], [self._descriptor], [], LIMIT)[1]:
            raise AssertionError("it reads no keys any more")
        with contextlib.suppress(OSError):  # it has left already
            os.write(self._descriptor, keys)

    def send(self, number: signal.Signals) -> None:
        """Send a signal."""
        os.kill(self.process, number)

    def hang_up(self) -> None:
        """Close the terminal, as when its window is closed."""
        os.close(self._descriptor)
        self._descriptor = -1

    def wait_for(self, marker: bytes) -> None:
        """Read until the marker was drawn since the last wait.

        Raises:
            AssertionError: when it does not come.
        """
        start = len(self.seen)
        self._read(lambda: marker in self.seen[max(0, start - len(marker)) :])
        assert marker in self.seen[max(0, start - len(marker)) :], self.seen[-2000:]

    def settle(self, quiet: float = 0.15) -> None:
        """Read until nothing was drawn for a while.

        Not for ever: a clock and a cursor that blinks may always draw in between.
        """
        end = time.monotonic() + 20 * quiet
        count = -1
        while count != len(self.seen) and time.monotonic() < end:
            count = len(self.seen)
            self._drain(quiet)

    def end(self) -> int:
        """Read until it ends, and return its exit code; -15 is SIGTERM.

        Raises:
            AssertionError: when it does not end.
        """
        if not self._wait(LIMIT):
            for number in (signal.SIGABRT, signal.SIGKILL):  # faulthandler may tell
                self.send(number)
                if self._wait(5.0):
                    break
            raise AssertionError("it did not end")
        self._drain()
        return self._status[0]

    def _wait(self, limit: float) -> bool:
        """Read until it has ended, or the limit in seconds is over."""

        def ended() -> bool:
            if not self._status:
                process, code = os.waitpid(self.process, os.WNOHANG)
                if process:
                    self._status.append(os.waitstatus_to_exitcode(code))
            return bool(self._status)

        self._read(ended, limit)
        return ended()

    def has_ended(self) -> bool:
        """Whether it is gone already."""
        return self._wait(0.0)

    def leave(self) -> int:
        """Press the key that leaves until it does; one pressed too early is lost.

        Raises:
            AssertionError: when it does not end.
        """
        for _ in range(20):
            self.press(LEAVE)
            if self._wait(1.0):
                break
        return self.end()

    def _read(self, is_enough: Callable[[], bool], limit: float = LIMIT) -> None:
        end = time.monotonic() + limit
        while not is_enough() and time.monotonic() < end:
            self._drain(0.05)

    def _drain(self, wait: float = 0.0) -> None:
        if self._descriptor < 0:
            time.sleep(wait)
            return
        while select.select([self._descriptor], [], [], wait)[0]:
            try:
                chunk = os.read(self._descriptor, 65536)
            except OSError:  # EIO: nobody holds the other side
                time.sleep(wait)
                return
            if not chunk:
                return
            self.seen += chunk
            wait = 0.0
