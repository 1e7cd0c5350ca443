"""``hrterm completion --words``: what shells ask for at each key, and so in no time.

No parser, no catalogue, no digest: a prefix query on a file that is only glanced at,
since what is offered says nothing of a risk.
"""

import os
from contextlib import suppress

from hrterm import settings
from hrterm.cli import output
from hrterm.cli.databases import database_path
from hrterm.i18n import negotiate
from hrterm.store.completing import KINDS, offers
from hrterm.store.opening import DatabaseError
from hrterm.wording.formatting import printable

MAX_TYPED = 200


def offer(arguments: list[str]) -> int:
    """Print a word and what it is, a tab between them, for each that begins so.

    Args:
        arguments: what was typed so far, then the kinds to offer (subjects, if none).
    """
    typed = _typed(arguments[0][:MAX_TYPED]) if arguments else ""
    kinds = tuple(kind for kind in arguments[1:] if kind in KINDS) or ("subject",)
    language = negotiate(None, settings.load().get("language", ""), os.environ)
    try:
        found = offers(database_path(None), kinds, typed, language)
    except DatabaseError:
        return 0
    lines = "".join(f"{_plain(word)}\t{_plain(what)}\n" for word, what in found)
    # A shell that no longer waits for it need not hear that it came too late.
    with suppress(OSError, output.OutputError):
        output.write(lines)
    return 0


def _typed(argument: str) -> str:
    """What was typed, without bytes that are no text."""
    try:
        argument.encode()
    except UnicodeEncodeError:
        from hrterm.cli.words import as_text  # most completions go without

        return as_text(argument)
    return argument


def _plain(text: str) -> str:
    return text if text.isprintable() else printable(text).replace("\n", " ")
