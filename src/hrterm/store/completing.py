"""What a shell offers while someone types: words that begin so, and what they are."""

import sqlite3

from hrterm.domain.language import base
from hrterm.domain.naming import fold
from hrterm.store.opening import open_unchecked

Offer = tuple[str, str]
"""A word, and what it stands for."""

_HIGHEST = "\U0010ffff"

_NAMES = """
    SELECT DISTINCT name.text, coalesce(label.name, name.subject) FROM name
    LEFT JOIN label
        ON label.kind = 'subject' AND label.id = name.subject AND label.language = ?
    WHERE name.folded >= ? AND name.folded < ?
    AND NOT EXISTS (
        SELECT 1 FROM alias WHERE alias.subject = name.subject
        AND alias.text = name.text AND alias.type = 'spelling'
    )
    AND (NOT name.is_class OR name.text IN (
        SELECT label.name FROM label WHERE kind = 'subject' AND id = name.subject
        UNION ALL SELECT alias.text FROM alias WHERE alias.subject = name.subject
    ))
    ORDER BY name.folded
"""
"""Every name but slips of the pen, and plurals that are only there to be matched."""

_PREFERRED = """
    SELECT name, name FROM label WHERE kind = 'subject' AND language = ?
    ORDER BY sort_key
"""

_LABELS = """
    SELECT id, name FROM label
    WHERE kind = '{kind}' AND language = ? AND id >= ? AND id < ? ORDER BY id
"""
_IDS = {
    "emergency": _LABELS.format(kind="emergency"),
    "jurisdiction": _LABELS.format(kind="jurisdiction"),
    "target": _LABELS.format(kind="target"),
    "claim": """
        SELECT claim.id, text FROM claim
        JOIN text ON text.id = statement_text AND language = ?
        WHERE claim.id >= ? AND claim.id < ? ORDER BY claim.id
    """,
    "source": """
        SELECT id, title FROM source
        WHERE ? IS NOT NULL AND id >= ? AND id < ? ORDER BY id
    """,
}

KINDS = ("subject", *_IDS)


def offers(path: str, kinds: tuple[str, ...], typed: str, language: str) -> list[Offer]:
    """Words of some kinds that go on from what was typed; none without a database.

    Names begin with what was typed in any spelling; other kinds are offered by id.
    With nothing typed, subjects are offered by what they are called in ``language``.
    """
    try:
        connection = open_unchecked(path)
        try:
            return [
                offer
                for kind in kinds
                for offer in _of_kind(kind, typed, connection, base(language))
            ]
        finally:
            connection.close()
    except sqlite3.Error:
        return []


def _of_kind(
    kind: str, typed: str, connection: sqlite3.Connection, language: str
) -> list[Offer]:
    if kind != "subject":
        start = typed.upper() if kind == "jurisdiction" else typed.lower()
        found = connection.execute(_IDS[kind], (language, start, start + _HIGHEST))
        return [(_gone_on(typed, id_[len(typed) :]), what) for id_, what in found]
    folded = fold(typed)
    if typed.startswith("-") or (typed and not folded):
        return []
    if not typed:
        return connection.execute(_PREFERRED, (language,)).fetchall()
    found = connection.execute(_NAMES, (language, folded, folded + _HIGHEST))
    return [
        (word, what) for text, what in found if (word := continued(typed, folded, text))
    ]


def continued(typed: str, folded: str, text: str) -> str:
    """What was typed, and what is left of a name: ``keta`` and ``kétamine``.

    Shells replace what was typed by what their offers share, so an offer has to begin
    with it letter by letter. Empty when the name cannot be cut there.
    """
    for end in range(len(text) + 1):
        begun = fold(text[:end])
        if begun == folded:
            rest = text[end:]
            return _gone_on(
                typed, rest if typed[-1].isalnum() else rest.lstrip(" -'’.")
            )
        if len(begun) > len(folded):
            break
    return ""


def _gone_on(typed: str, rest: str) -> str:
    """In small letters when only small ones were typed."""
    return typed + (rest.lower() if typed and typed == typed.lower() else rest)
