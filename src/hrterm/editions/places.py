"""Where installed editions lie; light, since each key typed into a shell asks it."""

import os

from hrterm.user_folders import user_folder

_POINTER = "current"
NEWS = "news"
"""Lies beside an edition of which the reader has seen no news yet."""


def root() -> str:
    """The folder of installed editions and trusted keys.

    Empty when this user has no home: what lies in the working folder is nobody's.
    """
    folder = user_folder("data")
    return folder if os.path.isabs(folder) else ""


def within(name: str) -> str:
    """A place in that folder; empty, which no file is called, when there is none."""
    folder = root()
    return os.path.join(folder, name) if folder else ""


def pointer_path() -> str:
    """The file that names the installed edition; replaced whole, never written into."""
    return within(_POINTER)


def editions_path() -> str:
    """The folder that holds one folder for each installed edition."""
    return within("editions")


def is_installed(path: str) -> bool:
    """Whether a path is the pointer, or lies in an installed edition."""
    above = editions_path()
    return bool(above) and (path == pointer_path() or path.startswith(above + os.sep))
