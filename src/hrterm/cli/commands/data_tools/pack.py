"""``hrterm data pack``: one file that holds an edition, signed when a key is given."""

import os
import tempfile
from contextlib import ExitStack
from typing import Any

from hrterm.cli.context import Context
from hrterm.cli.diagnostics import ExitCode
from hrterm.i18n import _
from hrterm.pages.blocks import Line, Page
from hrterm.wording.reviewing import reviewed_by


def run(context: Context) -> ExitCode:
    """Pack a data folder, or a database that is there."""
    from hrterm.editions import minisign, packs
    from hrterm.editions.files import read_bounded

    options = context.options
    key = None
    if options.sign:
        text = read_bounded(options.sign, minisign.MOST_BYTES)
        key = minisign.read_secret_key(text.decode("utf-8", "replace"))
    with ExitStack() as stack:
        database = options.db or os.environ.get("HRTERM_DB", "")
        if options.data or not database:
            database = _built(options.data, stack)
        pack = packs.make(database, options.since or "")
    packs.save(pack, options.output, key)
    edition = pack.manifest.edition
    signer = minisign.public_key(key) if key else None
    if context.as_json:
        context.answer(
            {
                "kind": "data-pack",
                "language": context.language,
                "path": options.output,
                "edition": edition._asdict(),
                **({"key": signer.id} if signer else {}),
            }
        )
        return ExitCode.ANSWERED
    told = _("Packed: edition {version}, in {path}.")
    page: Page = [Line(told.format(version=edition.version, path=options.output))]
    if signer:
        told = _("Signed with key {id}, in {path}.")
        signature = options.output + minisign.SUFFIX
        page.append(Line(told.format(id=signer.id, path=signature)))
    else:
        told = _("It is not signed. To sign it: minisign -S -m {path}")
        page.append(Line(told.format(path=options.output)))
    context.show([*page, Line(reviewed_by(edition.reviewed_by))])
    return ExitCode.ANSWERED


def add_arguments(parser: Any) -> None:
    """What the tool takes."""
    parser.add_argument(
        "-o", "--output", required=True, metavar=_("FILE"), help=_("the pack to write")
    )
    parser.add_argument(
        "--data", metavar=_("DIR"), help=_("the data folder; without it and --db: data")
    )
    parser.add_argument(
        "--sign",
        metavar=_("KEY"),
        help=_("a minisign secret key without a password (minisign -G -W)"),
    )
    parser.add_argument(
        "--since",
        metavar=_("FILE"),
        help=_("the pack or database of the edition before, to list what changed"),
    )


def _built(folder: str | None, stack: ExitStack) -> str:
    """A database that is built from a data folder and lasts as long as the stack.

    Raises:
        CommandError: when there is no such folder, or its data does not hold.
    """
    from hrterm.cli.commands.data_tools.folders import build_folder, data_folder

    source = str(data_folder(folder))
    temporary = stack.enter_context(tempfile.TemporaryDirectory(prefix="hrterm-"))
    database = os.path.join(temporary, "hrterm.db")
    build_folder(source, database)
    return database
