"""Search over names, texts and sources: prefixes of words, in display order."""

import re
import sqlite3
from collections.abc import Sequence

from hrterm.domain.found import Hit
from hrterm.domain.naming import fold
from hrterm.store.names import match
from hrterm.store.texts import Texts

Key = tuple[str, str]
"""A kind and an id."""

_WORD = re.compile(r"[^\W_\u19b0-\u19c9\u1cf2\u1cf3]+")
"""Letters and numbers, but for those that SQLite's Unicode 6.1 counts as marks: a word
that SQLite takes for two is a phrase, which this index refuses."""

_NAMED = ("substance", "class")
"""What has names that people type, and slip in; in the order of ``is_class``."""
_SHORT = 3
"""Shorter words say nothing in a question, unless they are numbers."""


def search(
    query: str,
    connection: sqlite3.Connection,
    texts: Texts,
    kinds: tuple[str, ...] = (),
    limit: int = 50,
) -> list[Hit]:
    """Everything whose name, alias or text matches, best first.

    What is spelt so comes first. What may be a typing slip is looked for when no name
    begins so: that takes a hundred times as long as the rest.
    """
    indexed = _indexed(query, connection, kinds, limit)
    found = _spelt(query, connection)
    if not found and not any(m and key[0] in _NAMED for key, m in indexed.items()):
        found = _meant(query, connection, texts)
    found = {**found, **{key: m for key, m in indexed.items() if key not in found}}
    if _is_question(query) and not any(not kinds or key[0] in kinds for key in found):
        for key, matched in _nearest(query, connection, kinds):
            found.setdefault(key, matched)
    hits = [key for key in found if not kinds or key[0] in kinds][:limit]
    names = _names(hits, texts, connection)
    told = [fold(word) for word in _WORD.findall(query)]
    return [
        Hit(*key, names[key], _by(key, found[key], names[key], told)) for key in hits
    ]


def _by(key: Key, matched: str, name: str, told: list[str]) -> str:
    """The spelling that led to a hit: the reader's own name before another language's.

    Args:
        key: what was found; a source is called by its title alone.
        matched: the spelling in the index, in any language.
        name: what the reader calls it.
        told: the folded words of the query.
    """
    if key[0] == "source":
        return name
    if not matched or matched == name:
        return matched
    folded = fold(name)
    return name if all(word in folded for word in told) else matched


def _spelt(query: str, connection: sqlite3.Connection) -> dict[Key, str]:
    """What is spelt so; several things may be."""
    rows = connection.execute(
        "SELECT subject, text, is_class FROM name WHERE folded = ? ORDER BY subject",
        (fold(query),),
    ).fetchall()
    return {
        (_NAMED[is_class], id_): text if len(rows) == 1 else query
        for id_, text, is_class in rows
    }


def _meant(query: str, connection: sqlite3.Connection, texts: Texts) -> dict[Key, str]:
    """What a name with a dose, a form or a typing slip means."""
    meant = match(query, connection, texts)
    types = dict(_types(connection, meant.ids))
    return {
        (types[id_], id_): meant.matched or query for id_ in meant.ids if id_ in types
    }


def expression(query: str) -> str:
    """An FTS5 query: each word quoted, each a prefix; empty without a word."""
    words = _WORD.findall(query)[:8]
    terms = " ".join(f'"{word}"*' for word in words)
    together = fold(query)
    if len(words) > 1 and _WORD.fullmatch(together):
        return f'({terms}) OR "{together}"*'
    return terms


def _indexed(
    query: str, connection: sqlite3.Connection, kinds: tuple[str, ...], limit: int
) -> dict[Key, str]:
    """What the index finds, in display order, with the name that matched."""
    asked = expression(query)
    found: dict[Key, str] = {}
    if not asked:
        return found
    only = f"AND kind IN ({','.join('?' * len(kinds))})" if kinds else ""
    # The index is read in the order of its rows, which is that of display: no more of
    # it than is shown.
    for kind, thing, matched in connection.execute(
        "SELECT kind, thing, matched FROM search_index "
        "JOIN search_entry ON search_entry.id = search_index.rowid "
        f"WHERE search_index MATCH ? {only} ORDER BY search_index.rowid",
        (asked, *kinds),
    ):
        found.setdefault((kind, thing), matched or "")
        if len(found) == limit:
            break
    return found


def _is_question(query: str) -> bool:
    """Whether it is a sentence rather than a name: what is near a name is no answer."""
    return len(_WORD.findall(query)) > 2


def _nearest(
    query: str, connection: sqlite3.Connection, kinds: tuple[str, ...]
) -> list[tuple[tuple[str, str], str]]:
    """Without anything that holds every word: what holds the rarest of them.

    A word in a name, or in what people say, counts twice; one word alone is chance.
    So a question is answered although "how" and "does" stand in no card.
    """
    only = f"AND kind IN ({','.join('?' * len(kinds))})" if kinds else ""
    scores: dict[tuple[str, str], float] = {}
    counts: dict[tuple[str, str], int] = {}
    order: dict[tuple[str, str], tuple[int, str]] = {}
    for word in dict.fromkeys(_WORD.findall(query)[:16]):
        if len(word) < _SHORT and not word.isdigit():
            continue
        # The last letter is left out: "guéris" finds "guéri", "cures" finds "cure".
        stem = word[:-1] if len(word) > _SHORT + 1 and word.isalpha() else word
        term = f'"{stem}"*' if word.isalpha() else f'"{word}"'
        rows = connection.execute(
            "SELECT kind, thing, min(id), max(matched), count(matched) > 0 "
            "FROM search_entry WHERE id IN "
            "(SELECT rowid FROM search_index WHERE search_index MATCH ?) "
            f"{only} GROUP BY kind, thing",
            (term, *kinds),
        ).fetchall()
        for kind, thing, first, matched, is_name in rows:
            key = (kind, thing)
            weight = (2 if is_name else 1) / len(rows)
            scores[key] = scores.get(key, 0.0) + weight
            counts[key] = counts.get(key, 0) + 1
            order.setdefault(key, (first, matched or ""))
    enough = [key for key in scores if counts[key] > 1]
    best = sorted(enough, key=lambda key: (-scores[key], order[key][0]))
    return [(key, order[key][1]) for key in best[:20]]


def _types(connection: sqlite3.Connection, ids: Sequence[str]) -> list[tuple[str, str]]:
    marks = ",".join("?" * len(ids))
    return connection.execute(
        f"SELECT id, type FROM subject WHERE id IN ({marks})", ids
    ).fetchall()


def _names(
    hits: list[tuple[str, str]], texts: Texts, connection: sqlite3.Connection
) -> dict[tuple[str, str], str]:
    """What each hit is called in the reader's language."""
    found: dict[tuple[str, str], str] = {}
    label_kind = {"substance": "subject", "class": "subject"}
    for kind in {kind for kind, _ in hits}:
        ids = [id_ for one, id_ in hits if one == kind]
        if kind == "claim":
            marks = ",".join("?" * len(ids))
            rows = connection.execute(
                f"SELECT id, statement_text FROM claim WHERE id IN ({marks})", ids
            ).fetchall()
            words = texts.texts(row[1] for row in rows)
            names = {id_: words[text] for id_, text in rows}
        elif kind == "source":
            marks = ",".join("?" * len(ids))
            names = dict(
                connection.execute(
                    f"SELECT id, title FROM source WHERE id IN ({marks})", ids
                ).fetchall()
            )
        else:
            names = texts.names(label_kind.get(kind, kind), ids)
        for id_ in ids:
            found[kind, id_] = names[id_]
    return found
