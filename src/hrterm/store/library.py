"""Every question that both front ends may ask; no SQL, cursor or row leaves.

Each answer imports what it needs when it is asked: a lookup asks only one or two.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from hrterm.store.names import is_name, match
from hrterm.store.opening import held, meta, open_database
from hrterm.store.records import Records
from hrterm.store.texts import Texts

if TYPE_CHECKING:
    from types import TracebackType

    from hrterm.domain.answer import CheckAnswer, PairAnswer
    from hrterm.domain.found import Hit, NameMatch
    from hrterm.domain.interaction import Verdict
    from hrterm.domain.source import Edition
    from hrterm.domain.substance import Mechanism, Sheet, Target, Term
    from hrterm.domain.timing import Times
    from hrterm.store.knowing import Knowing
    from hrterm.store.pairs import PairWording


class Library(Records):
    """One open edition, answering in one language at a time."""

    def __init__(self, path: str, language: str = "en") -> None:
        """Open an edition.

        Raises:
            DatabaseError: when the file is missing, damaged or of another schema.
        """
        self._connection: sqlite3.Connection = open_database(path)
        self._texts = Texts(self._connection, language)
        self._knowing: Knowing | None = None
        self._wording: PairWording | None = None
        self.path = path

    @property
    def language(self) -> str:
        """The language of the answers; setting it changes those that follow."""
        return self._texts.language

    @language.setter
    def language(self, language: str) -> None:
        self._texts = Texts(self._connection, language)
        self._wording = None

    def hold(self) -> None:
        """Read the edition into memory: the file may go away from now on.

        Raises:
            DatabaseError: when it changed since; what is open goes on answering.
        """
        copy = held(self._connection, self.path)
        if copy is not self._connection:
            self._connection.close()
            self._connection = copy
            self._texts = Texts(copy, self.language)
            self._knowing = self._wording = None  # they read the file that was closed

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def edition(self) -> Edition:
        """Which data this is."""
        from hrterm.domain.source import Edition

        said = meta(self._connection)
        reviewers = tuple(filter(None, said["reviewed_by"].split("\n")))
        return Edition(
            said["version"],
            said["data_hash"],
            said["newest_review"],
            reviewers,
            said["schema"],
        )

    # --- names ---------------------------------------------------------------

    def match(self, query: str) -> NameMatch:
        """What a typed name means."""
        return match(query, self._connection, self._texts)

    def is_name(self, text: str) -> bool:
        """Whether something is spelt exactly so."""
        return is_name(text, self._connection)

    def search(
        self, query: str, kinds: tuple[str, ...] = (), limit: int = 50
    ) -> list[Hit]:
        """Everything whose name, alias or text matches, best first."""
        from hrterm.store.searching import search

        return search(query, self._connection, self._texts, kinds, limit)

    def names(self, kind: str, ids: tuple[str, ...] | list[str]) -> dict[str, str]:
        """Names by id; kinds: subject, target, topic, jurisdiction, emergency."""
        return self._texts.names(kind, ids)

    def listing(self, kind: str) -> list[tuple[str, str]]:
        """Ids and names of a kind, as readers expect them sorted.

        ``substance`` and ``class`` are kinds here as well.
        """
        from hrterm.store.listing import listing

        return listing(kind, self._connection, self._texts)

    def members(self, class_id: str) -> tuple[str, ...]:
        """The substances of a class and of those below it, by id."""
        from hrterm.store import listing

        return listing.members(class_id, self._connection)

    def dangerous_in_overdose(self) -> tuple[str, ...]:
        """The substances of which an overdose is often dangerous, by id."""
        from hrterm.store import listing

        return listing.dangerous_in_overdose(self._connection)

    # --- together ------------------------------------------------------------

    def check(
        self,
        queries: tuple[str, ...],
        since: Times | None = None,
        unrouted: frozenset[str] = frozenset(),
    ) -> CheckAnswer:
        """What happens when the things that these names mean are combined.

        ``unrouted`` are queries of which nobody can say how they were taken.
        """
        from hrterm.store import checks

        return checks.check(
            queries,
            since or {},
            unrouted,
            self._connection,
            self._texts,
            self._kept(),
            self._worded(),
        )

    def resolve(self, x: str, y: str) -> Verdict:
        """The verdict on two ids, without words."""
        from hrterm.domain.resolve import resolve

        return resolve(x, y, self._kept().about((x, y)))

    def pairs_of(self, id_: str) -> list[PairAnswer]:
        """Every rated pair of one substance or class, worst first, with words."""
        from hrterm.store import checks

        return checks.pairs_of(id_, self._kept().all(), self._worded())

    def _kept(self) -> Knowing:
        """What has been read of subjects, statements and rules."""
        if self._knowing is None:
            from hrterm.store.knowing import Knowing

            self._knowing = Knowing(self._connection)
        return self._knowing

    def _worded(self) -> PairWording:
        """What has been read of their words, in the language of the answers."""
        if self._wording is None:
            from hrterm.store.pairs import PairWording

            self._wording = PairWording(self._connection, self._texts)
        return self._wording

    # --- sheets --------------------------------------------------------------

    def sheet(self, id_: str) -> Sheet:
        """All that is known of one substance or class.

        Raises:
            KeyError: when there is no such id.
        """
        from hrterm.store import sheets

        return sheets.sheet(id_, self._connection, self._texts)

    def targets(self, ids: list[str] | None = None) -> tuple[Target, ...]:
        """Targets with what acts there; all when no ids are given.

        Raises:
            KeyError: when there is no such target.
        """
        from hrterm.store import mechanisms

        wanted = [id_ for id_, _ in self.listing("target")] if ids is None else ids
        return mechanisms.targets(wanted, self._connection, self._texts)

    def target_kinds(self) -> dict[str, str]:
        """What each target is: receptor, transporter, enzyme ..."""
        from hrterm.store import mechanisms

        return mechanisms.target_kinds(self._connection)

    def acting(self) -> list[tuple[str, Mechanism]]:
        """What every substance does at its targets, its classes' included."""
        from hrterm.store import mechanisms

        return mechanisms.acting(self._connection, self._texts)

    def glossary(self) -> tuple[Term, ...]:
        """Medical words, explained, as readers expect them sorted."""
        from hrterm.store.glossary import glossary

        return glossary(self._connection, self._texts)
