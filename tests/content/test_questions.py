"""What people ask, read off the built edition in both languages.

The questions, those that the project set itself, lie in questions.yaml, which anyone
can read and extend. The invariants below hold for the whole edition.
"""

import random
import re
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from hrterm.domain.claim import Claim
from hrterm.domain.risk import badness
from hrterm.i18n import activate
from hrterm.store.library import Library
from hrterm.wording.law import age, dates
from hrterm.wording.vocabulary import verification
from tests.content.raw import folder

LANGUAGES = ("en", "fr")
TODAY = "2026-11-25"


def _questions() -> list[dict[str, Any]]:
    file = Path(__file__).parent / "questions.yaml"
    found: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))
    return found


QUESTIONS = [pytest.param(one, id=one["id"]) for one in _questions()]


def said(claim: Claim) -> str:
    """Its answer and its figures, with ordinary spaces."""
    parts = [claim.answer]
    for figure in claim.figures:
        parts += [figure.value, figure.comparator, figure.denominator, figure.text]
    return plain(" ".join(parts))


def plain(text: str) -> str:
    return re.sub("[\u00a0\u202f]", " ", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_answer_comes_first(
    library: Library, question: dict[str, Any], language: str
) -> None:
    library.language = language
    found = library.claims(question["typed"][language])
    assert found and found[0].id == question["claim"], [one.id for one in found[:4]]
    answer = said(found[0])
    for figure in question.get("figures", []):
        written = figure.replace(".", ",") if language == "fr" else figure
        assert written in answer, f"{written!r} is missing in: {answer}"
    for word in question["says"][language]:
        assert plain(word) in answer, f"{word!r} is missing in: {answer}"
    for word in question.get("never", []):
        assert word not in answer, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_rosenberg_and_71(library: Library, language: str) -> None:
    """The two that people will try first."""
    library.language = language
    first = library.claims("rosenberg")[0]
    begin = {"en": "No trial was found", "fr": "Aucun essai n’a été trouvé"}
    assert first.answer.startswith(begin[language])
    assert all("27" not in figure.value for figure in first.figures)
    for claim in library.claims("71")[:2]:
        text = plain(claim.answer)
        sentences = " ".join(re.split(r"(?<=[.!?]) ", text)[:3])
        for figure in ("71.2", "47.6", "52", "42"):
            written = figure.replace(".", ",") if language == "fr" else figure
            assert written in sentences, f"{claim.id}: {figure} not at the beginning"
        shown = claim.figures[0]
        assert "37" in shown.value and "20" in shown.comparator
        assert "52" in shown.denominator and "42" in shown.denominator


@pytest.mark.parametrize("language", LANGUAGES)
def test_ssri_with_mdma(library: Library, language: str) -> None:
    """Q16: weaker, redosing and stopping are the dangers; nobody is told to stop."""
    library.language = language
    pair = library.check(("MDMA", "sertraline")).pairs[0]
    text = plain(" ".join((pair.summary, *pair.advice)))
    assert (pair.verdict.risk, pair.verdict.effect) == ("caution", "weaker")
    wanted = {
        "en": ["taking more", "stopping the SSRI suddenly", "rare", "Do not stop"],
        "fr": [
            "affaiblit",
            "reprendre",
            "arrêter l’ISRS d’un coup",
            "N’arrêtez pas seul",
        ],
    }
    for word in wanted[language]:
        assert word in text, word
    claims = library.claims({"en": "SSRI MDMA", "fr": "ISRS MDMA"}[language])
    about = {claim.id for claim in claims[:3]}
    assert {"mdma-ssri-serotonin-syndrome", "mdma-offsets-ssri-blunting"} <= about


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["moclobemide", "phenelzine", "ayahuasca"])
def test_maoi_with_mdma(library: Library, name: str, language: str) -> None:
    """Q17, and the eighth invariant: far above an SSRI."""
    library.language = language
    worst = library.check(("MDMA", name)).pairs[0].verdict.risk
    ssri = library.check(("MDMA", "citalopram")).pairs[0].verdict.risk
    assert worst == "dangerous" and badness(worst) > badness(ssri)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_law_of_calling_for_help(library: Library, language: str) -> None:
    """Q10, as the emergency cards show it."""
    library.language = language
    text = plain(" ".join(one.text for one in library.protection("CA")))
    assert "4.1" in text
    assert {"en": "not trafficking", "fr": "trafic"}[language] in text
    assert all(one.as_of for one in library.protection("CA"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_law_of_the_states_never_shows_breakthrough_alone(
    library: Library, language: str
) -> None:
    library.language = language
    records = [
        record
        for record in library.law(("mdma",), "US")
        if "breakthrough" in record.note.lower()
    ]
    assert records
    for record in records:
        refused = {"en": "refused", "fr": "refusé"}[language]
        assert refused in record.note and "2024" in record.note
    for claim in library.claims("breakthrough" if language == "en" else "novatrice"):
        if re.search("breakthrough|novatrice", said(claim) + claim.text):
            assert "2024" in claim.answer, claim.id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("low", [False, True], ids=["naltrexone", "low dose"])
def test_naltrexone_with_opioids(library: Library, low: bool, language: str) -> None:
    """Q26: sudden withdrawal and lost tolerance, whatever the dose."""
    library.language = language
    name = "low-dose naltrexone" if low else "naltrexone"
    for other in ("methadone", "heroin", "codeine", "kratom"):
        pair = library.check((name, other)).pairs[0]
        told = [pair.summary, *(reason.summary for reason in pair.reasons)]
        text = " ".join(told).lower()
        assert pair.verdict.risk == "dangerous", other
        assert re.search({"en": "withdrawal", "fr": "manque|sevrage"}[language], text)
        assert re.search({"en": "tolerance", "fr": "tolérance"}[language], text), other


@pytest.mark.parametrize("language", LANGUAGES)
def test_ketamine_with_a_benzodiazepine(library: Library, language: str) -> None:
    """Q31."""
    library.language = language
    pair = library.check(("ketamine", "Xanax")).pairs[0]
    assert pair.verdict.risk in {"unsafe", "dangerous"}
    text = plain(" ".join((pair.summary, *pair.signs, *pair.advice)))
    wanted = {
        "en": ["breathing", "vomit", "on the side"],
        "fr": ["respiration", "vomi", "sur le côté"],
    }
    for word in wanted[language]:
        assert word in text, word


SEARCHES = {
    "ecsta": "mdma",
    "molly": "mdma",
    "ket": "ketamine",
    "special k": "ketamine",
    "Rivotril": "clonazepam",
    "Klonopin": "clonazepam",
    "LDN": "low-dose-naltrexone",
    "oxazepam": "oxazepam",
    "oxazépam": "oxazepam",
    "IMAO": "maoi",
    "MAOI": "maoi",
    "stress post-traumatique": "ecstasy-cures-ptsd",
    "SSPT": "ecstasy-cures-ptsd",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", SEARCHES)
def test_a_search_reaches_the_card_in_either_language(
    library: Library, typed: str, language: str
) -> None:
    library.language = language
    assert library.search(typed)[0].id == SEARCHES[typed]


# --- invariants --------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_without_comparator_and_denominator(
    library: Library, language: str
) -> None:
    library.language = language
    for claim in library.claims():
        for figure in claim.figures:
            assert figure.value and figure.comparator and figure.denominator, claim.id
        text = plain(said(claim)).replace(",", ".")
        if "71.2" in text:
            assert "47.6" in text, claim.id
        if "86.5" in text:
            assert "69%" in text.replace(" ", ""), claim.id
        if re.search(r"71\.2%? ?% ?\(37|71\.2% \(37", text):
            finished = {"en": "people who finished", "fr": "allées au bout"}[language]
            assert finished in text, claim.id


def test_a_study_shows_both_arms(library: Library) -> None:
    for study in library.studies():
        assert len(study.arms) != 1 or study.status != "active" or study.arms[0].name
        percentages = [arm for arm in study.arms if "%" in arm.result]
        assert not percentages or len(study.arms) > 1, study.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_law_tells_its_dates_and_when_it_is_stale(
    library: Library, language: str
) -> None:
    library.language = language
    activate(language)
    unknown = {"en": "not recorded", "fr": "non consigné"}[language]
    records = library.law()
    assert records
    for record in records:
        aged, valid = age(record, TODAY), dates(record)
        assert record.as_of or unknown in aged, aged
        assert record.effective_from or unknown in valid, valid
        assert verification(record.verification) in aged
        if not record.as_of or record.is_past(TODAY):
            assert record.is_stale(TODAY), record
    ended = [record for record in library.law((), "CA-BC") if record.effective_to]
    assert ended and all(record.is_stale(TODAY) for record in ended)


def test_a_retracted_source_is_named_only_where_it_is_called_retracted(
    library: Library,
) -> None:
    gone = {one.id for one in library.sources() if one.status == "retracted"}
    assert {"mithoefer-2019", "jerome-2020"} <= gone
    for language, word in (("en", "retracted"), ("fr", "rétracté")):
        library.language = language
        for claim in library.claims():
            if gone & {*claim.supported_by, *claim.contradicted_by}:
                assert word in claim.answer.lower(), claim.id
            if gone & set(claim.supported_by):
                assert claim.verdict == "outdated", claim.id
        for study in library.studies():
            if gone & set(study.sources):
                assert study.status == "retracted" and word in study.title.lower()
                assert not study.arms, study.id


def test_a_pair_without_statement_is_unknown_and_nothing_else(
    library: Library,
) -> None:
    ids = [id_ for id_, _ in library.listing("substance")]
    chance = random.Random(19)
    unlisted = 0
    for _ in range(400):
        one, other = chance.sample(ids, 2)
        verdict = library.resolve(one, other)
        if not verdict.is_known:
            unlisted += 1
            assert (verdict.risk, verdict.effect) == ("unknown", "unknown"), verdict
    assert unlisted > 20


def test_no_claim_on_sellers_and_forums_alone_is_better_than_limited(
    library: Library,
) -> None:
    weak = {"clinic-marketing", "forum", "press", "peer-chart"}
    types = {one.id: one.type for one in library.sources()}
    for claim in library.claims():
        cited = {types[id_] for id_ in (*claim.supported_by, *claim.contradicted_by)}
        if cited <= weak and claim.evidence in {"moderate", "strong"}:
            pytest.fail(f"{claim.id} is {claim.evidence} on {cited or 'nothing'}")
        founding = set(claim.heard_in)
        assert not founding & {*claim.supported_by, *claim.contradicted_by}, claim.id
        if claim.verdict == "supported":
            assert claim.supported_by, claim.id
    by_id = {claim.id: claim for claim in library.claims()}
    for id_ in ("kap-legal-evidence-based", "kap-gives-microdosing-benefits"):
        assert by_id[id_].evidence in {"none", "theoretical", "limited"}


AMOUNT = re.compile(r"\b\d[\d.,]*\s?(?:mg|g|µg|mcg|ml|gouttes|drops)\b")
REPORTED = re.compile(r"(?i)trial|study|cited|above about|after 50|blunting|FDA")
ADVISING = ("reduce_harm", "advice", "steps", "do_not")


def _advice(node: Any, inside: bool = False) -> list[str]:
    if isinstance(node, dict):
        if inside and isinstance(node.get("en"), str):
            return [node["en"]]
        return [
            text
            for key, inner in node.items()
            for text in _advice(inner, inside or key in ADVISING)
        ]
    if isinstance(node, list):
        return [text for inner in node for text in _advice(inner, inside)]
    return []


def test_no_advice_names_an_amount_to_take() -> None:
    for name in ("substances", "classes", "interactions", "emergencies"):
        for id_, document in folder(name).items():
            for text in _advice(document):
                if AMOUNT.search(text):
                    assert REPORTED.search(text), f"{name}/{id_}: {text}"


def _opioids() -> list[str]:
    """Every substance that is an opioid by its classes."""
    classes = folder("classes")
    inside = {"opioid"}
    while True:
        more = {
            id_
            for id_, sheet in classes.items()
            if inside & set(sheet.get("parents", [])) and id_ not in inside
        }
        if not more:
            break
        inside |= more
    return [
        id_
        for id_, sheet in folder("substances").items()
        if inside & set(sheet.get("classes", []))
    ]


@pytest.mark.parametrize("form", ["naltrexone", "low-dose-naltrexone"])
def test_naltrexone_with_any_opioid_is_of_the_highest_risk(
    library: Library, form: str
) -> None:
    opioids = [*_opioids(), "kratom"]
    assert len(opioids) > 20
    for id_ in opioids:
        assert library.resolve(form, id_).risk == "dangerous", id_


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_alias_reaches_its_sheet_with_and_without_accents(
    library: Library, language: str
) -> None:
    library.language = language
    bare = str.maketrans("éèêëàâäîïôöùûüçÉÈÀÎÔÇ", "eeeeaaaiioouuucEEAIOC")
    for name in ("substances", "classes"):
        for id_, sheet in folder(name).items():
            spellings = [*sheet["names"].values()]
            spellings += [alias["text"] for alias in sheet.get("aliases", [])]
            for typed in {form for s in spellings for form in (s, s.translate(bare))}:
                found = library.match(typed)
                reached = {found.id, *(one.id for one in found.candidates)}
                assert id_ in reached, f"{typed!r} reaches {reached}, not {id_}"


LEFT_OUT = {
    "mdma": ["overheat|hot|heat", "sodium|water", "redos|taking more|second"],
    "ketamine": ["bladder", "bile|liver", "depend|hard to stop", "fall", "drown|water"],
    "benzodiazepine": ["withdrawal", "opioid", "bromazolam|counterfeit|street"],
    "naltrexone": ["withdrawal", "tolerance", "surgery|pain|emergency", "alcohol"],
}
"""What the founding documents forget and a sheet must hold."""


@pytest.mark.parametrize("id_", LEFT_OUT)
def test_the_sheets_carry_what_the_documents_leave_out(
    library: Library, id_: str
) -> None:
    sheet = library.sheet(id_)
    text = " ".join(str(part) for part in sheet).lower()
    for words in LEFT_OUT[id_]:
        assert re.search(words, text), f"{id_}: {words}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mdma", other)
        for other in ("ritonavir", "cobicistat", "bupropion", "lithium", "tramadol",
                      "moclobemide", "ghb", "alcohol")
    ] + [("ketamine", other) for other in ("alcohol", "ghb", "morphine")]
    + [("naltrexone", other) for other in ("tianeptine", "tramadol", "kratom")],
)  # fmt: skip
def test_the_pairs_that_the_documents_forget_are_known(
    library: Library, one: str, other: str
) -> None:
    assert library.resolve(one, other).is_known


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_questions_find_their_card(library: Library, language: str) -> None:
    """Asked as people ask, two of three: the card is among the first three."""
    library.language = language
    every = [cast("dict[str, Any]", one.values[0]) for one in QUESTIONS]
    asked = [one for one in every if "asked" in one]
    missed = [
        one["id"]
        for one in asked
        if one["claim"]
        not in [claim.id for claim in library.claims(one["asked"][language])[:3]]
    ]
    assert len(missed) <= len(asked) // 3, missed
