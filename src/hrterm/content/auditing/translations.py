"""What a language lacks, and which texts changed after their translation.

``TRANSLATED`` in the data folder keeps, for every text, a digest of its English
beside a digest of its translation, written when an edition is made. A pair of
digests does not say where the text stands, so moving a text changes nothing. A
pair that is not on record although one half of it is, beside another text that has
since gone, was changed in one language only.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel

from hrterm.content.corpus import Corpus
from hrterm.content.models.base import Text
from hrterm.content.problems import Place
from hrterm.content.reading import Document, Key

RECORD = "TRANSLATED"
ORIGINAL = "en"
MAX_RECORD_BYTES = 20_000_000

Pair = tuple[str, str, str]
"""A language, the digest of the English, the digest of the translation."""


class Lacking(NamedTuple):
    """A text that a language does not have."""

    language: str
    place: Place


class Lagging(NamedTuple):
    """A text of which one language changed and the other did not."""

    language: str
    changed: str
    """The language that changed."""
    place: Place
    text: str
    """What the language that lags says."""


class Translations(NamedTuple):
    """The state of every language."""

    texts: int
    languages: tuple[str, ...]
    lacking: tuple[Lacking, ...]
    lagging: tuple[Lagging, ...]
    recorded: bool
    """Whether there is a record to compare with."""


class _Placed(NamedTuple):
    """A text and where it stands."""

    text: Text
    place: Place


def translations(corpus: Corpus, folder: Path) -> Translations:
    """What each language lacks, and what lags behind the record."""
    placed = list(_texts(corpus))
    # A region (fr-CA) has only what it says otherwise than its language.
    codes = {code for one in placed for code in one.text.root}
    languages = sorted(code for code in codes if "-" not in code)
    record = read_record(folder)
    return Translations(
        len(placed),
        tuple(languages),
        tuple(
            Lacking(code, one.place)
            for code in languages
            for one in placed
            if code not in one.text.root
        ),
        tuple(_lagging(placed, record)),
        bool(record),
    )


def read_record(folder: Path) -> frozenset[Pair]:
    """The pairs on record; empty when there is no record."""
    path = folder / RECORD
    if not path.is_file() or path.stat().st_size > MAX_RECORD_BYTES:
        return frozenset()
    pairs = set()
    for line in path.read_text("utf-8", errors="replace").splitlines():
        words = line.split()
        if len(words) == 3:
            pairs.add((words[0], words[1], words[2]))
    return frozenset(pairs)


def write_record(corpus: Corpus, folder: Path) -> int:
    """Write down every text as it is translated now, and say how many.

    Raises:
        OSError: when the folder cannot be written.
    """
    pairs = sorted({pair for one in _texts(corpus) for pair in _pairs(one.text)})
    lines = [" ".join(pair) for pair in pairs]
    (folder / RECORD).write_text("\n".join([*lines, ""]), "utf-8", newline="\n")
    return len(lines)


def _pairs(text: Text) -> Iterator[Pair]:
    original = _digest(text.root[ORIGINAL])
    for language, translated in text.root.items():
        if language != ORIGINAL and translated != text.root[ORIGINAL]:
            yield language, original, _digest(translated)


def _lagging(placed: list[_Placed], record: frozenset[Pair]) -> Iterator[Lagging]:
    """Pairs of which one half is on record beside something that has gone."""
    present = {pair for one in placed for pair in _pairs(one.text)}
    gone = record - present
    by_original = {(language, original) for language, original, _ in gone}
    by_translation = {(language, translated) for language, _, translated in gone}
    for one in placed:
        for language, original, translated in _pairs(one.text):
            if (language, original, translated) in record:
                continue
            if (language, translated) in by_translation:
                lags = one.text.root[language]
                yield Lagging(language, ORIGINAL, one.place, lags)
            elif (language, original) in by_original:
                lags = one.text.root[ORIGINAL]
                yield Lagging(ORIGINAL, language, one.place, lags)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _texts(corpus: Corpus) -> Iterator[_Placed]:
    """Every text of the data, in the order of files."""
    for table in (
        corpus.substances,
        corpus.classes,
        corpus.targets,
        corpus.topics,
        corpus.glossary,
        corpus.jurisdictions,
        corpus.claims,
        corpus.studies,
        corpus.emergencies,
    ):
        for entry in table.values():
            yield from _within(entry.model, entry.document, entry.root)
    for statement in corpus.statements.values():
        said = statement.entry
        yield from _within(said.model, said.document, said.root)
    if corpus.rules_document is not None:
        yield from _within(corpus.rules, corpus.rules_document, ())


def _within(value: object, document: Document, key: Key) -> Iterator[_Placed]:
    """The texts inside a model, a list, or nothing at all."""
    if isinstance(value, Text):
        yield _Placed(value, document.place(*key))
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            inner = getattr(value, name)
            yield from _within(inner, document, (*key, field.alias or name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _within(inner, document, (*key, index))
