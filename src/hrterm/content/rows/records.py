"""Rows of sources, law, claims, studies and emergency cards."""

from hrterm.content.corpus import Corpus
from hrterm.content.formats import country
from hrterm.content.models.records import (
    Claim,
    EmergencyCard,
    Jurisdiction,
    LegalRecord,
    Study,
)
from hrterm.content.rows.shared import Tables
from hrterm.content.rows.subjects import add_fact
from hrterm.content.texts import TextTable
from hrterm.domain.hearing import words


def add(corpus: Corpus, texts: TextTable, tables: Tables) -> None:
    """Add every record."""
    for id_, entry in sorted(corpus.sources.items()):
        tables["source"].append({"id": id_, **entry.model.model_dump()})
    for code, jurisdiction in sorted(corpus.jurisdictions.items()):
        _jurisdiction(code, jurisdiction.model, texts, tables)
    for id_, claim in sorted(corpus.claims.items()):
        _claim(id_, claim.model, texts, tables)
    for id_, study in sorted(corpus.studies.items()):
        _study(id_, study.model, texts, tables)
    for id_, card in sorted(corpus.emergencies.items()):
        _card(id_, card.model, texts, tables)
    _countries(corpus, texts, tables)


def _countries(corpus: Corpus, texts: TextTable, tables: Tables) -> None:
    """Countries in the languages whose translators have not named them: from CLDR."""
    languages = {str(row["language"]) for row in (*tables["label"], *texts.rows())}
    for code, jurisdiction in sorted(corpus.jurisdictions.items()):
        for language in sorted(languages - jurisdiction.model.names.root.keys()):
            if "-" not in language and (name := country(code, language)):
                tables.name("jurisdiction", code, language, name)


def _jurisdiction(
    code: str, model: Jurisdiction, texts: TextTable, tables: Tables
) -> None:
    tables.label("jurisdiction", code, model.names)
    tables["jurisdiction"].append({"code": code, "parent": model.parent})
    for position, service in enumerate(model.services):
        id_ = tables.next_id("service")
        tables["service"].append(
            {
                "id": id_,
                "jurisdiction": code,
                "position": position,
                "kind": service.kind,
                "label_text": texts.id(service.label),
                "number": service.number,
                "as_of": service.as_of,
                "verification": service.verification,
            }
        )
        tables.cite("service", id_, service.sources)
    for position, protection in enumerate(model.protection):
        id_ = tables.next_id("protection")
        tables["protection"].append(
            {
                "id": id_,
                "jurisdiction": code,
                "position": position,
                "text_text": texts.id(protection.text),
                "as_of": protection.as_of,
                "verification": protection.verification,
            }
        )
        tables.cite("protection", id_, protection.sources)
    for position, record in enumerate(model.records):
        _law(code, position, record, texts, tables)


def _card(id_: str, model: EmergencyCard, texts: TextTable, tables: Tables) -> None:
    tables.label("emergency", id_, model.title)
    told = {"rank": model.rank, "reviewed_on": model.reviewed_on}
    tables["emergency"].append({"id": id_, **told})
    for section in ("signs", "steps", "do_not"):
        for position, fact in enumerate(getattr(model, section)):
            add_fact("emergency", id_, section, position, fact, texts, tables)
    for language, phrases in model.heard.root.items():
        for position, phrase in enumerate(phrases):
            tables["emergency_phrase"].append(
                {
                    "emergency": id_,
                    "language": language,
                    "position": position,
                    "text": phrase,
                    "words": " ".join(words(phrase)),
                }
            )
    listed = {(row["emergency"], row["subject"]) for row in tables["emergency_subject"]}
    for subject in model.concerns:
        if (id_, subject) not in listed:
            tables["emergency_subject"].append(
                {"emergency": id_, "subject": subject, "position": 99}
            )


def _law(
    code: str, position: int, record: LegalRecord, texts: TextTable, tables: Tables
) -> None:
    id_ = tables.next_id("law")
    tables["law"].append(
        {
            "id": id_,
            "substance": record.substance,
            "jurisdiction": code,
            "position": position,
            "status": record.status,
            "possession": record.possession,
            "schedule_text": texts.maybe(record.schedule),
            "instrument_text": texts.id(record.instrument),
            "item_text": texts.maybe(record.item),
            "url": record.url,
            "effective_from": record.from_,
            "effective_to": record.to,
            "as_of": record.as_of,
            "verification": record.verification,
            "access_text": texts.maybe(record.access),
            "note_text": texts.maybe(record.note),
        }
    )
    tables.cite("law", id_, record.sources)


def _claim(id_: str, model: Claim, texts: TextTable, tables: Tables) -> None:
    tables["claim"].append(
        {
            "id": id_,
            "statement_text": texts.id(model.statement),
            "verdict": model.verdict,
            "evidence": model.evidence,
            "verification": model.verification,
            "answer_text": texts.id(model.answer),
            "reviewed_on": model.reviewed_on,
        }
    )
    for subject in model.subjects:
        tables["claim_subject"].append({"claim": id_, "subject": subject})
    for role in ("heard_in", "supported_by", "contradicted_by"):
        for position, source in enumerate(getattr(model, role)):
            tables["claim_source"].append(
                {"claim": id_, "role": role, "position": position, "source": source}
            )
    for row in sorted(set(model.rows)):
        tables["claim_row"].append({"row": row, "claim": id_})
    for position, figure in enumerate(model.figures):
        tables["figure"].append(
            {
                "claim": id_,
                "position": position,
                "value_text": texts.id(figure.value),
                "comparator_text": texts.id(figure.comparator),
                "denominator_text": texts.id(figure.denominator),
                "text_text": texts.id(figure.text),
            }
        )


def _study(id_: str, model: Study, texts: TextTable, tables: Tables) -> None:
    tables["study"].append(
        {
            "id": id_,
            "title_text": texts.id(model.title),
            "design_text": texts.id(model.design),
            "funding_text": texts.maybe(model.funding),
            "registry": model.registry,
            "status": model.status,
        }
    )
    tables.cite("study", id_, model.sources)
    for subject in model.subjects:
        tables["study_subject"].append({"study": id_, "subject": subject})
    for position, arm in enumerate(model.arms):
        tables["arm"].append(
            {
                "study": id_,
                "position": position,
                "name_text": texts.id(arm.name),
                "randomised": arm.randomised,
                "analysed": arm.analysed,
                "result_text": texts.id(arm.result),
            }
        )
