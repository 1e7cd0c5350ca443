"""What the panes show, made of the same sentences as the command line."""

from textual.content import Content

from hrterm.domain.answer import CheckAnswer, PairAnswer
from hrterm.domain.claim import Claim
from hrterm.domain.emergency import EmergencyCard
from hrterm.domain.law import LegalRecord
from hrterm.domain.substance import Sheet, Target
from hrterm.i18n import _
from hrterm.store.library import Library
from hrterm.tui.text import RISK_STYLES, Writing
from hrterm.wording import law, pairs, sheets
from hrterm.wording import vocabulary as words

TABS = ("overview", "interactions", "mechanism", "law", "claims", "sources")


def overview(sheet: Sheet, library: Library) -> Content:
    """Danger first, then what a worker asks next."""
    page = Writing()
    related = [*sheet.classes, *sheet.contains, *sheet.may_contain, *sheet.members]
    inherited = [f.inherited_from for facts in sheet.facts.values() for f in facts]
    labels = library.names(
        "subject", [*filter(None, (*related, *inherited, sheet.form_of))]
    )
    conditions = library.names(
        "topic", [f.condition for f in sheet.section("contraindications")]
    )
    page.line(", ".join(labels[id_] for id_ in sheet.classes), "italic")
    page.line(sheet.summary)
    for name, ids in (
        (_("Contains"), sheet.contains),
        (_("May contain"), sheet.may_contain),
        (_("Members"), sheet.members),
    ):
        if ids:
            page.line(f"{name}: {', '.join(labels[id_] for id_ in ids)}")
    page.line(f"{_('Overdose')}: {words.overdose(sheet.overdose)}")
    for section in sheets.FACT_SECTIONS:
        facts = sheet.section(section)
        if not facts:
            continue
        page.heading(words.section(section))
        for fact in facts:
            page.bullet(sheets.fact(fact, labels, conditions))
        if section == "danger_signs" and sheet.emergency:
            titles = library.names("emergency", sheet.emergency)
            page.line(
                _("F2 opens: {cards}").format(
                    cards=", ".join(titles[id_] for id_ in sheet.emergency)
                ),
                "bold",
            )
    if sheet.duration:
        page.heading(words.section("duration"))
    for duration in sheet.duration:
        page.bullet(sheets.duration(duration))
    if sheet.aliases:
        page.heading(_("Also called"))
        page.line(", ".join(dict.fromkeys(alias.text for alias in sheet.aliases)))
    page.heading(_("Review"))
    page.line(_("Sheet reviewed on {date}.").format(date=sheet.reviewed_on))
    page.line(sheets.review(library.edition()))
    return page.content()


def interactions(sheet: Sheet, library: Library) -> Content:
    """Every rated pair, worst first."""
    page = Writing()
    page.line(_("What is not listed is unknown: that is not the same as safe."))
    rated = library.pairs_of(sheet.id)
    others = [_other(pair, sheet.id) for pair in rated]
    names = library.names("subject", others)
    for pair, other in zip(rated, others, strict=True):
        risk = pair.verdict.risk
        head = f"{words.risk_symbol(risk)} {words.risk(risk)}  {names[other]}"
        page.line(head, RISK_STYLES[risk])
        page.line(f"   {pairs.summary(pair)}")
    return page.content()


def _other(pair: PairAnswer, id_: str) -> str:
    return pair.verdict.b if pair.verdict.a == id_ else pair.verdict.a


def mechanism(sheet: Sheet, library: Library) -> Content:
    """What it does at its targets, and how sure that is."""
    page = Writing()
    inherited = [m.inherited_from for m in sheet.mechanisms if m.inherited_from]
    labels = library.names("subject", inherited)
    targets = library.names("target", [m.target for m in sheet.mechanisms])
    for one in sheet.mechanisms:
        page.bullet(sheets.mechanism(one, targets, labels))
        page.line(
            "   " + sheets.support(one.evidence, one.verification, one.sources), "dim"
        )
    if not sheet.mechanisms:
        page.line(_("How it acts is not recorded here."))
    return page.content()


def legal(
    records: tuple[LegalRecord, ...], library: Library, today: str, place: str
) -> Content:
    """Records by place, one's own first."""
    page = Writing()
    places = library.names("jurisdiction", [r.jurisdiction for r in records])
    if not records:
        page.line(_("No record of law here. That does not mean that it is legal."))
    country = place.partition("-")[0]
    ordered = sorted(
        records,
        key=lambda r: (
            r.jurisdiction != place,
            not r.jurisdiction.startswith(country or "-"),
            r.jurisdiction,
        ),
    )
    last = ""
    for record in ordered:
        if record.jurisdiction != last:
            page.heading(f"{places[record.jurisdiction]} ({record.jurisdiction})")
        last = record.jurisdiction
        past = record.is_past(today)
        page.bullet(law.status(record, today), "dim" if past else "bold")
        for line in law.details(record):
            page.line(f"   {line}", "dim" if past else "")
        page.line(f"   {law.age(record, today)}", "dim")
    page.line()
    page.line(_("This is information, not legal advice."))
    return page.content()


def claim(one: Claim, library: Library) -> Content:
    """A claim with its answer, figures, and what stands behind it."""
    page = Writing()
    page.line(sheets.claim_head(one), "bold")
    page.line()
    page.line(one.answer)
    if one.figures:
        page.heading(_("Figures"))
    for figure in one.figures:
        page.bullet(sheets.figure(figure))
    page.line()
    page.line(
        f"{words.evidence(one.evidence)}; {words.verification(one.verification)}", "dim"
    )
    for heading, ids in (
        (_("Supported by"), one.supported_by),
        (_("Contradicted by"), one.contradicted_by),
        (_("Heard in (this supports nothing)"), one.heard_in),
    ):
        if ids:
            page.heading(heading)
        for source in library.sources(list(ids)):
            page.bullet(sheets.source(source))
    return page.content()


def claims_of(id_: str, library: Library) -> Content:
    """What people say about one thing, and the studies of it."""
    page = Writing()
    for one in library.claims_about(id_):
        page.line(sheets.claim_head(one), "bold")
        page.line(f"   {one.answer}")
        for figure in one.figures:
            page.bullet(sheets.figure(figure))
        page.line()
    for study in library.studies(id_):
        head, *rest = sheets.study(study)
        page.heading(head)
        for line in rest:
            page.line(line)
    content = page.content()
    return content if content.plain else Content(_("No claim is recorded here."))


def sources_of(sheet: Sheet, library: Library) -> Content:
    """The bibliography of one sheet."""
    page = Writing()
    facts = [fact for listed in sheet.facts.values() for fact in listed]
    ids = [id_ for fact in facts for id_ in fact.sources]
    ids += [id_ for one in sheet.mechanisms for id_ in one.sources]
    for source in library.sources(list(dict.fromkeys(ids))):
        page.bullet(f"{source.id}: {sheets.source(source)}")
    return page.content()


def target(one: Target, library: Library) -> Content:
    """A target and what acts there."""
    page = Writing()
    page.line(one.name, "bold")
    page.line(one.summary)
    page.line()
    names = library.names("subject", [id_ for id_, _one in one.substances])
    for id_, acts in one.substances:
        page.bullet(f"{names[id_]}: {words.action(acts.action)} — {acts.text}")
        page.line(
            f"   {words.level(acts.level)}; {words.evidence(acts.evidence)}", "dim"
        )
    return page.content()


def card(one: EmergencyCard, library: Library, place: str) -> Content:
    """Whom to call, then what to do, in order."""
    page = Writing()
    page.line(one.title, "bold $text-error")
    for service in library.services(place):
        if place or service.kind == "emergency":
            page.line(
                f"{service.jurisdiction}  {service.number}  {service.label}", "bold"
            )
    if not place:
        page.line(_("Set your place: hrterm config set place CA"), "dim")
    for heading, facts in (
        (_("Signs"), one.signs),
        (_("What to do, in this order"), one.steps),
        (_("Do not"), one.do_not),
    ):
        if facts:
            page.heading(heading)
        for number, fact in enumerate(facts, 1):
            page.bullet(fact.text, mark=f"{number}." if facts is one.steps else "•")
    for rule in library.protection(place) if place else ():
        page.heading(
            _("If you call: what the law says ({place})").format(
                place=rule.jurisdiction
            )
        )
        page.line(rule.text)
    page.line()
    page.line(_("Sources: {ids}").format(ids=", ".join(one.sources)), "dim")
    return page.content()


def pair(one: PairAnswer, answer: CheckAnswer) -> Content:
    """A verdict with its reasons."""
    page = Writing()
    labels = answer.labels
    risk = one.verdict.risk
    condition = pairs.condition(one, answer.names, labels)
    if condition:
        page.line(condition)
    page.line(
        f"{words.risk_symbol(risk)} {words.risk(risk).upper()}  "
        f"{pairs.title(one, labels)}",
        RISK_STYLES[risk],
    )
    dangers = pairs.hazards(one)
    if dangers:
        page.line(_("Danger: {hazards}").format(hazards=dangers), "bold")
    page.line(pairs.summary(one))
    page.line(pairs.support(one), "dim")
    for heading, listed in ((_("Signs"), one.signs), (_("What helps"), one.advice)):
        if listed:
            page.heading(heading)
        for text in listed:
            page.bullet(text)
    if one.timing:
        page.heading(_("Timing"))
    for window in one.timing:
        page.bullet(pairs.timing(window, labels))
    if one.reasons:
        page.heading(_("Why"))
    for reason in one.reasons:
        page.bullet(
            pairs.reason(reason, one, labels), "" if reason.finding.speaks else "dim"
        )
    for others in dict.fromkeys(reason.others for reason in one.reasons):
        if others:
            page.line()
            page.line(_("Other charts: {text}").format(text=others))
    return page.content()


def whole(answer: CheckAnswer) -> Content:
    """What stands above the pairs."""
    page = Writing()
    combination = answer.combination
    for name in answer.names:
        note = pairs.name_note(name)
        if note:
            page.line(note, RISK_STYLES["unknown"])
    if combination is None:
        page.line(_("Add two or more names: type one and press Enter."))
        return page.content()
    symbol = words.risk_symbol(combination.risk)
    page.line(f"{symbol} {pairs.overall(answer)}", RISK_STYLES[combination.risk])
    if combination.is_beyond_prediction:
        page.line(pairs.caveat())
    for stack in answer.stacks:
        if len(stack.members) > 2:
            page.bullet(pairs.stack(stack, answer.labels))
    return page.content()
