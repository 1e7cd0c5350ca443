"""The completion script of each shell, off the parsers and so never behind them."""

import importlib

from hrterm.cli.shells.outline import outlines

SHELLS = ("bash", "zsh", "fish")
"""Each has a module of its name."""


def script(shell: str) -> str:
    """The completion script of a shell, in the reader's language."""
    module = importlib.import_module(f"hrterm.cli.shells.{shell}")
    return str(module.script(outlines()))
