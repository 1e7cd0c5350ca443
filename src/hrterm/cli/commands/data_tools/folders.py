"""Data folders that the tools read."""

from pathlib import Path

from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.i18n import _


def data_folder(asked: str | None) -> Path:
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


def build_folder(folder: str, target: str) -> None:
    """Build a database from a data folder, for one run of the interface.

    Raises:
        CommandError: when the data does not hold.
    """
    from hrterm.content.build import build
    from hrterm.content.problems import DataError

    try:
        build(data_folder(folder), Path(target))
    except DataError as error:
        raise CommandError(
            _("the data does not hold: {problem} See: hrterm data check").format(
                problem=error.problems[0]
            ),
            ExitCode.UNUSABLE,
        ) from error
