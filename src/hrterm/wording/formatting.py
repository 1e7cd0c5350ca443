"""Numbers, durations and dates as the reader's language writes them."""

from hrterm.i18n import _, language, ngettext, pgettext

NBSP = "\u00a0"

_MINUTE, _HOUR, _DAY, _WEEK = 1, 60, 1440, 10080


def printable(text: str) -> str:
    """Text without anything that a terminal could take as a command.

    Control characters, C1 codes, bidirectional and zero-width marks are dropped;
    line ends stay.
    """
    spaces = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\n", " ")
    if spaces.isprintable():
        return text
    return "".join(
        character
        for character, plain in zip(text, spaces, strict=True)
        if plain.isprintable()
    )


def number(value: float) -> str:
    """A number with the language's decimal mark, at most one decimal."""
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if language().startswith("fr") else text


def minutes(low: int, high: int) -> str:
    """A range of minutes in the unit that suits it: 2 to 4 h, 14 days."""
    size = _unit(high)
    first, last = number(low / size), number(high / size)
    if low == high:
        return _measure(last, size, high / size)
    # Translators: a range such as "2 to 4" before its unit
    both = _("{low} to {high}").format(low=first, high=last)
    return _measure(both, size, high / size)


def _unit(value: int) -> int:
    if value >= 2 * _WEEK and value % _WEEK == 0 and value > 4 * _WEEK:
        return _WEEK
    if value >= 2 * _DAY:
        return _DAY
    if value >= 2 * _HOUR:
        return _HOUR
    return _MINUTE


def _measure(text: str, size: int, count: float) -> str:
    whole = 2 if count > 1 else 1
    if size == _WEEK:
        unit = ngettext("week", "weeks", whole)
    elif size == _DAY:
        unit = ngettext("day", "days", whole)
    elif size == _HOUR:
        unit = _("h")
    else:
        unit = _("min")
    return f"{text}{NBSP}{unit}"


def listed(names: list[str] | tuple[str, ...]) -> str:
    """Names as a list in a sentence: a, b and c."""
    if not names:
        return ""
    if len(names) == 1:
        return names[0]
    # Translators: joins the last two names of a list
    last = _("{one} and {other}")
    return last.format(one=", ".join(names[:-1]), other=names[-1])


def clauses(parts: list[str]) -> str:
    """Clauses of one sentence, one after the other."""
    # Translators: stands between two clauses; keep the spaces your language wants
    return pgettext("between clauses", "; ").join(parts)


def labelled(name: str, text: str) -> str:
    """A name, then what it says."""
    # Translators: a label before its text; keep the spaces your language wants
    return _("{name}: {text}").format(name=name, text=text)


def capitalised(text: str) -> str:
    """The text with a capital first, unless it begins in Greek (α-PVP)."""
    return text if text[:1] >= "α" else text[:1].upper() + text[1:]


_DATE_LOCALES = {"en": "en_GB"}
"""English texts are British; a region (``en-US``) that was asked for is kept."""


def date(text: str) -> str:
    """A date of the data (a year, a month or a day), written out by CLDR."""
    if not text:
        return ""
    from datetime import date as day

    from babel.dates import format_date, format_skeleton

    locale = _DATE_LOCALES.get(language(), language().replace("-", "_"))
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return text
    if len(parts) == 2:
        return str(format_skeleton("yMMMM", day(parts[0], parts[1], 1), locale=locale))
    written = str(format_date(day(*parts), format="long", locale=locale))
    if parts[2] == 1 and locale.startswith("fr"):
        # CLDR writes "1 juillet"; French readers expect "1er juillet".
        written = written.replace("1 ", "1er ", 1)
    return written
