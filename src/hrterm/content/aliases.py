"""Every spelling that names a substance or class."""

from collections.abc import Iterator
from typing import NamedTuple

from hrterm.content.corpus import Corpus
from hrterm.content.problems import Place
from hrterm.domain.naming import fold


class Name(NamedTuple):
    """One spelling of one thing."""

    folded: str
    subject: str
    text: str
    is_class: bool
    place: Place


def names_of(corpus: Corpus) -> Iterator[Name]:
    """Ids, names and aliases; the plural of classes; not the ambiguous ones."""
    for id_, entry in corpus.substances.items():
        yield from _unique(id_, entry.model, entry.place(), False)
    for id_, class_entry in corpus.classes.items():
        yield from _unique(id_, class_entry.model, class_entry.place(), True)


def _unique(id_: str, sheet, place: Place, is_class: bool) -> Iterator[Name]:  # type: ignore[no-untyped-def]
    texts = [*sheet.names.root.values(), *(a.text for a in sheet.aliases), id_]
    seen: set[str] = set()
    for text in texts:
        spellings = [text]
        bare = text.split(" (")[0]
        if bare != text:
            spellings.append(bare)
        if is_class:
            spellings += [f"{spelling}s" for spelling in spellings]
        for spelling in spellings:
            folded = fold(spelling)
            if folded not in seen:
                seen.add(folded)
                yield Name(folded, id_, spelling, is_class, place)
