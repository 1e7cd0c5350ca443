"""Long answers on a terminal, one screen at a time."""

import os
import shlex
import signal
import subprocess
import sys

DEFAULT = "less -FRX"
NOT_FOUND = 127
"""What a wrapper answers when it cannot find the pager itself."""


def pager() -> list[str]:
    """The pager that was asked for, as arguments; none when none is wanted.

    ``HRTERM_PAGER`` comes before ``PAGER``; either one may be empty.
    """
    if os.environ.get("TERM", "dumb") == "dumb":
        return []
    default = DEFAULT if os.name == "posix" else ""
    asked = os.environ.get("HRTERM_PAGER", os.environ.get("PAGER", default))
    try:
        return words(asked, os.name == "nt")
    except ValueError:
        return []


def words(command: str, is_windows: bool) -> list[str]:
    """A command as the system's shell would part it.

    Raises:
        ValueError: when a quotation does not end.
    """
    parts = shlex.shlex(command, posix=True, punctuation_chars=False)
    parts.whitespace_split = True
    parts.commenters = ""
    if is_windows:  # where a path is full of backslashes, and may hold an apostrophe
        parts.escape, parts.quotes = "", '"'
    return list(parts)


def page_through(text: str) -> bool:
    """Show a text in the pager; False when there is none.

    A pager that is left early, or interrupted, has shown what was wanted.
    """
    command = pager()
    if not command:
        return False
    # Colours, and no pager's screen for what fits, unless someone set it otherwise.
    environment = {"LESS": "FRX", "LV": "-c", **os.environ}
    # What someone looked for in an answer is kept nowhere.
    environment["LESSHISTFILE"] = "-"
    content = text.encode(sys.stdout.encoding or "utf-8", "replace")
    # The pager answers Ctrl-C itself. A handler, not SIG_IGN: that would be inherited.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
        process.communicate(content)
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return process.returncode != NOT_FOUND
