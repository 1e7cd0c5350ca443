"""Strict YAML: plain text scalars, no duplicate keys, no tags, every node placed.

PyYAML alone drops duplicate keys, turns ``no``, ``012`` and dates into other
types, and expands aliases without bound. Here a file becomes nested dicts and
lists of strings, beside a map from each path to its line and column.
"""

import unicodedata
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from hrterm.content.problems import Place, Problems

Node: TypeAlias = str | list["Node"] | dict[str, "Node"]
Key: TypeAlias = tuple[str | int, ...]

MAX_BYTES = 1_000_000
MAX_DEPTH = 24

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Document(NamedTuple):
    """One file as text, with the place of everything in it."""

    path: str
    root: Node
    places: dict[Key, Place]

    def place(self, *key: str | int) -> Place:
        """The place of the node at ``key``, or of its nearest parent."""
        path = tuple(key)
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.path))


def read(path: Path, name: str, problems: Problems) -> Document | None:
    """Read one file strictly.

    Args:
        path: where it is.
        name: how problems call it, relative to the data folder.
        problems: takes what is wrong.

    Returns:
        The document, or None when nothing can be made of it.
    """
    whole = Place(name)
    try:
        data = path.read_bytes()
    except OSError as error:
        problems.error(whole, f"cannot be read ({error.strerror}).")
        return None
    if len(data) > MAX_BYTES:
        problems.error(whole, f"is larger than {MAX_BYTES} bytes: split it.")
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problems.error(Place(name, line), "is not UTF-8: save it as UTF-8.")
        return None
    return parse(text, name, problems)


def parse(text: str, name: str, problems: Problems) -> Document | None:
    """Turn YAML text into a document; see ``read``."""
    try:
        _refuse_indirection(text, name, problems)
        if problems and problems[-1].place.path == name:
            return None
        root = yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        problems.error(_place_of(error, name), f"is not YAML: {_reason(error)}.")
        return None
    if root is None:
        problems.error(Place(name), "is empty: delete it or fill it.")
        return None
    builder = _Builder(name, problems)
    return Document(name, builder.build(root, (), 0), builder.places)


def _refuse_indirection(text: str, name: str, problems: Problems) -> None:
    """Refuse anchors, aliases, tags, deep nesting and second documents."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        place = _mark(name, event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            problems.error(place, "uses an anchor or alias: write the text out.")
            return
        tag = getattr(event, "tag", None)
        if tag:
            problems.error(place, f"uses the tag {tag}: tags are refused.")
            return
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                problems.error(place, "holds a second document: use one file each.")
                return
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                problems.error(place, f"is nested deeper than {MAX_DEPTH} levels.")
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


class _Builder:
    """Composes nodes into plain values, noting where each stands."""

    def __init__(self, name: str, problems: Problems) -> None:
        self.name = name
        self.problems = problems
        self.places: dict[Key, Place] = {}

    def build(self, node: yaml.Node, key: Key, depth: int) -> Node:
        self.places[key] = _mark(self.name, node.start_mark)
        if isinstance(node, MappingNode):
            return self._mapping(node, key, depth)
        if isinstance(node, SequenceNode):
            return [
                self.build(child, (*key, index), depth + 1)
                for index, child in enumerate(node.value)
            ]
        assert isinstance(node, ScalarNode)
        return self._scalar(node)

    def _mapping(self, node: MappingNode, key: Key, depth: int) -> Node:
        result: dict[str, Node] = {}
        for key_node, value_node in node.value:
            place = _mark(self.name, key_node.start_mark)
            if not isinstance(key_node, ScalarNode):
                self.problems.error(place, "a key must be plain text.")
                continue
            word = key_node.value
            if word in result:
                self.problems.error(
                    place, f"the key '{word}' stands twice: keep one of them."
                )
                continue
            result[word] = self.build(value_node, (*key, word), depth + 1)
        return result

    def _scalar(self, node: ScalarNode) -> str:
        text = unicodedata.normalize("NFC", node.value)
        for character in text:
            if character != "\n" and unicodedata.category(character) in {
                "Cc",
                "Cf",
                "Cs",
            }:
                self.problems.error(
                    _mark(self.name, node.start_mark),
                    f"holds the invisible character U+{ord(character):04X}: remove it.",
                )
                break
        return text


def _mark(name: str, mark: Any) -> Place:
    return Place(name, mark.line + 1, mark.column + 1)


def _place_of(error: Exception, name: str) -> Place:
    mark = getattr(error, "problem_mark", None)
    return _mark(name, mark) if mark is not None else Place(name)


def _reason(error: Exception) -> str:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None)
    return str(problem or error.__class__.__name__)
