"""Where installed editions lie; light, since each key typed into a shell asks it."""

import os
import sys

_POINTER = "current"
NEWS = "news"
"""Lies beside an edition of which the reader has seen no news yet."""


def root() -> str:
    """The folder of installed editions and trusted keys, in the platform's place.

    Elsewhere than on Windows and macOS that is the XDG folder, worked out here for the
    reason given in ``settings.path``.
    """
    if sys.platform in {"win32", "darwin"}:
        import platformdirs

        return platformdirs.user_data_dir("hrterm", False)
    base = os.environ.get("XDG_DATA_HOME", "")
    if not os.path.isabs(base):
        base = os.path.expanduser("~/.local/share")
    return os.path.join(base, "hrterm")


def pointer_path() -> str:
    """The file that names the installed edition; replaced whole, never written into."""
    return os.path.join(root(), _POINTER)


def editions_path() -> str:
    """The folder that holds one folder for each installed edition."""
    return os.path.join(root(), "editions")


def is_installed(path: str) -> bool:
    """Whether a path is the pointer, or lies in an installed edition."""
    return path == pointer_path() or path.startswith(editions_path() + os.sep)
