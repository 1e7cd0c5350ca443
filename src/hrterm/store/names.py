"""What a typed name means: exact, then without dose and form, then near."""

import sqlite3
from typing import NamedTuple

from hrterm.domain.found import Candidate, NameMatch
from hrterm.domain.naming import (
    allowed_distance,
    are_alike,
    distance,
    fold,
    has_other_letter,
    letters,
    shortened,
)
from hrterm.store.texts import Texts

MAX_CANDIDATES = 60
"""What may mean more things is no name yet. Each of them is checked, none left out."""
MAX_QUERY = 200


def match(query: str, connection: sqlite3.Connection, texts: Texts) -> NameMatch:
    """Find what a name means, and never guess between two drugs."""
    return _Matcher(connection, texts).match(query[:MAX_QUERY])


def is_name(text: str, connection: sqlite3.Connection) -> bool:
    """Whether something is spelt exactly so."""
    asked = "SELECT 1 FROM name WHERE folded = ? LIMIT 1"
    return connection.execute(asked, (fold(text[:MAX_QUERY]),)).fetchone() is not None


class _Near(NamedTuple):
    """A spelling that is a slip or two away."""

    slips: int
    subject: str
    text: str
    is_class: bool


def _at_most(count: int, bits: str) -> str:
    """A condition: taking the lowest bit away so often leaves none."""
    for _ in range(count):
        bits = f"({bits}) & (({bits}) - 1)"
    return f"({bits}) = 0"


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
        folded = fold(name)
        close = [
            near
            for near in self._close(folded, shortened(name))
            if not has_other_letter(name, near.text)
        ]
        if close:
            ids = [near.subject for near in close]
            guarded, confusable = self._confusable(close)
            substances = [near for near in close if not near.is_class]
            if len(substances) == 1 and not guarded:
                (only,) = substances
                if only.slips == close[0].slips:
                    return self._found(only.subject, only.text, True)
            return self._ambiguous([*ids, *confusable])
        begun = self._begun(folded)
        return self._ambiguous(begun) if begun else None

    def _close(self, folded: str, shortened: list[str]) -> list["_Near"]:
        """The nearest spelling of each thing that is nearly spelt so, nearest first.

        A further word is no slip of the pen: what comes nearer without it was not
        meant (`ketamine XR` is not ketamine).
        """
        limit = allowed_distance(folded)
        if not limit:
            return []
        found = []
        for subject, spelling, text, is_class in self._connection.execute(
            "SELECT subject, folded, name.text, name.is_class FROM name AS near "
            # The index tells which are near; only of these the rest is read.
            "CROSS JOIN name USING (folded, subject) "
            "WHERE substr(near.folded, 1, 1) = :first "
            "AND length(near.folded) BETWEEN :shortest AND :longest "
            f"AND {_at_most(limit, 'near.letters & ~:letters')} "
            f"AND {_at_most(limit, ':letters & ~near.letters')}",
            {
                "first": folded[0],
                "shortest": len(folded) - limit,
                "longest": len(folded) + limit,
                "letters": letters(folded),
            },
        ):
            allowed = min(limit, allowed_distance(spelling))
            slips = distance(folded, spelling, allowed)
            if slips <= allowed and not any(
                distance(shorter, spelling, slips) < slips for shorter in shortened
            ):
                found.append(_Near(slips, subject, text, bool(is_class)))
        nearest: dict[str, _Near] = {}
        for near in sorted(found):
            nearest.setdefault(near.subject, near)
        return list(nearest.values())

    def _confusable(self, close: list["_Near"]) -> tuple[bool, list[str]]:
        """Whether any of these is never guessed, and what it is taken for.

        A substance has many names; what is near its brand is not near what its own name
        is confused with. So the others are told where the spelling itself is like one
        of theirs.
        """
        guarded, alike = False, set()
        for near in close:
            rows = self._connection.execute(
                "SELECT other, folded FROM confusable "
                "JOIN name ON name.subject = other WHERE confusable.subject = ?",
                (near.subject,),
            ).fetchall()
            spelling = fold(near.text)
            guarded = guarded or bool(rows)
            alike |= {other for other, folded in rows if are_alike(spelling, folded)}
        return guarded, sorted(alike)

    def _begun(self, folded: str) -> list[str]:
        """What names begin with these letters, shortest first; not when too many do."""
        if len(folded) < 3:
            return []
        rows = self._connection.execute(
            "SELECT subject, min(length(folded)) FROM name "
            "WHERE folded >= ? AND folded < ? GROUP BY subject ORDER BY 2, 1 LIMIT ?",
            (folded, folded + "\U0010ffff", MAX_CANDIDATES + 1),
        )
        begun = [row[0] for row in rows]
        return begun if len(begun) <= MAX_CANDIDATES else []

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
