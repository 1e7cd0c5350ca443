"""The active message catalogue; English needs none."""

import os

from hrterm.domain.language import adapted, chain

TYPE_CHECKING = False  # typing's own would cost an import
if TYPE_CHECKING:
    from gettext import NullTranslations

_current: "NullTranslations | None" = None
"""None for English: importing gettext takes as long as looking a name up."""
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
    _current = None
    for code in reversed(chain(language)):
        folder = code.replace("-", "_")
        path = os.path.join(locale_folder(), folder, "LC_MESSAGES", f"{DOMAIN}.mo")
        if os.path.isfile(path):
            import gettext
            import struct

            try:
                with open(path, "rb") as file:
                    translations = gettext.GNUTranslations(file)
            except (OSError, ValueError, struct.error):
                continue  # damaged: an answer in English is better than none
            if _current is not None:
                translations.add_fallback(_current)
            _current = translations


def language() -> str:
    """The language in use."""
    return _language


def _(message: str) -> str:
    """The message in the reader's language."""
    if _current is None or not message:
        return message
    return adapted(_current.gettext(message), _language)


def ngettext(one: str, many: str, count: int) -> str:
    """The form that goes with a count."""
    if _current is None:
        return one if count == 1 else many
    return adapted(_current.ngettext(one, many, count), _language)


def pgettext(context: str, message: str) -> str:
    """The message as it reads in a context."""
    if _current is None:
        return message
    return adapted(_current.pgettext(context, message), _language)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a message for translation where it is shown, not here."""
    return message
