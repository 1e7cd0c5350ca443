"""Values of options, read with a sentence for what cannot be read."""

from argparse import ArgumentTypeError
from datetime import date

from hrterm.i18n import _


def count(text: str) -> int:
    """A number of lines.

    Raises:
        ArgumentTypeError: when it is none, or below 1.
    """
    if not (text.isascii() and text.isdecimal() and 0 < int(text[:9]) < 10**8):
        message = _("'{value}' is not a whole number from 1 on")
        raise ArgumentTypeError(message.format(value=text))
    return int(text)


def day(text: str) -> str:
    """A day, YYYY-MM-DD.

    Raises:
        ArgumentTypeError: when it is none.
    """
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        message = _("'{value}' is not a date: write YYYY-MM-DD")
        raise ArgumentTypeError(message.format(value=text)) from error


def seconds(text: str) -> float:
    """A pause.

    Raises:
        ArgumentTypeError: when it is no number from 0.1 to 3600.
    """
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0.1 <= value <= 3600:
        message = _("'{value}' is not a number of seconds from 0.1 to 3600")
        raise ArgumentTypeError(message.format(value=text))
    return value
