"""Which names of the combination a person means who types one to take it out."""

from collections.abc import Callable, Sequence

from hrterm.domain.found import NameMatch
from hrterm.domain.naming import allowed_distance, distance, fold
from hrterm.domain.phrase import readings

Match = Callable[[str], NameMatch]
"""What a name means."""


def surely_meant(typed: str, basket: Sequence[str], match: Match) -> list[str]:
    """Names that are spelt so; else that mean the same; else without dose and form."""
    wanted, bare = match(typed).id, _bare(typed)
    spelt = [name for name in basket if name == typed or fold(name) == fold(typed) > ""]
    same = [name for name in basket if wanted and match(name).id == wanted]
    return spelt or same or [name for name in basket if _bare(name) == bare > ""]


def perhaps_meant(typed: str, basket: Sequence[str], match: Match) -> list[str]:
    """Names that may mean the same; else those that are spelt most nearly so."""
    wanted = set(match(typed).ids)
    if found := [name for name in basket if wanted.intersection(match(name).ids)]:
        return found
    bare = _bare(typed)
    limit = allowed_distance(bare)
    slips = {
        name: min(
            (distance(bare, other, limit) for other in _spellings(name, match)),
            default=limit + 1,
        )
        for name in basket
    }
    nearest = min(slips.values(), default=limit + 1)
    return [name for name in basket if slips[name] == nearest <= limit]


def _spellings(name: str, match: Match) -> set[str]:
    """A name as it was typed, without its dose, and the names that it may mean."""
    read = match(name)
    candidates = [candidate.name for candidate in read.candidates]
    return {_bare(name), *map(fold, [read.name, read.matched, *candidates])} - {""}


def _bare(name: str) -> str:
    return fold(readings(name)[-1].name)
