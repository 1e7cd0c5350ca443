"""Commented beginnings of files, in both languages, for ``hrterm data new``.

What must be written is there and empty, so that ``hrterm data check`` lists it; what
may be written stands in comments. Lines on what to do are in English, then in French.
"""

import re
from pathlib import Path
from typing import NamedTuple

from hrterm.content.models.base import ID_PATTERN

KINDS = ("substance", "class", "claim", "interaction", "law", "local")

_PLACE_PATTERN = r"[A-Z]{2}(-[A-Z0-9]{1,3})?"


class SkeletonError(Exception):
    """No skeleton can be made; ``code`` says why.

    Codes: ``no-id``, ``no-pair``, ``no-place``.
    """

    def __init__(self, code: str) -> None:
        """Keep what the command words."""
        super().__init__(code)
        self.code = code


class Skeleton(NamedTuple):
    """A file to begin, or an entry to add to it."""

    path: str
    """Below the data folder, with slashes."""
    text: str
    """What a new file holds."""
    entry: str
    """What is added when the file is there; empty when nothing can be."""


def skeleton(kind: str, id_: str, today: str) -> Skeleton:
    """The beginning of a file.

    Args:
        kind: one of ``KINDS``.
        id_: an id; for an interaction two, ``a--b``; for law a place's code.
        today: goes into ``reviewed_on``.

    Raises:
        SkeletonError: when the id is not one of that kind.
    """
    if kind == "interaction":
        return _interaction(id_, today)
    if kind == "law":
        return _law(id_)
    if not re.fullmatch(ID_PATTERN, id_):
        raise SkeletonError("no-id")
    filled = {"ID": id_, "NAME": id_.replace("-", " "), "TODAY": today}
    if kind == "local":
        return Skeleton(f"{id_}/local.yaml", _made("local", "..", filled), "")
    folder = {"substance": "substances", "class": "classes", "claim": "claims"}[kind]
    return Skeleton(f"{folder}/{id_}.yaml", _made(kind, "../..", filled), "")


def _interaction(pair: str, today: str) -> Skeleton:
    """A statement in the file of the id that sorts first.

    Raises:
        SkeletonError: when the two ids cannot be told apart.
    """
    ids = pair.split("--")
    if len(ids) < 2 or not all(re.fullmatch(ID_PATTERN, id_) for id_ in ids):
        raise SkeletonError("no-pair")
    a, b, *suffix = ids
    if b < a:
        a, b = b, a
    filled = {"A": a, "B": b, "ID": "--".join((a, b, *suffix)), "TODAY": today}
    entry = _filled(_template("interaction"), filled)
    head = _head("interaction", "../..")
    return Skeleton(f"interactions/{a}.yaml", head + entry, entry)


def _law(code: str) -> Skeleton:
    """The file of a place.

    Raises:
        SkeletonError: when it is no code of a place.
    """
    if not re.fullmatch(_PLACE_PATTERN, code.upper()):
        raise SkeletonError("no-place")
    filled = {"CODE": code.upper(), "COUNTRY": code.upper().split("-")[0]}
    return Skeleton(f"law/{code.lower()}.yaml", _made("law", "../..", filled), "")


def _made(kind: str, root: str, filled: dict[str, str]) -> str:
    return _head(kind, root) + _filled(_template(kind), filled)


def _head(kind: str, root: str) -> str:
    """The comment that tells an editor's YAML language server the schema."""
    return f"# yaml-language-server: $schema={root}/schemas/{kind}.json\n"


def _template(kind: str) -> str:
    return (Path(__file__).parent / "templates" / f"{kind}.yaml").read_text("utf-8")


def _filled(template: str, filled: dict[str, str]) -> str:
    """A template with what is known; names stand between two @."""
    for name, text in filled.items():
        template = template.replace(f"@{name}@", text)
    return template
