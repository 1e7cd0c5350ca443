"""Keys as terminals send them: the toolkit's own test driver skips that step."""

import os
import sys
from pathlib import Path

import pytest

from tests.hostile.terminal import Terminal

BURSTS = [
    b"\x1bOQ\x1b[17~\x1b[18~\x1bOR\x1b\x14\x1b1\x1b[20~",  # F2 F6 F7 F3 Esc Ctrl+T ...
    b"\x1bOS\x1b[17~\x1b[18~\x0e\x1bOS\x1b[17~\x1bOS\x1b[17~\x1b",
    b"\x1b6\x1b[17~\x1b5\x1b4\x1b[17~\x1b3\x1b[17~\x1b2\x1b1\x1b[18~",
    b"\x1bOR\x1b\x1b1\x1bORsero\r\r\x1bOROpi\rkk\x10\r\r\x10hand\r\r\x1b",
    b"\x1bOR2C-B\r\x1b6\x1bORagran\r\x1b1\x1bORsert\r\x1b2",  # opened elsewhere
    b"\x19\x19\x1b2\x19\x1b3\x19\x1b4\x1b[15~\x1b1",  # messages over changes of mode
    b"keta\r\t\t\x1b[B\x1b[6~\x1b[15~\x1bOS\r\x7f\x7f\x1b[1;3C",
]
"""Keys faster than anything can be drawn, several modes long."""

KEYS = [
    (b"\x1bOP", b"what can be done here"),  # F1
    (b"\x1bOQ", b"What is happening"),  # F2
    (b"\x1bOR", b"Search everything"),  # F3
    (b"\x1bOS", b"Add a name and press Enter"),  # F4
    (b"\x1b[17~", b"overdose often dangerous"),  # F6
    (b"\x1b[19~", b"Produit, marque"),  # F8: French
    (b"\x1b2", b"Add a name and press Enter"),  # Alt+2
    (b"\x1b3", b"your place first"),  # Alt+3
    (b"\x1b4", b"Receptor, transporter"),  # Alt+4
    (b"\x1b5", b"What did you hear"),  # Alt+5
    (b"\x1b6", b"What is happening"),  # Alt+6
    (b"\x10", b"What do you want to do"),  # Ctrl+P
    (b"\x0f", b"ASCII only"),  # Ctrl+O
    (b"\x07", b"Glossary"),  # Ctrl+G
    (b"\x14", b"Esc closes this"),  # Ctrl+T
    (b"\x13", b"Save as"),  # Ctrl+S
    (b"keta\x1b[20~", b"Enter saves"),  # F9
    (b"keta\x1b[1;3C", b"What is not listed"),  # Alt+Right
    (b"keta\x1b[18~", b"What is not listed"),  # F7
    (b"poppers\x1b[15~viagra\x1b[15~", b"poppers, sildenafil"),  # F5 twice
]


@pytest.mark.parametrize(("keys", "shown"), KEYS, ids=[repr(keys) for keys, _ in KEYS])
def test_a_key_works_in_a_terminal(
    database: Path, tmp_path: Path, keys: bytes, shown: bytes
) -> None:
    terminal = started(database, tmp_path)
    terminal.wait_for(b"EMERGENCY")
    terminal.settle()
    terminal.press(keys)
    terminal.wait_for(shown)
    terminal.press(b"\x1b")
    terminal.settle()
    assert terminal.leave() == 0


@pytest.mark.parametrize("keys", BURSTS, ids=repr)
@pytest.mark.parametrize("is_early", [False, True])
def test_keys_in_a_burst_crash_nothing(
    database: Path, tmp_path: Path, keys: bytes, is_early: bool
) -> None:
    terminal = started(database, tmp_path)
    terminal.wait_for(b"\x1b[?1049h" if is_early else b"EMERGENCY")
    terminal.press(keys)
    terminal.settle()
    assert not terminal.has_ended()
    terminal.press(b"\x1b\x1b\x1b")
    terminal.settle()
    assert terminal.leave() == 0


def started(database: Path, home: Path) -> Terminal:
    """The interface in a terminal of its own."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "HRTERM_DB": str(database),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    return Terminal([], environment, size=(30, 100))
