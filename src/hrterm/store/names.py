"""What a typed name means: exact, then without dose and form, then near."""

import sqlite3

from hrterm.domain.answer import Candidate, NameMatch
from hrterm.domain.naming import allowed_distance, distance, fold, without_forms
from hrterm.store.texts import Texts

MAX_CANDIDATES = 12
MAX_QUERY = 200


def match(query: str, connection: sqlite3.Connection, texts: Texts) -> NameMatch:
    """Find what a name means, and never guess between two drugs."""
    return _Matcher(connection, texts).match(query[:MAX_QUERY])


class _Matcher:
    """The steps of the contract, section 3, in order."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts) -> None:
        self._connection = connection
        self._texts = texts

    def match(self, query: str) -> NameMatch:
        whole = self._exact(query, ())
        if whole is not None:
            return whole._replace(query=query)
        kept, ignored = without_forms(query)
        if ignored and kept:
            without = self._exact(kept, ignored)
            if without is not None:
                return without._replace(query=query)
        for spelling, dropped in ((query, ()), (kept, ignored)):
            near = self._near(fold(spelling), dropped)
            if near is not None:
                return near._replace(query=query)
        return NameMatch(query, "unknown", ignored=ignored if kept else ())

    def _exact(self, spelling: str, ignored: tuple[str, ...]) -> NameMatch | None:
        folded = fold(spelling)
        if not folded:
            return None
        rows = self._connection.execute(
            "SELECT subject, text FROM name WHERE folded = ? ORDER BY subject",
            (folded,),
        ).fetchall()
        if len(rows) == 1:
            return self._found(rows[0][0], rows[0][1], False, ignored)
        if rows:
            return self._ambiguous([row[0] for row in rows], ignored)
        return None

    def _near(self, folded: str, ignored: tuple[str, ...]) -> NameMatch | None:
        limit = allowed_distance(folded)
        if not folded:
            return None
        close: dict[str, str] = {}
        classes: set[str] = set()
        if limit:
            for subject, name, text, is_class in self._within(folded, limit):
                allowed = min(limit, allowed_distance(name))
                if allowed and distance(folded, name, allowed) <= allowed:
                    close.setdefault(subject, text)
                    if is_class:
                        classes.add(subject)
        substances = [id_ for id_ in close if id_ not in classes]
        confusable = self._confusable(close)
        if len(close) == 1 and substances and not confusable:
            return self._found(substances[0], close[substances[0]], True, ignored)
        if close:
            return self._ambiguous([*close, *confusable], ignored)
        begun = self._begun(folded)
        return self._ambiguous(begun, ignored) if begun else None

    def _within(self, folded: str, limit: int) -> list[tuple[str, str, str, int]]:
        """Names of the same first letter and about the same length."""
        return self._connection.execute(
            "SELECT subject, folded, text, is_class FROM name "
            "WHERE substr(folded, 1, 1) = ? AND length(folded) BETWEEN ? AND ? "
            "ORDER BY folded, subject",
            (folded[0], len(folded) - limit, len(folded) + limit),
        ).fetchall()

    def _confusable(self, ids: dict[str, str]) -> list[str]:
        marks = ",".join("?" * len(ids))
        rows = self._connection.execute(
            f"SELECT DISTINCT other FROM confusable WHERE subject IN ({marks}) "
            "ORDER BY other",
            list(ids),
        )
        return [row[0] for row in rows]

    def _begun(self, folded: str) -> list[str]:
        """What names begin with these letters, shortest first."""
        if len(folded) < 3:
            return []
        rows = self._connection.execute(
            "SELECT subject, min(length(folded)) FROM name "
            "WHERE folded >= ? AND folded < ? GROUP BY subject ORDER BY 2, 1 LIMIT ?",
            (folded, folded + "\U0010ffff", MAX_CANDIDATES),
        )
        return [row[0] for row in rows]

    def _found(
        self, id_: str, matched: str, corrected: bool, ignored: tuple[str, ...]
    ) -> NameMatch:
        name = self._texts.names("subject", [id_])[id_]
        return NameMatch("", "found", id_, name, matched, corrected, ignored)

    def _ambiguous(self, ids: list[str], ignored: tuple[str, ...]) -> NameMatch:
        distinct = list(dict.fromkeys(ids))[:MAX_CANDIDATES]
        names = self._texts.names("subject", distinct)
        candidates = tuple(Candidate(id_, names[id_]) for id_ in distinct)
        return NameMatch("", "ambiguous", ignored=ignored, candidates=candidates)
