"""Catalogues: complete, in step with the source, placeholders alike."""

import re

import pytest
from babel.messages.catalog import Catalog, Message

from hrterm.content.catalogues import catalogue_files, load, template
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
    assert found == expected


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
            plain = re.sub(r"https?:\S+|\w:\w", "", text)
            assert not re.search(r"[^\s\u00a0\u202f][;?!]|\w:(?=\s|$)", plain), text
            assert not re.search(r" [:;?!»]|« ", plain), text
