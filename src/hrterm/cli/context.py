"""What every command is handed: the library, the language, the form of output."""

from __future__ import annotations

import time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hrterm.cli import output
from hrterm.cli.databases import database_path
from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.i18n import _
from hrterm.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrterm.domain.found import NameMatch
    from hrterm.pages.blocks import Page


class Context:
    """One run of one command."""

    def __init__(self, options: Any, language: str, settings: dict[str, str]) -> None:
        """Keep the parsed options, the language and the settings."""
        self.options = options
        self.language = language
        self.settings = settings
        self.as_json: bool = options.json

    @cached_property
    def library(self) -> Library:
        """The database, opened when first asked.

        Raises:
            DatabaseError: when it cannot be used.
        """
        return Library(database_path(self.options.db), self.language)

    @property
    def today(self) -> str:
        """Today's date, YYYY-MM-DD."""
        return time.strftime("%Y-%m-%d")

    def place(self, asked: str | None, default: bool = False) -> str:
        """A jurisdiction's code; with ``default``, the setting when none was asked.

        Raises:
            CommandError: when there is no such place.
        """
        kept = self.settings.get("place", "") if default else ""
        code = (kept if asked is None else asked).upper()
        if asked is None and not code:
            return ""
        known = dict(self.library.listing("jurisdiction"))
        if code in known:
            return code
        if asked is None:
            return ""
        raise CommandError(_no_place(asked, known))

    def gathered(self, typed: Sequence[str]) -> tuple[str, ...]:
        """The names among arguments, without words and signs that only join them."""
        from hrterm.domain.joining import gathered

        return gathered(typed, self.library.is_name)

    def head(self, kind: str) -> dict[str, Any]:
        """What begins every JSON answer."""
        edition = self.library.edition()
        return {
            "kind": kind,
            "language": self.language,
            "edition": {
                "version": edition.version,
                "data_hash": edition.data_hash,
                "newest_review": edition.newest_review,
                "reviewed_by": list(edition.reviewed_by),
            },
        }

    def show(self, page: Page) -> None:
        """Print a page for people."""
        output.write_long(output.render(page, self.is_ascii))

    def answer(self, document: dict[str, Any]) -> None:
        """Print an object for scripts."""
        output.write_json(document)

    @property
    def is_ascii(self) -> bool:
        """Whether the settings ask for plain ASCII."""
        return self.settings.get("ascii", "") in {"yes", "true", "1"}


def _no_place(asked: str, known: dict[str, str]) -> str:
    """That there is no such place, and which one may be meant: by code or by name."""
    from hrterm.cli.suggesting import nearest
    from hrterm.domain.naming import fold

    by_name = {fold(name): code for code, name in known.items()}
    near = by_name.get(fold(asked)) or nearest(asked.upper(), known)
    if near:
        return _(
            "there is no place '{code}' here: did you mean {near} ({name})?"
        ).format(code=asked, near=near, name=known[near])
    return _("there is no place '{code}' here: use one of {codes}.").format(
        code=asked, codes=", ".join(sorted(known))
    )


def name_document(name: NameMatch) -> dict[str, Any]:
    """A matched name as the contract writes it."""
    document: dict[str, Any] = {"query": name.query, "status": name.status}
    if name.id:
        document |= {"id": name.id, "name": name.name, "matched": name.matched}
    if name.corrected:
        document["corrected"] = True
    if name.route is not None:
        document["route"] = name.route
    document["ignored"] = list(name.ignored)
    document["candidates"] = [
        {"id": candidate.id, "name": candidate.name} for candidate in name.candidates
    ]
    return document


def exit_for(names: tuple[NameMatch, ...]) -> ExitCode:
    """1 when a name is unknown or ambiguous."""
    if all(name.status == "found" for name in names):
        return ExitCode.ANSWERED
    return ExitCode.NOT_FOUND


def present(**fields: Any) -> dict[str, Any]:
    """The fields that apply: neither None nor an empty text."""
    return {
        key: value for key, value in fields.items() if value is not None and value != ""
    }
