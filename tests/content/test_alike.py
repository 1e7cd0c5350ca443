"""Signs and advice that mean the same are the same sentence: they fold into one."""

import itertools
import re
from collections import defaultdict

import pytest

from hrterm.store.library import Library
from tests.content.raw import pairs

ASKED = [
    "heroin alprazolam",
    "fentanyl alcohol",
    "fentanyl clonazepam",
    "alcohol clonazepam",
    "alcohol diazepam",
    "methadone alprazolam",
    "oxycodone alcohol",
    "pregabalin heroin",
    "gabapentin oxycodone",
    "ketamine alcohol",
    "GHB alcohol",
    "ketamine GHB",
    "cannabis alcohol",
    "cocaine alcohol",
    "cocaine heroin",
    "cocaine MDMA",
    "MDMA alcohol",
    "MDMA phenelzine",
    "MDMA sertraline",
    "MDMA lithium",
    "MDMA methamphetamine",
    "tramadol sertraline",
    "ayahuasca sertraline",
    "poppers sildenafil",
]
LITTLE = set("a an and as at for from in is it not of on or that the to with".split())
ALIKE = 0.8
"""From such a share of the words of the shorter one, two texts say the same."""


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower())) - LITTLE


def share(one: str, other: str) -> float:
    return len(words(one) & words(other)) / min(len(words(one)), len(words(other)))


@pytest.mark.parametrize("names", ASKED)
def test_no_answer_says_the_same_twice(library: Library, names: str) -> None:
    (pair,) = library.check(tuple(names.split())).pairs
    for told in (pair.signs, pair.advice):
        assert len(told) > 1
        for one, other in itertools.combinations(told, 2):
            assert share(one, other) < ALIKE, (one, other)


@pytest.mark.parametrize("names", ASKED)
def test_as_much_is_said_in_french(library: Library, names: str) -> None:
    def told() -> list[tuple[int, int]]:
        answer = library.check(tuple(names.split()))
        return [(len(pair.signs), len(pair.advice)) for pair in answer.pairs]

    english = told()
    library.language = "fr"
    assert told() == english


def test_a_sign_or_advice_has_one_wording_in_each_language() -> None:
    wordings: dict[str, set[str]] = defaultdict(set)
    for pair in pairs():
        is_shown = pair.file == "rules.yaml" or pair.file.startswith("interactions/")
        if is_shown and re.search(r"/(signs|advice)/", pair.path):
            wordings[f"en {pair.en}"].add(pair.fr)
            wordings[f"fr {pair.fr}"].add(pair.en)
    assert len(wordings) > 500
    assert not {text: other for text, other in wordings.items() if len(other) > 1}
