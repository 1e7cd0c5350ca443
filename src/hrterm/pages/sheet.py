"""The fact sheet of a substance or class, danger first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrterm.i18n import _
from hrterm.pages import bibliography, claims, law
from hrterm.pages.blocks import (
    Bar,
    Bullet,
    Gap,
    Heading,
    Line,
    Page,
    Phase,
    Rating,
    Row,
)
from hrterm.wording import pairs, sheets
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import date, series
from hrterm.wording.reviewing import reviewed_by

if TYPE_CHECKING:
    from hrterm.domain.answer import PairAnswer
    from hrterm.domain.substance import Duration, Sheet
    from hrterm.store.library import Library

TABS = ("overview", "interactions", "mechanism", "law", "claims", "sources")
"""The parts of a sheet, as the interface turns them."""


def tab(name: str, id_: str, library: Library, today: str, place: str) -> Page:
    """One part of a sheet.

    Args:
        name: one of ``TABS``.
        id_: a substance or class.
        library: what is asked.
        today: the date, YYYY-MM-DD.
        place: the reader's own jurisdiction, which comes first; or empty.
    """
    sheet = library.sheet(id_)
    match name:
        case "interactions":
            return interactions(sheet, library)
        case "mechanism":
            return mechanisms(sheet, library)
        case "law":
            return law.by_place(library.law((id_,)), library, today, place)
        case "claims":
            return claims.about(id_, library)
        case "sources":
            return bibliography.of_sheet(sheet, library)
        case _:
            return overview(sheet, library)


def whole(id_: str, library: Library, today: str) -> Page:
    """The sheet as one page: its overview, then what else is recorded, in short."""
    sheet = library.sheet(id_)
    page: Page = [Heading(sheet.name, 1)]
    page += overview(sheet, library)
    page.append(Heading(words.section("mechanisms")))
    page += mechanisms(sheet, library)
    page.append(Heading(words.section("interactions")))
    for pair, name in _rated(sheet, library):
        page.append(Rating(pair.verdict.risk, name))
    page.append(_unlisted())
    if sheet.type == "substance":
        page += law.in_short(library.law((id_,)), today)
    page += claims.in_short(id_, library)
    return page


def overview(sheet: Sheet, library: Library) -> Page:
    """What a worker needs at a glance."""
    related = (*sheet.classes, *sheet.contains, *sheet.may_contain, *sheet.members)
    inherited = [f.inherited_from for facts in sheet.facts.values() for f in facts]
    labels = library.names(
        "subject", [*filter(None, (*related, *inherited, sheet.form_of))]
    )
    page: Page = [*_identity(sheet, labels), Gap(), Line(sheet.summary)]
    for section in sheets.FACT_SECTIONS:
        page += _section(section, sheet, labels, library)
        if section == "danger_signs":
            page += _cards(sheet, library)
        if section == "reduce_harm":
            page += durations(sheet)
    aliases = series(dict.fromkeys(alias.text for alias in sheet.aliases))
    if aliases:
        page += [Heading(_("Also called")), Line(aliases)]
    page += [
        Gap(),
        Line(sheets.legend(), "dim"),
        Line(
            _("Sheet reviewed on {date}.").format(date=date(sheet.reviewed_on)), "dim"
        ),
        Line(reviewed_by(library.edition().reviewed_by), "dim"),
    ]
    return page


def _identity(sheet: Sheet, labels: dict[str, str]) -> Page:
    rows = [
        (_("Class"), series(labels[id_] for id_ in sheet.classes)),
        (_("Form of"), labels.get(sheet.form_of, "")),
        (_("Contains"), series(labels[id_] for id_ in sheet.contains)),
        (_("May contain"), series(labels[id_] for id_ in sheet.may_contain)),
        (_("Members"), series(labels[id_] for id_ in sheet.members)),
        (_("Overdose"), words.overdose(sheet.overdose)),
    ]
    return [Row(name, value) for name, value in rows if value]


def _section(
    section: str, sheet: Sheet, labels: dict[str, str], library: Library
) -> Page:
    facts = sheet.section(section)
    if not facts:
        return []
    conditions = library.names("topic", [f.condition for f in facts if f.condition])
    page: Page = [Heading(words.section(section))]
    shared_by = ""
    for fact in facts:
        if fact.inherited_from != shared_by:
            shared_by = fact.inherited_from
            group = _("Shared by: {group}").format(group=labels[shared_by])
            page.append(Line(group, "dim", 2))
        note = sheets.support(fact.evidence, fact.verification, fact.sources)
        page.append(Bullet(sheets.fact(fact, conditions), note))
    return page


def _cards(sheet: Sheet, library: Library) -> Page:
    if not sheet.emergency:
        return []
    titles = library.names("emergency", sheet.emergency)
    page: Page = [Heading(words.section("emergency"))]
    for card in sheet.emergency:
        page.append(Bullet(titles[card], f"(hrterm emergency {card})"))
    return page


def durations(sheet: Sheet) -> Page:
    """How long effects take, drawn by route."""
    if not sheet.duration:
        return []
    page: Page = [Heading(words.section("duration"))]
    for one in sheet.duration:
        note = sheets.support(one.evidence, one.verification, one.sources)
        text = f"{sheets.phases(one)} {note}"
        page.append(Bar(words.route(one.route), _phases(one), text))
    return page


def _phases(one: Duration) -> tuple[Phase, ...]:
    """Onset, peak, total and after-effects as stretches from the moment of taking."""
    phases = []
    total = one.total[1] if one.total else 0
    if one.after:
        phases.append(Phase("after", total, total + one.after[1]))
    if total:
        phases.append(Phase("fall", 0, total))
    if one.onset:
        phases.append(Phase("rise", 0, one.onset[1]))
    if one.peak:
        phases.append(Phase("peak", one.peak[0], one.peak[1]))
    return tuple(phases)


def interactions(sheet: Sheet, library: Library) -> Page:
    """Every rated pair, worst first."""
    page: Page = [_unlisted(), Gap()]
    for pair, name in _rated(sheet, library):
        page.append(Rating(pair.verdict.risk, name))
        page.append(Line(pairs.summary(pair), "", 4))
    return page


def _rated(sheet: Sheet, library: Library) -> list[tuple[PairAnswer, str]]:
    rated = library.pairs_of(sheet.id)
    others = [other_side(pair, sheet.id) for pair in rated]
    names = library.names("subject", others)
    return [(pair, names[other]) for pair, other in zip(rated, others, strict=True)]


def other_side(pair: PairAnswer, id_: str) -> str:
    """The id that is paired with this one."""
    return pair.verdict.b if pair.verdict.a == id_ else pair.verdict.a


def _unlisted() -> Line:
    return Line(_("What is not listed is unknown: that is not the same as safe."))


def mechanisms(sheet: Sheet, library: Library) -> Page:
    """What it does at its targets, and how sure that is."""
    if not sheet.mechanisms:
        return [Line(_("How it acts is not recorded here."))]
    inherited = [m.inherited_from for m in sheet.mechanisms if m.inherited_from]
    labels = library.names("subject", inherited)
    targets = library.names("target", [m.target for m in sheet.mechanisms])
    kinds = library.target_kinds()
    return [
        Bullet(
            sheets.mechanism(one, targets, kinds, labels),
            sheets.support(one.evidence, one.verification, one.sources),
        )
        for one in sheet.mechanisms
    ]
