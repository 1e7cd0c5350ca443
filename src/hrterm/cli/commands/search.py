"""``hrterm search``: everything whose name, alias or text matches."""

from typing import Any

from hrterm.cli.context import Context, present
from hrterm.cli.diagnostics import ExitCode
from hrterm.i18n import _
from hrterm.pages.blocks import Line, Page, Row
from hrterm.wording import vocabulary as words
from hrterm.wording.found import search_note


def run(context: Context) -> ExitCode:
    """Answer a search."""
    query = " ".join(context.options.text)
    hits = context.library.search(query)
    code = ExitCode.ANSWERED if hits else ExitCode.NOT_FOUND
    if context.as_json:
        context.answer(
            context.head("search")
            | {
                "query": query,
                "results": [
                    present(
                        kind=hit.kind, id=hit.id, name=hit.name, matched=hit.matched
                    )
                    for hit in hits
                ],
            }
        )
        return code
    page: Page = []
    if not hits:
        nothing = _(
            "Nothing here matches “{query}”. That does not mean that it is without "
            "danger: try another spelling or name."
        )
        page.append(Line(nothing.format(query=query)))
    width = max((len(words.kind(hit.kind)) for hit in hits), default=0)
    for hit in hits:
        text = f"{hit.name}  {search_note(hit)}".rstrip()
        page.append(Row(words.kind(hit.kind), text, width=width))
    context.show(page)
    return code


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    parser.add_argument("text", nargs="+", metavar=_("TEXT"))
