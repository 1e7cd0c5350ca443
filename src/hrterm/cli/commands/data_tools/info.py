"""``hrterm data info``: which data this is, where it comes from, how much of it."""

from typing import TYPE_CHECKING, Any

from hrterm.cli.context import Context, present
from hrterm.cli.diagnostics import ExitCode
from hrterm.i18n import _
from hrterm.pages.blocks import Line, Page, Row
from hrterm.wording.formatting import date, days_ago, number
from hrterm.wording.reviewing import reviewed_by

if TYPE_CHECKING:
    from hrterm.editions.status import Status
    from hrterm.editions.trust import Origin

COUNTED = ("substance", "class", "target", "jurisdiction", "emergency")


def run(context: Context) -> ExitCode:
    """Print the edition, its age and origin, and its counts."""
    from hrterm.editions import telling
    from hrterm.editions.status import status

    library = context.library
    edition = library.edition()
    standing = status(library.path)
    days = edition.age(context.today)
    counts = {kind: len(library.listing(kind)) for kind in COUNTED}
    counts["claim"] = len(library.claims())
    counts["source"] = len(library.sources())
    if context.as_json:
        document = context.head("data-info")
        document |= {"schema": edition.schema, "counts": counts}
        if days is not None:
            document["age_days"] = days
        context.answer(document | status_document(standing) | {"path": library.path})
        return ExitCode.ANSWERED
    newest = f"{date(edition.newest_review)} ({days_ago(days)})"
    rows = (
        (_("Edition"), edition.version),
        (_("Newest review"), newest),
        (_("Data hash"), edition.data_hash),
        (_("Schema"), edition.schema),
        (_("Substances"), number(counts["substance"])),
        (_("Classes"), number(counts["class"])),
        (_("Claims"), number(counts["claim"])),
        (_("Sources"), number(counts["source"])),
        (_("Places"), number(counts["jurisdiction"])),
    )
    page: Page = [Row(name, value, width=18) for name, value in rows]
    context.show(
        [*page, *telling.standing(standing), Line(reviewed_by(edition.reviewed_by))]
    )
    return ExitCode.ANSWERED


def status_document(standing: "Status") -> dict[str, Any]:
    """Where an edition comes from, as JSON tells it."""
    document = present(
        place=standing.place,
        before=standing.before,
        newer_in_program=standing.newer_in_program,
        left_out=standing.left_out,
        reason=standing.reason,
    )
    if standing.record is not None:
        document["installed_on"] = standing.record.installed_on
        document["signature"] = signature_document(standing.record.origin)
    return document


def signature_document(origin: "Origin") -> dict[str, Any]:
    """Who signed an edition, as JSON tells it."""
    return present(
        status=origin.signature,
        key=origin.key_id,
        name=origin.name,
        comment=origin.comment,
    )


def add_arguments(parser: Any) -> None:
    """It takes nothing."""
