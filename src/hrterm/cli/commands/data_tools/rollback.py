"""``hrterm data rollback``: back to the edition before."""

from typing import Any

from hrterm.cli.context import Context
from hrterm.cli.diagnostics import ExitCode
from hrterm.i18n import _
from hrterm.pages.blocks import Line
from hrterm.store.library import Library


def run(context: Context) -> ExitCode:
    """Go back, and say to what."""
    from hrterm.editions.going_back import roll_back

    path = roll_back()
    with Library(path, context.language) as library:
        edition = library.edition()
    if context.as_json:
        context.answer(
            {
                "kind": "data-rollback",
                "language": context.language,
                "path": path,
                "edition": edition._asdict(),
            }
        )
    else:
        told = _("In use from now on: edition {version}, newest review {date}.")
        context.show(
            [Line(told.format(version=edition.version, date=edition.newest_review))]
        )
    return ExitCode.ANSWERED


def add_arguments(parser: Any) -> None:
    """It takes nothing."""
