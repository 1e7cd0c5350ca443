"""Sheets of substances and classes: what they name, and what they rest on."""

from hrterm.content.checking.references import References
from hrterm.content.corpus import Corpus, Entry
from hrterm.content.models.sheets import Substance, SubstanceClass
from hrterm.content.problems import Problems
from hrterm.i18n import _


def check_sheets(corpus: Corpus, references: References, problems: Problems) -> None:
    """Check every sheet."""
    for id_, substance in corpus.substances.items():
        if id_ in corpus.classes:
            told = _("is a substance and a class: choose one.")
            problems.error(substance.place(), told)
            problems.error(corpus.classes[id_].place(), told)
        _sheet(substance, corpus, references)
        _substance(id_, substance, corpus, references, problems)
    for group in corpus.classes.values():
        _sheet(group, corpus, references)
        _class(group, corpus, references)


def _sheet(
    entry: Entry[Substance] | Entry[SubstanceClass],
    corpus: Corpus,
    references: References,
) -> None:
    model = entry.model
    references.check_ids(entry, "emergency", corpus.emergencies, "emergency card")
    references.check_ids(entry, "atypical", corpus.classes, "class")
    for key, one in model.supported():
        references.check_support(one, entry.place(*key), entry.place(*key, "sources"))
    for position, contraindication in enumerate(model.contraindications):
        place = entry.place("contraindications", position, "condition")
        condition = contraindication.condition
        references.check_id(condition, references.conditions, "condition", place)
    for position, mechanism in enumerate(model.mechanisms):
        place = entry.place("mechanisms", position, "target")
        references.check_id(mechanism.target, corpus.targets, "target", place)


def _substance(
    id_: str,
    entry: Entry[Substance],
    corpus: Corpus,
    references: References,
    problems: Problems,
) -> None:
    model = entry.model
    references.check_ids(entry, "classes", corpus.classes, "class")
    references.check_ids(entry, "contains", corpus.substances, "substance")
    references.check_ids(
        entry, "may_contain", references.subjects, "substance or class"
    )
    if model.form_of is not None:
        place = entry.place("form_of")
        references.check_id(model.form_of, corpus.substances, "substance", place)
    for inner in sorted({*model.contains} & {*model.may_contain}):
        problems.error(
            entry.place("may_contain"),
            _("names '{inner}', which it contains for certain: keep one.").format(
                inner=inner
            ),
        )
    if id_ in (*model.contains, *model.may_contain):
        problems.error(entry.place(), _("cannot hold itself: remove it."))


def _class(
    entry: Entry[SubstanceClass], corpus: Corpus, references: References
) -> None:
    references.check_ids(entry, "parents", corpus.classes, "class")
    defined = entry.model.defined_by
    if defined is not None:
        place = entry.place("defined_by", "target")
        references.check_id(defined.target, corpus.targets, "target", place)
