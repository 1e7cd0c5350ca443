"""Which card a text calls for, on phrases of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrterm.domain.hearing import DENYING, LIFE_SAVING, Ranking, rank, words

ORDER = ["breath", "sleep", "fit", "heat", "mind"]
SAID = {
    "breath": ["not breathing", "overdose", "blue"],
    "sleep": ["overdose", "deep sleep"],
    "fit": ["seizure", "foam at the mouth"],
    "heat": ["too hot", "sweating"],
    "mind": ["panic", "hot head", "no sleep"],
}
NAMES = {
    "ghb": ("sleep", "fit"),
    "mdma": ("heat", "mind"),
    "liquide": ("sleep",),
    "ecstasy liquide": ("fit",),
    "acid": ("mind",),
    "trip": ("mind",),
    "panix": ("sleep",),
}


def cards(text: str) -> Ranking:
    phrases = [(id_, words(one)) for id_, listed in SAID.items() for one in listed]
    near = {"ghbb": "ghb", "seizrue": "mdma"}
    return rank(
        text,
        ORDER,
        phrases,
        lambda name: NAMES.get(name, ()),
        lambda name: NAMES.get(near.get(name, ""), ()),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He isn't breathing", (DENYING, "breathing")),
        ("He isn\N{RIGHT SINGLE QUOTATION MARK}t breathing", (DENYING, "breathing")),
        ("ne respire plus", ("respire", DENYING)),
        ("Y'é pas réveillé", (DENYING, "reveille")),
        ("she OD'd", ("od",)),
        ("O.D.", ("od",)),
        ("L’œil", ("oeil",)),
        ("it is the", ()),
        ("", ()),
    ],
)
def test_only_what_tells_something_is_read(text: str, told: tuple[str, ...]) -> None:
    assert words(text) == told


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("too hot", ("heat",)),
        ("hot, far too hot", ("heat",)),
        ("foam mouth", ("fit",)),
        ("mouth full of foam", ("fit",)),
        ("seizure", ("fit",)),
        ("seizrue", ("fit",)),
        ("seiz", ("fit",)),
        ("sei", ("fit",)),
        ("bleu", ("breath",)),
        ("panix", ("sleep",)),
        ("overdose", ("breath", "sleep")),
        ("overdose ghb", ("sleep", "breath", "fit")),
        ("overdose ghbb", ("sleep", "breath", "fit")),
        ("foam at the mouth, mdma", ("fit", "heat", "mind")),
        ("seizure mdma", ("fit", "heat", "mind")),
        ("panic ghb", ("sleep", "mind", "fit")),
        ("seizure for 5 h", ("fit",)),
        ("mdma", ("heat", "mind")),
        ("ecstasy liquide", ("fit",)),
        ("ghb mdma", ("sleep", "heat", "fit", "mind")),
        ("acid trip ghb", ("mind", "sleep", "fit")),
        ("panic and too hot", ("heat", "mind")),
        ("seizure, too hot", ("heat", "fit")),
        ("foam at the mouth, panic", ("fit", "mind")),
        ("foam at the mouth, panic, blue", ("breath", "fit", "mind")),
        ("no seizure", ("fit",)),
    ],
)
def test_the_plainest_comes_first(text: str, first: tuple[str, ...]) -> None:
    assert cards(text) == Ranking(first, True)


@pytest.mark.parametrize(
    "text",
    [
        *("", "breathing well", "sleep", "breathing, not hot", "mouth", "zzz", "the"),
        *("se", "blur", "belu"),
    ],
)
def test_nothing_heard_leads_to_what_kills_soonest(text: str) -> None:
    """A word of a phrase is no phrase, and a denial reaches forward only."""
    assert cards(text) == Ranking(("breath", "sleep"), False)


def test_words_of_a_phrase_stand_near_each_other() -> None:
    assert cards("foam he at last opened his big wide red mouth").is_recognised is False


def test_a_card_that_is_not_there_is_not_named() -> None:
    found = rank("x y", ["a"], [("gone", ("x",))], lambda _: ("lost",), lambda _: ())
    assert found == Ranking(("a",), False)


@given(st.text(max_size=80))
def test_any_text_leads_to_a_card(text: str) -> None:
    found = cards(text)
    assert found.ids and len(set(found.ids)) == len(found.ids)
    assert set(found.ids) <= set(ORDER)


@given(
    st.lists(st.sampled_from([*"abc", "seizure", "too hot", "mdma", "panic"])),
    st.sampled_from(["not breathing", "overdose", "blue", "deep sleep"]),
    st.lists(st.sampled_from(["seizure", "foam at the mouth", "too hot", "ghb"])),
)
def test_what_saves_life_is_never_outvoted(
    before: list[str], vital: str, after: list[str]
) -> None:
    text = ", ".join([*before, vital, *after])
    assert cards(text).ids[0] in ORDER[:LIFE_SAVING]
