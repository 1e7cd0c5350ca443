"""Reports: pages of lists that may be long, on the terminal or as Markdown."""

from typing import Any

from hrterm.cli import output
from hrterm.cli.commands.data_tools.values import count
from hrterm.cli.context import Context
from hrterm.i18n import _
from hrterm.pages.blocks import Heading, Page


def report(context: Context, title: str, page: Page) -> None:
    """Print a report; as Markdown it stands alone and has a title."""
    from hrterm.pages.markdown import markdown

    if context.options.markdown:
        output.write(markdown([Heading(title, 1), *page]))
    else:
        context.show(page)


def add_arguments(parser: Any, limit: int) -> None:
    """What every report takes.

    Args:
        parser: of the tool.
        limit: lines of each list that are printed unless more are asked for.
    """
    parser.add_argument(
        "--limit",
        type=count,
        default=limit,
        metavar=_("COUNT"),
        help=_("how many lines of each list ({count})").format(count=limit),
    )
    parser.add_argument("--markdown", action="store_true", help=_("as Markdown"))
