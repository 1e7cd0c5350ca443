"""``hrterm data audit``: what someone should look at, and what is covered."""

from pathlib import Path
from typing import Any

from hrterm.cli import output
from hrterm.cli.commands.data_tools import reporting
from hrterm.cli.commands.data_tools.folders import data_folder
from hrterm.cli.commands.data_tools.values import day
from hrterm.cli.context import Context
from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.cli.saving import save, saving
from hrterm.i18n import _, activate
from hrterm.pages.blocks import Line

LIMIT = 20
"""Lines of each list that are printed unless more are asked for."""


def run(context: Context) -> ExitCode:
    """Look through a data folder."""
    from hrterm.content.build import checked

    folder = data_folder(context.options.folder)
    corpus, problems = checked(folder)
    if problems:
        output.write("\n".join(str(problem) for problem in problems.in_order) + "\n")
        return ExitCode.NOT_FOUND
    if context.options.record:
        return _record(context, corpus, folder)
    if context.options.readme:
        return _readme(context, corpus)
    return _audit(context, corpus, folder)


def _audit(context: Context, corpus: Any, folder: Path) -> ExitCode:
    from hrterm.cli.commands.data_tools.audit_page import SECTIONS, page_of
    from hrterm.content.auditing import audit

    options = context.options
    found = audit(corpus, folder, options.on or context.today)
    sections = tuple(
        key for key in ("due", "translations") if getattr(options, f"only_{key}")
    )
    sections = sections or ("coverage", *(section.key for section in SECTIONS))
    if context.as_json:
        context.answer(_document(found, sections, context.language))
        return ExitCode.ANSWERED
    page = page_of(found, sections, options.limit)
    reporting.report(context, _("Audit of the data"), page)
    return ExitCode.ANSWERED


def _record(context: Context, corpus: Any, folder: Path) -> ExitCode:
    """Write down how every text is translated now."""
    from hrterm.content.auditing.translations import RECORD, write_record

    path = folder / RECORD
    with saving(path):
        texts = write_record(corpus, folder)
    if context.as_json:
        document = {"kind": "data-audit-record", "language": context.language}
        context.answer({**document, "path": str(path), "texts": texts})
    else:
        written = _("Written: {path} ({count} texts).")
        context.show([Line(written.format(path=path, count=texts))])
    return ExitCode.ANSWERED


def _readme(context: Context, corpus: Any) -> ExitCode:
    """Bring the figures between the two marks of a README up to date."""
    from hrterm.content.auditing.readme import NoMarksError, with_figures

    path = Path(context.options.readme)
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(
            _("{path} cannot be read: name a README.").format(path=path),
            ExitCode.UNUSABLE,
        ) from error
    try:
        fresh = with_figures(text, figures(corpus))
    except NoMarksError as error:
        raise CommandError(
            _("{path} has no marks for the figures: see docs/coverage.md.").format(
                path=path
            ),
            ExitCode.UNUSABLE,
        ) from error
    if fresh != text:
        save(path, fresh)
    if context.as_json:
        document = {"kind": "data-audit-readme", "language": context.language}
        context.answer({**document, "path": str(path), "changed": fresh != text})
        return ExitCode.ANSWERED
    done = _("Written: {path}") if fresh != text else _("Unchanged: {path}")
    context.show([Line(done.format(path=path))])
    return ExitCode.ANSWERED


def figures(corpus: Any) -> str:
    """The coverage as the README carries it: in English, counted from the data alone.

    Ages are counted from the newest review, so that the same data gives the same text
    on any day.
    """
    from hrterm.cli.commands.data_tools.coverage_page import coverage
    from hrterm.content.auditing import counted
    from hrterm.content.auditing.due import newest_review
    from hrterm.i18n import language
    from hrterm.pages.markdown import markdown

    counts = counted(corpus, newest_review(corpus))
    reader = language()
    activate("en")
    try:
        return markdown(coverage(counts))
    finally:
        activate(reader)


def _document(found: Any, sections: tuple[str, ...], language: str) -> dict[str, Any]:
    """The audit for scripts: every list whole."""
    document: dict[str, Any] = {"kind": "data-audit", "language": language}
    for key in sections:
        document[key] = _plain(getattr(found, key))
    return document


def _plain(value: Any) -> Any:
    """Named tuples as objects, without what is empty text."""
    if hasattr(value, "_asdict"):
        fields = {key: _plain(part) for key, part in value._asdict().items()}
        return {key: part for key, part in fields.items() if part != ""}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return value


def add_arguments(parser: Any) -> None:
    """What the tool takes."""
    parser.add_argument("folder", nargs="?", metavar=_("DIR"))
    parser.add_argument(
        "--due",
        dest="only_due",
        action="store_true",
        help=_("only what is due for another look"),
    )
    parser.add_argument(
        "--translations",
        dest="only_translations",
        action="store_true",
        help=_("only what a language lacks, and what changed after its translation"),
    )
    parser.add_argument(
        "--on", type=day, metavar=_("DATE"), help=_("count ages from this day")
    )
    reporting.add_arguments(parser, LIMIT)
    parser.add_argument(
        "--readme",
        metavar=_("FILE"),
        help=_("only bring the figures in a README up to date"),
    )
    parser.add_argument(
        "--record",
        action="store_true",
        help=_("only write down that every translation is up to date"),
    )
