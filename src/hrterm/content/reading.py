"""Strict YAML: plain text scalars, no duplicate keys, no tags, every node placed.

PyYAML alone drops duplicate keys, turns ``no``, ``012`` and dates into other
types, and expands aliases without bound. Here a file becomes nested dicts and
lists of strings, beside a map from each path to its line and column.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml
from yaml.events import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from hrterm.content.problems import Place, Problems
from hrterm.i18n import N_, _
from hrterm.wording.system import reason as why

Node: TypeAlias = str | list["Node"] | dict[str, "Node"]
Key: TypeAlias = tuple[str | int, ...]

MAX_BYTES = 1_000_000
MAX_DEPTH = 24

SPACES = "\n\u00a0\u202f"
"""What may stand in a text beside what is visible: French needs the last two."""

_COMPLAINTS = frozenset(
    {
        N_("block sequence entries are not allowed in this context"),
        N_("control characters are not allowed"),
        N_("could not find expected ':'"),
        N_("did not find expected ',' or ']'"),
        N_("did not find expected ',' or '}'"),
        N_("did not find expected '-' indicator"),
        N_("did not find expected <document start>"),
        N_("did not find expected key"),
        N_("did not find expected node content"),
        N_("found a tab character that violates indentation"),
        N_("found character that cannot start any token"),
        N_("found undefined tag handle"),
        N_("found unexpected ':'"),
        N_("found unexpected document indicator"),
        N_("found unexpected end of stream"),
        N_("found unknown escape character"),
        N_("mapping values are not allowed in this context"),
    }
)
"""What the parser says, in its own English."""

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Document(NamedTuple):
    """One file as text, with the mark of everything in it."""

    path: str
    root: Node
    marks: dict[Key, Any]
    """PyYAML's marks, whose lines and columns count from 0."""

    def holds(self, key: Key) -> bool:
        """Whether something stands at ``key``."""
        return key in self.marks

    def place(self, *key: str | int) -> Place:
        """The place of the node at ``key``, or of its nearest parent."""
        path = tuple(key)
        while path and path not in self.marks:
            path = path[:-1]
        return _place(self.path, self.marks.get(path))


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
        problems.error(whole, _("cannot be read ({reason}).").format(reason=why(error)))
        return None
    if len(data) > MAX_BYTES:
        problems.error(
            whole, _("is larger than {count} bytes: split it.").format(count=MAX_BYTES)
        )
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problems.error(Place(name, line), _("is not UTF-8: save it as UTF-8."))
        return None
    return parse(text, name, problems)


def parse(text: str, name: str, problems: Problems) -> Document | None:
    """Turn YAML text into a document; see ``read``."""
    try:
        composer = _Composer(name, problems, yaml.parse(text, Loader=_Loader))
        return composer.document()
    except _RefusedError as refused:
        problems.error(_place(name, refused.mark), refused.reason)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        problems.error(
            _place(name, mark),
            _("is not YAML: {reason}.").format(reason=_reason(error)),
        )
    return None


class _RefusedError(Exception):
    """Ends a file: nothing in it is read on."""

    def __init__(self, mark: Any, reason: str) -> None:
        super().__init__(reason)
        self.mark = mark
        self.reason = reason


class _Composer:
    """Turns a parser's events into plain values, noting where each stands.

    Anchors, aliases, tags and depth are refused as they come, so that nothing is ever
    expanded; the parser's own composer would build all of it first.
    """

    def __init__(self, name: str, problems: Problems, events: Iterator[Any]) -> None:
        self._name = name
        self._problems = problems
        self._events = events
        self._marks: dict[Key, Any] = {}

    def document(self) -> Document | None:
        next(self._events)  # the stream begins
        event = next(self._events)
        if isinstance(event, StreamEndEvent):
            self._problem(None, _("is empty: delete it or fill it."))
            return None
        root = self._node(next(self._events), (), 0)
        for event in self._events:
            if not isinstance(event, (DocumentEndEvent, StreamEndEvent)):
                reason = _("holds a second document: use one file each.")
                raise _RefusedError(event.start_mark, reason)
        return Document(self._name, root, self._marks)

    def _node(self, event: Any, key: Key, depth: int) -> Node:
        self._refuse_indirection(event)
        self._marks[key] = event.start_mark
        if event.__class__ is ScalarEvent:
            return self._scalar(event)
        if depth == MAX_DEPTH:
            reason = _("is nested deeper than {count} levels.").format(count=MAX_DEPTH)
            raise _RefusedError(event.start_mark, reason)
        if event.__class__ is MappingStartEvent:
            return self._mapping(key, depth + 1)
        return self._sequence(key, depth + 1)

    def _sequence(self, key: Key, depth: int) -> list[Node]:
        result: list[Node] = []
        while (event := next(self._events)).__class__ is not SequenceEndEvent:
            result.append(self._node(event, (*key, len(result)), depth))
        return result

    def _mapping(self, key: Key, depth: int) -> dict[str, Node]:
        result: dict[str, Node] = {}
        while (event := next(self._events)).__class__ is not MappingEndEvent:
            self._refuse_indirection(event)
            if event.__class__ is not ScalarEvent:
                raise _RefusedError(event.start_mark, _("a key must be plain text."))
            word = self._scalar(event)
            if word in result:
                self._problem(
                    event.start_mark,
                    _("the key '{word}' stands twice: keep one of them.").format(
                        word=word
                    ),
                )
            result[word] = self._node(next(self._events), (*key, word), depth)
        return result

    def _refuse_indirection(self, event: Any) -> None:
        if event.anchor:
            reason = _("uses an anchor or alias: write the text out.")
            raise _RefusedError(event.start_mark, reason)
        if event.tag:
            reason = _("uses the tag {tag}: tags are refused.").format(
                tag=_visible(event.tag)
            )
            raise _RefusedError(event.start_mark, reason)

    def _scalar(self, event: Any) -> str:
        """The text, composed; what is invisible in it is reported and left out."""
        text = unicodedata.normalize("NFC", event.value)
        if not text.isprintable() and (visible := _visible(text)) != text:
            hidden = next(one for one in text if one not in visible)
            self._problem(
                event.start_mark,
                _("holds the invisible character U+{code}: remove it.").format(
                    code=f"{ord(hidden):04X}"
                ),
            )
            return visible
        return text

    def _problem(self, mark: Any, message: str) -> None:
        self._problems.error(_place(self._name, mark), message)


def _visible(text: str) -> str:
    """The text without anything that a terminal could take as a command."""
    return "".join(one for one in text if one.isprintable() or one in SPACES)


def _place(name: str, mark: Any) -> Place:
    if mark is None:
        return Place(name)
    return Place(name, mark.line + 1, mark.column + 1)


def _reason(error: Exception) -> str:
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", ""))
    return _(problem) if problem in _COMPLAINTS else _("it cannot be read on from here")
