"""``hrterm data``: the maintainers' tools."""

import os
from pathlib import Path
from typing import Any

from hrterm.cli.context import Context, database_path
from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.i18n import _, ngettext


def run(context: Context) -> ExitCode:
    """Run one of the tools."""
    match context.options.action:
        case "check":
            return _check(context)
        case "build":
            return _build(context)
        case "path":
            return _path(context)
        case _:
            return _info(context)


def _folder(asked: str | None) -> Path:
    """The data folder that was named, or ``data`` here.

    Raises:
        CommandError: when there is none.
    """
    folder = Path(asked or "data")
    if not folder.is_dir():
        raise CommandError(
            _("there is no data folder at {path}: name one.").format(path=folder),
            ExitCode.UNUSABLE,
        )
    return folder.resolve()


def _check(context: Context) -> ExitCode:
    from hrterm.content.build import checked

    corpus, problems = checked(_folder(context.options.folder))
    listed = problems.in_order
    if context.as_json:
        context.finish(
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
    else:
        from hrterm.cli import output

        lines = [str(problem) for problem in listed]
        lines.append(
            ngettext("{count} problem.", "{count} problems.", len(listed)).format(
                count=len(listed)
            )
            if listed
            else _(
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


def _build(context: Context) -> ExitCode:
    from hrterm.content.build import build
    from hrterm.content.problems import DataError

    target = Path(context.options.output)
    try:
        build(_folder(context.options.folder), target)
    except DataError as error:
        from hrterm.cli import output

        output.write("\n".join(str(problem) for problem in error.problems) + "\n")
        return ExitCode.NOT_FOUND
    except OSError as error:
        raise CommandError(
            _("{path} cannot be written ({reason}).").format(
                path=target, reason=error.strerror or str(error)
            ),
            ExitCode.UNUSABLE,
        ) from error
    if context.as_json:
        context.finish(
            {"kind": "data-build", "language": context.language, "path": str(target)}
        )
    else:
        context.page.line(_("Written: {path}").format(path=target))
        context.finish()
    return ExitCode.ANSWERED


def build_folder(folder: str, target: str) -> None:
    """Build a database from a data folder, for one run of the interface.

    Raises:
        CommandError: when the data does not hold.
    """
    from hrterm.content.build import build
    from hrterm.content.problems import DataError

    try:
        build(_folder(folder), Path(target))
    except DataError as error:
        first = error.problems[0]
        raise CommandError(
            _("the data does not hold: {problem} See: hrterm data check").format(
                problem=first
            ),
            ExitCode.UNUSABLE,
        ) from error


def _path(context: Context) -> ExitCode:
    path = os.path.abspath(database_path(context.options.db))
    if context.as_json:
        context.finish(
            {"kind": "data-path", "language": context.language, "path": path}
        )
    else:
        from hrterm.cli import output

        output.write(path + "\n")
    return ExitCode.ANSWERED


def _info(context: Context) -> ExitCode:
    from hrterm.wording.sheets import review

    library = context.library
    edition = library.edition()
    counts = {
        kind: len(library.listing(kind))
        for kind in ("substance", "class", "target", "jurisdiction", "emergency")
    }
    counts["claim"] = len(library.claims())
    counts["source"] = len(library.sources())
    if context.as_json:
        document = context.head("data-info")
        context.finish(document | {"schema": edition.schema, "counts": counts})
        return ExitCode.ANSWERED
    page = context.page
    for name, value in (
        (_("Edition"), edition.version),
        (_("Newest review"), edition.newest_review),
        (_("Data hash"), edition.data_hash),
        (_("Schema"), edition.schema),
        (_("Substances"), str(counts["substance"])),
        (_("Classes"), str(counts["class"])),
        (_("Claims"), str(counts["claim"])),
        (_("Sources"), str(counts["source"])),
        (_("Places"), str(counts["jurisdiction"])),
    ):
        page.row([name, value], [18, 50])
    page.line(review(edition))
    context.finish()
    return ExitCode.ANSWERED


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    actions = parser.add_subparsers(dest="action", metavar=_("TOOL"))
    check = actions.add_parser("check", help=_("read everything, print every problem"))
    check.add_argument("folder", nargs="?", metavar=_("DIR"))
    build = actions.add_parser("build", help=_("make a database from a data folder"))
    build.add_argument("folder", nargs="?", metavar=_("DIR"))
    build.add_argument("-o", "--output", default="hrterm.db", metavar=_("FILE"))
    actions.add_parser("info", help=_("which data this is"))
    actions.add_parser("path", help=_("where the database is"))
