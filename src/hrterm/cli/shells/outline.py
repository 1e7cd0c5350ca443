"""The command line as shells and manuals see it: read off the parsers."""

from argparse import SUPPRESS, Action
from typing import NamedTuple

from hrterm import settings
from hrterm.cli.commands import COMMANDS
from hrterm.cli.helping import OWN_OPTIONS
from hrterm.cli.parsing import Parser, parser_of
from hrterm.i18n import _, offered

FILE = "file"
FOLDER = "folder"
ASKED = "asked"
"""Words that the program itself offers, kind by kind; see ``store.completing``."""
FIXED = "fixed"
NOTHING = "nothing"


class Values(NamedTuple):
    """What may stand in one place."""

    form: str = NOTHING
    """`file`, `folder`, `asked`, `fixed` or `nothing`."""
    words: tuple[str, ...] = ()
    """The kinds to ask for, or the words themselves."""
    suffix: str = ""
    """What follows at once: ``=`` after the name in ``--since``."""


class Option(NamedTuple):
    """An option of a command."""

    flags: tuple[str, ...]
    help: str
    value: str
    """What its value is called; empty when it takes none."""
    values: Values


class Place(NamedTuple):
    """An argument that is told by where it stands."""

    name: str
    help: str
    values: Values
    is_repeated: bool
    is_required: bool


class Outline(NamedTuple):
    """A command, or one of its tools."""

    path: tuple[str, ...]
    """``()`` for the program, ``("config", "set")`` for a tool."""
    help: str
    options: tuple[Option, ...]
    places: tuple[Place, ...]


_SUBJECTS = Values(ASKED, ("subject",))

_BY_NAME: dict[tuple[str, str], Values] = {
    ("check", "since"): Values(ASKED, ("subject",), "="),
    ("claims", "text"): Values(ASKED, ("claim", "subject")),
    ("emergency", "card"): Values(ASKED, ("emergency", "subject")),
    ("mechanism", "name"): Values(ASKED, ("target", "subject")),
    ("search", "text"): _SUBJECTS,
    ("sources", "id"): Values(ASKED, ("source",)),
    **{
        (command, name): _SUBJECTS
        for command in ("show", "check", "matrix", "legal", "handout")
        for name in ("name", "names")
    },
}
"""What completes an argument, by its command and its name."""


def outlines() -> list[Outline]:
    """The program, its commands and their tools, in the order of the help."""
    own = [
        *_options("", parser_of("search")),
        *(
            Option((flag,), _(text), _(value), Values(FOLDER if value else NOTHING))
            for flag, value, text in OWN_OPTIONS
        ),
    ]
    found = [Outline((), "", tuple(own), ())]
    for command, text in COMMANDS.items():
        parser = parser_of(command)
        found.append(_outline((command,), _(text), parser))
        for tool, tool_parser in parser.tools().items():
            path = (command, tool)
            found.append(_outline(path, tool_parser.description or "", tool_parser))
    return [*found, *_settings()]


def tools(one: Outline, every: list[Outline]) -> list[Outline]:
    """The commands of the program, or the tools of a command."""
    return [other for other in every if other.path and other.path[:-1] == one.path]


def _settings() -> list[Outline]:
    """``config set`` takes another value for each setting: as if each were a tool."""
    value = _("VALUE")
    values = {
        "language": Values(FIXED, offered()),
        "place": Values(ASKED, ("jurisdiction",)),
        "ascii": Values(FIXED, ("yes", "no")),
    }
    return [
        Outline(
            ("config", "set", key),
            "",
            (),
            (Place(value, "", values.get(key, Values()), False, True),),
        )
        for key in settings.KEYS
    ]


def _outline(path: tuple[str, ...], text: str, parser: Parser) -> Outline:
    places = tuple(
        Place(
            str(action.metavar or action.dest),
            _help(action, parser),
            _values(path[0], action),
            action.nargs in {"+", "*"},
            action.nargs not in {"?", "*"},
        )
        for action in parser.actions()
        if not action.option_strings and not isinstance(action.choices, dict)
    )
    return Outline(path, text, _options(path[0], parser), places)


def _options(command: str, parser: Parser) -> tuple[Option, ...]:
    return tuple(
        Option(
            tuple(sorted(action.option_strings, key=len, reverse=True)),
            _help(action, parser),
            str(action.metavar or action.dest.upper()) if action.nargs is None else "",
            _values(command, action) if action.nargs is None else Values(),
        )
        for action in parser.actions()
        if action.option_strings and action.help is not SUPPRESS
    )


def _help(action: Action, parser: Parser) -> str:
    return (action.help or "") % {"prog": parser.prog, **vars(action)}


def _values(command: str, action: Action) -> Values:
    if action.choices is not None:
        return Values(FIXED, tuple(str(choice) for choice in action.choices))
    if action.dest == "lang":
        return Values(FIXED, offered())
    if action.dest == "place":
        return Values(ASKED, ("jurisdiction",))
    if action.metavar in {_("FILE"), _("OLD"), _("NEW")}:
        return Values(FILE)
    if action.metavar == _("DIR"):
        return Values(FOLDER)
    return _BY_NAME.get((command, action.dest), Values())
