"""``hrterm data build``: a database from a data folder."""

from pathlib import Path
from typing import Any

from hrterm.cli import output
from hrterm.cli.commands.data_tools.folders import data_folder
from hrterm.cli.context import Context
from hrterm.cli.diagnostics import ExitCode
from hrterm.cli.saving import saving
from hrterm.i18n import _
from hrterm.pages.blocks import Line


def run(context: Context) -> ExitCode:
    """Build, or print what the data lacks."""
    from hrterm.content.build import build
    from hrterm.content.problems import DataError

    target = Path(context.options.output)
    try:
        with saving(target):
            build(data_folder(context.options.folder), target)
    except DataError as error:
        output.write("\n".join(str(problem) for problem in error.problems) + "\n")
        return ExitCode.NOT_FOUND
    if context.as_json:
        context.answer(
            {"kind": "data-build", "language": context.language, "path": str(target)}
        )
    else:
        context.show([Line(_("Written: {path}").format(path=target))])
    return ExitCode.ANSWERED


def add_arguments(parser: Any) -> None:
    """What the tool takes."""
    parser.add_argument("folder", nargs="?", metavar=_("DIR"))
    parser.add_argument("-o", "--output", default="hrterm.db", metavar=_("FILE"))
