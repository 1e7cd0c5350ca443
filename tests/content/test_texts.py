"""Both languages say the same figures, and both keep to their style page.

docs/style-en.md and docs/style-fr.md give the rules; here they are kept.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from tests.content.raw import Pair, pairs

EXCEPTIONS: dict[tuple[str, str], str] = {}
"""Texts whose figures differ on purpose: file and path, with the reason."""

NARROW, WIDE = "\u202f", "\u00a0"
_LOCANT = re.compile(r"\b\d(?:,\d)+(?=-[A-Za-z(])")
"""Where a group sits in a chemical name (1,4-butanediol): the same everywhere."""
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?")
_FRENCH = re.compile(
    rf"\d{{1,3}}(?:[{NARROW}{WIDE}]\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[,.]\d+)?"
)


def figures_in_english(text: str) -> Counter[str]:
    bare = re.sub(r"\b(\d{1,2}):00\b", r"\1", _LOCANT.sub("", text))
    return Counter(number.replace(",", "") for number in _ENGLISH.findall(bare))


def figures_in_french(text: str) -> Counter[str]:
    bare = _LOCANT.sub("", text)
    joined = (re.sub(f"[{NARROW}{WIDE}]", "", one) for one in _FRENCH.findall(bare))
    return Counter(number.replace(",", ".") for number in joined)


@pytest.mark.parametrize(
    ("english", "french", "same"),
    [
        ("71.2% (37 of 52)", f"71,2{WIDE}% (37 sur 52)", True),
        ("1,285 people", f"1{NARROW}285 personnes", True),
        ("1 July 2023", "1er juillet 2023", True),
        ("1,4-butanediol", "1,4-butanediol", True),
        ("from 11:00 to 23:30", f"de 11{WIDE}h à 23{WIDE}h{WIDE}30", True),
        ("7 to 10 days", "7 à 14 jours", False),
        ("4.2 hours", "42 heures", False),
        ("two of 52 and 52", "deux sur 52", False),
    ],
)
def test_how_figures_are_compared(english: str, french: str, same: bool) -> None:
    assert (figures_in_english(english) == figures_in_french(french)) is same


def same_figures(pair: Pair) -> bool:
    """As often in both; in files of law French may quote the English name as well."""
    english, french = figures_in_english(pair.en), figures_in_french(pair.fr)
    if pair.file.startswith("law/"):
        return set(english) == set(french)
    return english == french


def test_both_languages_hold_the_same_figures() -> None:
    wrong = [
        str(pair)
        for pair in pairs()
        if not same_figures(pair) and (pair.file, pair.path) not in EXCEPTIONS
    ]
    assert not wrong, "\n".join(wrong)


def test_an_exception_is_still_one() -> None:
    by_place = {(pair.file, pair.path): pair for pair in pairs()}
    for place, reason in EXCEPTIONS.items():
        pair = by_place[place]
        assert reason
        assert not same_figures(pair), place


# --- how it is typed ---------------------------------------------------------

_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre"
    " décembre"
).replace(" ", "|")

FRENCH_TYPING = {
    "a date in figures": r"(?<![\d/\w.-])\d{4}-\d{2}-\d{2}\b",
    "a no-break space before ; ? ! % »": rf"(?<![{WIDE}{NARROW}])[;?!%»]",
    "a no-break space before a colon": rf"(?<![{WIDE}{NARROW}\d]):|\d:(?!\d)",
    "a no-break space after «": rf"«(?![{WIDE}{NARROW}])",
    "no other space beside a no-break space": rf"[{WIDE}{NARROW}] | [{WIDE}{NARROW}]",
    "the apostrophe ’": r"'",
    "quotation marks « »": r'["“”]',
    "a no-break space between thousands": r"(?<![\d,.])[1-9]\d{0,2}[ ,]\d{3}(?!\d)",
    "œ": r"(?i)\b(?:c|s|ch)oeur|\boe(?:il|uf|dème|soph|strog|uvre)|noeud|voeu|boeuf",
    "1er before a month": rf"\b1[ {WIDE}](?:{_MONTHS})\b",
    "accents on capitals": r"(?<!-)\b(?:Etats?|Etre|Ecosse|Evit\w+|A (?:la|l’|un))\b",
    "one space": r"  ",
    "no three points": r"\.\.\.|…",
}
FRENCH_DECIMALS = r"(?<!\bart\. )(?<!\barticle )(?<!\bet )(?<![\d.])\d+\.\d+(?![\d.])"
"""Not in files of law, where a point numbers articles and items."""

ENGLISH_TYPING = {
    "a date in figures": r"(?<![\d/\w.-])\d{4}-\d{2}-\d{2}\b",
    "plain quotation marks and apostrophes": "[‘’“”«»]",
    "no no-break space": f"[{WIDE}{NARROW}]",
    "a comma between thousands": r"(?<![\d,.])[1-9]\d{0,2} \d{3}(?!\d)",
    "a point in decimals": r"(?<![\d,])\d+,\d{1,2}(?![\d-]|,\d)",
    "British spelling": r"(?i)\b(?:behavior|color(?:s|ed)?|fiber|center|liters?|"
    r"anesthe\w+|hematoma|edema|estrogen|diarrhea|\w*glycemia|\w*natremia|tumor|"
    r"labeled|grayish|counseling|(?!\w*siz|seiz|priz)\w+iz(?:ed?|es|ing))\b",
    "one space": r"  ",
    "no three points": r"\.\.\.|…",
}
LAW_NAMES = ("/schedule", "/instrument", "/item", "names")
"""Laws and what stands in them are written as the law writes them."""


def of_sheets(pair: Pair) -> bool:
    return not (pair.file.startswith("law/") and pair.path.endswith(LAW_NAMES))


def breaches(
    rules: dict[str, str], text_of: Callable[[Pair], str], among: list[Pair]
) -> Iterator[str]:
    for name, rule in rules.items():
        compiled = re.compile(rule)
        for pair in among:
            match = compiled.search(text_of(pair))
            if match:
                yield f"{name}: {match[0]!r} in {pair}"


_ENGLISH_MONTHS = (
    "January February March April May June July August September October November"
    " December"
).replace(" ", "|")
OTHER_DATES = {
    "en": rf"\b(?:{_ENGLISH_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th) (?:of )?(?:{_ENGLISH_MONTHS})\b"
    r"|\b\d{1,2}/\d{1,2}/\d{4}",
    "fr": rf"\b1[ {WIDE}](?:{_MONTHS})\b|\b\d{{1,2}}/\d{{1,2}}/\d{{4}}",
}
"""Dates that are not written as those in fields are shown: 1 July 2023, 1er juillet."""


@pytest.mark.parametrize(
    ("language", "text", "is_other"),
    [
        ("en", "On March 23, 1988 it", True),
        ("en", "On March 23rd, 1988 it", True),
        ("en", "the 23rd of March", True),
        ("en", "On 23 March 1988 it", False),
        ("en", "In May 2023 15 people", False),
        ("fr", f"le 1{WIDE}juillet 2023", True),
        ("fr", f"le 1er{WIDE}juillet 2023", False),
    ],
)
def test_which_dates_are_written_otherwise(
    language: str, text: str, is_other: bool
) -> None:
    assert bool(re.search(OTHER_DATES[language], text)) is is_other


def test_dates_in_texts_are_written_as_in_fields() -> None:
    """In names of laws as well, which stand in the same record."""
    found = [
        f"{match[0]!r} in {pair}"
        for pair in pairs()
        for language, text in (("en", pair.en), ("fr", pair.fr))
        if (match := re.search(OTHER_DATES[language], text))
    ]
    assert found == []


def test_french_is_typed_as_french() -> None:
    found = list(breaches(FRENCH_TYPING, lambda pair: pair.fr, list(pairs())))
    plain = [pair for pair in pairs() if not pair.file.startswith("law/")]
    rule = {"a comma in decimals": FRENCH_DECIMALS}
    found += breaches(rule, lambda pair: pair.fr, plain)
    assert not found, "\n".join(found)


def test_english_is_typed_as_english() -> None:
    among = [pair for pair in pairs() if of_sheets(pair)]
    found = list(breaches(ENGLISH_TYPING, lambda pair: pair.en, among))
    assert not found, "\n".join(found)


def test_no_text_is_left_untranslated() -> None:
    same = [
        str(pair)
        for pair in pairs()
        if of_sheets(pair) and pair.en == pair.fr and len(pair.en.split()) > 3
    ]
    among = [text for text in same if " item" not in text.partition("\n")[0]]
    assert not among, "\n".join(among)


def test_abbreviations_are_those_of_the_language() -> None:
    english = r"\b(?:SSRI|SNRI|MAOI|PTSD|NSAID|CNS|HIV|COPD|ADHD)s?\b"
    french = r"\b(?:ISRS|IRSN|IMAO|TSPT|SSPT|SNC|VIH|PLS|AINS|BPCO|TDAH)\b"
    wrong = [str(pair) for pair in pairs() if re.search(english, pair.fr)]
    wrong += [str(pair) for pair in pairs() if re.search(french, pair.en)]
    assert not wrong, "\n".join(wrong)


# --- words about people, and promises ----------------------------------------

NEVER_IN_ENGLISH = {
    "a person is not an addict": r"(?i)\b(?:addicts?|addicted|junkies?|abusers?|"
    r"alcoholics?|(?:drug|substance|alcohol) abus\w*|drug users?)\b",
    "neither people, needles nor tests are clean or dirty": r"(?i)\bdirty\b|"
    r"\bclean(?:er)?\b(?! (?:skin|water|hands|cloth|air|surface))",
    "no metaphor": r"(?i)\b(?:unlock\w*|reset\w*|rewir\w*|reboot\w*|hijack\w*)\b",
    "overdoses happen to people, not victims": r"(?i)\boverdose victims?\b",
}
NEVER_IN_FRENCH = {
    "une personne n’est pas toxicomane": r"(?i)\b(?:toxicoman\w*|toxico\w?|drogués?|"
    r"droguées?|camés?|junkies?|abus (?:de|d’)\w*|abuseurs?|alcooliques?)\b"
    r"(?<!toxicologie)(?<!toxicologue)",
    "ni personne, ni aiguille, ni test n’est propre ou sale": r"(?i)\bclean\b|"
    r"\b(?:seringue|aiguille|matériel|pipe|paille|test|urine|personne)s? "
    r"(?:propres?|sales?)\b|\b(?:être|rester|redevenir|resté|redevenu)e?s? (?:clean|"
    r"propres?)\b",
    "pas de métaphore": r"(?i)\b(?:déverrouill\w*|réinitialis\w*|recâbl\w*|"
    r"remet\w* à zéro|reprogramm\w*)\b",
    "pas de « victime » de surdose": r"(?i)\bvictimes? (?:de|d’une) "
    r"(?:surdose|overdose)",
}
SAFE = {
    "en": (r"(?i)\bsafe(?:ly|r|st)?\b", r"(?i)\b(?:no|not|never|nor|without)\b"),
    "fr": (
        r"(?i)\bsans danger\b|\b(?:est|sont|reste|restent) (?:sûre?s?|sécuritaires?)\b",
        r"(?i)\b(?:pas|jamais|ni|aucune?|rien)\b",
    ),
}
"""The word, and what must stand before it: it is never a verdict."""


def own_words(pair: Pair, text: str) -> str:
    """A text without what it quotes; what a claim says is a quotation."""
    if pair.file.startswith("claims/") and pair.path == "statement":
        return ""
    return re.sub(r"«[^»]*»|\"[^\"]*\"", "", text)


def test_words_that_never_stand_in_the_texts() -> None:
    among = [pair for pair in pairs() if of_sheets(pair)]
    english: Callable[[Pair], str] = lambda pair: own_words(pair, pair.en)  # noqa: E731
    french: Callable[[Pair], str] = lambda pair: own_words(pair, pair.fr)  # noqa: E731
    found = list(breaches(NEVER_IN_ENGLISH, english, among))
    found += breaches(NEVER_IN_FRENCH, french, among)
    assert not found, "\n".join(found)


def test_safe_is_never_a_verdict() -> None:
    wrong = []
    for pair in pairs():
        for language, text in (("en", pair.en), ("fr", pair.fr)):
            word, denied = SAFE[language]
            words = own_words(pair, text)
            for match in re.finditer(word, words):
                sentence = words[: match.start()].rpartition(". ")[2]
                if of_sheets(pair) and not re.search(denied, sentence):
                    wrong.append(str(pair))
    assert not wrong, "\n".join(wrong)


def test_nobody_is_called_cured_in_an_answer() -> None:
    for pair in pairs():
        if pair.file.startswith("claims/") and pair.path != "statement":
            assert not re.search(r"(?i)\bcure[ds]?\b", own_words(pair, pair.en)), pair
            assert not re.search(r"(?i)\bguéri\w*", own_words(pair, pair.fr)), pair


def test_naloxone_is_never_discouraged() -> None:
    against = {
        "en": r"(?i)\b(?:do not|never|don't|no need to) (?:give|use) naloxone",
        "fr": r"(?i)\bne (?:donnez|prenez)[^.]{0,9} (?:pas|jamais)[^.]{0,12}nalox",
    }
    for pair in pairs():
        assert not re.search(against["en"], pair.en), pair
        assert not re.search(against["fr"], pair.fr), pair


def test_no_french_sentence_begins_with_an_ambiguous_plus() -> None:
    """« Plus d’eau » reads as more water and as no more water: one of them kills."""
    ambiguous = re.compile(r"(?:^|[.;:!?]\s)Plus (?:d’|de )(?!\d|deux|une )")
    wrong = [str(pair) for pair in pairs() if ambiguous.search(pair.fr)]
    assert not wrong, "\n".join(wrong)


def test_negations_stand_on_both_sides() -> None:
    """What is forbidden in one language is forbidden in the other."""
    english = re.compile(r"^(?:Do not|Never(?! Use Alone)|No )\b")
    french = re.compile(
        r"\b(?:ne|n’|pas|jamais|aucun|aucune|sans|ni|rien|non|hors)\b|^Éviter|interdit",
        re.IGNORECASE,
    )
    wrong = [
        str(pair)
        for pair in pairs()
        if english.search(pair.en) and not french.search(pair.fr)
    ]
    assert not wrong, "\n".join(wrong)
