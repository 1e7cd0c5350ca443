"""``hrterm data new``: begin a file, with comments that say what goes where."""

import re
from pathlib import Path
from typing import Any

from hrterm.cli import output
from hrterm.cli.context import Context
from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.cli.saving import save, saving
from hrterm.i18n import _
from hrterm.pages.blocks import Line

KINDS = ("substance", "class", "claim", "interaction", "law", "local")


def run(context: Context) -> ExitCode:
    """Write the skeleton, or add it to the file that is there."""
    from hrterm.content.skeletons import SkeletonError, skeleton

    options = context.options
    try:
        made = skeleton(options.kind, options.id, context.today)
    except SkeletonError as error:
        raise CommandError(_sentence(error.code, options.id)) from error
    if options.print:
        output.write(made.text)
        return ExitCode.ANSWERED
    is_local = options.kind == "local"
    folder = Path(options.directory or ("." if is_local else "data"))
    if not folder.is_dir():
        raise CommandError(
            _("there is no folder at {path}: name one with -d.").format(path=folder),
            ExitCode.UNUSABLE,
        )
    path = folder / made.path
    _refuse_repeat(path, options.id, made.entry)
    if path.exists():
        with saving(path):
            held = path.read_text("utf-8")
        save(path, held.rstrip("\n") + "\n" + made.entry)
    else:
        save(path, made.text)
    if context.as_json:
        document = {"kind": "data-new", "language": context.language}
        context.answer({**document, "path": str(path)})
    else:
        written = _("Written: {path}. Fill it in, then: {command}")
        command = f"hrterm data add {path.parent}" if is_local else "hrterm data check"
        context.show([Line(written.format(path=path, command=command))])
    return ExitCode.ANSWERED


def _refuse_repeat(path: Path, id_: str, entry: str) -> None:
    """Never overwrite what someone wrote.

    Raises:
        CommandError: when the file, or the statement in it, is there already.
    """
    there = path.exists() and not entry
    if path.exists() and entry:
        stated = re.search(r"id: (\S+)", entry)
        with saving(path):
            lines = path.read_text("utf-8", errors="replace").splitlines()
        there = stated is not None and f"- id: {stated[1]}" in lines
    if there:
        raise CommandError(
            _(
                "{id} is in {path} already: edit it there, or see what goes where "
                "with --print."
            ).format(id=id_, path=path),
            ExitCode.UNUSABLE,
        )


def _sentence(code: str, id_: str) -> str:
    sentences = {
        "no-id": _("'{id}' is no id: use small letters, digits and hyphens."),
        "no-pair": _(
            "'{id}' names no pair: write two ids with two hyphens between them, "
            "such as alcohol--ketamine."
        ),
        "no-place": _("'{id}' is no code of a place: write one such as CA or CA-QC."),
    }
    return sentences[code].format(id=id_)


def add_arguments(parser: Any) -> None:
    """What the tool takes."""
    parser.add_argument(
        "kind",
        choices=KINDS,
        metavar=_("KIND"),
        help=_("substance, class, claim, interaction, law or local"),
    )
    parser.add_argument(
        "id",
        metavar=_("ID"),
        help=_("the id; for an interaction a--b, for law a place's code"),
    )
    parser.add_argument(
        "-d",
        "--directory",
        metavar=_("DIR"),
        help=_("where: the data folder (data); for local, this one"),
    )
    parser.add_argument(
        "--print",
        action="store_true",
        help=_("print it and write nothing"),
    )
