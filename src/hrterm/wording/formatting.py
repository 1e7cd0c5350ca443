"""Numbers, durations, lists and dates as the reader's language writes them.

The patterns are CLDR's; see ``hrterm.content.formats``.
"""

from __future__ import annotations

from hrterm.i18n import _, pgettext
from hrterm.i18n.formats import pattern

TYPE_CHECKING = False  # typing's own would cost an import
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    """A number with the language's marks, at most one decimal; not below zero."""
    whole, _, tenth = _digits(value)
    mark = pattern("decimal") or "."
    return f"{_grouped(whole)}{mark}{tenth}" if tenth else _grouped(whole)


def percent(value: float) -> str:
    """So many in a hundred: 71.2%, 71,2 %."""
    return (pattern("percent") or "{0}%").replace("{0}", number(value))


def _digits(value: float) -> tuple[str, str, str]:
    """The whole part, a point, the tenth; the last two empty without a tenth."""
    return f"{value:.1f}".removesuffix(".0").partition(".")


def _grouped(digits: str) -> str:
    """Digits with the language's mark between groups: 12,345 or 1 23 456."""
    if len(digits) < 4:
        return digits
    size, others = (int(size) for size in (pattern("grouping") or "3 3").split())
    parts = [digits[-size:]]
    digits = digits[:-size]
    while digits:
        parts.insert(0, digits[-others:])
        digits = digits[:-others]
    return pattern("group").join(parts)


def minutes(low: int, high: int) -> str:
    """A range of minutes in the unit that suits it: 2 to 4 h, 14 days."""
    unit, size = _unit(high)
    last = number(high / size)
    if low == high:
        return _counted(unit, high / size, last)
    # Translators: a range such as "2 to 4" before its unit
    both = _("{low} to {high}").format(low=number(low / size), high=last)
    return _counted(unit, high / size, both)


def _unit(value: int) -> tuple[str, int]:
    if value > 4 * _WEEK and value % _WEEK == 0:
        return "week", _WEEK
    if value >= 2 * _DAY:
        return "day", _DAY
    if value >= 2 * _HOUR:
        return "hour", _HOUR
    return "minute", _MINUTE


def _counted(name: str, count: float, text: str) -> str:
    """The pattern that goes with a count, filled with a text; it does not break."""
    form = pattern(f"{name}.{_category(count)}")
    if text != number(count) and "{0}" not in form:  # Arabic names two in one word
        form = pattern(f"{name}.o")
    return _held(form or f"{{0}} {name}", "{0}").replace("{0}", text.replace(" ", NBSP))


def _held(form: str, place: str) -> str:
    """A pattern in which what stands beside a place stays on its line."""
    return form.replace(f"{place} ", place + NBSP).replace(f" {place}", NBSP + place)


def _category(count: float) -> str:
    """The category of plural of a number with at most one decimal, as a letter."""
    whole, _, tenth = _digits(count)
    last = int(whole) if len(whole) < 3 else 100 + int(whole[-2:])
    place = last * 10 + int(tenth or 0)
    return pattern("plural")[place : place + 1] or "o"


def days_ago(count: int | None) -> str:
    """Today, or how many days ago; None when the day is none that there is."""
    if count is None:
        return _("on a day that no calendar has")
    return _counted("day-ago", count, number(count)) if count else _("today")


def months_ago(count: int) -> str:
    """This month, or how many months ago."""
    return _counted("month-ago", count, number(count)) if count else _("this month")


def listed(names: Sequence[str]) -> str:
    """Names as a list in a sentence: a, b and c."""
    return _joined("and", names)


def alternatives(names: Sequence[str]) -> str:
    """Names of which one holds: a, b or c."""
    return _joined("or", names)


def series(names: Iterable[str]) -> str:
    """Names side by side, without a word between them: a, b, c."""
    return (pattern("and.middle") or "{0}, {1}")[3:-3].join(names)


def _joined(style: str, names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    if len(names) == 2:
        return _both(f"{style}.2", names[0], names[1])
    text = _both(f"{style}.start", names[0], names[1])
    for name in names[2:-1]:
        text = _both(f"{style}.middle", text, name)
    return _both(f"{style}.end", text, names[-1])


def _both(key: str, one: str, other: str) -> str:
    return (pattern(key) or "{0}, {1}").format(one, other)


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


def date(text: str) -> str:
    """A date of the data (a year, a month or a day), written out."""
    year, _, rest = text.partition("-")
    if not rest:
        return text
    month, _, day = rest.partition("-")
    if not month.isdecimal() or (day and not day.isdecimal()):
        return text
    form = pattern(f"{'date' if day else 'month'}.{int(month)}")
    if not form:
        return text
    if day:
        # Translators: the first day of a month before its name, as in "1er juillet"
        first = pgettext("first day of the month", "1")
        told = first if int(day) == 1 else str(int(day))
        form = _held(form, "{day}").replace("{day}", told).replace("{day:02}", day)
    return form.replace("{year}", year)
