"""The switch from one edition to another, and what may be removed."""

import os
import shutil
from contextlib import suppress

from hrterm.editions.current import Pointer, program_mark, read_pointer, written
from hrterm.editions.durable import writing
from hrterm.editions.places import editions_path, pointer_path, root
from hrterm.replacing import PREFIX, replace_file
from hrterm.store.opening import DatabaseError


def discard(folder: str) -> None:
    """Remove a new folder, unless the pointer names it: then the install succeeded."""
    with suppress(DatabaseError):
        pointer = read_pointer()
        named = pointer.entries if pointer else ()
        if os.path.basename(folder) not in {entry.folder for entry in named}:
            shutil.rmtree(folder, ignore_errors=True)


def point(pointer: Pointer) -> None:
    """Switch to what a pointer names.

    Raises:
        EditionError: when it cannot be written.
    """
    with writing(pointer_path()):
        marked = pointer._replace(program=program_mark())
        replace_file(pointer_path(), written(marked))


def tidy(pointer: Pointer | None) -> None:
    """Remove folders that nothing names: old editions, and what a kill left behind.

    What a damaged pointer may have named stays until another is written.
    """
    if pointer is None:
        return
    named = {entry.folder for entry in pointer.entries}
    with suppress(OSError):
        for name in os.listdir(root()):
            if name.startswith(PREFIX):
                os.unlink(os.path.join(root(), name))
    with suppress(OSError):
        for name in os.listdir(editions_path()):
            if name not in named:
                shutil.rmtree(os.path.join(editions_path(), name), ignore_errors=True)
