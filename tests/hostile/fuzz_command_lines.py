"""Fuzzes the command line, the names that it takes, and the search."""

import os
from tempfile import mkdtemp

import atheris

from tests.hostile.fuzzing import fuzz

with atheris.instrument_imports(include=["hrterm"]):
    from hrterm.domain.naming import fold
    from hrterm.store.library import Library
    from hrterm.store.opening import default_path
    from tests.hostile.asking import ask
    from tests.hostile.test_command_lines import COMMANDS, NAMES, OPTIONS, is_decent

WRITES = ("-o", "--o", "edition", "config", "data")
"""What changes files or settings is left out."""


def once(library: Library, data: bytes) -> None:
    """The lines of the input are arguments; the first is looked up as a name too."""
    line = data.decode("utf-8", "surrogateescape").replace("\x00", "").split("\n")
    library.match(line[0])
    library.search(line[0])
    assert fold(fold(line[0])) == fold(line[0])
    if not any(word.startswith(WRITES) for word in line):
        said = ask(*line)
        assert is_decent(said), (line, said.code, said.err)


def seeds() -> list[bytes]:
    """Each command with names and options."""
    lines = [[command, *NAMES[:3]] for command in COMMANDS]
    lines += [["check", "MDMA", option] for option in OPTIONS]
    lines += [[name, "MDMA"] for name in NAMES]
    return ["\n".join(line).encode("utf-8", "surrogateescape") for line in lines]


if __name__ == "__main__":
    path = os.environ.setdefault("HRTERM_DB", default_path())
    home = mkdtemp(prefix="hrterm-home-")
    os.environ |= {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
    os.chdir(home)
    with Library(path) as opened:
        fuzz(lambda data: once(opened, data), seeds())
