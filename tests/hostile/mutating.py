"""Mutations of YAML: of the text byte by byte, and of the tree node by node."""

import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import yaml

HOSTILE = (
    "",
    " ",
    "\x00",
    "\x1b[31m",
    "\x1b]0;title\x07",
    "\x9b2J",
    "\u202eevil",
    "a\u200bb",
    "\ufeff",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "e\u0301" * 40,
    "[bold]x[/bold]",
    "[/]",
    "[@click=app.quit]x[/]",
    "$text-error",
    "{a}",
    "{0.__class__}",
    "{",
    "%s %d %(x)s",
    "'; DROP TABLE subject; --",
    '"*" OR NEAR(',
    "<script>alert(1)</script>",
    "a" * 5_000,
    "\U0001f480" * 200,
    "\u0662\u0660\u0662\u0666-\u0660\u0661-\u0660\u0661",
    "0000-01-01",
    "2026-02-31",
    "9999-12-31",
    "99999999999999999999999999",
    "-1",
    "1e400",
    "NaN",
    "true",
    "null",
    "~",
    "../../../etc/passwd",
    "/dev/zero",
    "mdma",
    "opioid",
    "x" * 130 + "-" + "y" * 130,
    "--all",
    "-",
)
"""Scalars that have broken other programs."""


def mutated_text(text: str, chance: random.Random) -> bytes:
    """The file with a few bytes changed, cut, doubled or put in."""
    data = bytearray(text.encode())
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0 if data:
                data[place % len(data)] = chance.randrange(256)
            case 1:
                del data[place : place + chance.randint(1, 200)]
            case 2:
                data[place:place] = data[place : place + chance.randint(1, 200)]
            case 3:
                put = chance.choice([*HOSTILE, "&a ", "*a", "!!python/name:os ", "? "])
                data[place:place] = put.encode("utf-8", "replace")
            case _:
                del data[place:]
    return bytes(data)


def mutated_tree(tree: Any, chance: random.Random) -> Any:
    """The tree with one node replaced, removed, doubled or put elsewhere."""
    places = list(_places(tree))
    for _ in range(chance.randint(1, 3)):
        parent, key = chance.choice(places)
        if isinstance(parent, list):
            _change_list(parent, int(key), chance)
        else:
            _change_mapping(parent, key, chance)
        places = list(_places(tree))
        if not places:
            break
    return tree


def written(tree: Any) -> bytes:
    """A tree as YAML; what cannot be written so is escaped."""
    made: str = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    return made.encode("utf-8", "surrogatepass")


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every parent with the key of one of its children."""
    if isinstance(node, dict):
        for key, inner in node.items():
            yield node, key
            yield from _places(inner)
    elif isinstance(node, list):
        for index, inner in enumerate(node):
            yield node, index
            yield from _places(inner)


def _change_list(parent: list[Any], index: int, chance: random.Random) -> None:
    if index >= len(parent):
        return
    match chance.randrange(4):
        case 0:
            del parent[index]
        case 1:
            parent.insert(index, deepcopy(parent[index]))
        case 2:
            parent[index] = chance.choice(HOSTILE)
        case _:
            parent[index] = [parent[index]]


def _change_mapping(parent: dict[Any, Any], key: Any, chance: random.Random) -> None:
    if key not in parent:
        return
    match chance.randrange(6):
        case 0:
            del parent[key]
        case 1:
            parent[chance.choice(HOSTILE)] = deepcopy(parent[key])
        case 2:
            parent[key] = [parent[key]]
        case 3:
            parent[key] = {"en": chance.choice(HOSTILE), "fr": chance.choice(HOSTILE)}
        case _:
            parent[key] = chance.choice(HOSTILE)
