"""``hrterm data``: the maintainers' tools, one module each in ``data_tools``."""

import importlib
from typing import Any

from hrterm.cli.context import Context
from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.editions.refusals import EditionError
from hrterm.i18n import N_, _

TOOLS = {
    "check": N_("read everything, print every problem"),
    "build": N_("make a database from a data folder"),
    "new": N_("begin a file, with comments that say what goes where"),
    "watch": N_("check again whenever a file changes"),
    "diff": N_("how the answers of two editions differ"),
    "audit": N_("what is old, unread, thin, unknown or untranslated"),
    "schema": N_("JSON Schemas for editors"),
    "export": N_("everything as JSON or CSV"),
    "add": N_("an organisation's own additions, over an edition"),
    "info": N_("which data this is"),
    "path": N_("where the database is"),
    "pack": N_("make one file of an edition, signed if you like"),
    "trust": N_("whose editions are taken: list, add, remove keys"),
    "install": N_("take in an edition from a file"),
    "rollback": N_("go back to the edition before"),
}
"""Every tool has a module of its name: a dash becomes an underscore."""


def run(context: Context) -> ExitCode:
    """Run one of the tools; without one, say which data this is.

    Raises:
        CommandError: on wrong usage, or when a pack, key or edition is not taken.
    """
    tool = _module(context.options.tool or "info")
    try:
        return tool.run(context)  # type: ignore[no-any-return]
    except EditionError as error:
        raise CommandError(error.message, ExitCode.UNUSABLE) from error


def add_arguments(parser: Any) -> None:
    """What the tools take."""
    tools = parser.add_subparsers(dest="tool", metavar=_("TOOL"))
    for name, help_text in TOOLS.items():
        tool = tools.add_parser(name, help=_(help_text), description=_(help_text))
        _module(name).add_arguments(tool)


def _module(name: str) -> Any:
    return importlib.import_module(f"hrterm.cli.commands.data_tools.{name}")
