"""Rows of folded spellings, ambiguous names and confusable pairs."""

from hrterm.content.aliases import names_of
from hrterm.content.corpus import Corpus
from hrterm.content.rows.shared import Tables
from hrterm.domain.naming import fold, letters


def add(corpus: Corpus, tables: Tables) -> None:
    """Add every spelling once for each thing that it names."""
    found: dict[tuple[str, str], tuple[str, bool]] = {}
    for name in names_of(corpus):
        found.setdefault((name.folded, name.subject), (name.text, name.is_class))
    for entry in corpus.ambiguous:
        for id_ in entry.model.candidates:
            key = (fold(entry.model.text), id_)
            found.setdefault(key, (entry.model.text, id_ in corpus.classes))
    for (folded, subject), (text, is_class) in sorted(found.items()):
        tables["name"].append(
            {
                "folded": folded,
                "subject": subject,
                "text": text,
                "is_class": int(is_class),
                "letters": letters(folded),
            }
        )
    pairs = {
        (one, other)
        for ids, _ in corpus.confusables
        for one in ids
        for other in ids
        if one != other
    }
    for subject, other in sorted(pairs):
        tables["confusable"].append({"subject": subject, "other": other})
