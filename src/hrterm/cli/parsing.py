"""The command line as argparse sees it: one command's parser at a time."""

import gettext
import importlib
import os
from argparse import SUPPRESS, ArgumentParser, HelpFormatter, Namespace
from typing import Any, NoReturn

from hrterm.cli.diagnostics import CommandError
from hrterm.i18n import N_, _
from hrterm.i18n.catalogue import DOMAIN, locale_folder

COMMANDS = {
    "search": N_("everything whose name or text matches"),
    "show": N_("the fact sheet of a substance or class"),
    "check": N_("what happens together"),
    "matrix": N_("the grid of all pairs"),
    "legal": N_("legal records, dated"),
    "mechanism": N_("how a substance acts, or what acts at a target"),
    "claims": N_("things people hear, with a verdict"),
    "emergency": N_("emergency cards and numbers"),
    "sources": N_("the bibliography"),
    "handout": N_("a page to print and hand over"),
    "data": N_("maintainers' tools"),
    "config": N_("show and change the settings"),
}


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


def _formatter(prog: str) -> HelpFormatter:
    return HelpFormatter(prog, max_help_position=30, width=80)


def use_language_in_argparse(language: str) -> None:
    """Argparse takes its own words from gettext's global domain."""
    os.environ["LANGUAGE"] = language.replace("-", "_")
    gettext.bindtextdomain(DOMAIN, locale_folder())
    gettext.textdomain(DOMAIN)


def parse(command: str, arguments: list[str]) -> Namespace:
    """Parse what follows a command's name.

    Raises:
        CommandError: on wrong usage.
    """
    parser = Parser(prog=f"hrterm {command}", description=_(COMMANDS[command]))
    command_module(command).add_arguments(parser)
    defaults = Namespace(json=False, lang=None, db=None)
    return parser.parse_args(arguments, defaults)


def command_module(command: str) -> Any:
    """The module that runs a command."""
    return importlib.import_module(f"hrterm.cli.commands.{command}")


def top_help() -> str:
    """What ``hrterm --help`` prints."""
    lines = [
        _("usage: hrterm [--lang CODE] [--db FILE] [COMMAND ...]"),
        "",
        _(
            "An offline harm-reduction reference. Without a command it opens the "
            "interface."
        ),
        "",
        _("commands:"),
    ]
    lines += [f"  {name:<12} {_(text)}" for name, text in COMMANDS.items()]
    lines += [
        "",
        _("every command takes, after its name:"),
        f"  --lang CODE  {_('the language of the answer: en, fr')}",
        f"  --json       {_('the answer as one JSON object')}",
        f"  --db FILE    {_('another database')}",
        f"  --help       {_('what the command takes')}",
        "",
        f"  --version    {_('program, data edition and its review')}",
        "",
        _(
            "exit codes: 0 answered; 1 a name unknown or ambiguous, an empty list, a "
            "finding; 2 wrong usage; 3 a file missing, damaged or not trusted"
        ),
        "",
    ]
    return "\n".join(lines)


def _add_common(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--lang",
        metavar="CODE",
        default=SUPPRESS,
        help=_("the language of the answer: en, fr"),
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=SUPPRESS,
        help=_("the answer as one JSON object"),
    )
    parser.add_argument(
        "--db", metavar="FILE", default=SUPPRESS, help=_("another database")
    )
