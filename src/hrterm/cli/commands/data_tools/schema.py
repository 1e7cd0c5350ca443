"""``hrterm data schema``: JSON Schemas of the files, for editors."""

from pathlib import Path
from typing import Any

from hrterm.cli import output
from hrterm.cli.context import Context
from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.cli.saving import save
from hrterm.i18n import _
from hrterm.pages.blocks import Line, Page, Row

DATASETTE = "datasette"
"""Not a file of the data: what Datasette shows beside the tables."""


def run(context: Context) -> ExitCode:
    """Print one schema, write them all, or say which there are."""
    from hrterm.content.json_schema import FILES, as_text, json_schema
    from hrterm.content.json_schema.descriptions import KINDS

    asked, folder = context.options.schema, context.options.output
    if asked not in {None, DATASETTE, *FILES}:
        raise CommandError(
            _("there is no kind '{kind}': use one of {kinds}.").format(
                kind=asked, kinds=", ".join((*FILES, DATASETTE))
            )
        )
    if asked is None and folder is None:
        if context.as_json:
            document = {"kind": "data-schema", "language": context.language}
            context.answer(document | {kind: json_schema(kind) for kind in FILES})
            return ExitCode.ANSWERED
        page: Page = [Row(kind, _(KINDS[kind]), width=12) for kind in FILES]
        context.show(page)
        return ExitCode.ANSWERED
    texts = {
        kind: _metadata() if kind == DATASETTE else as_text(json_schema(kind))
        for kind in ((asked,) if asked else FILES)
    }
    if folder is None:
        output.write("".join(texts.values()))
        return ExitCode.ANSWERED
    for kind, text in texts.items():
        save(Path(folder) / f"{kind}.json", text)
    if context.as_json:
        document = {"kind": "data-schema", "language": context.language}
        context.answer({**document, "path": folder, "kinds": list(texts)})
    else:
        context.show([Line(_("Written: {path}").format(path=folder))])
    return ExitCode.ANSWERED


def _metadata() -> str:
    from hrterm.content.schema_page import datasette_metadata

    return datasette_metadata()


def add_arguments(parser: Any) -> None:
    """What the tool takes."""
    parser.add_argument(
        "schema",
        nargs="?",
        metavar=_("KIND"),
        help=_("a kind of file, or datasette; without one: which there are"),
    )
    parser.add_argument(
        "-o", "--output", metavar=_("DIR"), help=_("write KIND.json into a folder")
    )
