"""Which emergency cards a typed text calls for."""

import sqlite3
from collections.abc import Sequence

from hrterm.domain.hearing import Ranking, rank
from hrterm.domain.naming import fold
from hrterm.store.names import match
from hrterm.store.sheets import cards_of
from hrterm.store.texts import Texts

_SHORTEST_BEGINNING = 4
"""Fewer letters begin too many names to tell anything."""


def recognise(text: str, connection: sqlite3.Connection, texts: Texts) -> Ranking:
    """The cards for a text, by what is heard in it and by what it names.

    Phrases of every language count: people write as they speak.
    """
    order = connection.execute("SELECT id FROM emergency ORDER BY rank, id")
    phrases = connection.execute("SELECT emergency, words FROM emergency_phrase")
    found: dict[str, tuple[str, ...]] = {}

    def spelt(name: str) -> tuple[str, ...]:
        folded = fold(name)
        if folded not in found:
            rows = connection.execute(
                "SELECT subject FROM name WHERE folded = ? ORDER BY subject", (folded,)
            )
            found[folded] = _together([row[0] for row in rows], connection)
        return found[folded]

    def near(name: str) -> tuple[str, ...]:
        meant = match(name, connection, texts)
        if meant.id:
            return _together(meant.ids, connection)
        if fold(name) != fold(text) or len(fold(name)) < _SHORTEST_BEGINNING:
            return ()
        return _together(meant.ids, connection)

    return rank(
        text,
        [row[0] for row in order],
        [(card, tuple(words.split())) for card, words in phrases],
        spelt,
        near,
    )


def _together(ids: Sequence[str], connection: sqlite3.Connection) -> tuple[str, ...]:
    """The cards of all that a name may mean, each once: first the likeliest of each."""
    listed = [cards_of(id_, connection) for id_ in ids]
    longest = max(map(len, listed), default=0)
    ordered = [
        cards[place]
        for place in range(longest)
        for cards in listed
        if place < len(cards)
    ]
    return tuple(dict.fromkeys(ordered))
