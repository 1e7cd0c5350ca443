"""Texts and names in the reader's language, falling back visibly."""

import sqlite3
from collections.abc import Iterable

from hrterm.domain.language import adapted, base, chain


class Texts:
    """Looks texts and names up in one language."""

    def __init__(self, connection: sqlite3.Connection, language: str) -> None:
        """Read from ``connection`` for readers of ``language``."""
        self._connection = connection
        self.language = language
        self._chain = chain(language)
        self._order = {code: rank for rank, code in enumerate(self._chain)}

    def texts(self, ids: Iterable[int | None]) -> dict[int, str]:
        """Texts by number; one that is not translated is marked ``[en]``."""
        wanted = sorted({id_ for id_ in ids if id_ is not None})
        best: dict[int, tuple[int, str]] = {}
        for start in range(0, len(wanted), 500):
            some = wanted[start : start + 500]
            marks = ",".join("?" * len(some))
            rows = self._connection.execute(
                f"SELECT id, language, text FROM text WHERE id IN ({marks})", some
            )
            for id_, language, text in rows:
                rank = self._order.get(language, len(self._order))
                if id_ not in best or rank < best[id_][0]:
                    best[id_] = (rank, self._marked(language, text))
        return {id_: text for id_, (_, text) in best.items()}

    def names(self, kind: str, ids: Iterable[str]) -> dict[str, str]:
        """Names by id; an id without a name stands for itself."""
        wanted = sorted(set(ids))
        best: dict[str, tuple[int, str]] = {}
        for start in range(0, len(wanted), 500):
            some = wanted[start : start + 500]
            marks = ",".join("?" * len(some))
            rows = self._connection.execute(
                "SELECT id, language, name FROM label "
                f"WHERE kind = ? AND id IN ({marks})",
                [kind, *some],
            )
            for id_, language, name in rows:
                rank = self._order.get(language, len(self._order))
                if id_ not in best or rank < best[id_][0]:
                    best[id_] = (rank, name)
        return {id_: best[id_][1] if id_ in best else id_ for id_ in wanted}

    def _marked(self, language: str, text: str) -> str:
        if base(language) == base(self.language):
            return adapted(text, self.language)
        return f"[{language}] {text}"
