"""Measure how hard hrterm's texts are to read, and list the hardest.

    .venv/bin/python -m tools.readability [--limit COUNT] [--kind KIND] [--markdown]

docs/readability.md says what is measured, how, and what came of it.
"""

import argparse
import re
import statistics
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from babel.messages.pofile import read_po

from tools.reading_ease import (
    FEWEST,
    LANGUAGES,
    Ease,
    Language,
    MissingLibraryError,
    ease,
    names_of,
)

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = "locales/fr/LC_MESSAGES/hrterm.po"

_KINDS = (
    ("emergencies/.*/steps/", "emergency steps"),
    ("emergencies/", "emergency signs, what not to do"),
    (".*/danger_signs/", "danger signs"),
    ("(?:interactions|rules).*/(?:why|summary)$", "interactions: what and why"),
    ("(?:interactions|rules).*/advice/", "interactions: advice"),
    ("(?:interactions|rules)", "interactions: the rest"),
    ("(?:substances|classes)/.*/(?:reduce_harm|naloxone)", "sheets: reducing harm"),
    ("(?:substances|classes)/", "sheets: the rest"),
    ("claims/", "claims: answers and figures"),
    ("glossary", "glossary"),
    ("law/", "law"),
    ("studies/", "studies"),
    ("", "names and summaries of targets and topics"),
)
"""The kinds of text, by file and path: the first that fits."""
MESSAGES = "messages of the program"

_LEFT_OUT = re.compile(
    r"claims/[^ ]* statement$|law/.* \S*/(?:schedule|instrument|item)$|(?:.*/)?names$"
)
"""What is quoted as others say or write it, and names."""
_SPOKEN_AS_WORDS = {"street", "typo"}
"""Kinds of alias that are ordinary words too: they are measured as they stand."""


_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Piece(NamedTuple):
    """A text in one language and where it stands."""

    file: str
    """Relative to the repository, with the line."""
    path: str
    kind: str
    text: str


class Measured(NamedTuple):
    """A text and what it asks of its reader."""

    piece: Piece
    ease: Ease


@cache
def data_pieces(folder: Path) -> dict[str, tuple[Piece, ...]]:
    """Every text for people in the data files, by language."""
    found: dict[str, list[Piece]] = {language.code: [] for language in LANGUAGES}
    for file in sorted(folder.rglob("*.yaml")):
        name = file.relative_to(folder).as_posix()
        if name.startswith("sources/"):
            continue
        root = yaml.compose(file.read_text("utf-8"), Loader=_LOADER)
        for path, texts in _texts(root, ""):
            if _LEFT_OUT.match(f"{name} {path}"):
                continue
            kind = _kind(f"{name}/{path}")
            for code, pieces in found.items():
                place = f"{folder.name}/{name}:{texts[code].start_mark.line + 1}"
                pieces.append(Piece(place, path, kind, texts[code].value))
    return {code: tuple(pieces) for code, pieces in found.items()}


def _texts(node: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, yaml.MappingNode):
        fields = {key.value: value for key, value in node.value}
        if all(isinstance(fields.get(one.code), yaml.ScalarNode) for one in LANGUAGES):
            yield path, fields
            return
        for key, inner in fields.items():
            yield from _texts(inner, f"{path}/{key}".lstrip("/"))
    elif isinstance(node, yaml.SequenceNode):
        for index, inner in enumerate(node.value):
            yield from _texts(inner, f"{path}/{_id(inner) or index}")


def _id(node: Any) -> str:
    """The id of an entry of a list, which says more than its number."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "id":
                return str(value.value)
    return ""


def _kind(place: str) -> str:
    return next(kind for start, kind in _KINDS if re.match(start, place))


def message_pieces(root: Path, language: str) -> Iterator[Piece]:
    """Every message of the program: English as written, French as translated."""
    with (root / CATALOGUE).open("rb") as stream:
        catalogue = read_po(stream, locale="fr")
    for message in catalogue:
        if not message.id:
            continue
        said = message.id if language == "en" else message.string
        for text in said if isinstance(said, (list, tuple)) else (said,):
            yield Piece(CATALOGUE, str(message.lineno), MESSAGES, text or "")


@cache
def known_names(folder: Path) -> re.Pattern[str]:
    """Finds names of substances, classes and targets: no rewriting can shorten them."""
    found: set[str] = set()
    for file in sorted((*folder.glob("substances/*.yaml"), *folder.glob("classes/*"))):
        sheet = yaml.load(file.read_text("utf-8"), Loader=_LOADER)
        found.update(_labels(sheet["names"]))
        for alias in sheet.get("aliases", ()):
            if alias.get("type") not in _SPOKEN_AS_WORDS:
                found.add(alias["text"])
    targets = yaml.load((folder / "targets.yaml").read_text("utf-8"), Loader=_LOADER)
    for target in targets.values():
        found.update(_labels(target["names"]))
    return names_of(found)


def _labels(names: Any) -> Iterable[str]:
    return [names] if isinstance(names, str) else names.values()


@cache
def measured(root: Path, language: Language) -> tuple[Measured, ...]:
    """Every text that is long enough, the hardest first; the same text counts once.

    Raises:
        MissingLibraryError: when the library that counts syllables is missing.
    """
    names = known_names(root / "data")
    pieces = {
        (piece.kind, piece.text): piece
        for piece in (
            *data_pieces(root / "data")[language.code],
            *message_pieces(root, language.code),
        )
    }
    found = [
        Measured(piece, ease(piece.text, language.code, names))
        for piece in pieces.values()
    ]
    long_enough = (one for one in found if one.ease.words >= FEWEST)
    return tuple(
        sorted(
            long_enough,
            key=lambda one: (language.hardest_first(one.ease.score), one.piece),
        )
    )


def report(
    language: Language, texts: Sequence[Measured], hardest: int
) -> Iterator[str]:
    """The figures and the hardest texts of one language, as Markdown."""
    yield f"## {language.code}: {language.formula}, {language.unit}\n"
    yield f"| kind of text | texts | median | hardest tenth | past {language.limit:g} |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for kind in (*(name for _, name in _KINDS), MESSAGES):
        yield from _row(kind, language, [t for t in texts if t.piece.kind == kind])
    yield from _row("all", language, texts)
    yield f"\n| place | {language.unit} | words | longest sentence |"
    yield "| --- | ---: | ---: | ---: |"
    for piece, found in texts[:hardest]:
        place = f"`{piece.file}` `{piece.path}`"
        yield f"| {place} | {found.score} | {found.words} | {found.longest} |"
    yield ""


def _row(kind: str, language: Language, texts: Sequence[Measured]) -> Iterator[str]:
    if not texts:
        return
    scores = [one.ease.score for one in texts]
    tenth = scores[len(scores) // 10]
    over = sum(map(language.over, scores))
    middle = statistics.median(scores)
    yield f"| {kind} | {len(texts)} | {middle:.1f} | {tenth:.1f} | {over} |"


def main(arguments: list[str]) -> int:
    """Print the measure; 0 when it could be taken."""
    parser = argparse.ArgumentParser(prog="tools.readability", description=__doc__)
    parser.add_argument("--limit", type=int, default=20, metavar="COUNT")
    parser.add_argument("--kind", choices=[*(name for _, name in _KINDS), MESSAGES])
    parser.add_argument("--texts", action="store_true", help="the hardest texts whole")
    options = parser.parse_args(arguments)
    try:
        everything = [(language, measured(ROOT, language)) for language in LANGUAGES]
    except MissingLibraryError as error:
        sys.stderr.write(f"readability: {error}\n")
        return 1
    for language, found in everything:
        kind = options.kind
        texts = [one for one in found if kind in (None, one.piece.kind)]
        sys.stdout.write("\n".join(report(language, texts, options.limit)) + "\n")
        if options.texts:
            for piece, asked in texts[: options.limit]:
                sys.stdout.write(f"{asked.score} {piece.file} {piece.text}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
