"""Run a command in a terminal, wait for the interface, and leave it by its key."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

MARKER = b"EMERGENCY"
LIMIT = 480


def main(command: str) -> int:
    """Return 0 when the interface came up and left cleanly."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm-256color"
        os.environ["LANG"] = "C.UTF-8"
        os.execvp("bash", ["bash", "-c", command])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    seen, asked, start = b"", False, time.monotonic()
    while time.monotonic() - start < LIMIT:
        ready, _, _ = select.select([terminal], [], [], 1)
        if ready:
            try:
                chunk = os.read(terminal, 65536)
            except OSError:
                break
            if not chunk:
                break
            seen += chunk
        if MARKER in seen and not asked:
            asked = True
            time.sleep(1)
            os.write(terminal, b"\x11")
    else:
        sys.stdout.write("the interface did not end in time\n")
        os.kill(pid, 9)
    _, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    sys.stdout.write(f"interface shown: {asked}; exit code: {code}\n")
    if not asked:
        sys.stdout.write(seen[-3000:].decode("utf-8", "replace"))
    return 0 if asked and code == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
