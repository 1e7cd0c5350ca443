"""What the library answers to a name or a search: what was meant, what matches."""

from typing import NamedTuple

from hrterm.domain.vocabulary import NameStatus, Route


class Candidate(NamedTuple):
    """Something a name may mean."""

    id: str
    name: str


class NameMatch(NamedTuple):
    """What became of one name that someone typed."""

    query: str
    status: NameStatus
    id: str = ""
    name: str = ""
    matched: str = ""
    """The spelling that it was found by."""
    corrected: bool = False
    ignored: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    route: Route | None = None
    """How it is taken, when a word said so."""

    @property
    def ids(self) -> tuple[str, ...]:
        """What it means, or may mean."""
        if self.id:
            return (self.id,)
        return tuple(candidate.id for candidate in self.candidates)


class Hit(NamedTuple):
    """One result of a search."""

    kind: str
    id: str
    name: str
    matched: str
    """The spelling that it was found by; empty when found in what is said of it."""
