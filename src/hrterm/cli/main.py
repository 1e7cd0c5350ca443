"""From the shell's arguments to an exit code."""

import os
import sys
from collections.abc import Callable

from hrterm import __version__, settings
from hrterm.cli import parsing
from hrterm.cli.context import Context, database_path
from hrterm.cli.diagnostics import (
    CommandError,
    ExitCode,
    database_message,
    report,
)
from hrterm.i18n import _, activate, available, negotiate
from hrterm.store.opening import DatabaseError, verify

Interface = Callable[[str, str, dict[str, str]], int]
"""Opens the interface on a database, in a language, with the settings."""


def run(arguments: list[str], interface: Interface) -> int:
    """Answer one command line, or open the interface.

    Args:
        arguments: what stands behind the program's name.
        interface: opens the interface; it is handed in, so that a lookup never
            imports a toolkit.
    """
    as_json = "--json" in arguments
    try:
        return int(_run(arguments, interface))
    except CommandError as error:
        report(error.message, as_json, error.code)
        return int(error.code)
    except DatabaseError as error:
        report(database_message(error), as_json, ExitCode.UNUSABLE)
        return int(ExitCode.UNUSABLE)
    except BrokenPipeError:
        # The reader has left: keep the interpreter from complaining about it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(ExitCode.ANSWERED)
    except KeyboardInterrupt:
        return 130


def _run(arguments: list[str], interface: Interface) -> int:
    kept = settings.load()
    language = _language(arguments, kept)
    activate(language)
    parsing.use_language_in_argparse(language)
    if arguments and arguments[0] in parsing.COMMANDS:
        options = parsing.parse(arguments[0], arguments[1:])
        context = Context(options, language, kept)
        return parsing.command_module(arguments[0]).run(context)  # type: ignore[no-any-return]
    return _without_command(arguments, language, kept, interface)


def _language(arguments: list[str], kept: dict[str, str]) -> str:
    """The language, looked for before anything is worded.

    Raises:
        CommandError: when ``--lang`` names none that we have.
    """
    asked = _option(arguments, "--lang")
    try:
        return negotiate(asked, kept.get("language", ""), os.environ)
    except ValueError as error:
        activate(negotiate(None, kept.get("language", ""), os.environ))
        raise CommandError(
            _("there is no language '{code}': use one of {codes}.").format(
                code=asked, codes=", ".join(available())
            )
        ) from error


def _option(arguments: list[str], name: str) -> str | None:
    """The value of an option, wherever it stands."""
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == name and position + 1 < len(arguments):
            return arguments[position + 1]
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
    return None


def _without_command(
    arguments: list[str], language: str, kept: dict[str, str], interface: Interface
) -> int:
    """The interface, the help, or the version."""
    if "--version" in arguments:
        return _version(arguments, language)
    if {"--help", "-h"} & set(arguments):
        sys.stdout.write(parsing.top_help())
        return int(ExitCode.ANSWERED)
    rest = _unknown(arguments)
    if rest:
        raise CommandError(
            _("there is no command '{name}'. See: hrterm --help").format(name=rest[0])
        )
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        sys.stdout.write(parsing.top_help())
        return int(ExitCode.USAGE)
    return _interface(arguments, language, kept, interface)


def _unknown(arguments: list[str]) -> list[str]:
    """What is left when the interface's own options are taken away."""
    rest: list[str] = []
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument in {"--lang", "--db", "--data"}:
            skip = True
        elif not argument.startswith(("--lang=", "--db=", "--data=")):
            rest.append(argument)
    return rest


def _version(arguments: list[str], language: str) -> int:
    from hrterm.store.library import Library
    from hrterm.wording.sheets import review

    path = database_path(_option(arguments, "--db"))
    with Library(path, language) as library:
        edition = library.edition()
    sys.stdout.write(
        f"hrterm {__version__}\n"
        + _("data edition {version}, newest review {date}").format(
            version=edition.version, date=edition.newest_review
        )
        + f"\n{review(edition)}\n"
    )
    return int(ExitCode.ANSWERED)


def _interface(
    arguments: list[str], language: str, kept: dict[str, str], interface: Interface
) -> int:
    """Open the interface on a database, or on a data folder built for this run."""
    folder = _option(arguments, "--data")
    if folder is None:
        path = database_path(_option(arguments, "--db"))
        verify(path)
        return interface(path, language, kept)
    import tempfile

    from hrterm.cli.commands.data_tools.folders import build_folder

    with tempfile.TemporaryDirectory(prefix="hrterm-") as temporary:
        path = os.path.join(temporary, "hrterm.db")
        build_folder(folder, path)
        return interface(path, language, kept)
