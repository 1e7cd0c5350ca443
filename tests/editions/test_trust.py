"""Whose editions are taken."""

import json
from pathlib import Path

import pytest

from hrterm.editions import minisign, trust
from hrterm.editions.installing import install
from hrterm.editions.refusals import EditionError
from tests.editions.making import Keys


def test_a_key_is_trusted_by_its_file_or_its_word(keys: Keys, stranger: Keys) -> None:
    assert trust.trusted() == {}
    trust.add(str(keys.public), "The maintainers")
    word = minisign.public_key(stranger.key).text
    trust.add(word)
    names = {id_: one.name for id_, one in trust.trusted().items()}
    assert names == {keys.id: "The maintainers", stranger.id: ""}


def test_a_key_that_is_trusted_again_keeps_its_name(keys: Keys) -> None:
    trust.add(str(keys.public), "The maintainers")
    assert trust.add(str(keys.public)).name == "The maintainers"
    assert trust.add(str(keys.public), "Others").name == "Others"


def test_a_key_that_is_trusted_no_longer(keys: Keys, first: Path) -> None:
    trust.add(str(keys.public))
    trust.remove(keys.id.lower())
    assert trust.trusted() == {}
    with pytest.raises(EditionError) as raised:
        install(str(first))
    assert raised.value.code == "foreign"
    with pytest.raises(EditionError) as raised:
        trust.remove(keys.id)
    assert raised.value.code == "missing"


def test_another_key_does_not_take_a_number(keys: Keys, stranger: Keys) -> None:
    trust.add(str(keys.public))
    forged = minisign.public_key(stranger.key._replace(number=keys.key.number))
    with pytest.raises(EditionError) as raised:
        trust.add(forged.text)
    assert raised.value.code == "no-key"
    assert trust.trusted()[keys.id].key == minisign.public_key(keys.key)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'[{"key": "RW"}]', b"\xff"])
def test_a_damaged_list_of_keys_trusts_nobody(
    keys: Keys, first: Path, content: bytes
) -> None:
    trust.add(str(keys.public))
    Path(trust.path()).write_bytes(content)
    if content == b"{}":
        assert trust.trusted() == {}
    else:
        with pytest.raises(EditionError) as raised:
            trust.trusted()
        assert raised.value.code == "unreadable"
    with pytest.raises(EditionError):
        install(str(first))


def test_the_list_can_be_read_by_people(keys: Keys) -> None:
    trust.add(str(keys.public), "Les mainteneurs é")
    (one,) = json.loads(Path(trust.path()).read_text())
    assert one["key"] in keys.public.read_text()
    assert one["name"] == "Les mainteneurs é"
