"""stderr and the exit codes."""

import sys
from enum import IntEnum
from typing import Any

from hrterm.i18n import _
from hrterm.store.opening import DatabaseError
from hrterm.wording.formatting import printable


class ExitCode(IntEnum):
    """What the shell is told."""

    ANSWERED = 0
    """A dangerous verdict is an answer."""
    NOT_FOUND = 1
    """A name unknown or ambiguous, an empty list, a finding, ``--fail-on``."""
    USAGE = 2
    """An unknown option, code or duration."""
    UNUSABLE = 3
    """A file that is missing, damaged, of another schema, or not trusted."""


class CommandError(Exception):
    """Ends a command with one plain sentence."""

    def __init__(self, message: str, code: ExitCode = ExitCode.USAGE) -> None:
        """Keep the sentence and the code."""
        super().__init__(message)
        self.message = message
        self.code = code


def report(message: str, as_json: bool, code: ExitCode) -> None:
    """Print an error: a sentence on stderr, and an object on stdout for ``--json``."""
    sys.stderr.write(f"hrterm: {printable(message)}\n")
    if as_json and code in {ExitCode.USAGE, ExitCode.UNUSABLE}:
        import json

        document: dict[str, Any] = {
            "kind": "error",
            "code": int(code),
            "message": printable(message),
        }
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")


def database_message(error: DatabaseError) -> str:
    """What is wrong with a database, and what to do next."""
    sentences = {
        "missing": _(
            "there is no database at {path}: install hrterm again, "
            "or name another with --db."
        ),
        "unreadable": _(
            "the database at {path} cannot be read: check its permissions, "
            "or name another with --db."
        ),
        "damaged": _(
            "the database at {path} is damaged and was not used: install it again."
        ),
        "foreign": _("{path} is not an hrterm database: name another with --db."),
        "other-schema": _(
            "the database at {path} was made for another version of hrterm: "
            "install a matching edition."
        ),
        "old-sqlite": _(
            "this Python carries an SQLite older than 3.37: use a newer Python."
        ),
    }
    return sentences[error.code].format(path=error.path)
