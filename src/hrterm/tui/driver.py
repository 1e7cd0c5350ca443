"""What reads the keys and draws goes on, or ends, as the terminal does."""

import os
import select
import signal
import sys
import threading
from typing import IO, cast

from textual.driver import Driver

GRACE = 3.0
"""Seconds in which the interface may end by itself when its terminal is gone."""


def tolerant(driver: type[Driver]) -> type[Driver]:
    """A driver that bytes of no text do not end, and a lost terminal does.

    A terminal set to Latin-1 sends é as one byte; so does what is pasted from an old
    file. Textual's own driver would end the program. What was read together with it is
    lost; what comes next is read.

    When a window is closed, or a connection stalls and then drops, Textual waits for
    ever to draw, and reads the end of its input again and again. Here what cannot be
    drawn is lost, so that the signal to end is heard; and see ``_outlive``.
    """
    if not hasattr(driver, "run_input_thread"):
        return driver  # Windows hands over characters, and a test has no terminal

    class Tolerant(driver):  # type: ignore[misc,valid-type]
        """Begins to read again, as often as it takes."""

        def __init__(self, *arguments: object, **named: object) -> None:
            super().__init__(*arguments, **named)
            terminal: IO[str] = getattr(self, "_file")  # noqa: B009
            self._file: _Lossy = _Lossy(terminal)

        def start_application_mode(self) -> None:
            """Take the terminal, and watch whether it is still there."""
            super().start_application_mode()
            watch = threading.Thread(
                target=_outlive, args=(self.fileno,), daemon=True, name="hrterm-watch"
            )
            watch.start()

        def run_input_thread(self) -> None:
            """Wait for input until the interface ends, or there can be none."""
            while True:
                try:
                    super().run_input_thread()
                except UnicodeDecodeError:
                    continue
                except OSError:
                    return
                return

    return cast("type[Driver]", Tolerant)


class _Lossy:
    """A terminal to write to; what it no longer takes is lost."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self.fileno = file.fileno

    def write(self, text: str) -> None:
        try:
            self._file.write(text)
        except OSError:
            return

    def flush(self) -> None:
        try:
            self._file.flush()
        except OSError:
            return


def _outlive(terminal: int) -> None:
    """Wait until a terminal is gone; end what is still here a little later.

    There is nothing to give back then, and nothing is being written: settings and
    editions are replaced in one step.
    """
    if sys.platform == "win32":  # consoles are no terminals that hang up
        return
    poll = select.poll()
    poll.register(terminal, 0)  # that it was hung up is told even so
    if any(event & select.POLLHUP for _file, event in poll.poll()):
        threading.Event().wait(GRACE)
        os._exit(128 + signal.SIGHUP)
