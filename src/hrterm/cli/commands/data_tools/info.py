"""``hrterm data info``: which data this is, and how much of it."""

from typing import Any

from hrterm.cli.context import Context
from hrterm.cli.diagnostics import ExitCode
from hrterm.i18n import _
from hrterm.pages.blocks import Line, Page, Row
from hrterm.wording.sheets import review

COUNTED = ("substance", "class", "target", "jurisdiction", "emergency")


def run(context: Context) -> ExitCode:
    """Print the edition and its counts."""
    library = context.library
    edition = library.edition()
    counts = {kind: len(library.listing(kind)) for kind in COUNTED}
    counts["claim"] = len(library.claims())
    counts["source"] = len(library.sources())
    if context.as_json:
        document = context.head("data-info")
        context.answer(document | {"schema": edition.schema, "counts": counts})
        return ExitCode.ANSWERED
    rows = (
        (_("Edition"), edition.version),
        (_("Newest review"), edition.newest_review),
        (_("Data hash"), edition.data_hash),
        (_("Schema"), edition.schema),
        (_("Substances"), str(counts["substance"])),
        (_("Classes"), str(counts["class"])),
        (_("Claims"), str(counts["claim"])),
        (_("Sources"), str(counts["source"])),
        (_("Places"), str(counts["jurisdiction"])),
    )
    page: Page = [Row(name, value, width=18) for name, value in rows]
    context.show([*page, Line(review(edition))])
    return ExitCode.ANSWERED


def add_arguments(parser: Any) -> None:
    """It takes nothing."""
