"""The help of the program as a whole, and of what stands before a command."""

import textwrap
from collections.abc import Iterable

from hrterm.cli.commands import COMMANDS
from hrterm.cli.diagnostics import CommandError
from hrterm.cli.suggesting import nearest
from hrterm.i18n import N_, _, offered

WIDTH = 80

EXAMPLES = (
    "hrterm search kéta",
    "hrterm check MDMA phenelzine",
    "hrterm check ketamine Xanax --since ketamine=3h",
    "hrterm legal MDMA --in CA-BC",
    "hrterm emergency opioid-overdose",
)

COMMON_OPTIONS = (
    ("--lang", N_("CODE"), N_("the language of the answer: {codes}")),
    ("--json", "", N_("the answer as one JSON object")),
    ("--db", N_("FILE"), N_("another database")),
    ("--help", "", N_("what the command takes")),
)
"""What every command takes: an option, its value, what it does."""

OWN_OPTIONS = (
    ("--data", N_("DIR"), N_("open the interface on a data folder")),
    ("--version", "", N_("program, data edition and its review")),
)
"""What the program takes without a command."""

EXIT_CODES = (
    ("0", N_("answered; a dangerous verdict is an answer")),
    ("1", N_("a name unknown or ambiguous, an empty list, a finding, --fail-on")),
    ("2", N_("wrong usage: an unknown option, code or duration")),
    ("3", N_("a file missing, damaged, of another version, or not trusted")),
    ("70", N_("the interface ended because of a mistake in it")),
)


def about() -> str:
    """What the program is."""
    return _(
        "An offline harm-reduction reference. Without a command it opens the interface."
    )


def top_help() -> str:
    """What ``hrterm --help`` prints."""
    return "\n".join(
        [
            _("usage: hrterm [--lang CODE] [--db FILE] [COMMAND ...]"),
            "",
            textwrap.fill(about(), WIDTH),
            "",
            _("commands:"),
            *_table((name, _(text)) for name, text in COMMANDS.items()),
            "",
            _("every command takes:"),
            *_options(COMMON_OPTIONS),
            "",
            _("without a command:"),
            *_options(OWN_OPTIONS),
            "",
            _("for example:"),
            *(f"  {example}" for example in EXAMPLES),
            "",
            _("exit codes:"),
            *_table((code, _(text)) for code, text in EXIT_CODES),
            "",
        ]
    )


def _options(options: Iterable[tuple[str, str, str]]) -> list[str]:
    codes = ", ".join(offered())
    return _table(
        (f"{option} {_(value)}".rstrip(), _(text).replace("{codes}", codes))
        for option, value, text in options
    )


def _table(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Two columns."""
    return [
        line
        for name, text in rows
        for line in textwrap.wrap(
            text,
            WIDTH,
            initial_indent=f"  {name:<16}" if len(name) < 16 else f"  {name}  ",
            subsequent_indent=" " * 18,
        )
    ]


def refuse_unknown(
    arguments: list[str], valued: frozenset[str], plain: frozenset[str]
) -> None:
    """Refuse what is no option of the program itself.

    Raises:
        CommandError: when there is one.
    """
    rest = iter(arguments)
    for argument in rest:
        name, sign, _value = argument.partition("=")
        if name in valued:
            if not sign and next(rest, None) is None:
                raise CommandError(
                    _("{option} needs a value. See: hrterm --help").format(option=name)
                )
        elif argument not in plain:
            raise CommandError(_no_option(argument, valued | plain))


def _no_option(option: str, known: frozenset[str]) -> str:
    near = nearest(option.partition("=")[0], known)
    if near:
        return _(
            "there is no option '{option}': did you mean {near}? See: hrterm --help"
        ).format(option=option, near=near)
    return _("there is no option '{option}'. See: hrterm --help").format(option=option)
