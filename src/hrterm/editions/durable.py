"""Writing so that a power cut leaves the old file or the new one, whole."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from hrterm.editions.refusals import EditionError
from hrterm.i18n import _
from hrterm.replacing import replace_file, sync_folder
from hrterm.wording.system import reason


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


def save(path: str, content: bytes) -> None:
    """Write what a person asked for, in one step unless it goes into a pipe or device.

    Where one's own link leads, the file there is replaced; a link that somebody else
    laid is replaced itself.

    Raises:
        OSError: when it cannot be written; what was there still stands.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as file:
            file.write(content)
    else:
        replace_file(os.path.realpath(path) if _is_own(path) else path, content)


def _is_own(path: str) -> bool:
    """Whether a file or link is this user's, or none is there."""
    try:
        return sys.platform == "win32" or os.lstat(path).st_uid == os.geteuid()
    except OSError:
        return True


def make_folder(path: str) -> None:
    """Make a folder and those above it, and wait for the disk.

    Raises:
        OSError: when it cannot be made.
    """
    if os.path.isdir(path):
        return
    above = os.path.dirname(path) or os.curdir
    make_folder(above)
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        # Another install made it meanwhile; a file in its place is an error.
        if not os.path.isdir(path):
            raise
    sync_folder(above)
