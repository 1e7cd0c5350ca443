"""The manual page, made from the help: ``python -m hrterm.cli.manual > hrterm.1``.

The build puts it into the wheel, in each language; see ``hrterm.cli.shared``.
"""

import sys
from collections.abc import Iterable

from hrterm import __version__
from hrterm.cli import output
from hrterm.cli.databases import database_path
from hrterm.cli.helping import EXAMPLES, EXIT_CODES, about
from hrterm.cli.shells.outline import Option, Outline, Place, outlines, tools
from hrterm.i18n import N_, _, activate
from hrterm.store.opening import meta, open_database

ENVIRONMENT = (
    ("HRTERM_LANG", N_("the language of the answers, before the setting")),
    ("HRTERM_DB", N_("another database; --db comes before it")),
    (
        "HRTERM_PAGER, PAGER",
        N_("what shows long answers on a terminal; empty for nothing"),
    ),
    ("NO_COLOR", N_("no colour, when it is not empty")),
    ("COLUMNS, LINES", N_("the size of the screen, before what the terminal says")),
    ("LC_ALL, LC_MESSAGES, LANG", N_("the language, when nothing else names one")),
    (
        "HRTERM_TRACEBACK",
        N_("the whole error when the interface fails, with what was typed in it"),
    ),
    ("XDG_CONFIG_HOME", N_("where the settings are; else ~/.config")),
    ("XDG_DATA_HOME", N_("where installed editions are; else ~/.local/share")),
)


def manual(date: str) -> str:
    """The page in the reader's language, as man reads it: in ASCII.

    Args:
        date: of the data, YYYY-MM-DD.
    """
    every = outlines()
    program = every[0]
    what = _text(_("offline harm-reduction reference"))
    placeholder = _italic(_("COMMAND"))
    lines = [
        f'.TH HRTERM 1 "{date}" "hrterm {__version__}"',
        ".ad l",  # even lines and divided words would spoil the options
        ".nh",
        _section(_("Name")),
        rf"hrterm \- {what}",
        _section(_("Synopsis")),
        f"{_synopsis(program, program.options)} [{placeholder} ...]",
        *_description(),
        *_options(program),
        _section(_("Commands")),
    ]
    for command in tools(program, every):
        lines += _command(command, every)
    lines += [
        _section(_("Exit status")),
        *_table(EXIT_CODES),
        _section(_("Environment")),
        *_table(ENVIRONMENT),
        _section(_("Examples")),
        ".nf",
        *(_text(example) for example in EXAMPLES),
        ".fi",
    ]
    return "\n".join(lines) + "\n"


def _description() -> list[str]:
    """What hrterm is, what it is not, and how it answers."""
    return [
        _section(_("Description")),
        _text(about()),
        ".PP",
        _text(
            _(
                "It answers from one file, without a network, and keeps no history. "
                "It is information, not medical or legal advice: in an emergency, call "
                "the emergency number first (hrterm emergency)."
            )
        ),
        ".PP",
        _text(
            _(
                "On a terminal, long answers go through a pager. Elsewhere they are "
                "plain text without colour; with --json they are one JSON object."
            )
        ),
    ]


def _options(program: Outline) -> list[str]:
    """The options that stand before a command."""
    return [
        _section(_("Options")),
        _text(
            _("--help, --lang, --json and --db may stand before a command or after it.")
        ),
        *(line for option in program.options for line in _option(option)),
    ]


def _command(one: Outline, every: list[Outline]) -> list[str]:
    """A command, its own options, and its tools."""
    common = {option.flags for option in every[0].options}
    own = [option for option in one.options if option.flags not in common]
    lines = [
        f".SS {_argument(' '.join(one.path))}",
        _synopsis(one, own),
        ".PP",
        _text(one.help),
    ]
    for place in one.places:
        if place.help:
            lines += [".TP", _italic(place.name), _text(place.help)]
    for option in own:
        lines += _option(option)
    for tool in tools(one, every):
        if tool.help:
            lines += _command(tool, every)
    return lines


def _synopsis(one: Outline, options: Iterable[Option]) -> str:
    words = [_bold(" ".join(("hrterm", *one.path)))]
    words += [f"[{_flag(option, option.flags[0])}]" for option in options]
    return " ".join([*words, *map(_placed, one.places)])


def _placed(place: Place) -> str:
    name = _italic(place.name)
    if place.is_repeated:
        name = f"{name} ..."
    return name if place.is_required else f"[{name}]"


def _option(option: Option) -> list[str]:
    flags = ", ".join(_flag(option, flag) for flag in option.flags)
    return [".TP", flags, *filter(None, [_text(option.help)])]


def _flag(option: Option, flag: str) -> str:
    return f"{_bold(flag)} {_italic(option.value)}" if option.value else _bold(flag)


def _table(rows: tuple[tuple[str, str], ...]) -> list[str]:
    return [
        part for name, text in rows for part in (".TP", _bold(name), _text(_(text)))
    ]


def _section(title: str) -> str:
    return f".SH {_argument(title.upper())}"


def _bold(text: str) -> str:
    return rf"\fB{_text(text)}\fP"


def _italic(text: str) -> str:
    return rf"\fI{_text(text)}\fP"


def _argument(text: str) -> str:
    return '"' + _text(text).replace('"', r"\(dq") + '"'


def _text(text: str) -> str:
    """A text that man takes for nothing but text."""
    plain = text.replace("\\", r"\e").replace("-", r"\-")
    escaped = "".join(
        character if character.isascii() else rf"\[u{ord(character):04X}]"
        for character in plain
    )
    return rf"\&{escaped}" if escaped[:1] in {".", "'"} else escaped


def main(arguments: list[str]) -> int:
    """Print the page in the language that is named, else in English."""
    activate(arguments[0] if arguments else "en")
    output.write(manual(meta(open_database(database_path(None)))["newest_review"]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
