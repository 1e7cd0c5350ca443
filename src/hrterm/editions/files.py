"""Reading what somebody handed over: ordinary files, no larger than they may be."""

import os
import stat

from hrterm.editions.refusals import EditionError
from hrterm.i18n import _
from hrterm.wording.system import reason


def read_bounded(path: str, most: int) -> bytes:
    """The bytes of an ordinary file of at most ``most`` bytes.

    Raises:
        EditionError: ``missing``, ``unreadable`` or ``too-large``.
    """
    try:
        # Opening a pipe or a device would wait for ever.
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise EditionError(
                "unreadable", _("{path} is no file: name a file.").format(path=path)
            )
        with open(path, "rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError as error:
        raise EditionError(
            "missing",
            _("there is no file {path}: check its name.").format(path=path),
        ) from error
    except (OSError, ValueError) as error:
        raise EditionError(
            "unreadable",
            _("{path} cannot be read ({reason}): try another copy.").format(
                path=path,
                reason=reason(error) if isinstance(error, OSError) else str(error),
            ),
        ) from error
    if len(content) > most:
        raise EditionError(
            "too-large",
            _(
                "{path} is larger than such a file may be and was not used: ask for "
                "another copy."
            ).format(path=path),
        )
    return content
