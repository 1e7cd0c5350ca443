"""Whether an organisation's additions hold against the edition they go over."""

import sqlite3
from collections.abc import Iterable

from hrterm.content.local.reading import Additions
from hrterm.content.models.base import Supported
from hrterm.content.problems import Place, Problems, nothing_called
from hrterm.domain.naming import fold
from hrterm.domain.vocabulary import WEAK_SOURCE_TYPES
from hrterm.i18n import _
from hrterm.store.names import match
from hrterm.store.texts import Texts

PREFIX = "local-"
"""How ids of an organisation's own sources begin, so that every citation shows it."""


def check_additions(
    additions: Additions, connection: sqlite3.Connection, problems: Problems
) -> None:
    """Check ids, support and names; problems are collected."""
    _Checker(additions, connection, problems).check()


class _Checker:
    """One pass over one organisation's additions."""

    def __init__(
        self, additions: Additions, connection: sqlite3.Connection, problems: Problems
    ) -> None:
        self._additions = additions
        self._connection = connection
        self._problems = problems
        self._subjects = self._column("SELECT id FROM subject")
        self._places = self._column("SELECT code FROM jurisdiction")
        self._types = dict(connection.execute("SELECT id, type FROM source"))
        self._retracted = self._column(
            "SELECT id FROM source WHERE status = 'retracted'"
        )

    def _column(self, sql: str) -> set[str]:
        return {row[0] for row in self._connection.execute(sql)}

    def check(self) -> None:
        for id_, source in self._additions.sources.items():
            self._source(id_, source.place(), source.model.status)
        for service in self._additions.services:
            self._id(service.model.place, self._places, "place", service.place("place"))
            self._cited(service.model.sources, service.place("sources"))
        for alert in self._additions.alerts:
            place = alert.place("subject")
            self._id(alert.model.subject, self._subjects, "substance or class", place)
            self._support(alert.model, alert.place(), alert.place("sources"))
        for name in self._additions.names:
            place = name.place("subject")
            self._id(name.model.subject, self._subjects, "substance or class", place)
            if name.model.note is not None:
                at = name.place("note")
                self._support(name.model.note, at, name.place("note", "sources"))
        self._names()

    def _id(self, id_: str, known: set[str], what: str, place: Place) -> None:
        if id_ not in known:
            self._problems.error(place, nothing_called(id_, what, known))

    def _source(self, id_: str, place: Place, status: str) -> None:
        if not id_.startswith(PREFIX):
            self._problems.error(
                place,
                _("is an organisation's own source: call it '{prefix}{id}'.").format(
                    prefix=PREFIX, id=id_
                ),
            )
        elif id_ in self._types:
            self._problems.error(
                place, _("'{id}' stands in the edition: rename it.").format(id=id_)
            )
        if status == "retracted":
            self._problems.error(place, _("was retracted: it cannot support anything."))

    def _cited(self, ids: Iterable[str], place: Place) -> bool:
        """Whether every source is known and stands."""
        own = self._additions.sources
        for id_ in ids:
            if id_ not in own and id_ not in self._types:
                self._id(id_, {*own, *self._types}, "source", place)
                return False
            if id_ in self._retracted:
                self._problems.error(
                    place,
                    _("'{id}' was retracted: it cannot support anything.").format(
                        id=id_
                    ),
                )
                return False
        return True

    def _support(self, supported: Supported, place: Place, sources: Place) -> None:
        """As in the data; what rests on local sources alone is at most limited."""
        if not self._cited(supported.sources, sources):
            return
        weak = all(
            id_ in self._additions.sources or self._types[id_] in WEAK_SOURCE_TYPES
            for id_ in supported.sources
        )
        if weak and supported.evidence in {"strong", "moderate"}:
            self._problems.error(
                place,
                _(
                    "rests on local sources, charts, forums, press or clinic pages "
                    "alone: evidence is at most `limited`."
                ),
            )

    def _names(self) -> None:
        """A name may lead to more things than before, never to fewer.

        Someone who types it must still find what they would have found.
        """
        meant: dict[str, set[str]] = {}
        for entry in self._additions.ambiguous:
            for position, id_ in enumerate(entry.model.candidates):
                place = entry.place("candidates", position)
                self._id(id_, self._subjects, "substance or class", place)
            folded = fold(entry.model.text)
            meant.setdefault(folded, set()).update(entry.model.candidates)
        listed = set(meant)
        texts = Texts(self._connection, "en")
        for name in self._additions.names:
            folded = fold(name.model.text)
            if not folded:
                self._problems.error(name.place("text"), _("holds no letter."))
            meant.setdefault(folded, set()).add(name.model.subject)
            if folded in listed or not folded:
                continue
            if len(meant[folded]) > 1:
                self._ambiguous(name.model.text, meant[folded], name.place("text"))
        for entry in (*self._additions.names, *self._additions.ambiguous):  # type: ignore[assignment]
            text = entry.model.text
            now = meant[fold(text)]
            before = match(text, self._connection, texts)
            found = {one.id for one in before.candidates} | ({before.id} - {""})
            if not found <= now:
                self._ambiguous(text, found | now, entry.place("text"))

    def _ambiguous(self, text: str, ids: set[str], place: Place) -> None:
        self._problems.error(
            place,
            _(
                "'{text}' leads to {ids}: list it in ambiguous.yaml with all of these."
            ).format(text=text, ids=", ".join(sorted(ids))),
        )
