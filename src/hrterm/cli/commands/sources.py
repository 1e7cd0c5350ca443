"""``hrterm sources``: the bibliography."""

from typing import Any

from hrterm.cli.context import Context, present
from hrterm.cli.diagnostics import ExitCode
from hrterm.i18n import _
from hrterm.pages.bibliography import listing
from hrterm.pages.blocks import Line


def run(context: Context) -> ExitCode:
    """Answer with one source, with those that match, or with all."""
    query = " ".join(context.options.id)
    library = context.library
    if not query:
        found = library.sources()
    else:
        found = library.sources([query])
        if not found:
            hits = library.search(query, ("source",))
            found = library.sources([hit.id for hit in hits])
    code = ExitCode.ANSWERED if found else ExitCode.NOT_FOUND
    if context.as_json:
        context.answer(
            context.head("sources")
            | {
                "sources": [
                    present(
                        id=one.id,
                        type=one.type,
                        title=one.title,
                        authors=one.authors,
                        year=one.year,
                        url=one.url,
                        doi=one.doi,
                        status=one.status,
                        accessed=one.accessed,
                    )
                    for one in found
                ]
            }
        )
        return code
    if found:
        context.show(listing(found))
    else:
        nothing = _("There is no source “{query}” here.")
        context.show([Line(nothing.format(query=query))])
    return code


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    parser.add_argument("id", nargs="*", metavar=_("ID"))
