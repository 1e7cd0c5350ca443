"""Numbers, lists, units and dates read as Babel writes them, in any language."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date as day
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton, format_timedelta
from babel.lists import format_list
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit
from hypothesis import given, settings
from hypothesis import strategies as st

from hrterm.content.build import build
from hrterm.content.formats import LIKE, compile_formats, country, formats
from hrterm.i18n import activate, catalogue
from hrterm.i18n import formats as read
from hrterm.store.library import Library
from hrterm.wording import formatting
from hrterm.wording.formatting import NBSP
from tests.building import DataFolder, text

LANGUAGES = (
    "en", "en-US", "en-CA", "fr", "fr-CA", "fr-CH", "es", "es-MX", "de", "pl", "ar",
    "he", "hi", "ja", "pt", "eo", "cs", "lt",
)  # fmt: skip
OFFERED = sorted({language[:2] for language in LANGUAGES})
NAMES = st.lists(st.text("abcé {}'", min_size=1, max_size=6), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("formats")
    compile_formats(OFFERED, folder)
    return folder


@pytest.fixture(params=LANGUAGES)
def locale(
    request: pytest.FixtureRequest, compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> Locale:
    """A language that is read from its compiled file; what Babel calls it."""
    monkeypatch.setattr(catalogue, "locale_folder", lambda: str(compiled))
    monkeypatch.setattr(read, "_read", ("", {}))
    activate(request.param)
    return Locale.parse(LIKE.get(request.param, request.param.replace("-", "_")))


def unbroken(text: str) -> str:
    return text.replace(" ", NBSP)


def many(check: Callable[..., None], **values: st.SearchStrategy[object]) -> None:
    """Try many values within one language."""
    settings(max_examples=40, deadline=None, database=None)(given(**values)(check))()


def test_numbers(locale: Locale) -> None:
    def check(tenths: int) -> None:
        expected = format_decimal(tenths / 10, "#,##0.#", locale)
        pattern = locale.decimal_formats[None].pattern
        if "," in pattern.replace("#,##0", ""):  # groups of two, as in Hindi
            expected = format_decimal(tenths / 10, "#,##,##0.#", locale)
        assert formatting.number(tenths / 10) == expected

    many(check, tenths=st.integers(0, 10**9))


def test_percentages(locale: Locale) -> None:
    for share in (0, 1, 45, 100):
        assert formatting.percent(share) == format_percent(share / 100, locale=locale)
    told = formatting.percent(71.2)
    assert told == format_percent(0.71, locale=locale).replace(
        "71", format_decimal(71.2, locale=locale)
    )


def test_lists(locale: Locale) -> None:
    def check(names: list[str]) -> None:
        assert formatting.listed(names) == format_list(names, "standard", locale)
        assert formatting.alternatives(names) == format_list(names, "or", locale)

    many(check, names=NAMES)
    assert formatting.listed([]) == "" == format_list([], locale=locale)


Length = Literal["short", "long"]
UNITS: dict[str, Length] = {
    "minute": "short",
    "hour": "short",
    "day": "long",
    "week": "long",
}


@pytest.mark.parametrize(("unit", "length"), UNITS.items())
def test_counted_units(locale: Locale, unit: str, length: Length) -> None:
    def check(tenths: int) -> None:
        count = tenths / 10 if tenths % 10 else tenths // 10
        told = formatting._counted(unit, count, formatting.number(count))
        if locale.plural_form(count) in patterns:
            expected = format_unit(count, f"duration-{unit}", length, locale=locale)
            assert unbroken(told) == unbroken(expected)
        else:  # Babel itself does not fall back then, as CLDR would
            assert told and "duration" not in told

    patterns = locale._data["unit_patterns"][f"duration-{unit}"].get(length, {})
    many(check, tenths=st.integers(0, 9999))


def test_days_and_months_ago(locale: Locale) -> None:
    for count in (1, 2, 3, 5, 11, 21, 100, 365):
        told = format_timedelta(
            timedelta(days=-count), "day", 1e9, add_direction=True, locale=locale
        )
        assert unbroken(formatting.days_ago(count)) == unbroken(told)
    for count in (1, 2, 3, 5, 11, 21):
        told = format_timedelta(
            timedelta(days=-30.4375 * count), "month", 1e9, add_direction=True,
            locale=locale,
        )  # fmt: skip
        assert unbroken(formatting.months_ago(count)) == unbroken(told)


def test_dates(locale: Locale) -> None:
    # A region writes them as its language does, as the texts beside them are written.
    locale = Locale.parse(LIKE.get(locale.language, locale.language))

    def check(when: day) -> None:
        told = formatting.date(when.isoformat()).replace(NBSP, " ")
        expected = format_date(when, "long", locale).replace(NBSP, " ")
        if when.day > 1:
            assert told == expected
        month = format_skeleton("yMMMM", when, locale=locale)
        assert formatting.date(when.isoformat()[:7]) == month

    many(check, when=st.dates(day(1900, 1, 1), day(2100, 12, 31)))
    assert formatting.date("2019") == "2019"


def test_every_locale_of_cldr_gives_formats() -> None:
    for code in locale_identifiers()[::7]:
        found = formats(Locale.parse(code))
        assert all("\t" not in text and "\n" not in text for text in found.values())


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fr", "71,2_%|2_à_4\u202fh|3_jours|1er_juillet 2023|A, B et C"),
        ("fr-CA", "71,2_%|2_à_4_h|3_jours|1er_juillet 2023|A, B et C"),
        ("en", "71.2%|2_to_4_hrs|3_days|1_July 2023|A, B and C"),
        ("en-US", "71.2%|2_to_4_hr|3_days|1_July 2023|A, B, and C"),
    ],
)
def test_what_readers_expect(language: str, written: str) -> None:
    activate(language)
    assert written.replace("_", NBSP) == "|".join(
        [
            formatting.percent(71.2),
            formatting.minutes(120, 240),
            formatting.minutes(4320, 4320),
            formatting.date("2023-07-01"),
            formatting.listed(["A", "B", "C"]),
        ]
    )


def test_today_is_no_number_of_days() -> None:
    activate("fr")
    assert formatting.days_ago(0) == "aujourd’hui"
    assert formatting.days_ago(1) == "il y a\u00a01\u00a0jour"
    activate("en")
    assert formatting.days_ago(0) == "today"


def test_without_compiled_files_it_is_plain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "locale_folder", lambda: str(tmp_path))
    monkeypatch.setattr(read, "_read", ("", {}))
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "formats").write_bytes(b"\xff\x00 no tab")
    activate("fr")
    assert formatting.number(12345.5) == "12345.5"
    assert formatting.listed(["A", "B", "C"]) == "A, B, C"
    assert formatting.minutes(120, 240) == "2\u00a0to\u00a04\u00a0hour"
    assert formatting.date("2023-07-01") == "2023-07-01"


def test_reading_them_imports_no_babel() -> None:
    script = (
        "import sys; from hrterm.i18n import activate; activate('fr-CA');"
        "from hrterm.wording import formatting as f;"
        "print(f.date('2023-07-01'), f.minutes(120, 240), f.percent(71.2));"
        "assert 'babel' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_countries_are_named_as_cldr_names_them(database: Path) -> None:
    with Library(str(database), "fr") as library:
        for code, name in library.listing("jurisdiction"):
            if "-" not in code and code != "UN":
                assert name == country(code, "fr")


def test_a_new_language_names_countries_by_itself(folder: DataFolder) -> None:
    folder.substance(
        "one", names={"en": "one", "fr": "un", "es": "uno", "fr-CA": "une"}
    )
    for code, names in {"DE": text("Germany"), "CA-BC": text("BC")}.items():
        folder.write(f"law/{code.lower()}", {"code": code, "names": names})
    build(folder.path, folder.path.with_name("small.db"))
    with Library(str(folder.path.with_name("small.db")), "es") as library:
        names = dict(library.listing("jurisdiction"))
    assert names == {"DE": "Alemania", "CA-BC": "BC"}
    assert country("DE", "zz") == "" == country("CA-BC", "es")
