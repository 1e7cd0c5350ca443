"""Texts and names in the reader's language, falling back visibly."""

import sqlite3
from collections.abc import Iterable

from hrterm.domain.language import adapted, base, chain
from hrterm.store.selecting import select


class Texts:
    """Looks texts and names up in one language."""

    def __init__(self, connection: sqlite3.Connection, language: str) -> None:
        """Read from ``connection`` for readers of ``language``."""
        self._connection = connection
        self.language = language
        self.languages = chain(language)
        """Those in which a text is looked for, best first."""
        self._names: dict[str, dict[str, str]] = {}

    def texts(self, ids: Iterable[int | None]) -> dict[int, str]:
        """Texts by number; one that is not translated is marked ``[en]``."""
        found: dict[int, str] = {}
        wanted = sorted({id_ for id_ in ids if id_ is not None})
        for language in self.languages:
            if wanted and base(language) == base(self.language):
                sql = "SELECT id, text FROM text WHERE language = ? AND id IN ({ids})"
                for id_, text in select(self._connection, sql, wanted, language):
                    found[id_] = adapted(text, self.language)
                wanted = [id_ for id_ in wanted if id_ not in found]
        sql = "SELECT id, language, text FROM text WHERE id IN ({ids})"
        for id_, language, text in select(self._connection, sql, wanted):
            # English rather than any other; else whatever there is.
            if language == "en" or id_ not in found:
                found[id_] = f"[{language}] {text}"
        return found

    def names(self, kind: str, ids: Iterable[str]) -> dict[str, str]:
        """Names by id, sorted by that; an id without a name stands for itself.

        They are kept: a check needs the same few again and again.
        """
        kept = self._names.setdefault(kind, {})
        wanted = sorted(set(ids))
        new = [id_ for id_ in wanted if id_ not in kept]
        if new:
            kept |= self._read_names(kind, new)
        return {id_: kept[id_] for id_ in wanted}

    def _read_names(self, kind: str, wanted: list[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        asked = "SELECT id, name FROM label WHERE kind = ?"
        for language in self.languages:
            if wanted:
                sql = f"{asked} AND language = ? AND id IN ({{ids}})"
                found |= select(self._connection, sql, wanted, kind, language)
                wanted = [id_ for id_ in wanted if id_ not in found]
        sql = f"{asked} AND id IN ({{ids}})"
        others = dict(select(self._connection, sql, wanted, kind))
        return {**found, **{id_: others.get(id_, id_) for id_ in wanted}}
