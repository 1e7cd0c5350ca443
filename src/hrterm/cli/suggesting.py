"""What may have been meant by a word that is none of those known."""

from collections.abc import Iterable

from hrterm.domain.naming import distance


def nearest(typed: str, known: Iterable[str]) -> str:
    """The one that begins so, else the nearest by a slip or two; empty when none is."""
    words = sorted(known)
    begun = [word for word in words if len(typed) > 2 and word.startswith(typed)]
    if len(begun) == 1:
        return begun[0]
    limit = min(len(typed) // 3, 2)
    slips = {word: distance(typed, word, limit) for word in words}
    closest = min(words, key=slips.__getitem__, default="")
    return closest if closest and slips[closest] <= limit else ""
