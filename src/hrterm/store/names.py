"""What a typed name means: exact, then without dose and form, then near."""

import sqlite3

from hrterm.domain.found import Candidate, NameMatch
from hrterm.domain.naming import fold
from hrterm.store.texts import Texts

MAX_QUERY = 200


def match(query: str, connection: sqlite3.Connection, texts: Texts) -> NameMatch:
    """Find what a name means, and never guess between two drugs."""
    return _Matcher(connection, texts).match(query[:MAX_QUERY])


def is_name(text: str, connection: sqlite3.Connection) -> bool:
    """Whether something is spelt exactly so."""
    asked = "SELECT 1 FROM name WHERE folded = ? LIMIT 1"
    return connection.execute(asked, (fold(text[:MAX_QUERY]),)).fetchone() is not None


class _Matcher:
    """The steps of the contract, section 3, in order."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts) -> None:
        self._connection = connection
        self._texts = texts

    def match(self, query: str) -> NameMatch:
        whole = self._exact(query, query)
        if whole is not None:
            return whole
        # Only what is not spelt so is worth taking apart, and that import.
        from hrterm.domain.phrase import readings
        from hrterm.domain.route import told_route

        read = readings(query)
        few = tuple(dict.fromkeys((*read[:2], read[-1])))
        for step, tried in ((self._exact, read), (self._near, few)):
            for name, ignored in tried:
                found = step(name)
                if found is not None:
                    return found._replace(
                        query=query, ignored=ignored, route=told_route(ignored)
                    )
        return NameMatch(query, "unknown", ignored=read[-1].ignored)

    def _exact(self, name: str, query: str = "") -> NameMatch | None:
        """What is spelt so, once it is folded."""
        rows = self._connection.execute(
            "SELECT subject, text FROM name WHERE folded = ? ORDER BY subject",
            (fold(name),),
        ).fetchall()
        if len(rows) == 1:
            return self._found(rows[0][0], rows[0][1], False, query)
        if rows:
            return self._ambiguous([row[0] for row in rows], query)
        return None

    def _near(self, name: str) -> NameMatch | None:
        """What is spelt nearly so; else what begins so."""
        from hrterm.store.slips import meant

        ids, spelling = meant(name, self._connection)
        if spelling:
            return self._found(ids[0], spelling, True)
        return self._ambiguous(ids) if ids else None

    def _found(
        self, id_: str, matched: str, corrected: bool, query: str = ""
    ) -> NameMatch:
        name = self._texts.names("subject", [id_])[id_]
        return NameMatch(query, "found", id_, name, matched, corrected)

    def _ambiguous(self, ids: list[str], query: str = "") -> NameMatch:
        distinct = list(dict.fromkeys(ids))
        names = self._texts.names("subject", distinct)
        candidates = tuple(Candidate(id_, names[id_]) for id_ in distinct)
        return NameMatch(query, "ambiguous", candidates=candidates)
