"""Completion scripts where shells look for them, in a person's own folders."""

import os
import shlex
from typing import NamedTuple

from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.cli.saving import saving
from hrterm.i18n import _
from hrterm.replacing import replace_file


class Installed(NamedTuple):
    """Where a script went."""

    path: str
    line: str
    """What a start-up file has to say before the shell looks there; often nothing."""
    start_up: str
    """The start-up file."""


def install(shell: str, script: str) -> Installed:
    """Write a script where the shell looks, and say what is still lacking.

    Raises:
        CommandError: when it cannot be written.
    """
    place = {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell]()
    with saving(place.path):
        os.makedirs(os.path.dirname(place.path), exist_ok=True)
        replace_file(place.path, script.encode())
    return place


def _bash() -> Installed:
    """The folder of the package bash-completion; without it bash looks nowhere."""
    folder = os.environ.get("BASH_COMPLETION_USER_DIR", "").split(":")[0]
    if not os.path.isabs(folder):
        folder = os.path.join(_data_home(), "bash-completion")
    path = os.path.join(folder, "completions", "hrterm")
    known = (
        "/usr/share/bash-completion/bash_completion",
        "/usr/local/share/bash-completion/bash_completion",
        "/opt/homebrew/etc/profile.d/bash_completion.sh",
        "/usr/local/etc/profile.d/bash_completion.sh",
    )
    line = "" if any(map(os.path.exists, known)) else f"source {shlex.quote(path)}"
    return Installed(path, line, "~/.bashrc")


def _zsh() -> Installed:
    """A folder of one's own among those of FPATH, else one that has to be added."""
    home = _home()
    folders = os.environ.get("FPATH", "").split(":")
    own = [f for f in folders if f.startswith(home + os.sep) and os.path.isdir(f)]
    folder = own[0] if own else os.path.join(_data_home(), "zsh", "site-functions")
    line = "" if own else f"fpath=({shlex.quote(folder)} $fpath)"
    start_up = os.path.join(os.environ.get("ZDOTDIR", "~"), ".zshrc")
    return Installed(os.path.join(folder, "_hrterm"), line, start_up)


def _fish() -> Installed:
    base = os.environ.get("XDG_CONFIG_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(_home(), ".config")
    return Installed(os.path.join(base, "fish", "completions", "hrterm.fish"), "", "")


def _data_home() -> str:
    base = os.environ.get("XDG_DATA_HOME", "")
    return base if os.path.isabs(base) else os.path.join(_home(), ".local", "share")


def _home() -> str:
    """The home folder.

    Raises:
        CommandError: when there is none.
    """
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        raise CommandError(
            _("there is no home folder: print the script instead, without --install."),
            ExitCode.UNUSABLE,
        )
    return home
