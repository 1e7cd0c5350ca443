"""The command line as argparse sees it: one command's parser at a time."""

import gettext
import os
from argparse import SUPPRESS, Action, ArgumentParser, HelpFormatter, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, NoReturn

from hrterm.cli import output
from hrterm.cli.commands import COMMANDS, module_of
from hrterm.cli.diagnostics import CommandError
from hrterm.cli.words import as_text
from hrterm.i18n import _, offered
from hrterm.i18n.catalogue import DOMAIN, locale_folder

HELP_WIDTH = 80


class Parser(ArgumentParser):
    """Reports wrong usage as one sentence; asks the terminal for nothing."""

    def __init__(self, **options: Any) -> None:
        """A parser whose help is 80 columns wide and complete."""
        options.setdefault("allow_abbrev", False)
        options.setdefault("add_help", False)
        super().__init__(formatter_class=_formatter, **options)
        self.add_argument("--help", "-h", action="help", help=_("show this help"))
        _add_common(self)

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print with its usage.

        Raises:
            CommandError: always.
        """
        raise CommandError(
            _("{message}. See: {command} --help").format(
                message=message, command=self.prog
            )
        )

    def print_help(self, file: Any = None) -> None:
        """Print the help as every answer is printed."""
        output.write_long(self.format_help())

    def parse_in_any_order(self, arguments: list[str]) -> Namespace:
        """Parse options and names however they are mixed.

        Raises:
            CommandError: on wrong usage.
        """
        defaults = Namespace(json=False, lang=None, db=None)
        given = arguments if self._subparsers else self._options_first(arguments)
        options, rest = self.parse_known_args(given, defaults)
        if rest:
            self._refuse(rest[0])
        return options

    def _options_first(self, arguments: list[str]) -> list[str]:
        """The same arguments with the names behind ``--``, where argparse joins them.

        Bytes that are no text become the replacement character: names are text.
        """
        options: list[str] = []
        names: list[str] = []
        rest = iter(arguments)
        for argument in rest:
            if argument == "--":
                names += rest
            elif argument == "-" or not argument.startswith("-"):
                names.append(argument)
            else:
                options.append(argument)
                action = self._option_string_actions.get(argument)
                if action is not None and action.nargs is None:
                    options += islice(rest, 1)
        if not names:
            return options
        return [*options, "--", *(as_text(name) for name in names)]

    def _refuse(self, word: str) -> NoReturn:
        """Say that a word is not taken, and which option may be meant.

        Raises:
            CommandError: always.
        """
        if not word.startswith("-"):
            self.error(_("'{word}' is not expected here").format(word=word))
        from hrterm.cli.suggesting import nearest

        asked = word.partition("=")[0]
        near = nearest(asked, self.all_options())
        if near:
            raise CommandError(
                _(
                    "there is no option '{option}': did you mean {near}? "
                    "See: {command} --help"
                ).format(option=asked, near=near, command=self.prog)
            )
        self.error(_("there is no option '{option}'").format(option=asked))

    def all_options(self) -> list[str]:
        """Every option of the command, those of its own tools included."""
        found = list(self._option_string_actions)
        for parser in self.tools().values():
            found += parser.all_options()
        return found

    def tools(self) -> dict[str, "Parser"]:
        """The parsers of a command's own tools: ``set`` of ``config``."""
        return {
            name: parser
            for action in self.actions()
            if isinstance(action.choices, dict)
            for name, parser in action.choices.items()
        }

    def actions(self) -> list[Action]:
        """Every argument and option, in the order of the help."""
        return self._actions


def _formatter(prog: str) -> HelpFormatter:
    return HelpFormatter(prog, max_help_position=30, width=HELP_WIDTH)


def parse(command: str, arguments: list[str], language: str) -> Namespace:
    """Parse what follows a command's name.

    Raises:
        CommandError: on wrong usage, or when there is no such command.
    """
    if command not in COMMANDS:
        raise CommandError(_no_command(command))
    if not {"--help", "-h"} & set(arguments):
        # Nobody reads argparse's own words unless something is wrong, and looking
        # them up takes as long as the answer: only then is everything parsed again.
        try:
            with _argparse_in("C"):
                return parser_of(command).parse_in_any_order(arguments)
        except CommandError:
            pass
    with _argparse_in(language):
        return parser_of(command).parse_in_any_order(arguments)


def parser_of(command: str) -> Parser:
    """The parser of one command."""
    parser = Parser(prog=f"hrterm {command}", description=_(COMMANDS[command]))
    module_of(command).add_arguments(parser)
    return parser


@contextmanager
def _argparse_in(language: str) -> Iterator[None]:
    """Argparse takes its own words from gettext's global domain.

    ``C`` looks nothing up.
    """
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = language.replace("-", "_")
    gettext.bindtextdomain(DOMAIN, locale_folder())
    gettext.textdomain(DOMAIN)
    try:
        yield
    finally:
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def _no_command(word: str) -> str:
    from hrterm.cli.suggesting import nearest

    near = nearest(word, COMMANDS)
    if near:
        return _(
            "there is no command '{name}': did you mean {near}? See: hrterm --help"
        ).format(name=word, near=near)
    return _(
        "there is no command '{name}'. To look something up: hrterm search NAME. "
        "All commands: hrterm --help"
    ).format(name=word)


def _add_common(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--lang",
        metavar=_("CODE"),
        default=SUPPRESS,
        help=_("the language of the answer: {codes}").format(
            codes=", ".join(offered())
        ),
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=SUPPRESS,
        help=_("the answer as one JSON object"),
    )
    parser.add_argument(
        "--db", metavar=_("FILE"), default=SUPPRESS, help=_("another database")
    )
