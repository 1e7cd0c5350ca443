"""How the reader's language writes numbers, lists and dates, as the build took it.

``hrterm.content.formats`` writes the files, from CLDR; nothing here imports Babel.
"""

import os

from hrterm.i18n import catalogue

_read: "tuple[str, dict[str, str]]" = ("", {})
"""The language that was read last, and its patterns."""


def pattern(key: str) -> str:
    """A pattern of the reader's language; empty when there is none."""
    global _read
    language = catalogue.language()
    if _read[0] != language:
        _read = (language, _patterns(language))
    return _read[1].get(key, "")


def _patterns(language: str) -> dict[str, str]:
    """Those of a language, and over them what its region writes otherwise."""
    base, _, region = language.partition("-")
    found = _lines(base, "formats") or _lines("en", "formats")
    return {**found, **_lines(base, f"formats_{region}")} if region else found


def _lines(language: str, name: str) -> dict[str, str]:
    """One file's patterns by key; none when it is missing or damaged."""
    path = os.path.join(catalogue.locale_folder(), language, name)
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        return dict(line.split("\t", 1) for line in lines if line)
    except (OSError, ValueError):
        return {}
