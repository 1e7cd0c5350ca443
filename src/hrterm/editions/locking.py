"""One change at a time: a lock that ends with the process that holds it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from hrterm.editions.durable import make_folder, writing
from hrterm.editions.places import root
from hrterm.editions.refusals import EditionError
from hrterm.i18n import _

PATIENCE = 10.0
"""Seconds to wait for another process before giving up."""

_PAUSE = 0.05

if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def alone(patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock on everything installed, and make the folder it lies in.

    The file stays when the lock ends: the system lets go of it with the process, so a
    killed install locks nobody out.

    Raises:
        EditionError: ``busy`` when another process keeps it, or as ``writing`` says.
    """
    folder = root()
    if not folder:
        raise EditionError(
            "unwritable",
            _(
                "there is no home folder to keep editions and keys in: set HOME to a "
                "folder of yours, then try again."
            ),
        )
    with writing(folder):
        make_folder(folder)
        file = os.open(os.path.join(folder, "lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        with writing(folder):
            _wait(file, time.monotonic() + patience)
        yield
    finally:
        os.close(file)


def _wait(file: int, end: float) -> None:
    """Wait for the lock until a moment of the monotonic clock.

    Raises:
        EditionError: when it has passed.
    """
    while True:
        try:
            _take(file)
        except (BlockingIOError, PermissionError) as error:
            if time.monotonic() >= end:
                raise EditionError(
                    "busy",
                    _(
                        "another hrterm is installing an edition: wait until it has "
                        "ended, then try again."
                    ),
                ) from error
            time.sleep(_PAUSE)
        else:
            return
