"""How each language writes numbers, lists, units and dates: CLDR, through Babel.

Taken at build time and kept as short lines beside the catalogues, because importing
Babel would take longer than looking a pair up. ``hrterm.i18n.formats`` reads them.
"""

import datetime
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import DateTimeFormat
from babel.localedata import exists, locale_identifiers
from babel.numbers import format_percent
from babel.plural import PluralRule

LIKE = {"en": "en_GB"}
"""Where a language without a region is written otherwise than CLDR's own default."""
LISTS = {"standard": "and", "or": "or"}
UNITS = {"minute": "short", "hour": "short", "day": "long", "week": "long"}
"""The length of each unit's name: 2 h and 20 min, but 3 days and 2 weeks."""
AGES = ("day", "month")
DATES = ("date.", "month.")
WHOLE, TENTHS = 200, 10
"""A category of plural is looked up by a number below 200, and its tenths: beyond,
every rule of CLDR but that of whole millions looks at the last two digits."""
_CATEGORIES = {
    "zero": "z", "one": "1", "two": "2", "few": "f", "many": "m", "other": "o",
}  # fmt: skip
_DAY = {"d": "{day}", "dd": "{day:02}"}
_YEAR = {"y": "{year}", "yyyy": "{year}"}


def compile_formats(languages: Iterable[str], target: Path) -> None:
    """Write what is needed of CLDR for each language and every region of it.

    A region's file, ``fr/formats_CA``, holds only what differs from its language, and
    no dates: in the texts beside them, they are written as the language writes them.
    """
    regions = sorted(locale_identifiers())
    for language in sorted({*languages, "en"}):
        folder = target / language
        own = formats(Locale.parse(LIKE.get(language, language)))
        _write(folder / "formats", own)
        for code in regions:
            base, _, region = code.partition("_")
            if base == language and len(region) == 2:
                other = formats(Locale.parse(code))
                differing = {
                    key: value
                    for key, value in other.items()
                    if own.get(key) != value and not key.startswith(DATES)
                }
                if differing:
                    _write(folder / f"formats_{region}", differing)


def formats(locale: Locale) -> dict[str, str]:
    """Every pattern of a locale that the program uses, by a key of ours."""
    return {**_numbers(locale), **_lists(locale), **_units(locale), **_dates(locale)}


def country(code: str, language: str) -> str:
    """A country's name in a language; empty where CLDR has none."""
    if not exists(language):
        return ""
    return str(Locale.parse(language).territories.get(code, ""))


def _numbers(locale: Locale) -> dict[str, str]:
    """Marks, the sizes of groups of digits, the place of the percent sign, plurals."""
    symbols: Mapping[str, str] = locale.number_symbols["latn"]
    first, second = locale.decimal_formats[None].grouping
    return {
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "grouping": f"{first} {second}",
        "percent": format_percent(0.5, locale=locale).replace("50", "{0}"),
        "plural": _plurals(tuple(sorted(locale.plural_form.rules.items()))),
    }


@cache
def _plurals(rules: tuple[tuple[str, str], ...]) -> str:
    """The category of each number with one decimal, one letter each."""
    category = PluralRule(dict(rules))
    return "".join(
        _CATEGORIES[category(whole if tenth == 0 else whole + tenth / TENTHS)]
        for whole in range(WHOLE)
        for tenth in range(TENTHS)
    )


def _lists(locale: Locale) -> dict[str, str]:
    """Patterns that join two names, and the first, middle and last of more."""
    return {
        f"{name}.{place}": locale.list_patterns[style][place]
        for style, name in LISTS.items()
        for place in ("2", "start", "middle", "end")
    }


def _units(locale: Locale) -> dict[str, str]:
    """Patterns of durations and of how long ago, by category of plural."""
    data: Any = locale._data  # Babel offers these only already filled in
    found: dict[str, str] = {}
    for unit, length in UNITS.items():
        lengths = data["unit_patterns"][f"duration-{unit}"]
        own = lengths.get(length, {})
        found |= _by_category(unit, own if "other" in own else lengths["short"], locale)
    for unit in AGES:
        past = data["date_fields"][unit]["past"]
        found |= _by_category(f"{unit}-ago", past, locale)
    return found


def _by_category(
    name: str, patterns: Mapping[str, str], locale: Locale
) -> dict[str, str]:
    """A pattern for each category of the language; else the general one."""
    return {
        f"{name}.{_CATEGORIES[category]}": patterns.get(category, patterns["other"])
        for category in sorted({*locale.plural_form.tags, "other"})
    }


def _dates(locale: Locale) -> dict[str, str]:
    """A day and a month of each month of the year, with places for day and year."""
    long = locale.date_formats["long"]
    month = locale.datetime_skeletons["yMMMM"]
    found = {}
    for number in range(1, 13):
        fields = _Fields(datetime.date(2023, number, 1), locale)
        found[f"date.{number}"] = long.format % fields
        found[f"month.{number}"] = month.format % fields
    return found


class _Fields(DateTimeFormat):
    """Writes a month out and leaves a place for the day and the year."""

    def __getitem__(self, name: str) -> str:
        """What a field of a pattern is replaced by."""
        return {**_DAY, **_YEAR}.get(name) or super().__getitem__(name)


def _write(path: Path, lines: dict[str, str]) -> None:
    """One line each, beside its place and then moved there; see ``catalogues``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    text = "".join(f"{key}\t{value}\n" for key, value in lines.items())
    fresh.write_text(text, "utf-8", newline="\n")
    fresh.replace(path)
