"""From the shell's arguments to an exit code.

What only some command lines need is imported where they need it: a lookup's speed is
mostly that of its imports.
"""

import os
import sys
from collections.abc import Callable

from hrterm import settings
from hrterm.i18n import _, activate, negotiate, offered

Interface = Callable[[str, str, dict[str, str]], int]
"""Opens the interface on a database, in a language, with the settings."""

ANSWERED, WRONG_USAGE, INTERRUPTED = 0, 2, 130

TYPE_CHECKING = False  # typing's own would cost an import
if TYPE_CHECKING:
    from typing import Any

VALUED = frozenset({"--lang", "--db", "--data"})
"""Options that may stand before a command, or without one, and take a value."""
PLAIN = frozenset({"--json", "--help", "-h", "--version"})
"""Those that take none."""


def run(arguments: list[str], interface: Interface) -> int:
    """Answer one command line, or open the interface.

    Args:
        arguments: what stands behind the program's name.
        interface: opens the interface; it is handed in, so that a lookup never
            imports a toolkit.
    """
    if arguments[:2] == ["completion", "--words"]:
        from hrterm.cli.completing import offer

        return offer(arguments[2:])
    try:
        return _run(arguments, interface)
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as end:  # argparse, once it has shown a command's help
        return int(end.code or ANSWERED)
    except Exception as error:
        from hrterm.cli.diagnostics import explain

        code = explain(error, _before_dashes(arguments))
        if code is None:
            raise
        return int(code)


def _run(arguments: list[str], interface: Interface) -> int:
    kept = settings.load()
    language = _language(arguments, kept)
    activate(language)
    before, command, after = _split(arguments)
    if command is not None:
        if before:
            from hrterm.cli import helping

            helping.refuse_unknown(before, VALUED, PLAIN)
        return _command(command, [*before, *after], language, kept)
    if "--version" in before:
        return _version(before, language)
    return _without_command(before, language, kept, interface)


def _language(arguments: list[str], kept: dict[str, str]) -> str:
    """The language, looked for before anything is worded.

    Raises:
        CommandError: when ``--lang`` names none that we have.
    """
    asked = _option(arguments, "--lang")
    try:
        return negotiate(asked, kept.get("language", ""), os.environ)
    except ValueError as error:
        from hrterm.cli.diagnostics import CommandError

        activate(negotiate(None, kept.get("language", ""), os.environ))
        raise CommandError(
            _("there is no language '{code}': use one of {codes}.").format(
                code=asked, codes=", ".join(offered())
            )
        ) from error


def _split(arguments: list[str]) -> tuple[list[str], str | None, list[str]]:
    """The options before a command, the command (or None), what follows it."""
    position = 0
    while position < len(arguments) and arguments[position].startswith("-"):
        position += 2 if arguments[position] in VALUED else 1
    command = arguments[position] if position < len(arguments) else None
    return arguments[:position], command, arguments[position + 1 :]


def _option(arguments: list[str], name: str) -> str | None:
    """The value of an option, wherever it stands; the last one counts."""
    found = None
    given = _before_dashes(arguments)
    for position, argument in enumerate(given):
        if argument == name and position + 1 < len(given):
            found = given[position + 1]
        elif argument.startswith(f"{name}="):
            found = argument.partition("=")[2]
    return found


def _before_dashes(arguments: list[str]) -> list[str]:
    """What may hold options: all that stands before ``--``."""
    return arguments[: arguments.index("--")] if "--" in arguments else arguments


def _command(
    name: str, arguments: list[str], language: str, kept: dict[str, str]
) -> int:
    """Run one command.

    Raises:
        CommandError: when there is none of that name, or it is used wrongly.
    """
    if any("=" in argument for argument in arguments):
        from hrterm.domain.timing import with_units

        arguments = with_units(arguments)
    from hrterm.cli import words
    from hrterm.cli.commands import COMMANDS, module_of
    from hrterm.cli.context import Context

    options: Any = None
    if name in COMMANDS:
        options = words.read(module_of(name), arguments)
    if options is None:
        from hrterm.cli.parsing import parse

        options = parse(name, arguments, language)
    return int(module_of(name).run(Context(options, language, kept)))


def _version(arguments: list[str], language: str) -> int:
    """The program, the data edition, and who has reviewed it."""
    from hrterm import __version__
    from hrterm.cli import output
    from hrterm.cli.databases import database_path
    from hrterm.store.opening import meta, open_database
    from hrterm.wording.reviewing import reviewed_by

    edition = meta(open_database(database_path(_option(arguments, "--db"))))
    reviewers = list(filter(None, edition["reviewed_by"].split("\n")))
    if "--json" in arguments:
        output.write_json(
            {
                "kind": "version",
                "language": language,
                "version": __version__,
                "edition": {
                    "version": edition["version"],
                    "data_hash": edition["data_hash"],
                    "newest_review": edition["newest_review"],
                    "reviewed_by": reviewers,
                },
            }
        )
        return ANSWERED
    data = _("data edition {version}, newest review {date}").format(
        version=edition["version"], date=edition["newest_review"]
    )
    output.write(f"hrterm {__version__}\n{data}\n{reviewed_by(reviewers)}\n")
    return ANSWERED


def _without_command(
    arguments: list[str], language: str, kept: dict[str, str], interface: Interface
) -> int:
    """The help, or the interface.

    Raises:
        CommandError: on an option that is not known here.
    """
    from hrterm.cli import helping, output

    if {"--help", "-h"} & set(arguments):
        output.write_long(helping.top_help())
        return ANSWERED
    helping.refuse_unknown(arguments, VALUED, PLAIN)
    if "--json" in arguments:
        from hrterm.cli.diagnostics import CommandError

        raise CommandError(_("--json goes with a command. See: hrterm --help"))
    if not (output.is_terminal() and sys.stdin is not None and sys.stdin.isatty()):
        output.write(helping.top_help())
        return WRONG_USAGE
    return _interface(arguments, language, kept, interface)


def _interface(
    arguments: list[str], language: str, kept: dict[str, str], interface: Interface
) -> int:
    """Open the interface on a database, or on a data folder built for this run."""
    from hrterm.cli.databases import database_path

    folder = _option(arguments, "--data")
    if folder is None:
        return interface(database_path(_option(arguments, "--db")), language, kept)
    import tempfile

    from hrterm.cli.commands.data_tools.folders import build_folder

    with tempfile.TemporaryDirectory(prefix="hrterm-") as temporary:
        path = os.path.join(temporary, "hrterm.db")
        build_folder(folder, path)
        return interface(path, language, kept)
