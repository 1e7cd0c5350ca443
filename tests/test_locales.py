"""Catalogues: complete, in step with the source, placeholders alike."""

import gettext
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from hrterm.content.catalogues import (
    catalogue_files,
    compile_catalogues,
    is_regional,
    load,
    template,
)
from hrterm.domain.language import adapted
from hrterm.i18n import _, activate, negotiate, offered
from hrterm.wording.formatting import date
from tests.conftest import ROOT

LOCALES = ROOT / "locales"
FILES = catalogue_files(LOCALES)
PLACEHOLDER = re.compile(r"\{(\w*)\}|%(?:\((\w+)\))?[srd]")


def translations(message: Message) -> tuple[str, ...]:
    found = message.string
    return (found,) if isinstance(found, str) else tuple(found or ("",))


def names(text: str) -> set[str]:
    return {match.group(0) for match in PLACEHOLDER.finditer(text)}


def test_the_template_is_up_to_date() -> None:
    assert (LOCALES / "hrterm.pot").read_bytes() == template(ROOT / "src" / "hrterm")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.parent.name)
def test_a_catalogue_is_complete_and_alike(path) -> None:  # type: ignore[no-untyped-def]
    catalog: Catalog = load(path)
    expected = {
        (message.context, message.id if isinstance(message.id, str) else message.id[0])
        for message in load_template()
        if message.id
    }
    found = set()
    for message in catalog:
        if not message.id:
            continue
        ids = (message.id,) if isinstance(message.id, str) else message.id
        strings = translations(message)
        found.add((message.context, ids[0]))
        assert all(strings), f"not translated: {ids[0]}"
        assert not message.fuzzy, f"fuzzy: {ids[0]}"
        for text in strings:
            assert names(text) == names(ids[-1]), f"placeholders differ: {ids[0]}"
    if is_regional(path):
        assert found <= expected, f"not in the template: {found - expected}"
    else:
        assert found == expected


def test_a_compiled_catalogue_does_not_tell_when_it_was_made(tmp_path: Path) -> None:
    compile_catalogues(LOCALES, tmp_path)
    for path in tmp_path.glob("*/LC_MESSAGES/hrterm.mo"):
        with path.open("rb") as file:
            told = gettext.GNUTranslations(file).info()
        assert told["pot-creation-date"] == "1980-01-01 00:00+0000"


def load_template() -> Catalog:
    from babel.messages.pofile import read_po

    with (LOCALES / "hrterm.pot").open("rb") as file:
        return read_po(file)


def test_french_spaces_before_high_punctuation() -> None:
    catalog = load(LOCALES / "fr" / "LC_MESSAGES" / "hrterm.po")
    for message in catalog:
        if not message.id:
            continue
        strings = translations(message)
        for text in strings:
            plain = re.sub(r"https?:\S+|\w:\w|`[^`]*`", "", text)
            assert not re.search(r"[^\s\u00a0\u202f][;?!]|\w:(?=\s|$)", plain), text
            assert not re.search(r" [:;?!»]|« ", plain), text


def test_canadian_french_is_french_with_its_own_words_and_spaces() -> None:
    activate("fr-CA")
    assert _("Reduce harm") == "Réduire les méfaits"
    assert _("Risks") == "Risques"
    assert (
        adapted("Respire mal\u00a0? Appelez\u00a0!", "fr-CA") == "Respire mal? Appelez!"
    )
    assert adapted("Risques\u00a0: trois", "fr-CA") == "Risques\u00a0: trois"
    activate("fr")
    assert _("Reduce harm") == "Réduire les risques"


FRENCH, BROKEN = "fr_CA.UTF-8", "xx_YY"


@pytest.mark.parametrize(
    ("asked", "setting", "environment", "language"),
    [
        ("fr", "", {}, "fr"),
        ("fr_CA.UTF-8", "en", {"HRTERM_LANG": "en"}, "fr-CA"),
        (None, "en", {"HRTERM_LANG": "fr"}, "fr"),
        (None, "en", {"HRTERM_LANG": BROKEN}, "en"),
        (None, "fr-CA", {"LC_ALL": "en_GB.UTF-8"}, "fr-CA"),
        (None, "", {"LC_ALL": FRENCH, "LANG": "en_GB.UTF-8"}, "fr-CA"),
        (None, "", {"LC_MESSAGES": "fr_BE", "LANG": "en_US.UTF-8"}, "fr-BE"),
        (None, "", {"LANG": "fr_FR@euro"}, "fr-FR"),
        (None, "", {"LC_ALL": "", "LANG": "fr"}, "fr"),
        (None, "", {"LC_ALL": BROKEN, "LANG": FRENCH}, "en"),
        (None, "", {"LC_ALL": "C", "LANG": FRENCH}, "en"),
        (None, "", {"LANG": "C", "LANGUAGE": "fr:en"}, "en"),
        (None, "", {"LANG": BROKEN}, "en"),
        (None, "", {}, "en"),
    ],
)
def test_the_language_is_the_first_that_is_named(
    asked: str | None, setting: str, environment: dict[str, str], language: str
) -> None:
    assert negotiate(asked, setting, environment) == language


def test_a_language_that_is_asked_for_must_exist() -> None:
    for asked in ("xx", "", "french", BROKEN):
        with pytest.raises(ValueError, match=f"^{asked}$"):
            negotiate(asked, "fr", {"LANG": FRENCH})
    assert set(offered()) >= {"en", "fr", "fr-CA"}


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "1 July 2023"),
        ("en-US", "1 July 2023"),
        ("fr", "1er juillet 2023"),
        ("fr-CA", "1er juillet 2023"),
    ],
)
def test_dates_read_as_readers_write_them(language: str, written: str) -> None:
    activate(language)
    assert date("2023-07-01").replace("\u00a0", " ") == written
