"""Law, claims, studies and emergency cards: what they name and rest on."""

from hrterm.content.checking.references import References
from hrterm.content.corpus import Corpus, Entry
from hrterm.content.models.records import Claim, EmergencyCard, Jurisdiction
from hrterm.content.problems import Problems
from hrterm.domain.hearing import DENYING, words
from hrterm.domain.vocabulary import WEAK_SOURCE_TYPES
from hrterm.i18n import _


def check_law(corpus: Corpus, references: References, problems: Problems) -> None:
    """Check every jurisdiction."""
    for entry in corpus.jurisdictions.values():
        _jurisdiction(entry, corpus, references, problems)


def _jurisdiction(
    entry: Entry[Jurisdiction],
    corpus: Corpus,
    references: References,
    problems: Problems,
) -> None:
    model = entry.model
    if model.parent is not None:
        place = entry.place("parent")
        references.check_id(model.parent, corpus.jurisdictions, "jurisdiction", place)
    for section in ("services", "protection", "records"):
        for position, one in enumerate(getattr(model, section)):
            place = entry.place(section, position, "sources")
            for id_ in one.sources:
                references.check_id(id_, corpus.sources, "source", place)
    for position, record in enumerate(model.records):
        place = entry.place("records", position, "substance")
        references.check_id(
            record.substance, references.subjects, "substance or class", place
        )
        if record.from_ and record.to and record.to < record.from_:
            problems.error(
                entry.place("records", position, "to"),
                _("ends before it begins: correct one of the dates."),
            )


def check_claims(corpus: Corpus, references: References, problems: Problems) -> None:
    """Check every claim."""
    for entry in corpus.claims.values():
        references.check_ids(entry, "subjects", references.spoken_of, "subject")
        for role in ("heard_in", "supported_by", "contradicted_by"):
            references.check_ids(entry, role, corpus.sources, "source")
        for id_ in entry.model.supported_by:
            references.check_page(id_, entry.place("supported_by"))
        _claim_support(entry, corpus, problems)


def _claim_support(entry: Entry[Claim], corpus: Corpus, problems: Problems) -> None:
    """A verdict is carried by its sources, and tells of a retracted one."""
    model = entry.model
    sources = [
        corpus.sources[id_].model for id_ in model.supported_by if id_ in corpus.sources
    ]
    retracted = [source for source in sources if source.status == "retracted"]
    if retracted and not (
        "retract" in model.answer.root["en"].lower()
        and "rétract" in model.answer.root["fr"].lower()
    ):
        problems.error(
            entry.place("supported_by"),
            _(
                "names a retracted source: say in the answer that it was "
                "retracted, or remove it."
            ),
        )
    if model.verdict == "supported" and not sources:
        problems.error(
            entry.place("verdict"), _("is `supported` but no source supports it.")
        )
    graded = model.evidence in {"strong", "moderate"}
    if graded and sources and {s.type for s in sources} <= WEAK_SOURCE_TYPES:
        problems.error(
            entry.place("evidence"),
            _("rests on clinic pages, forums, press or charts: at most `limited`."),
        )


def check_studies(corpus: Corpus, references: References) -> None:
    """Check every study."""
    for entry in corpus.studies.values():
        references.check_ids(entry, "subjects", references.spoken_of, "subject")
        for id_ in entry.model.sources:
            references.check_id(id_, corpus.sources, "source", entry.place("sources"))


def check_emergencies(
    corpus: Corpus, references: References, problems: Problems
) -> None:
    """Check every emergency card."""
    for entry in corpus.emergencies.values():
        _phrases(entry, problems)
        references.check_ids(
            entry, "concerns", references.subjects, "substance or class"
        )
        for section in ("signs", "steps", "do_not"):
            for position, one in enumerate(getattr(entry.model, section)):
                place = entry.place(section, position)
                sources = entry.place(section, position, "sources")
                references.check_support(one, place, sources)


def _phrases(entry: Entry[EmergencyCard], problems: Problems) -> None:
    """Each phrase tells something, and stands once in its language."""
    for language, phrases in entry.model.heard.root.items():
        before: dict[tuple[str, ...], str] = {}
        for position, phrase in enumerate(phrases):
            place = entry.place("heard", language, position)
            told = words(phrase)
            if not set(told) - {DENYING}:
                problems.error(
                    place,
                    _(
                        "'{phrase}' holds only small words: write what tells the "
                        "card from others."
                    ).format(phrase=phrase),
                )
            elif told in before:
                problems.error(
                    place,
                    _("'{phrase}' is read as '{other}' is: remove one.").format(
                        phrase=phrase, other=before[told]
                    ),
                )
            before.setdefault(told, phrase)
