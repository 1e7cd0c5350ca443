"""The part of a script that is the same for every version of the program."""

import os


def template(name: str) -> str:
    """A file of this folder."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    with open(path, encoding="utf-8") as file:
        return file.read()


def quoted(text: str) -> str:
    """A text between single quotes, as bash and zsh read it."""
    return "'" + text.replace("'", "'\\''") + "'"
