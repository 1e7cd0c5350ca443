"""What reads keys and draws goes on, or ends in peace, whatever the terminal does."""

import select
import sys
from typing import IO, cast

from textual.driver import Driver


def tolerant(driver: type[Driver]) -> type[Driver]:
    """A driver that survives bytes of another encoding and a terminal that is gone.

    A terminal set to Latin-1 sends é as one byte; so does what is pasted from an old
    file. What was read together with it is lost; what comes next is read. A window that
    was closed takes no more text: the toolkit's own driver would wait for it forever.
    """
    if not hasattr(driver, "run_input_thread"):
        return driver  # Windows hands over characters, and a test has no terminal

    class Tolerant(driver):  # type: ignore[misc,valid-type]
        """Begins to read again, as often as it takes."""

        def __init__(self, *arguments: object, **named: object) -> None:
            super().__init__(*arguments, **named)
            terminal: IO[str] = getattr(self, "_file")  # noqa: B009
            self._file: _Lossy = _Lossy(terminal)

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


def is_gone() -> bool:
    """Whether the terminal that keys come from was closed."""
    if not hasattr(select, "poll") or sys.__stdin__ is None:
        return False
    try:
        asked = select.poll()
        asked.register(sys.__stdin__.fileno(), 0)
        return any(
            mask & (select.POLLHUP | select.POLLNVAL) for _, mask in asked.poll(0)
        )
    except (OSError, ValueError):
        return False
