"""A spelling means one thing, or stands in ambiguous.yaml."""

from hrterm.content.aliases import names_of
from hrterm.content.checking.references import References
from hrterm.content.corpus import Corpus
from hrterm.content.problems import Problems
from hrterm.domain.naming import fold
from hrterm.i18n import _


def check_names(corpus: Corpus, references: References, problems: Problems) -> None:
    """Check every spelling, and what ambiguous and confusable names lead to."""
    for entry in corpus.ambiguous:
        references.check_ids(
            entry, "candidates", references.subjects, "substance or class"
        )
    _spellings(corpus, problems)
    for ids, place in corpus.confusables:
        for id_ in ids:
            references.check_id(id_, references.subjects, "substance or class", place)


def _spellings(corpus: Corpus, problems: Problems) -> None:
    allowed: dict[str, set[str]] = {}
    for entry in corpus.ambiguous:
        folded = fold(entry.model.text)
        allowed.setdefault(folded, set()).update(entry.model.candidates)
    meant: dict[str, str] = {}
    for name in names_of(corpus):
        if not name.folded:
            problems.error(
                name.place, _("'{name}' holds no letter.").format(name=name.text)
            )
            continue
        first = meant.setdefault(name.folded, name.subject)
        if first == name.subject:
            continue
        if {first, name.subject} <= allowed.get(name.folded, set()):
            continue
        problems.error(
            name.place,
            _(
                "'{name}' also names '{other}': keep it in one place, or list "
                "it in ambiguous.yaml."
            ).format(name=name.text, other=first),
        )
