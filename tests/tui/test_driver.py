"""Bytes that are no text, in a real pseudo-terminal."""

import os
import sys
from pathlib import Path

import pytest

from tests.hostile.terminal import NORMAL, Terminal

if not sys.platform.startswith("linux"):
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

PROGRAM = """
from textual.app import App
from textual.driver import Driver
from textual.widgets import Input
from hrterm.tui.driver import tolerant

class Typed(App):
    def get_driver_class(self):
        return tolerant(super().get_driver_class())

    def compose(self):
        yield Input("READY")

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
