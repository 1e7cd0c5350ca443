"""``hrterm data add``: an organisation's own additions, over an edition."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrterm.cli import output
from hrterm.cli.commands.data_tools.folders import data_folder
from hrterm.cli.commands.data_tools.install import add_permissions, warn
from hrterm.cli.context import Context
from hrterm.cli.databases import database_path
from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.cli.saving import saving
from hrterm.i18n import _
from hrterm.pages.blocks import Bullet, Line, Page
from hrterm.wording.formatting import labelled

if TYPE_CHECKING:
    from hrterm.editions.installing import Outcome


def run(context: Context) -> ExitCode:
    """Check the additions, merge them, and install or write the result."""
    from hrterm.content.local import AdditionsError
    from hrterm.content.problems import DataError

    folders = [data_folder(folder) for folder in context.options.folders]
    base = _base(context)
    try:
        return _add(context, folders, base)
    except DataError as error:
        output.write("\n".join(str(problem) for problem in error.problems) + "\n")
        return ExitCode.NOT_FOUND
    except AdditionsError as error:
        raise CommandError(_sentence(error.code, base), ExitCode.UNUSABLE) from error


def _add(context: Context, folders: list[Path], base: str) -> ExitCode:
    from hrterm.cli.commands.data_tools.info import signature_document
    from hrterm.content.local import add
    from hrterm.editions import telling

    asked = context.options.output
    with tempfile.TemporaryDirectory(prefix="hrterm-") as temporary:
        made = Path(asked) if asked else Path(temporary, "hrterm.db")
        with saving(made):
            made.parent.mkdir(parents=True, exist_ok=True)
            found = add(folders, Path(base), made)
        outcome = None if asked else _installed(context, made, base)
    path = outcome.path if outcome else str(made)
    organisations = [additions.organisation.model for additions in found]
    if context.as_json:
        document: dict[str, Any] = {
            "kind": "data-add",
            "language": context.language,
            "path": path,
            "base": base,
            "organisations": [one.id for one in organisations],
        }
        if outcome:
            document["signature"] = signature_document(outcome.record.origin)
        context.answer(document)
        return ExitCode.ANSWERED
    page: Page = [Line(_("Written: {path}").format(path=path))]
    for additions, one in zip(found, organisations, strict=True):
        told = _("numbers and places: {services}, alerts: {alerts}, names: {names}")
        counts = told.format(
            services=len(additions.services),
            alerts=len(additions.alerts),
            names=len(additions.names),
        )
        page.append(Bullet(labelled(one.id, counts)))
    closing = _("Everything in them is marked as local; no risk was changed.")
    page.append(Line(closing))
    if outcome:
        page += telling.origin(outcome.record.origin)
    context.show(page)
    return ExitCode.ANSWERED


def _base(context: Context) -> str:
    """The edition to build on: the one that is named, or the one in use.

    When that holds additions already, the newest installed edition without any is
    taken, so that adding again replaces them.

    Raises:
        DatabaseError: when the edition cannot be used.
    """
    from hrterm.content.local import has_additions
    from hrterm.editions.current import database_of, read_pointer
    from hrterm.store.opening import DatabaseError, default_path

    named = context.options.db or os.environ.get("HRTERM_DB")
    path = database_path(context.options.db)
    if named or not has_additions(path):
        return path
    pointer = read_pointer()
    for entry in pointer.entries if pointer else ():
        before = database_of(entry)
        try:
            if not has_additions(before):
                return before
        except DatabaseError:
            continue
    return default_path()


def _installed(context: Context, made: Path, base: str) -> "Outcome":
    """Install what was made here over the edition ``base``.

    Raises:
        EditionError: when it cannot be installed.
    """
    from hrterm.editions import packs
    from hrterm.editions.installing import install

    pack = str(made.with_name("local.hrterm"))
    packs.save(packs.make(str(made)), pack, None)
    warn(context)
    options = context.options
    return install(pack, options.allow_unsigned, options.allow_older, made_over=base)


def _sentence(code: str, base: str) -> str:
    sentences = {
        "over-additions": _(
            "{path} holds additions already: name the edition without them with --db."
        ),
        "changes-answers": _(
            "the additions would change what {path} answers and were refused: take out "
            "the names that lead elsewhere."
        ),
    }
    return sentences[code].format(path=base)


def add_arguments(parser: Any) -> None:
    """What the tool takes."""
    parser.add_argument(
        "folders",
        nargs="+",
        metavar=_("DIR"),
        help=_("a folder with local.yaml, one for each organisation"),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar=_("FILE"),
        help=_("write a database instead of installing it"),
    )
    add_permissions(parser)
