"""Questions on records: law, numbers to call, claims, studies, sources, cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from hrterm.domain.claim import Claim, Study
    from hrterm.domain.emergency import EmergencyCard
    from hrterm.domain.hearing import Ranking
    from hrterm.domain.law import LegalRecord, Protection, Service
    from hrterm.domain.source import Source
    from hrterm.store.texts import Texts


class Records:
    """The part of a library that answers from records, one by one."""

    _connection: sqlite3.Connection
    _texts: Texts

    def law(
        self, substances: tuple[str, ...] = (), place: str = ""
    ) -> tuple[LegalRecord, ...]:
        """Legal records of some substances, or all, in a place, or everywhere.

        Raises:
            KeyError: when there is no such place.
        """
        from hrterm.store import lawbook

        return lawbook.records(substances, place, self._connection, self._texts)

    def places_above(self, place: str) -> list[str]:
        """What a place is a part or member of, the nearest first.

        Raises:
            KeyError: when there is no such place.
        """
        from hrterm.store import lawbook

        return lawbook.with_parents(place, self._connection)[1:]

    def services(self, place: str = "") -> tuple[Service, ...]:
        """Numbers to call."""
        from hrterm.store import lawbook

        return lawbook.services(place, self._connection, self._texts)

    def protection(self, place: str = "") -> tuple[Protection, ...]:
        """What the law says about people who call for help."""
        from hrterm.store import lawbook

        return lawbook.protection(place, self._connection, self._texts)

    def claims(self, query: str = "", limit: int = 400) -> tuple[Claim, ...]:
        """Claims that match a text; all when it is empty."""
        from hrterm.store import claims
        from hrterm.store.searching import search

        if query:
            hits = search(query, self._connection, self._texts, ("claim",), limit)
            ids = [hit.id for hit in hits]
        else:
            ids = claims.all_ids(self._connection)
        return claims.claims(ids, self._connection, self._texts)

    def claims_by_id(self, ids: list[str]) -> tuple[Claim, ...]:
        """Claims in the order of the ids."""
        from hrterm.store import claims

        return claims.claims(ids, self._connection, self._texts)

    def claims_about(self, subject: str) -> tuple[Claim, ...]:
        """Claims on one subject."""
        from hrterm.store import claims

        ids = claims.claims_about(subject, self._connection)
        return claims.claims(ids, self._connection, self._texts)

    def studies(self, subject: str = "") -> tuple[Study, ...]:
        """Studies of a subject; all when it is empty."""
        from hrterm.store import claims

        return claims.studies(subject, self._connection, self._texts)

    def sources(self, ids: list[str] | None = None) -> tuple[Source, ...]:
        """The bibliography, or some entries of it."""
        from hrterm.store import claims

        return claims.sources(ids, self._connection)

    def cards(self, ids: list[str] | None = None) -> tuple[EmergencyCard, ...]:
        """Emergency cards, all of them or some."""
        from hrterm.store import claims

        return claims.cards(ids, self._connection, self._texts)

    def cards_for(self, text: str) -> Ranking:
        """The emergency cards that a text calls for, by id, best first."""
        from hrterm.store import hearing

        return hearing.recognise(text, self._connection, self._texts)
