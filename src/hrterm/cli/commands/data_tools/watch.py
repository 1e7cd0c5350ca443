"""``hrterm data watch``: check again whenever a file changes."""

import time
from pathlib import Path
from typing import Any

from hrterm.cli import output
from hrterm.cli.commands.data_tools.folders import data_folder
from hrterm.cli.commands.data_tools.values import seconds
from hrterm.cli.context import Context
from hrterm.cli.diagnostics import ExitCode
from hrterm.i18n import _, ngettext
from hrterm.pages.blocks import Line, Page

LIMIT = 12
"""Lines of each list of changes: someone reads this between two edits."""

pause = time.sleep
"""What is done between two looks."""


def run(context: Context) -> ExitCode:
    """Look, and look again, until Ctrl+C."""
    folder = data_folder(context.options.folder)
    watcher = _Watcher(context, folder)
    try:
        while True:
            watcher.look()
            pause(context.options.every)
    except KeyboardInterrupt:
        return ExitCode.ANSWERED


class _Watcher:
    """What the folder answered at first, and how it looked last."""

    def __init__(self, context: Context, folder: Path) -> None:
        self._context = context
        self._folder = folder
        self._stamps: dict[str, tuple[int, int]] | None = None
        self._first: Any = None
        """The answers when the data first held."""

    def look(self) -> None:
        """Check the data if anything changed since the last look."""
        stamps = _stamps(self._folder)
        if stamps == self._stamps:
            return
        self._stamps = stamps
        self._tell()

    def _tell(self) -> None:
        from hrterm.content.build import checked
        from hrterm.content.comparing import compare, from_corpus

        corpus, problems = checked(self._folder)
        if problems:
            self._say_problems([str(problem) for problem in problems.in_order])
            return
        answers = from_corpus(corpus, self._context.language)
        begins = self._first is None
        if begins:
            self._first = answers
        self._say_changes(compare(self._first, answers), answers, begins)

    def _say_problems(self, problems: list[str]) -> None:
        if self._context.as_json:
            self._line({"problems": problems})
            return
        count = ngettext("{count} problem.", "{count} problems.", len(problems))
        lines = [*problems[: 2 * LIMIT], count.format(count=len(problems))]
        output.write("\n".join(lines) + "\n")

    def _say_changes(self, difference: Any, answers: Any, begins: bool) -> None:
        from hrterm.cli.commands.data_tools.diff_page import document_of, page_of

        labels = {**self._first.labels, **answers.labels}
        if self._context.as_json:
            self._line({"problems": []} | document_of(difference, labels))
            return
        page: Page = [Line(_("No problem."))]
        if begins:
            told = _("Watching {path}. Save a file to check it; Ctrl+C ends.")
            page.append(Line(told.format(path=self._folder)))
        else:
            page += page_of(difference, labels, LIMIT)
        self._context.show(page)

    def _line(self, document: dict[str, Any]) -> None:
        """One object a line, for scripts that follow along."""
        import json

        head = {"kind": "data-watch", "language": self._context.language}
        output.write(json.dumps(head | document, ensure_ascii=False) + "\n")


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file was last written, and how large it is."""
    from hrterm.content.corpus import files

    stamps = {}
    for path in files(folder):
        try:
            status = path.stat()
        except OSError:
            # An editor is replacing it: the next look sees it again.
            continue
        stamps[str(path)] = (status.st_mtime_ns, status.st_size)
    return stamps


def add_arguments(parser: Any) -> None:
    """What the tool takes."""
    parser.add_argument("folder", nargs="?", metavar=_("DIR"))
    parser.add_argument(
        "--every",
        type=seconds,
        default=1.0,
        metavar=_("SECONDS"),
        help=_("how long to pause between two looks (1)"),
    )
