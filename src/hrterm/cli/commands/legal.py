"""``hrterm legal``: dated records of law."""

from typing import Any

from hrterm.cli.context import Context, exit_for, name_document, present
from hrterm.cli.diagnostics import ExitCode
from hrterm.domain.found import NameMatch
from hrterm.domain.law import LegalRecord
from hrterm.i18n import _
from hrterm.pages import combination, law


def run(context: Context) -> ExitCode:
    """Answer with the records of a substance, a place, or both."""
    place = context.place(context.options.place)
    names: tuple[NameMatch, ...] = ()
    substances: tuple[str, ...] = ()
    if context.options.name:
        names = (context.library.match(" ".join(context.options.name)),)
        substances = names[0].ids
    records = (
        context.library.law(substances, place)
        if substances or not context.options.name
        else ()
    )
    code = exit_for(names) if records else ExitCode.NOT_FOUND
    if context.as_json:
        context.answer(
            context.head("legal")
            | {
                "names": [name_document(name) for name in names],
                "records": [document_of(record, context.today) for record in records],
            }
        )
        return code
    context.show(
        [
            *combination.names(names),
            *law.records(records, context.library, context.today),
        ]
    )
    return code


def document_of(record: LegalRecord, today: str) -> dict[str, Any]:
    """A record as the contract writes it."""
    return present(
        substance=record.substance,
        jurisdiction=record.jurisdiction,
        status=record.status,
        possession=record.possession,
        schedule=record.schedule,
        instrument=record.instrument,
        item=record.item,
        url=record.url,
        effective_from=record.effective_from,
        effective_to=record.effective_to,
        as_of=record.as_of,
        verification=record.verification,
        stale=record.is_stale(today),
        access=record.access,
        note=record.note,
        of_parent=True if record.of_parent else None,
        sources=list(record.sources),
    )


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    parser.add_argument("name", nargs="*", metavar=_("NAME"))
    parser.add_argument(
        "--in",
        dest="place",
        metavar=_("CODE"),
        help=_("a place: CA, CA-BC, FR, EU ..."),
    )
