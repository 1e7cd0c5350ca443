"""``hrterm data``: the maintainers' tools, one module each in ``data_tools``."""

import importlib
from typing import Any

from hrterm.cli.context import Context
from hrterm.cli.diagnostics import ExitCode
from hrterm.i18n import N_, _

TOOLS = {
    "check": N_("read everything, print every problem"),
    "build": N_("make a database from a data folder"),
    "info": N_("which data this is"),
    "path": N_("where the database is"),
}
"""Every tool has a module of its name: a dash becomes an underscore."""


def run(context: Context) -> ExitCode:
    """Run one of the tools; without one, say which data this is."""
    return _module(context.options.tool or "info").run(context)  # type: ignore[no-any-return]


def add_arguments(parser: Any) -> None:
    """What the tools take."""
    tools = parser.add_subparsers(dest="tool", metavar=_("TOOL"))
    for name, help_text in TOOLS.items():
        tool = tools.add_parser(name, help=_(help_text), description=_(help_text))
        _module(name).add_arguments(tool)


def _module(name: str) -> Any:
    return importlib.import_module(f"hrterm.cli.commands.data_tools.{name}")
