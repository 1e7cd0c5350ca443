"""Writing so that a power cut leaves the old file or the new one, whole."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from hrterm.editions.refusals import EditionError
from hrterm.i18n import _
from hrterm.wording.system import reason

_TRIES = 50
_PAUSE = 0.02
"""Seconds between two tries to replace a file that someone reads on Windows."""


@contextmanager
def writing(path: str) -> Iterator[None]:
    """Turn the system's errors of writing below ``path`` into a plain sentence.

    Raises:
        EditionError: ``full`` or ``unwritable``.
    """
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise EditionError(
                "full",
                _(
                    "there is no room left for {path}, and nothing was changed: free "
                    "some space and try again."
                ).format(path=path),
            ) from error
        raise EditionError(
            "unwritable",
            _(
                "{path} cannot be written ({reason}), and nothing was changed: check "
                "its permissions and try again."
            ).format(path=path, reason=reason(error)),
        ) from error


def write_file(path: str, content: bytes) -> None:
    """Write a file and wait until the disk holds it.

    Raises:
        OSError: when it cannot be written.
    """
    with open(path, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: str, content: bytes) -> None:
    """Put a file in the place of another in one step, and wait for the disk.

    Raises:
        OSError: when it cannot be written; the old file still stands.
    """
    temporary = f"{path}.new"
    try:
        write_file(temporary, content)
        _rename(temporary, path)
    except OSError:
        _remove(temporary)
        raise
    sync_folder(os.path.dirname(path))


def save(path: str, content: bytes) -> None:
    """Write what a person asked for, in one step unless it goes into a pipe or device.

    Raises:
        OSError: when it cannot be written; what was there still stands.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as file:
            file.write(content)
    else:
        replace_file(os.path.realpath(path), content)


def make_folder(path: str) -> None:
    """Make a folder and those above it, and wait for the disk.

    Raises:
        OSError: when it cannot be made.
    """
    if os.path.isdir(path):
        return
    above = os.path.dirname(path)
    make_folder(above)
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        # Another install made it meanwhile; a file in its place is an error.
        if not os.path.isdir(path):
            raise
    sync_folder(above)


def sync_folder(path: str) -> None:
    """Wait until the disk holds a folder's list of names.

    Windows knows no such thing: there the rename itself is written through.

    Raises:
        OSError: when the disk fails.
    """
    if sys.platform == "win32":
        return
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    except OSError as error:
        # Some network file systems cannot sync a folder, and need not.
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(folder)


def _rename(source: str, target: str) -> None:
    """Rename; on Windows a reader may hold the target open for a moment.

    Raises:
        OSError: when it cannot be renamed.
    """
    for _try in range(_TRIES):
        try:
            os.replace(source, target)
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(_PAUSE)
        else:
            return
    os.replace(source, target)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
