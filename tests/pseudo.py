"""A made-up language: accents on every letter, 40 % longer, with right-to-left marks.

What is translated shows no plain letter; what escaped translation does.
"""

import re
import sqlite3
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from hrterm.store.opening import SEAL_BYTES, seal

CODE = "eo"
"""A real code, so that dates and plurals have rules; nothing here is Esperanto."""

_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ",
)
_KEPT = re.compile(r"(\{\w*\}|%\(\w+\)[a-z]|%[sdr])")
MARK = "\u200f"


def pseudo(text: str) -> str:
    """The text as the made-up language writes it; placeholders stay."""
    parts = [
        part if _KEPT.fullmatch(part) else part.translate(_ACCENTED)
        for part in _KEPT.split(text)
    ]
    return MARK + "".join(parts) + "~" * max(1, len(text) * 2 // 5)


def compile_catalogue(template: Path, folder: Path) -> None:
    """A catalogue of the made-up language under ``folder``."""
    with template.open("rb") as file:
        source = read_po(file)
    catalog = Catalog(locale=CODE)
    for message in source:
        if not message.id:
            continue
        made = (
            pseudo(message.id)
            if isinstance(message.id, str)
            else tuple(pseudo(one) for one in message.id)
        )
        catalog.add(message.id, made, context=message.context)
    target = folder / CODE / "LC_MESSAGES"
    target.mkdir(parents=True, exist_ok=True)
    with (target / "hrterm.mo").open("wb") as file:
        write_mo(file, catalog)


def translate_database(source: Path, target: Path) -> None:
    """A copy of an edition whose texts and names are in the made-up language too."""
    target.write_bytes(source.read_bytes()[:-SEAL_BYTES])
    connection = sqlite3.connect(target)
    connection.create_function("pseudo", 1, pseudo, deterministic=True)
    with connection:
        connection.execute(
            "INSERT INTO text SELECT id, ?, pseudo(text) FROM text "
            "WHERE language = 'en'",
            (CODE,),
        )
        connection.execute(
            "INSERT INTO label SELECT kind, id, ?, pseudo(name), sort_key FROM label "
            "WHERE language = 'en'",
            (CODE,),
        )
    connection.close()
    whole = target.read_bytes()
    target.write_bytes(whole + seal(whole))
