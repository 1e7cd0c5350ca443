"""The active message catalogue; English needs none."""

import gettext
import os

_current: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"

DOMAIN = "hrterm"


def locale_folder() -> str:
    """Where the compiled catalogues lie."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return os.path.join(package, "_artefacts", "locales")


def activate(language: str) -> None:
    """Use a language from now on; one without a catalogue reads as English."""
    global _current, _language
    _language = language
    _current = gettext.NullTranslations()
    for code in dict.fromkeys((language, language.split("-")[0])):
        path = os.path.join(locale_folder(), code, "LC_MESSAGES", f"{DOMAIN}.mo")
        if os.path.isfile(path):
            with open(path, "rb") as file:
                _current = gettext.GNUTranslations(file)
            return


def language() -> str:
    """The language in use."""
    return _language


def _(message: str) -> str:
    """The message in the reader's language."""
    return _current.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The form that goes with a count."""
    return _current.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """The message as it reads in a context."""
    return _current.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a message for translation where it is shown, not here."""
    return message
