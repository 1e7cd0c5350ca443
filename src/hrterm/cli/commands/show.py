"""``hrterm show``: the fact sheet of a substance or class."""

from typing import Any

from hrterm.cli.commands.claims import document_of as claim_document
from hrterm.cli.commands.legal import document_of as legal_document
from hrterm.cli.commands.studies import document_of as study_document
from hrterm.cli.context import Context, exit_for, name_document, present
from hrterm.cli.diagnostics import ExitCode
from hrterm.domain.answer import PairAnswer
from hrterm.domain.found import NameMatch
from hrterm.domain.substance import Alias, Duration, Fact, Mechanism, Sheet
from hrterm.i18n import _
from hrterm.pages import combination
from hrterm.pages.sheet import other_side, whole
from hrterm.wording import pairs


def run(context: Context) -> ExitCode:
    """Answer with one sheet, or with what the name may mean."""
    name = context.library.match(" ".join(context.options.name))
    code = exit_for((name,))
    if context.as_json:
        document = context.head("show") | {"names": [name_document(name)]}
        if name.id:
            document |= _document(context, name)
        context.answer(document)
        return code
    page = combination.names((name,))
    if name.id:
        page += whole(name.id, context.library, context.today)
    context.show(page)
    return code


def _document(context: Context, name: NameMatch) -> dict[str, Any]:
    library = context.library
    sheet = library.sheet(name.id)
    document: dict[str, Any] = {
        "id": sheet.id,
        "name": sheet.name,
        "aliases": [_alias(one) for one in sheet.aliases],
        "identifiers": dict(sheet.identifiers),
        "summary": sheet.summary,
        "mechanisms": [_mechanism(one) for one in sheet.mechanisms],
        "contraindications": [
            _contraindication(one) for one in sheet.section("contraindications")
        ],
        "emergency": list(sheet.emergency),
        "interactions": [
            _interaction(pair, sheet.id) for pair in library.pairs_of(sheet.id)
        ],
        "claims": [claim_document(one) for one in library.claims_about(sheet.id)],
        "studies": [study_document(one) for one in library.studies(sheet.id)],
        "sources": list(sheet.sources),
        "reviewed_on": sheet.reviewed_on,
        "overdose": sheet.overdose,
    }
    for section in (
        "effects", "risks", "reduce_harm", "danger_signs", "adulterants", "checking"
    ):  # fmt: skip
        document[section] = [_fact(one) for one in sheet.section(section)]
    for section in ("naloxone", "washout", "tolerance", "withdrawal"):
        facts = sheet.section(section)
        if facts:
            document[section] = facts[0].text
    document["gaps"] = [fact.text for fact in sheet.section("gaps")]
    if sheet.type == "class":
        del document["identifiers"]
        document |= {"parents": list(sheet.classes), "members": list(sheet.members)}
    else:
        document |= _of_substance(context, sheet)
    return document


def _of_substance(context: Context, sheet: Sheet) -> dict[str, Any]:
    """What a class does not have."""
    records = context.library.law((sheet.id,))
    return present(
        classes=list(sheet.classes),
        form_of=sheet.form_of,
        contains=list(sheet.contains),
        may_contain=list(sheet.may_contain),
        duration=[_duration(one) for one in sheet.duration],
        legal=[legal_document(one, context.today) for one in records],
    )


def _alias(one: Alias) -> dict[str, Any]:
    return present(
        text=one.text, language=one.language, type=one.type, region=one.region
    )


def _contraindication(fact: Fact) -> dict[str, Any]:
    return {
        "condition": fact.condition,
        "text": fact.text,
        "sources": list(fact.sources),
    }


def _interaction(pair: PairAnswer, id_: str) -> dict[str, Any]:
    """A pair, seen from one of its sides."""
    return {
        "with": other_side(pair, id_),
        "risk": pair.verdict.risk,
        "effect": pair.verdict.effect,
        "basis": pair.verdict.basis,
        "summary": pairs.summary(pair),
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return present(
        text=fact.text,
        evidence=fact.evidence,
        verification=fact.verification,
        inherited_from=fact.inherited_from,
        sources=list(fact.sources),
    )


def _mechanism(one: Mechanism) -> dict[str, Any]:
    return present(
        target=one.target,
        action=one.action,
        strength=one.strength,
        level=one.level,
        evidence=one.evidence,
        text=one.text,
        inherited_from=one.inherited_from,
        sources=list(one.sources),
    )


def _duration(one: Duration) -> dict[str, Any]:
    spans = {
        phase: {"low": span[0], "high": span[1]}
        for phase in ("onset", "peak", "total", "after")
        if (span := getattr(one, phase)) is not None
    }
    return {"route": one.route, **spans}


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    parser.add_argument("name", nargs="+", metavar=_("NAME"))
