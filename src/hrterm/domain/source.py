"""Where a statement comes from."""

from typing import NamedTuple

from hrterm.domain.vocabulary import SourceStatus, SourceType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date  # a lookup needs no calendar


class Source(NamedTuple):
    """One entry of the bibliography."""

    id: str
    type: SourceType
    title: str
    authors: str
    year: int | None
    url: str
    doi: str
    status: SourceStatus
    accessed: str


class Edition(NamedTuple):
    """Which data this is."""

    version: str
    data_hash: str
    newest_review: str
    reviewed_by: tuple[str, ...]
    schema: str

    def age(self, today: str) -> int | None:
        """Days from the newest review to a day, written YYYY-MM-DD.

        None when the review is dated by a day that no calendar has.
        """
        newest, now = day_of(self.newest_review), day_of(today)
        if newest is None or now is None:
            return None
        return max(0, (now - newest).days)


def day_of(text: str) -> "date | None":
    """The first day of a year, a month or a day; None when no calendar has it."""
    import re
    from datetime import date

    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text, re.ASCII):
        return None
    try:
        return date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return None
