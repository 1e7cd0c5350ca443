"""stdout: a page laid out for where it goes, or one JSON object."""

import errno
import os
import sys

TYPE_CHECKING = False  # typing's own would cost an import
if TYPE_CHECKING:
    from typing import Any

    from hrterm.pages.blocks import Page

MAX_WIDTH = 100
MIN_WIDTH = 40


class OutputError(Exception):
    """The answer cannot be written; ``cause`` is what the system says."""

    def __init__(self, cause: OSError) -> None:
        """Keep what is needed to word it."""
        super().__init__(cause)
        self.cause = cause


def is_terminal() -> bool:
    """Whether someone reads stdout as it comes."""
    return sys.stdout is not None and sys.stdout.isatty()


def render(page: "Page", ascii_setting: bool) -> str:
    """A page as text, as wide and as colourful as stdout bears."""
    from hrterm.pages.plain import plain_text

    colour = (
        is_terminal()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM", "dumb") != "dumb"
    )
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower()
    ascii_only = ascii_setting or not encoding.startswith("utf")
    width = max(MIN_WIDTH, min(screen_size()[0], MAX_WIDTH))
    return plain_text(page, width, colour, ascii_only)


def screen_size() -> tuple[int, int]:
    """Columns and lines: of ``COLUMNS`` and ``LINES``, the terminal, or 80 by 24."""
    columns, lines = _size("COLUMNS"), _size("LINES")
    if is_terminal() and not (columns and lines):
        try:
            size = os.get_terminal_size(sys.stdout.fileno())
        except (OSError, ValueError):
            size = os.terminal_size((0, 0))
        columns, lines = columns or size.columns, lines or size.lines
    return columns or 80, lines or 24


def _size(name: str) -> int:
    """A positive number in the environment, or 0."""
    asked = os.environ.get(name, "")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 0


def write(text: str) -> None:
    """Print to stdout, whatever it can encode.

    Raises:
        BrokenPipeError: when the reader has left.
        OutputError: when it cannot be written otherwise.
    """
    if sys.stdout is None:
        raise OutputError(OSError(errno.EBADF, os.strerror(errno.EBADF)))
    try:
        try:
            sys.stdout.write(text)
        except UnicodeEncodeError:
            from hrterm.pages.plain import to_ascii

            sys.stdout.write(to_ascii(text))
        sys.stdout.flush()
    except BrokenPipeError:
        abandon()
        raise
    except OSError as error:
        abandon()
        raise OutputError(error) from error


def abandon() -> None:
    """Let stdout lead nowhere, or the interpreter would complain when it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = None


def write_long(text: str) -> None:
    """Print a text; on a terminal that it does not fit, through the pager.

    Raises:
        BrokenPipeError: when the reader has left.
        OutputError: when it cannot be written otherwise.
    """
    if is_terminal() and text.count("\n") >= screen_size()[1]:
        from hrterm.cli.paging import page_through

        if page_through(text):
            return
    write(text)


def json_text(document: "dict[str, Any]", indent: int | None = None) -> str:
    """One object on a line of its own, or indented.

    What a terminal could take as a command, what hides or turns text, and what stdout
    cannot encode, is escaped; JSON means the same by it.
    """
    import json

    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower()
    if not encoding.startswith("utf"):
        return json.dumps(document, indent=indent) + "\n"
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    hidden = {
        ord(character): json.dumps(character)[1:-1]
        for character in set(text)
        if not (character.isprintable() or character in _SPACES)
    }
    return text.translate(hidden) + "\n"


_SPACES = "\n\u00a0\u202f"
"""What Python does not call printable, and French and the lines need."""


def write_json(document: "dict[str, Any]") -> None:
    """Print one object, readable to people and scripts."""
    write(json_text(document, 1))


def write_json_line(document: "dict[str, Any]") -> None:
    """Print one object on one line."""
    write(json_text(document))
