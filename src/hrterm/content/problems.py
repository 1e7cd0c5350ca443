"""What is wrong with the data, where, and how to mend it."""

from typing import NamedTuple


class Place(NamedTuple):
    """A point in a file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1


class Problem(NamedTuple):
    """One finding, printed like a compiler's."""

    place: Place
    message: str
    severity: str = "error"

    def __str__(self) -> str:
        path, line, column = self.place
        return f"{path}:{line}:{column}: {self.severity}: {self.message}"


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
