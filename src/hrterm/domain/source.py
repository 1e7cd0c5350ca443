"""Where a statement comes from."""

from typing import NamedTuple

from hrterm.domain.vocabulary import SourceStatus, SourceType


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
