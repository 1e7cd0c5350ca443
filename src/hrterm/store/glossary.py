"""Medical words, explained."""

import sqlite3

from hrterm.domain.substance import Term
from hrterm.store.listing import listing
from hrterm.store.texts import Texts


def glossary(connection: sqlite3.Connection, texts: Texts) -> tuple[Term, ...]:
    """Every word, as readers expect them sorted."""
    found = dict(connection.execute("SELECT id, text_text FROM glossary"))
    words = texts.texts(found.values())
    return tuple(
        Term(id_, name, words[found[id_]])
        for id_, name in listing("term", connection, texts)
    )
