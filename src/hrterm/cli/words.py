"""Command lines of names and common options alone, as most are, read without argparse.

Importing and building its parsers takes as long as looking up what was asked. Whatever
else stands on a command line, a mistake above all, is left to ``parsing``.
"""

from types import SimpleNamespace
from typing import Any, NoReturn

VALUED = {"--lang": "lang", "--db": "db"}
"""Common options that take a value, and what they are called inside."""


class _IntricateError(Exception):
    """A command that takes more than names and options."""


class _Declared:
    """What a command declares, taken down as a parser would."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {"json": False, "lang": None, "db": None}
        self.names = ""
        self.least = 0

    def add_argument(
        self,
        *flags: str,
        dest: str = "",
        nargs: str | None = None,
        default: Any = None,
        action: str = "",
        **_how: Any,
    ) -> None:
        """Note an option's default, or what the names are called."""
        if flags[0].startswith("-"):
            name = dest or max(flags, key=len).removeprefix("--").replace("-", "_")
            self.values[name] = False if action == "store_true" else default
        elif nargs in {"+", "*"} and not self.names:
            self.names, self.least = flags[0], int(nargs == "+")
        else:
            raise _IntricateError

    def add_subparsers(self, **_how: Any) -> NoReturn:
        """Tools of a command are more than names."""
        raise _IntricateError


def read(command: Any, arguments: list[str]) -> SimpleNamespace | None:
    """The options of a command as argparse would give them; None when it has to."""
    declared = _Declared()
    try:
        command.add_arguments(declared)
    except _IntricateError:
        return None
    names = []
    rest = iter(arguments)
    for argument in rest:
        option, is_given, value = argument.partition("=")
        if argument == "-" or not argument.startswith("-"):
            names.append(as_text(argument))
        elif argument == "--json":
            declared.values["json"] = True
        elif option in VALUED:
            value = value if is_given else next(rest, "-")
            if value.startswith("-"):
                return None
            declared.values[VALUED[option]] = value
        else:
            return None
    if len(names) < declared.least or not declared.names:
        return None
    return SimpleNamespace(**declared.values, **{declared.names: names})


def as_text(argument: str) -> str:
    """An argument without the stand-ins for bytes that are no text."""
    try:
        content = argument.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        content = argument.encode("utf-8", "replace")
    return content.decode("utf-8", "replace")
