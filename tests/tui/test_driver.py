"""Bytes that are no text, in a real pseudo-terminal."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.hostile.terminal import NORMAL, Terminal

if not sys.platform.startswith("linux"):
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

PROGRAM = """
import signal
from textual.app import App
from textual.driver import Driver
from textual.widgets import Input
from hrterm.tui.driver import tolerant

class Typed(App):
    def get_driver_class(self):
        return tolerant(super().get_driver_class())

    def compose(self):
        yield Input("READY")

# As in the program itself, whose handler waits for the loop that waits to draw.
signal.signal(signal.SIGHUP, signal.SIG_IGN)
Typed().run()
"""


def test_bytes_of_another_encoding_are_dropped(tmp_path: Path) -> None:
    environment = {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path)}
    terminal = Terminal([PROGRAM], environment, command=[sys.executable, "-c"])
    terminal.wait_for(b"READY")
    for wrong in (b"\xe9", b"\xff\xfe", b"caf\xe9", b"\x1b\xe9", b"\xc3", b"\x80"):
        terminal.press(wrong)
        terminal.settle()
    terminal.press(b"zz\xc3\xa9")
    terminal.wait_for("zzé".encode())
    assert terminal.leave() == 0
    assert b"Traceback" not in terminal.seen.rpartition(NORMAL)[2]


def test_a_terminal_that_stalls_and_is_gone_ends_it(tmp_path: Path) -> None:
    environment = {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path)}
    terminal = Terminal([PROGRAM], environment, command=[sys.executable, "-c"])
    terminal.wait_for(b"READY")
    for columns in range(60, 200):  # nobody reads what is drawn now
        terminal.resize((60, columns))
        time.sleep(0.01)
    terminal.hang_up()
    assert terminal.end() == 128 + signal.SIGHUP
