"""Whether the edition is new to the reader, and what to show then."""

import os

from hrterm.domain.source import Edition
from hrterm.editions import telling
from hrterm.editions.current import database_in_use, root
from hrterm.editions.durable import make_folder, replace_file
from hrterm.editions.files import read_bounded
from hrterm.editions.refusals import EditionError
from hrterm.editions.status import age, status
from hrterm.i18n import _, ngettext
from hrterm.pages.blocks import Heading, Line, Page
from hrterm.store.library import Library
from hrterm.store.opening import DatabaseError
from hrterm.wording.sheets import review


def unseen(library: Library, today: str) -> Page | None:
    """What to show at the start when the edition is new to the reader; else None.

    A database that was named for this run is nobody's edition and never news.

    Args:
        library: the open edition.
        today: YYYY-MM-DD.
    """
    try:
        standing = status(library.path)
        is_own = library.path == database_in_use()
    except DatabaseError:
        return None
    edition = library.edition()
    before = _last_seen()
    if not is_own or before == _name(edition):
        return None
    if not before and standing.place == "program":
        return None
    days = age(edition, today)
    page: Page = [
        Heading(_("A new edition: {version}").format(version=edition.version), 1),
        Line(ngettext("{count} day old", "{count} days old", days).format(count=days)),
        Line(review(edition)),
    ]
    if standing.record is not None:
        page += telling.origin(standing.record.origin)
        page += telling.changes(standing.record.changes, library)
    return page


def mark_seen(library: Library) -> None:
    """Remember that the reader has seen this edition; nothing else is kept.

    On a computer where that cannot be written it will be shown again.
    """
    try:
        if library.path != database_in_use():
            return
        name = _name(library.edition())
        if name != _last_seen():
            make_folder(root())
            replace_file(_seen_path(), name.encode())
    except (OSError, DatabaseError):
        return


def _name(edition: Edition) -> str:
    return f"{edition.version} {edition.data_hash}"


def _seen_path() -> str:
    return os.path.join(root(), "seen")


def _last_seen() -> str:
    """Which edition the reader saw last; empty when none."""
    try:
        return read_bounded(_seen_path(), 1000).decode("utf-8", "replace")
    except EditionError:
        return ""
