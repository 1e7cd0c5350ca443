"""A file that takes another's place in one step, whole, whatever happens meanwhile."""

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

PREFIX = ".hrterm-"
"""Begins the name of what is not finished; only a kill leaves such a file behind."""

_TRIES = 50
_PAUSE = 0.02
"""Seconds between two tries to replace a file that someone reads on Windows."""


@contextmanager
def replacing(path: str) -> Iterator[str]:
    """A new, empty file to write, which takes the place of ``path`` at the end.

    It lies in the same folder under a name that nothing had before, so no neighbour is
    overwritten and no link followed. If the block fails, it is removed.

    Raises:
        OSError: when it cannot be written; ENXIO for a device, a pipe or a socket.
            What was there still stands.
    """
    import tempfile  # no lookup writes

    if _is_special(path):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), path)
    folder = os.path.dirname(path) or os.curdir
    handle, fresh = tempfile.mkstemp(prefix=PREFIX, dir=folder)
    try:
        try:
            yield fresh
            _give_mode(handle, path)
            os.fsync(handle)
        finally:
            os.close(handle)
        _rename(fresh, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(fresh)
        raise
    sync_folder(folder)


def replace_file(path: str, content: bytes) -> None:
    """Put a file in the place of another in one step, and wait for the disk.

    Raises:
        OSError: when it cannot be written; the old file still stands.
    """
    with replacing(path) as fresh, open(fresh, "wb") as file:
        file.write(content)


def write_file(path: str, content: bytes) -> None:
    """Write a file and wait until the disk holds it.

    Raises:
        OSError: when it cannot be written.
    """
    with open(path, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


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


def _is_special(path: str) -> bool:
    """Whether something stands there that is no file, folder or link: `/dev/null`."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_ISLNK(mode))


def _give_mode(handle: int, path: str) -> None:
    """The permissions of the file that is replaced, or of any new one of this user."""
    if sys.platform == "win32":
        return
    try:
        mode = stat.S_IMODE(os.stat(path).st_mode) & 0o777
    except OSError:
        mask = os.umask(0o077)  # it is told only by setting one
        os.umask(mask)
        mode = 0o666 & ~mask
    with suppress(OSError):  # where it cannot be, it stays this user's alone
        os.fchmod(handle, mode)


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
