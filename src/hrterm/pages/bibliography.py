"""Sources, and where they can be found."""

from hrterm.domain.source import Source
from hrterm.domain.substance import Sheet
from hrterm.pages.blocks import Bullet, Page
from hrterm.store.library import Library
from hrterm.wording import sheets
from hrterm.wording.formatting import labelled


def listing(sources: tuple[Source, ...]) -> Page:
    """Entries with their ids."""
    return [Bullet(labelled(one.id, sheets.source(one))) for one in sources]


def of_sheet(sheet: Sheet, library: Library) -> Page:
    """The bibliography of one sheet."""
    return listing(library.sources(list(sheet.sources)))
