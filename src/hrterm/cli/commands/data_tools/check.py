"""``hrterm data check``: every problem of a data folder, like a compiler's."""

from typing import Any

from hrterm.cli import output
from hrterm.cli.commands.data_tools.folders import data_folder
from hrterm.cli.context import Context
from hrterm.cli.diagnostics import ExitCode
from hrterm.i18n import _, ngettext


def run(context: Context) -> ExitCode:
    """Print every problem, in the order of files and lines."""
    from hrterm.content.build import checked

    corpus, problems = checked(data_folder(context.options.folder))
    listed = problems.in_order
    if context.as_json:
        context.answer(
            {
                "kind": "data-check",
                "language": context.language,
                "problems": [
                    {
                        "path": problem.place.path,
                        "line": problem.place.line,
                        "column": problem.place.column,
                        "severity": problem.severity,
                        "message": problem.message,
                    }
                    for problem in listed
                ],
            }
        )
        return ExitCode.NOT_FOUND if listed else ExitCode.ANSWERED
    lines = [str(problem) for problem in listed]
    if listed:
        count = ngettext("{count} problem.", "{count} problems.", len(listed))
        lines.append(count.format(count=len(listed)))
    else:
        lines.append(
            _(
                "No problem: {substances} substances, {classes} classes, "
                "{statements} statements on pairs, {claims} claims."
            ).format(
                substances=len(corpus.substances),
                classes=len(corpus.classes),
                statements=len(corpus.statements),
                claims=len(corpus.claims),
            )
        )
    output.write("\n".join(lines) + "\n")
    return ExitCode.NOT_FOUND if listed else ExitCode.ANSWERED


def add_arguments(parser: Any) -> None:
    """What the tool takes."""
    parser.add_argument("folder", nargs="?", metavar=_("DIR"))
