"""``hrterm data path``: where the database is."""

import os
from typing import Any

from hrterm.cli import output
from hrterm.cli.context import Context
from hrterm.cli.databases import database_path
from hrterm.cli.diagnostics import ExitCode


def run(context: Context) -> ExitCode:
    """Print the path."""
    path = os.path.abspath(database_path(context.options.db))
    if context.as_json:
        context.answer(
            {"kind": "data-path", "language": context.language, "path": path}
        )
    else:
        output.write(path + "\n")
    return ExitCode.ANSWERED


def add_arguments(parser: Any) -> None:
    """It takes nothing."""
