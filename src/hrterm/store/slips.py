"""What may be meant where nothing is spelt so: a slip of the finger, a beginning."""

import sqlite3
from typing import NamedTuple

from hrterm.domain.naming import (
    allowed_distance,
    are_alike,
    distance,
    fold,
    has_other_letter,
    letters,
    shortened,
)

MAX_CANDIDATES = 60
"""What may mean more things is no name yet. Each of them is checked, none left out."""


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


def meant(name: str, connection: sqlite3.Connection) -> tuple[list[str], str]:
    """Ids that a name may mean, and the spelling that is surely meant, or nothing.

    Never a guess between two drugs: with a spelling there is one id.
    """
    folded = fold(name)
    close = [
        near
        for near in _close(folded, shortened(name), connection)
        if not has_other_letter(name, near.text)
    ]
    if not close:
        return _begun(folded, connection), ""
    guarded, confusable = _confusable(close, connection)
    substances = [near for near in close if not near.is_class]
    if len(substances) == 1 and not guarded:
        (only,) = substances
        if only.slips == close[0].slips:
            return [only.subject], only.text
    return [*(near.subject for near in close), *confusable], ""


def _close(
    folded: str, shortened: list[str], connection: sqlite3.Connection
) -> list[_Near]:
    """The nearest spelling of each thing that is nearly spelt so, nearest first.

    A further word is no slip of the pen: what comes nearer without it was not
    meant (`ketamine XR` is not ketamine).
    """
    limit = allowed_distance(folded)
    if not limit:
        return []
    found = []
    for subject, spelling, text, is_class in connection.execute(
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


def _confusable(
    close: list[_Near], connection: sqlite3.Connection
) -> tuple[bool, list[str]]:
    """Whether any of these is never guessed, and what it is taken for.

    A substance has many names; what is near its brand is not near what its own name
    is confused with. So the others are told where the spelling itself is like one
    of theirs.
    """
    guarded, alike = False, set()
    for near in close:
        rows = connection.execute(
            "SELECT other, folded FROM confusable "
            "JOIN name ON name.subject = other WHERE confusable.subject = ?",
            (near.subject,),
        ).fetchall()
        spelling = fold(near.text)
        guarded = guarded or bool(rows)
        alike |= {other for other, folded in rows if are_alike(spelling, folded)}
    return guarded, sorted(alike)


def _begun(folded: str, connection: sqlite3.Connection) -> list[str]:
    """What names begin with these letters, shortest first; not when too many do."""
    if len(folded) < 3:
        return []
    rows = connection.execute(
        "SELECT subject, min(length(folded)) FROM name "
        "WHERE folded >= ? AND folded < ? GROUP BY subject ORDER BY 2, 1 LIMIT ?",
        (folded, folded + "\U0010ffff", MAX_CANDIDATES + 1),
    )
    begun = [row[0] for row in rows]
    return begun if len(begun) <= MAX_CANDIDATES else []
