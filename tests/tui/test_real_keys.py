"""Keys as terminals send them: the toolkit's own test driver skips that step."""

import os
import sys
from pathlib import Path

import pytest

from tests.hostile.terminal import Terminal

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
]


@pytest.mark.parametrize(("keys", "shown"), KEYS, ids=[repr(keys) for keys, _ in KEYS])
def test_a_key_works_in_a_terminal(
    database: Path, tmp_path: Path, keys: bytes, shown: bytes
) -> None:
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(tmp_path),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "HRTERM_DB": str(database),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    terminal = Terminal([], environment, size=(30, 100))
    terminal.wait_for(b"EMERGENCY")
    terminal.settle()
    terminal.press(keys)
    terminal.wait_for(shown)
    terminal.press(b"\x1b")
    terminal.settle()
    assert terminal.leave() == 0
