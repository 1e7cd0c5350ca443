"""Where what belongs to this user lies: settings, installed editions."""

import os
import sys

_XDG = {
    "config": ("XDG_CONFIG_HOME", "~/.config"),
    "data": ("XDG_DATA_HOME", "~/.local/share"),
}
"""By what a folder is for: the variable that names the one above, and where that is."""


def user_folder(kind: str) -> str:
    """This user's folder for hrterm, in the platform's place; relative without a home.

    Elsewhere than on Windows and macOS that is the XDG folder: worked out here,
    since every lookup asks, and platformdirs alone takes half as long as one.
    """
    if sys.platform in {"win32", "darwin"}:
        import platformdirs

        found = {
            "config": platformdirs.user_config_dir,
            "data": platformdirs.user_data_dir,
        }
        return found[kind]("hrterm", False)
    variable, usual = _XDG[kind]
    base = os.environ.get(variable, "")
    if not os.path.isabs(base):
        base = os.path.expanduser(usual)
    return os.path.join(base, "hrterm")
