"""``hrterm sources``: the bibliography."""

from typing import Any

from hrterm.cli.context import Context, present
from hrterm.cli.diagnostics import ExitCode
from hrterm.i18n import _
from hrterm.wording import sheets


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
        context.finish(
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
    if not found:
        context.page.line(_("There is no source “{query}” here.").format(query=query))
    for one in found:
        context.page.bullet(f"{one.id}: {sheets.source(one)}", indent=0)
    context.finish()
    return code


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    parser.add_argument("id", nargs="*", metavar=_("ID"))
