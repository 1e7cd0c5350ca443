"""``hrterm data export``: an edition as JSON or CSV, one file a table or view."""

from pathlib import Path
from typing import Any

from hrterm.cli.context import Context
from hrterm.cli.databases import database_path
from hrterm.cli.diagnostics import ExitCode
from hrterm.cli.saving import save
from hrterm.i18n import _, ngettext
from hrterm.pages.blocks import Line

FORMATS = ("json", "csv")


def run(context: Context) -> ExitCode:
    """Write every file; files of other names are left alone."""
    from hrterm.content.exporting import export

    folder = Path(context.options.output)
    names = []
    for name, text in export(database_path(context.options.db), context.options.format):
        save(folder / name, text)
        names.append(name)
    if context.as_json:
        document = {"kind": "data-export", "language": context.language}
        context.answer({**document, "path": str(folder), "files": names})
    else:
        told = ngettext(
            "Written: {count} file in {path}",
            "Written: {count} files in {path}",
            len(names),
        )
        context.show([Line(told.format(count=len(names), path=folder))])
    return ExitCode.ANSWERED


def add_arguments(parser: Any) -> None:
    """What the tool takes."""
    parser.add_argument(
        "-o",
        "--output",
        default="hrterm-export",
        metavar=_("DIR"),
        help=_("where to write (hrterm-export)"),
    )
    parser.add_argument("--format", choices=FORMATS, default="json", help="json, csv")
