"""What an edition changes and where it comes from, as pages."""

from hrterm.editions.changes import Changes, RiskChange
from hrterm.editions.status import Status
from hrterm.editions.trust import Origin
from hrterm.i18n import _, ngettext
from hrterm.pages.blocks import Bullet, Gap, Heading, Line, Page, Rating, Row
from hrterm.store.library import Library
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import date, listed, series
from hrterm.wording.sheets import claim_verdict

SHOWN = 12
"""Entries of one kind that a page lists before it counts the rest."""


def origin(of: Origin) -> Page:
    """Who signed an edition; loud when nobody did whom the reader trusts."""
    page: Page = []
    if of.signature == "local":
        told = _("It was made here, with an organisation's own additions.")
        page.append(Line(told))
        if not of.key_id:
            return page
    if of.signature in {"trusted", "local"}:
        named = _("Signed by {name} (key {id}).")
        told = named if of.name else _("Signed by key {id}.")
        return [*page, Line(told.format(name=of.name, id=of.key_id))]
    return [
        Line(
            _(
                "WARNING: nobody whom you trust has signed this edition. What it says "
                "may be wrong or forged."
            ),
            "dangerous",
        )
    ]


def standing(of: Status) -> Page:
    """Where an edition comes from, what stands before it, what is not used."""
    page: Page = []
    if of.place == "program":
        page.append(Line(_("It came with the program.")))
    if of.place == "installed":
        page += _installed(of)
    if of.newer_in_program:
        told = _(
            "The program came with a newer edition, {version}: this one was chosen "
            "over it."
        )
        page.append(Line(told.format(version=of.newer_in_program), "caution"))
    if of.reason == "older":
        told = _(
            "The installed edition {version} is older than the program's own, so it is "
            "not used."
        )
        page.append(Line(told.format(version=of.left_out)))
    if of.reason == "other-schema":
        told = _(
            "The installed edition {version} was made for another version of hrterm, "
            "so it is not used."
        )
        page.append(Line(told.format(version=of.left_out), "caution"))
    if of.before:
        told = _("hrterm data rollback goes to edition {version}.")
        page.append(Line(told.format(version=of.before)))
    return page


def _installed(of: Status) -> Page:
    if of.record is None:
        return [Line(_("It was installed; who signed it is no longer known."))]
    told = _("It was installed on {date}.").format(date=date(of.record.installed_on))
    return [Line(told), *origin(of.record.origin)]


def changes(of: Changes | None, library: Library) -> Page:
    """What an edition changes, in words; empty when nobody knows.

    Args:
        of: the changes.
        library: the edition after them.
    """
    if of is None:
        return []
    told = _("What changed since edition {version}").format(version=of.since.version)
    page: Page = [Gap(), Heading(told)]
    if of.is_empty:
        return [*page, Line(_("No answer changed."))]
    for name, ids in ((_("New"), of.added), (_("Gone"), of.removed)):
        if ids:
            names = sorted(library.names("subject", ids).values())
            page.append(Row(name, _first(names)))
    page += _risks(of.risks, library)
    page += _claims(of, library)
    page += _law(of, library)
    return page


def _risks(found: tuple[RiskChange, ...], library: Library) -> Page:
    """Pairs by what became of their risk: what fell silent stands first."""
    groups: dict[str, list[RiskChange]] = {
        _("Pairs that are no longer rated"): [],
        _("Pairs that are rated milder"): [],
        _("Pairs that are rated worse"): [],
        _("Pairs that are rated for the first time"): [],
    }
    silent, milder, worse, first = groups.values()
    for change in found:
        if change.after == "unknown":
            silent.append(change)
        elif change.before == "unknown":
            first.append(change)
        else:
            (worse if change.rises else milder).append(change)
    ids = {id_ for change in found for id_ in (change.a, change.b)}
    names = library.names("subject", list(ids))
    page: Page = []
    for heading, group in groups.items():
        if group:
            page += [Gap(), Heading(heading, 3)]
        for change in group[:SHOWN]:
            pair = _("{a} and {b} (before: {risk})")
            alone = _("{a} with itself (before: {risk})")
            told = (alone if change.a == change.b else pair).format(
                a=names[change.a], b=names[change.b], risk=words.risk(change.before)
            )
            page.append(Rating(change.after, told))
        page += _rest(len(group))
    return page


def _claims(of: Changes, library: Library) -> Page:
    if not of.claims:
        return []
    page: Page = [Gap(), Heading(_("Claims with another verdict"), 3)]
    kept = {one.id: one for one in of.claims if one.after}
    for claim in library.claims_by_id(list(kept)[:SHOWN]):
        before, after = kept[claim.id].before, claim_verdict(claim.verdict)
        if before:
            told = _("{claim} Now: {after}. Before: {before}.").format(
                claim=claim.text, after=after, before=claim_verdict(before)
            )
        else:
            told = _("{claim} New: {after}.").format(claim=claim.text, after=after)
        page.append(Bullet(told))
    gone = len(of.claims) - len(kept)
    if gone:
        told = ngettext(
            "{count} claim is gone.", "{count} claims are gone.", gone
        ).format(count=gone)
        page.append(Bullet(told))
    return [*page, *_rest(len(kept))]


def _law(of: Changes, library: Library) -> Page:
    if not of.law:
        return []
    places: dict[str, list[str]] = {}
    for substance, place in of.law:
        places.setdefault(substance, []).append(place)
    names = library.names("subject", list(places))
    page: Page = [Gap(), Heading(_("Legal records that changed"), 3)]
    page += [Row(names[id_], listed(places[id_])) for id_ in list(places)[:SHOWN]]
    return [*page, *_rest(len(places))]


def _rest(count: int) -> Page:
    """That there are more than those that are listed."""
    left = count - SHOWN
    if left <= 0:
        return []
    told = ngettext("And {count} more.", "And {count} more.", left)
    return [Line(told.format(count=left), "dim")]


def _first(names: list[str]) -> str:
    left = len(names) - SHOWN
    if left <= 0:
        return listed(names)
    told = ngettext("{names} and {count} more", "{names} and {count} more", left)
    return told.format(names=series(names[:SHOWN]), count=left)
