"""``hrterm data install``: take an edition in from a file."""

import sys
from typing import Any

from hrterm.cli.context import Context
from hrterm.cli.diagnostics import ExitCode
from hrterm.i18n import _
from hrterm.pages.blocks import Line, Page
from hrterm.store.library import Library
from hrterm.wording.reviewing import reviewed_by


def run(context: Context) -> ExitCode:
    """Install a pack and tell what it changes."""
    from hrterm.cli.commands.data_tools.info import signature_document
    from hrterm.editions import telling
    from hrterm.editions.installing import install

    options = context.options
    warn(context)
    outcome = install(options.file, options.allow_unsigned, options.allow_older)
    record = outcome.record
    with Library(outcome.path, context.language) as library:
        edition = library.edition()
        if context.as_json:
            document = {
                "kind": "data-install",
                "language": context.language,
                "path": outcome.path,
                "edition": edition._asdict(),
                "signature": signature_document(record.origin),
            }
            if record.replaced:
                document["replaced"] = record.replaced
            if record.changes is not None:
                document["changes"] = record.changes.document()
            context.answer(document)
            return ExitCode.ANSWERED
        told = _("Installed: edition {version}, newest review {date}.")
        page: Page = [
            Line(told.format(version=edition.version, date=edition.newest_review)),
            *telling.origin(record.origin),
            Line(reviewed_by(edition.reviewed_by)),
            *telling.changes(record.changes, library),
        ]
        context.show(page)
    return ExitCode.ANSWERED


def warn(context: Context) -> None:
    """Say what it means to take what nobody has signed."""
    if context.options.allow_unsigned and sys.stderr is not None:
        told = _(
            "WARNING: --allow-unsigned takes an edition from anybody. A forged one can "
            "call a deadly combination harmless."
        )
        sys.stderr.write(f"hrterm: {told}\n")


def add_arguments(parser: Any) -> None:
    """What the tool takes."""
    parser.add_argument(
        "file",
        metavar=_("FILE"),
        help=_("the pack; its signature FILE.minisig lies beside it"),
    )
    add_permissions(parser)


def add_permissions(parser: Any) -> None:
    """What is otherwise refused, and may be taken."""
    parser.add_argument(
        "--allow-unsigned",
        action="store_true",
        help=_("take it without the signature of a trusted key (dangerous)"),
    )
    parser.add_argument(
        "--allow-older",
        action="store_true",
        help=_("take it although a newer edition is known here"),
    )
