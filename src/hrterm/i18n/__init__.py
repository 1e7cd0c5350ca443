"""The reader's language: catalogues, negotiation, and nothing translated early."""

from hrterm.i18n.catalogue import N_, _, activate, language, ngettext, pgettext
from hrterm.i18n.negotiation import available, negotiate, offered

__all__ = [
    "N_",
    "_",
    "activate",
    "available",
    "language",
    "negotiate",
    "ngettext",
    "offered",
    "pgettext",
]
