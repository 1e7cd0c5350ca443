"""What is wrong with the data, where, and how to mend it."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from hrterm.i18n import N_, _
from hrterm.wording.formatting import labelled


class Place(NamedTuple):
    """A point in a file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1


class Problem(NamedTuple):
    """One finding, printed like a compiler's."""

    place: Place
    message: str
    severity: str = N_("error")

    def __str__(self) -> str:
        path, line, column = self.place
        return f"{path}:{line}:{column}: {labelled(_(self.severity), self.message)}"


_WHATS = (
    N_("class"),
    N_("condition"),
    N_("emergency card"),
    N_("jurisdiction"),
    N_("source"),
    N_("statement or rule"),
    N_("subject"),
    N_("substance"),
    N_("substance or class"),
    N_("target"),
)
"""What an id may have to be."""


def did_you_mean(near: str) -> str:
    """The nearest thing that there is."""
    return _("Did you mean '{near}'?").format(near=near)


def nothing_called(id_: str, what: str, known: Iterable[str]) -> str:
    """An id that names nothing.

    Args:
        id_: the id.
        what: what it should be, one of ``_WHATS``.
        known: the ids that there are; one that is near is suggested.
    """
    near = get_close_matches(id_, sorted(known), n=1, cutoff=0.7)
    told = _("there is no {what} '{id}'.").format(what=_(what), id=id_)
    return f"{told} {did_you_mean(near[0])}" if near else told


class Problems(list[Problem]):
    """All problems of one run, collected instead of raised."""

    def error(self, place: Place, message: str) -> None:
        """Note an error at ``place``; what it quotes may span lines, it may not."""
        self.append(Problem(place, " ".join(message.split("\n"))))

    @property
    def in_order(self) -> list[Problem]:
        """The problems by file, line and column, each once."""
        return sorted(set(self))


class DataError(Exception):
    """The data cannot be built; ``problems`` says why."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems for whoever prints them."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
