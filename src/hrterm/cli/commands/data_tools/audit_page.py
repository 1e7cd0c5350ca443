"""What an audit found, as pages: coverage, and lists of what to look at."""

from collections.abc import Callable
from typing import NamedTuple

from hrterm.cli.commands.data_tools.coverage_page import coverage
from hrterm.content.auditing import Audit
from hrterm.content.auditing.due import LIMITS, Due
from hrterm.i18n import N_, _, ngettext
from hrterm.pages.blocks import Bullet, Gap, Heading, Line, Page
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import (
    clauses,
    date,
    labelled,
    months_ago,
    number,
    series,
)
from hrterm.wording.sheets import study_status

_KINDS = {
    "substance": N_("substance sheets"),
    "class": N_("class sheets"),
    "interaction": N_("statements on pairs"),
    "rule": N_("rules"),
    "claim": N_("claims"),
    "law": N_("records of law"),
    "service": N_("numbers to call"),
    "protection": N_("protection of callers"),
    "emergency": N_("emergency cards"),
}


class Section(NamedTuple):
    """One list of an audit."""

    key: str
    """Its name in JSON."""
    heading: str
    page: Callable[[Audit, int], Page]


def page_of(audit: Audit, sections: tuple[str, ...], limit: int) -> Page:
    """The sections that were asked for, each with at most ``limit`` lines."""
    page: Page = []
    if "coverage" in sections:
        told = _("Coverage on {date}").format(date=date(audit.coverage.date))
        page += [Heading(told), *coverage(audit.coverage), Gap()]
    for section in SECTIONS:
        if section.key in sections:
            listed = section.page(audit, limit)
            nothing = Line(_("Nothing."), "dim")
            page += [Heading(_(section.heading)), *(listed or [nothing]), Gap()]
    return page


def _bounded(bullets: list[Bullet], limit: int) -> Page:
    """The first lines, and how many more there are."""
    page: Page = list(bullets[:limit])
    left = len(bullets) - limit
    if left > 0:
        more = ngettext(
            "and {count} more: --json lists all, --limit shows more.",
            "and {count} more: --json lists all, --limit shows more.",
            left,
        )
        page.append(Line(more.format(count=left), "dim", 4))
    return page


def _by_kind(kinds: list[str]) -> Line:
    parts = [
        labelled(_(text), number(kinds.count(kind)))
        for kind, text in _KINDS.items()
        if kind in kinds
    ]
    return Line(series(parts))


def _due(audit: Audit, limit: int) -> Page:
    """By kind, the oldest first."""
    page: Page = []
    for kind, months in LIMITS.items():
        bullets = [_aged(one) for one in audit.due if one.kind == kind]
        if bullets:
            told = ngettext(
                "{kind}: {count}, looked at again after {months} month",
                "{kind}: {count}, looked at again after {months} months",
                months,
            )
            head = told.format(kind=_(_KINDS[kind]), count=len(bullets), months=months)
            page += [Line(head, "bold"), *_bounded(bullets, limit)]
    return page


def _aged(one: Due) -> Bullet:
    if one.date:
        told = clauses([date(one.date), months_ago(one.months)])
    else:
        told = _("never dated")
    return Bullet(labelled(one.id, told), f"({_place(one.place)})")


def _unverified(audit: Audit, limit: int) -> Page:
    files: dict[str, int] = {}
    for one in audit.unverified:
        files[one.place.path] = files.get(one.place.path, 0) + 1
    ordered = sorted(files.items(), key=lambda item: (-item[1], item[0]))
    if not ordered:
        return []
    bullets = [Bullet(labelled(path, str(count))) for path, count in ordered]
    kinds = [one.kind for one in audit.unverified]
    return [_by_kind(kinds), *_bounded(bullets, limit)]


def _sources(audit: Audit, limit: int) -> Page:
    bullets = []
    for one in audit.sources:
        told = []
        if one.status != "active":
            told.append(_("status: {status}").format(status=study_status(one.status)))
        if not one.locatable:
            told.append(_("neither DOI nor address"))
        cited = ngettext(
            "{count} thing rests on it", "{count} things rest on it", one.cited
        )
        told.append(cited.format(count=one.cited))
        text = labelled(one.id, clauses(told))
        bullets.append(Bullet(text, f"({_place(one.place)})"))
    return _bounded(bullets, limit)


def _thin(audit: Audit, limit: int) -> Page:
    bullets = []
    for one in audit.thin:
        lacks = ", ".join(words.section(section) for section in one.needed)
        told = _("{id} lacks: {sections}").format(id=one.id, sections=lacks)
        bullets.append(Bullet(told))
    return _bounded(bullets, limit)


def _unknown(audit: Audit, limit: int) -> Page:
    bullets = []
    for one in audit.unknown:
        note = _("(looked into: no source rates it)") if one.looked_into else ""
        bullets.append(Bullet(f"{one.a} + {one.b}", note))
    return _bounded(bullets, limit)


def _translations(audit: Audit, limit: int) -> Page:
    state = audit.translations
    lacking: dict[str, list[Bullet]] = {code: [] for code in state.languages}
    for gap in state.lacking:
        lacking[gap.language].append(Bullet(_place(gap.place)))
    page: Page = []
    for code, bullets in lacking.items():
        told = _("{language}: {count} of {total} texts are missing").format(
            language=code, count=len(bullets), total=state.texts
        )
        page += [Line(told), *_bounded(bullets, limit)]
    if not state.recorded:
        page.append(
            Line(
                _(
                    "No record says how the texts were translated, so nobody knows "
                    "which changed since: hrterm data audit --record writes one."
                )
            )
        )
        return page
    lagging = [
        Bullet(
            _("{place}: {changed} changed, {language} did not: “{text}”").format(
                place=_place(lag.place),
                changed=lag.changed,
                language=lag.language,
                text=lag.text,
            )
        )
        for lag in state.lagging
    ]
    count = _("Texts that changed in one language only: {count}")
    return [*page, Line(count.format(count=len(lagging))), *_bounded(lagging, limit)]


def _place(place: tuple[str, int, int]) -> str:
    return f"{place[0]}:{place[1]}"


SECTIONS = (
    Section("due", N_("Due for another look"), _due),
    Section("unverified", N_("Nobody has read the source"), _unverified),
    Section("sources", N_("Sources to look at"), _sources),
    Section("thin", N_("Thin fact sheets"), _thin),
    Section("unknown", N_("Unknown pairs, the likeliest question first"), _unknown),
    Section("translations", N_("Translations"), _translations),
)
