"""``hrterm data diff``: how the answers of two editions differ."""

from typing import Any

from hrterm.cli.commands.data_tools import reporting
from hrterm.cli.commands.data_tools.answering import answers_of
from hrterm.cli.context import Context
from hrterm.cli.diagnostics import ExitCode
from hrterm.i18n import _

LIMIT = 40
"""Lines of each list that are printed unless more are asked for."""


def run(context: Context) -> ExitCode:
    """Compare, and refuse what may hurt somebody."""
    from hrterm.cli.commands.data_tools.diff_page import document_of, page_of
    from hrterm.content.comparing import compare

    options = context.options
    old = answers_of(options.old, context.language)
    new = answers_of(options.new, context.language)
    difference = compare(old, new)
    labels = {**old.labels, **new.labels}
    refused = difference.is_refused or (
        options.two_reviewers and difference.lacks_review
    )
    if context.as_json:
        document = {
            "kind": "data-diff",
            "language": context.language,
            "old": options.old,
            "new": options.new,
        }
        context.answer(document | document_of(difference, labels))
    else:
        page = page_of(difference, labels, options.limit)
        reporting.report(context, _("What changed in the answers"), page)
    return ExitCode.NOT_FOUND if refused else ExitCode.ANSWERED


def add_arguments(parser: Any) -> None:
    """What the tool takes."""
    kinds = _("a database, a pack or a data folder")
    parser.add_argument("old", metavar=_("OLD"), help=kinds)
    parser.add_argument("new", metavar=_("NEW"), help=kinds)
    parser.add_argument(
        "--two-reviewers",
        action="store_true",
        help=_("also refuse a lowered risk that fewer than two people reviewed"),
    )
    reporting.add_arguments(parser, LIMIT)
