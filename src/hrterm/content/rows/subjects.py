"""Rows of substances, classes, targets, topics and their facts."""

from hrterm.content.corpus import Corpus
from hrterm.content.knowing import nodes
from hrterm.content.models.base import Statement, Text, Washout
from hrterm.content.models.sheets import (
    SENTENCES,
    SINGLE,
    Contraindication,
    Duration,
    Mechanism,
    Sheet,
    Substance,
    SubstanceClass,
)
from hrterm.content.rows.shared import Row, Tables
from hrterm.content.texts import TextTable
from hrterm.domain.taxonomy import subject


def add(corpus: Corpus, texts: TextTable, tables: Tables) -> None:
    """Add every row that a sheet gives rise to."""
    for id_, entry in sorted(corpus.classes.items()):
        _class(id_, entry.model, texts, tables)
    for id_, substance in sorted(corpus.substances.items()):
        _substance(id_, substance.model, texts, tables)
    _lineages(corpus, tables)
    for id_, target in sorted(corpus.targets.items()):
        tables.label("target", id_, target.model.names)
        tables["target"].append(
            {
                "id": id_,
                "kind": target.model.kind,
                "summary_text": texts.id(target.model.summary),
            }
        )
    for id_, term in sorted(corpus.glossary.items()):
        tables.label("term", id_, term.model.names)
        tables["glossary"].append({"id": id_, "text_text": texts.id(term.model.text)})
    for id_, topic in sorted(corpus.topics.items()):
        tables.label("topic", id_, topic.model.names)
        tables["topic"].append({"id": id_, "kind": topic.model.kind})


def add_fact(
    owner_kind: str,
    owner: str,
    section: str,
    position: int,
    fact: Statement,
    texts: TextTable,
    tables: Tables,
) -> None:
    """Add one fact with what supports it."""
    wait = fact.wait if isinstance(fact, Washout) else None
    id_ = tables.next_id("fact")
    tables["fact"].append(
        {
            "id": id_,
            "owner_kind": owner_kind,
            "owner": owner,
            "section": section,
            "position": position,
            "text_text": texts.id(fact.text),
            "evidence": fact.evidence,
            "verification": fact.verification,
            "condition": (
                fact.condition if isinstance(fact, Contraindication) else None
            ),
            "wait_low": wait.low if wait else None,
            "wait_high": wait.high if wait else None,
        }
    )
    tables.cite("fact", id_, fact.sources)


def _substance(id_: str, sheet: Substance, texts: TextTable, tables: Tables) -> None:
    identifiers = sheet.identifiers
    row = _subject_row(id_, "substance", sheet, texts)
    row |= {
        "kind": sheet.kind,
        "form_of": sheet.form_of,
        "defined_target": None,
        "defined_action": None,
        "stacks": 0,
        "cas": identifiers.cas,
        "inchikey": identifiers.inchikey,
        "atc": " ".join(identifiers.atc) or None,
    }
    tables["subject"].append(row)
    _sheet(id_, sheet, texts, tables)
    for parent in sheet.classes:
        tables["parent"].append({"subject": id_, "parent": parent})
    for part, certain in (
        *((part, 1) for part in sheet.contains),
        *((part, 0) for part in sheet.may_contain),
    ):
        tables["part"].append({"subject": id_, "part": part, "certain": certain})
    for position, duration in enumerate(sheet.duration):
        _duration(id_, position, duration, tables)


def _class(id_: str, sheet: SubstanceClass, texts: TextTable, tables: Tables) -> None:
    defined = sheet.defined_by
    row = _subject_row(id_, "class", sheet, texts)
    row |= {
        "kind": None,
        "form_of": None,
        "defined_target": defined.target if defined else None,
        "defined_action": defined.action if defined else None,
        "stacks": int(sheet.stacks),
        "cas": None,
        "inchikey": None,
        "atc": None,
    }
    tables["subject"].append(row)
    _sheet(id_, sheet, texts, tables)
    for parent in sheet.parents:
        tables["parent"].append({"subject": id_, "parent": parent})


def _subject_row(id_: str, type_: str, sheet: Sheet, texts: TextTable) -> Row:
    return {
        "id": id_,
        "type": type_,
        "overdose": sheet.overdose,
        "summary_text": texts.id(sheet.summary),
        "reviewed_on": sheet.reviewed_on,
    }


def _sheet(id_: str, sheet: Sheet, texts: TextTable, tables: Tables) -> None:
    """Rows that substances and classes share."""
    tables.label("subject", id_, sheet.names)
    for alias in sheet.aliases:
        for region in alias.regions or (None,):
            tables["alias"].append(
                {
                    "id": tables.next_id("alias"),
                    "subject": id_,
                    "text": alias.text,
                    "type": alias.type,
                    "language": alias.language,
                    "region": region,
                }
            )
    for section in SENTENCES:
        for position, fact in enumerate(getattr(sheet, section)):
            add_fact("subject", id_, section, position, fact, texts, tables)
    for section in SINGLE:
        single = getattr(sheet, section)
        if single is not None:
            add_fact("subject", id_, section, 0, single, texts, tables)
    for position, gap in enumerate(sheet.gaps):
        _gap(id_, position, gap, texts, tables)
    for position, mechanism in enumerate(sheet.mechanisms):
        _mechanism(id_, position, mechanism, texts, tables)
    for position, card in enumerate(sheet.emergency):
        tables["emergency_subject"].append(
            {"emergency": card, "subject": id_, "position": position}
        )


def _gap(id_: str, position: int, gap: Text, texts: TextTable, tables: Tables) -> None:
    """What is not known needs no source: nobody has one."""
    tables["fact"].append(
        {
            "id": tables.next_id("fact"),
            "owner_kind": "subject",
            "owner": id_,
            "section": "gaps",
            "position": position,
            "text_text": texts.id(gap),
            "evidence": "none",
            "verification": "unverified",
            "condition": None,
            "wait_low": None,
            "wait_high": None,
        }
    )


def _mechanism(
    id_: str, position: int, mechanism: Mechanism, texts: TextTable, tables: Tables
) -> None:
    number = tables.next_id("mechanism")
    tables["mechanism"].append(
        {
            "id": number,
            "subject": id_,
            "position": position,
            "target": mechanism.target,
            "action": mechanism.action,
            "strength": mechanism.strength,
            "level": mechanism.level,
            "evidence": mechanism.evidence,
            "verification": mechanism.verification,
            "text_text": texts.id(mechanism.text),
        }
    )
    tables.cite("mechanism", number, mechanism.sources)


def _duration(id_: str, position: int, duration: Duration, tables: Tables) -> None:
    number = tables.next_id("duration")
    row: Row = {
        "id": number,
        "subject": id_,
        "position": position,
        "route": duration.route,
        "evidence": duration.evidence,
        "verification": duration.verification,
    }
    for phase in ("onset", "peak", "total", "after"):
        span = getattr(duration, phase)
        row[f"{phase}_low"] = span.low if span else None
        row[f"{phase}_high"] = span.high if span else None
    tables["duration"].append(row)
    tables.cite("duration", number, duration.sources)


def _lineages(corpus: Corpus, tables: Tables) -> None:
    """Store what the taxonomy works out, so that a lookup need not."""
    table = nodes(corpus)
    for id_ in sorted(table):
        found = subject(id_, table)
        for step in found.lineage:
            tables["lineage"].append(
                {
                    "subject": id_,
                    "ancestor": step.subject,
                    "distance": step.distance,
                    "atypical": int(step.atypical),
                }
            )
        for position, action in enumerate(found.actions):
            tables["action"].append(
                {
                    "subject": id_,
                    "position": position,
                    "target": action.target,
                    "kind": action.kind,
                    "strength": action.strength,
                }
            )
