"""The commands: each module has ``run`` and ``add_arguments``."""

import importlib
from typing import Any

from hrterm.i18n import N_

COMMANDS = {
    "search": N_("everything whose name or text matches"),
    "show": N_("the fact sheet of a substance or class"),
    "check": N_("what happens together"),
    "matrix": N_("the grid of all pairs"),
    "legal": N_("legal records, dated"),
    "mechanism": N_("how a substance acts, or what acts at a target"),
    "claims": N_("things people hear, with a verdict"),
    "emergency": N_("emergency cards and numbers"),
    "sources": N_("the bibliography"),
    "handout": N_("a page to print and hand over"),
    "data": N_("maintainers' tools"),
    "config": N_("show and change the settings"),
    "completion": N_("a completion script for a shell"),
}
"""Every command has a module of its name."""


def module_of(command: str) -> Any:
    """The module that runs a command."""
    return importlib.import_module(f"hrterm.cli.commands.{command}")
