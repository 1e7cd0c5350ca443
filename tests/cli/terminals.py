"""Programs in a terminal: a pseudo-terminal that a test types into and reads."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

PATIENCE = 20.0
"""Seconds after which something that never comes is given up."""


class Terminal:
    """A program that believes it talks to a terminal."""

    def __init__(
        self,
        command: list[str],
        environment: dict[str, str],
        size: tuple[int, int] = (80, 24),
    ) -> None:
        self.output = b""
        self._pid, self._file = pty.fork()
        if self._pid == 0:  # pragma: no cover - the child
            os.execvpe(command[0], command, environment)
        columns, lines = size
        packed = struct.pack("HHHH", lines, columns, 0, 0)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, packed)

    def write(self, text: str) -> None:
        os.write(self._file, text.encode())

    def read(self, seconds: float) -> bool:
        """Read what comes within some time; False at the end."""
        ready, _, _ = select.select([self._file], [], [], seconds)
        if not ready:
            return True
        try:
            piece = os.read(self._file, 65536)
        except OSError:
            return False
        self.output += piece
        return bool(piece)

    def read_to(self, text: str) -> str:
        """Read until a text has come; what came before it and with it."""
        end = time.monotonic() + PATIENCE
        while text.encode() not in self.output:
            if time.monotonic() > end or not self.read(0.1):
                raise AssertionError(f"{text!r} never came: {self.output!r}")
        before, found, self.output = self.output.partition(text.encode())
        return (before + found).decode()

    def read_all(self) -> str:
        """Read until the program ends."""
        end = time.monotonic() + PATIENCE
        while self.read(0.1):
            if time.monotonic() > end:
                raise AssertionError(f"it never ended: {self.output!r}")
        return self.output.decode()

    def close(self) -> int:
        """End the program, if it has not ended; its exit code."""
        os.close(self._file)
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGHUP)
        return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])


TELL_LINE = {
    "bash": r"""bind -x '"\C-g": printf "\001%s\002" "$READLINE_LINE"'""",
    "zsh": r"""t() { printf '\001%s\002' "$BUFFER" }; zle -N t; bindkey '^G' t""",
}
"""What makes ctrl-G tell the line as it stands, between two control characters."""


def type_into(
    command: list[str],
    environment: dict[str, str],
    first: list[str],
    lines: list[str],
) -> list[str]:
    """Type lines and the Tab key into a shell; what stands on each line afterwards."""
    terminal = Terminal(command, environment, (200, 40))
    found = []
    try:
        for line in [*first, TELL_LINE[command[0]], "PS1='rea''dy> '"]:
            terminal.write(line + "\n")
        # Before its prompt the line would be the terminal's to edit, not the shell's.
        terminal.read_to("ready> ")
        for line in lines:
            terminal.write(f"{line}\t\x07\x15")
            terminal.read_to("\x01")
            found.append(terminal.read_to("\x02").rstrip("\x02"))
    finally:
        terminal.close()
    return found
