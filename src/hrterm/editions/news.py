"""Whether the edition is new to the reader, and what to show then.

An install leaves a mark beside the edition; who has seen the news takes it away. So the
interface itself leaves no file behind.
"""

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from hrterm.editions.places import NEWS, is_installed
from hrterm.store.opening import DatabaseError

if TYPE_CHECKING:
    from hrterm.pages.blocks import Page
    from hrterm.store.library import Library


def unseen(library: "Library", today: str) -> "Page | None":
    """What to show at the start when the edition is new to the reader; else None.

    Only an installed edition is news, and only while it is the one in use.

    Args:
        library: the open edition.
        today: YYYY-MM-DD.
    """
    if not os.path.exists(_mark(library.path)):
        return None  # as nearly always: what follows need not be loaded
    from hrterm.editions import telling
    from hrterm.editions.status import status
    from hrterm.i18n import _
    from hrterm.pages.blocks import Heading, Line
    from hrterm.wording.formatting import capitalised, days_ago
    from hrterm.wording.reviewing import reviewed_by

    try:
        if not _is_news(library.path):
            return None
        standing = status(library.path)
    except DatabaseError:
        return None
    edition = library.edition()
    page: Page = [
        Heading(_("A new edition: {version}").format(version=edition.version), 1),
        Line(capitalised(days_ago(edition.age(today)))),
        Line(reviewed_by(edition.reviewed_by)),
    ]
    if standing.record is not None:
        page += telling.origin(standing.record.origin)
        page += telling.changes(standing.record.changes, library)
    return page


def mark_seen(library: "Library") -> None:
    """Show this edition's news no more; where that cannot be written, show it again."""
    with suppress(OSError, DatabaseError):
        if _is_news(library.path):
            os.unlink(_mark(library.path))


def _is_news(path: str) -> bool:
    """Whether a database is the one in use, was installed, and bears the mark.

    Raises:
        DatabaseError: when what says which edition is installed is damaged.
    """
    if not is_installed(path) or not os.path.exists(_mark(path)):
        return False
    from hrterm.editions.current import database_in_use

    return path == database_in_use()


def _mark(path: str) -> str:
    return os.path.join(os.path.dirname(path), NEWS)
