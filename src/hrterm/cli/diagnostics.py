"""stderr and the exit codes."""

import sys
from enum import IntEnum
from typing import Any

from hrterm.cli.output import OutputError, abandon, json_text
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


def explain(error: Exception, given: list[str]) -> int | None:
    """Report what ended a command, and say with which code; None for a mistake of ours.

    Args:
        error: what was raised.
        given: the arguments that may hold options.
    """
    from hrterm.wording.system import reason

    as_json = "--json" in given
    match error:
        case BrokenPipeError():
            abandon()
            return ExitCode.ANSWERED
        case CommandError():
            return report(error.message, as_json, error.code)
        case DatabaseError():
            return report(database_message(error), as_json, ExitCode.UNUSABLE)
        case OutputError():
            message = _("the answer could not be written ({reason}).").format(
                reason=reason(error.cause)
            )
            return report(message, False, ExitCode.UNUSABLE)
        case OSError():
            message = _("{path} cannot be used ({reason}).").format(
                path=error.filename or "?", reason=reason(error)
            )
            return report(message, as_json, ExitCode.UNUSABLE)
    return None


def report(message: str, as_json: bool, code: ExitCode) -> ExitCode:
    """Print an error: a sentence on stderr, and an object on stdout for ``--json``."""
    shown = printable(message).encode("utf-8", "replace").decode("utf-8")
    text = " ".join(shown.split())
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"hrterm: {text}\n")
            sys.stderr.flush()
        except OSError:
            sys.stderr = None
    if as_json and sys.stdout is not None:
        try:
            sys.stdout.write(json_text(error_document(text, code)))
            sys.stdout.flush()
        except OSError:
            abandon()
    return code


def error_document(message: str, code: ExitCode) -> dict[str, Any]:
    """An error as the contract writes it."""
    return {"kind": "error", "code": int(code), "message": printable(message)}


def database_message(error: DatabaseError) -> str:
    """What is wrong with a database, and what to do next."""
    from hrterm.editions.places import is_installed

    if is_installed(error.path) and error.code != "old-sqlite":
        return _(
            "the installed edition at {path} is damaged and was not used: go back to "
            "the one before with hrterm data rollback, or install it again."
        ).format(path=error.path)
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
