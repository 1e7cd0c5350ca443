"""Files that a command writes where it is told to."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.editions import durable
from hrterm.i18n import _
from hrterm.wording.system import reason


@contextmanager
def saving(path: Path | str) -> Iterator[None]:
    """Turn the system's errors of writing into a plain sentence.

    Raises:
        CommandError: when ``path`` cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise CommandError(
            _("{path} cannot be written ({reason}).").format(
                path=path, reason=reason(error)
            ),
            ExitCode.UNUSABLE,
        ) from error


def save(path: Path, text: str) -> None:
    """Write a text, the same bytes on every platform.

    Raises:
        CommandError: when it cannot be written.
    """
    with saving(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        durable.save(str(path), text.encode())
