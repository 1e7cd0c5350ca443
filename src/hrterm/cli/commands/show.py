"""``hrterm show``: the fact sheet of a substance or class."""

from typing import Any

from hrterm.cli.commands.claims import document_of as claim_document
from hrterm.cli.commands.legal import document_of as legal_document
from hrterm.cli.commands.studies import document_of as study_document
from hrterm.cli.context import Context, exit_for, name_document, present
from hrterm.cli.diagnostics import ExitCode
from hrterm.domain.answer import NameMatch
from hrterm.domain.substance import Duration, Fact, Mechanism, Sheet
from hrterm.i18n import _
from hrterm.wording import law, pairs, sheets
from hrterm.wording import vocabulary as words


def run(context: Context) -> ExitCode:
    """Answer with one sheet, or with what the name may mean."""
    name = context.library.match(" ".join(context.options.name))
    code = exit_for((name,))
    if context.as_json:
        document = context.head("show") | {"names": [name_document(name)]}
        if name.id:
            document |= _document(context, name)
        context.finish(document)
        return code
    context.note_names((name,))
    if name.id:
        _print(context, context.library.sheet(name.id))
    context.finish()
    return code


def _print(context: Context, sheet: Sheet) -> None:
    page, library = context.page, context.library
    related = (*sheet.classes, *sheet.contains, *sheet.may_contain, *sheet.members)
    inherited = [f.inherited_from for facts in sheet.facts.values() for f in facts]
    inherited += [m.inherited_from for m in sheet.mechanisms]
    labels = library.names(
        "subject", [*filter(None, (*related, *inherited, sheet.form_of))]
    )
    conditions = library.names(
        "topic", [f.condition for f in sheet.section("contraindications")]
    )
    page.heading(sheet.name)
    _print_identity(context, sheet, labels)
    page.blank()
    page.line(sheet.summary)
    if sheet.duration:
        page.heading(words.section("duration"))
        for duration in sheet.duration:
            page.bullet(sheets.duration(duration))
    for section in sheets.FACT_SECTIONS:
        facts = sheet.section(section)
        if facts:
            page.heading(words.section(section))
        for fact in facts:
            note = sheets.support(fact.evidence, fact.verification, fact.sources)
            page.bullet(f"{sheets.fact(fact, labels, conditions)} {note}".rstrip())
    if sheet.emergency:
        page.heading(words.section("emergency"))
        titles = library.names("emergency", sheet.emergency)
        for card in sheet.emergency:
            page.bullet(f"{titles[card]}  (hrterm emergency {card})")
    if sheet.mechanisms:
        page.heading(words.section("mechanisms"))
        targets = library.names("target", [m.target for m in sheet.mechanisms])
        for mechanism in sheet.mechanisms:
            page.bullet(sheets.mechanism(mechanism, targets, labels))
    _print_records(context, sheet)
    page.blank()
    page.line(_("Sheet reviewed on {date}.").format(date=sheet.reviewed_on))
    page.line(sheets.review(library.edition()))


def _print_identity(context: Context, sheet: Sheet, labels: dict[str, str]) -> None:
    page = context.page
    rows = [
        (_("Also called"), ", ".join(dict.fromkeys(a.text for a in sheet.aliases))),
        (_("Class"), ", ".join(labels[id_] for id_ in sheet.classes)),
        (_("Form of"), labels.get(sheet.form_of, "")),
        (_("Contains"), ", ".join(labels[id_] for id_ in sheet.contains)),
        (_("May contain"), ", ".join(labels[id_] for id_ in sheet.may_contain)),
        (_("Members"), ", ".join(labels[id_] for id_ in sheet.members)),
        (_("Overdose"), words.overdose(sheet.overdose)),
    ]
    for name, value in rows:
        if value:
            page.row([name, value], [14, 60])


def _print_records(context: Context, sheet: Sheet) -> None:
    page, library = context.page, context.library
    rated = library.pairs_of(sheet.id)
    page.heading(words.section("interactions"))
    for pair in rated:
        other = pair.verdict.b if pair.verdict.a == sheet.id else pair.verdict.a
        risk = pair.verdict.risk
        name = library.names("subject", [other])[other]
        symbol = words.risk_symbol(risk, page.ascii_only)
        page.row([f"{symbol} {words.risk(risk)}", name], [14, 60], style=risk)
    page.line(_("What is not listed is unknown: that is not the same as safe."))
    if sheet.type == "substance":
        records = library.law((sheet.id,))
        if records:
            page.heading(words.section("legal"))
        for record in records:
            page.bullet(f"{record.jurisdiction}: {law.status(record, context.today)}")
    claims = library.claims_about(sheet.id)
    if claims:
        page.heading(words.section("claims"))
    for claim in claims:
        page.bullet(sheets.claim_head(claim))


def _document(context: Context, name: NameMatch) -> dict[str, Any]:
    library = context.library
    sheet = library.sheet(name.id)
    is_class = sheet.type == "class"
    rated = library.pairs_of(sheet.id)
    document: dict[str, Any] = {
        "id": sheet.id,
        "name": sheet.name,
        "aliases": [
            present(
                text=one.text, language=one.language, type=one.type, region=one.region
            )
            for one in sheet.aliases
        ],
        "identifiers": dict(sheet.identifiers),
        "summary": sheet.summary,
        "mechanisms": [_mechanism(one) for one in sheet.mechanisms],
        "contraindications": [
            {
                "condition": fact.condition,
                "text": fact.text,
                "sources": list(fact.sources),
            }
            for fact in sheet.section("contraindications")
        ],
        "emergency": list(sheet.emergency),
        "interactions": [
            {
                "with": p.verdict.b if p.verdict.a == sheet.id else p.verdict.a,
                "risk": p.verdict.risk,
                "effect": p.verdict.effect,
                "basis": p.verdict.basis,
                "summary": pairs.summary(p),
            }
            for p in rated
        ],
        "claims": [claim_document(one) for one in library.claims_about(sheet.id)],
        "studies": [study_document(one) for one in library.studies(sheet.id)],
        "sources": _sources(sheet),
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
    if is_class:
        del document["identifiers"]
        document |= {"parents": list(sheet.classes), "members": list(sheet.members)}
    else:
        records = library.law((sheet.id,))
        document |= present(
            classes=list(sheet.classes),
            form_of=sheet.form_of,
            contains=list(sheet.contains),
            may_contain=list(sheet.may_contain),
            duration=[_duration(one) for one in sheet.duration],
            legal=[legal_document(one, context.today) for one in records],
        )
    return document


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


def _sources(sheet: Sheet) -> list[str]:
    """Every source of the sheet, each once."""
    facts = [fact for listed in sheet.facts.values() for fact in listed]
    cited = [id_ for fact in facts for id_ in fact.sources]
    cited += [id_ for one in sheet.mechanisms for id_ in one.sources]
    cited += [id_ for one in sheet.duration for id_ in one.sources]
    return list(dict.fromkeys(cited))


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    parser.add_argument("name", nargs="+", metavar=_("NAME"))
