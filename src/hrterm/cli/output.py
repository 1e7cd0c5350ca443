"""stdout: a page laid out for where it goes, or one JSON object."""

import os
import sys
from typing import Any

from hrterm.pages.blocks import Page
from hrterm.pages.plain import plain_text, to_ascii

MAX_WIDTH = 100
MIN_WIDTH = 40


def render(page: Page, ascii_setting: bool) -> str:
    """A page as text, as wide and as colourful as stdout bears."""
    terminal = sys.stdout.isatty()
    colour = (
        terminal
        and "NO_COLOR" not in os.environ
        and os.environ.get("TERM", "dumb") != "dumb"
    )
    encoding = (sys.stdout.encoding or "ascii").lower()
    ascii_only = ascii_setting or not encoding.startswith("utf")
    width = max(MIN_WIDTH, min(_columns(terminal), MAX_WIDTH))
    return plain_text(page, width, colour, ascii_only)


def _columns(terminal: bool) -> int:
    """The width of the terminal; elsewhere what COLUMNS says, or 80."""
    if terminal:
        try:
            return os.get_terminal_size(sys.stdout.fileno()).columns
        except OSError:
            return 80
    asked = os.environ.get("COLUMNS", "")
    return int(asked) if asked.isdecimal() and len(asked) < 6 else 80


def write(text: str) -> None:
    """Print to stdout, whatever it can encode."""
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        sys.stdout.write(to_ascii(text))
    sys.stdout.flush()


def write_json(document: dict[str, Any]) -> None:
    """Print one object, readable to people and scripts."""
    import json

    write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
