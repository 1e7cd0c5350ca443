"""What to do now, whom to call, and what the law says of those who call."""

from collections.abc import Sequence

from hrterm.domain.emergency import EmergencyCard
from hrterm.i18n import _
from hrterm.pages.blocks import Bullet, Gap, Heading, Line, Page, Row
from hrterm.store.library import Library
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import NBSP, alternatives, date, series

_MOST_OTHERS = 4
"""More cards than these beside the best one are too many to read in a hurry."""
_LONGEST_QUOTED = 60
"""Of what was typed no more is said again: the steps must stay in sight."""


def numbers(library: Library, place: str) -> Page:
    """Numbers of the place; without one, the emergency numbers of every place."""
    page: Page = [Heading(_("Call"))]
    for one in library.services(place):
        if not place and one.kind != "emergency":
            continue
        check = words.verification(one.verification)
        when = _("{check}, {date}").format(check=check, date=date(one.as_of))
        page.append(
            Row(
                f"{one.jurisdiction}  {one.number}",
                f"{one.label} ({when if one.as_of else check})",
                width=21,
            )
        )
    if not place:
        page.append(
            Line(
                _(
                    "Numbers of one place: hrterm emergency --in CA "
                    "(or: config set place CA)"
                ),
                "dim",
            )
        )
    return page


def unrecognised(query: str) -> Line:
    """Nothing in a text leads to a card: what is shown then, and why."""
    told = _(
        "Nothing was recognised in “{query}”. First rule out what kills soonest: "
        "not breathing, not waking."
    )
    return Line(told.format(query=query[:_LONGEST_QUOTED]), "bold")


def others(cards: Sequence[EmergencyCard]) -> Page:
    """The other cards that a text may call for, in a line."""
    if not cards:
        return []
    named = [f"{one.title} ({one.id})" for one in cards[:_MOST_OTHERS]]
    told = _("If it is not that: {cards}").format(cards=alternatives(named))
    return [Line(told)]


def card(one: EmergencyCard, below_title: Page | None = None) -> Page:
    """Steps in order, what not to do, signs: who reads it may have no time."""
    page: Page = [Heading(one.title, 1), *(below_title or ())]
    for heading, facts in (
        (_("What to do, in this order"), one.steps),
        (_("Do not"), one.do_not),
        (_("Signs"), one.signs),
    ):
        if facts:
            page += [Gap(), Heading(heading, 3)]
        for number, fact in enumerate(facts, 1):
            mark = f"{number}." if facts is one.steps else ""
            page.append(Bullet(fact.text, mark=mark))
    page += [
        Gap(),
        Line(_("Sources: {ids}").format(ids=", ".join(one.sources)), "dim"),
    ]
    return page


def protection(library: Library, place: str) -> Page:
    """What the law says about people who call for help."""
    page: Page = []
    last = ""
    for rule in library.protection(place) if place else ():
        if rule.jurisdiction != last:
            page.append(
                Heading(
                    _("If you call: what the law says ({place})").format(
                        place=rule.jurisdiction
                    )
                )
            )
        last = rule.jurisdiction
        page.append(Bullet(rule.text))
    return page


def short_numbers(library: Library, place: str) -> Page:
    """The emergency number and the poison centre; without a place, whose is whose."""
    if not place:
        return _numbers_of_all(library)
    labels: dict[str, str] = {}
    for service in library.services(place):
        if service.kind in {"emergency", "poison"}:
            labels.setdefault(service.number, service.label)
    told = [f"{label} {number}".replace(" ", NBSP) for number, label in labels.items()]
    return [Line("  ".join(told), "bold")]


def _numbers_of_all(library: Library) -> Page:
    """Where each emergency number holds, and how to come to more."""
    return [
        *numbers_by_region(library),
        Line(_("Set your place: Ctrl+O, or hrterm config set place CA"), "dim"),
    ]


def numbers_by_region(library: Library) -> Page:
    """The first emergency number of every country: a bare one could mislead.

    Of a union's members its own number holds, so that they are not named.
    """
    first: dict[str, str] = {}
    for service in library.services():
        if service.kind == "emergency" and "-" not in service.jurisdiction:
            first.setdefault(service.jurisdiction, service.number)
    places: dict[str, list[str]] = {}
    reach: dict[str, int] = {}
    for code, name in library.listing("jurisdiction"):
        if code not in first:
            continue
        above = [place for place in library.places_above(code) if place in first]
        number = first[above[-1] if above else code]
        reach[number] = reach.get(number, 0) + 1
        if not above:
            places.setdefault(number, []).append(name)
    return [
        Row(number, series(where), "bold", width=6)
        for number, where in sorted(places.items(), key=lambda item: -reach[item[0]])
    ]


def steps(one: EmergencyCard) -> Page:
    """The steps, with room between them."""
    page: Page = []
    for number, fact in enumerate(one.steps, 1):
        page += [Bullet(fact.text, mark=f"{number}."), Gap()]
    return page


def screen(one: EmergencyCard, library: Library, place: str) -> Page:
    """A card with the numbers first: for someone who has no time."""
    page: Page = [*short_numbers(library, place), Heading(one.title, 1), *steps(one)]
    for heading, facts in ((_("Do not"), one.do_not), (_("Signs"), one.signs)):
        if facts:
            page.append(Heading(heading))
        page += [Bullet(fact.text) for fact in facts]
    page += protection(library, place)
    page += numbers(library, place)
    cited = _("Sources: {ids}").format(ids=", ".join(one.sources))
    return [*page, Gap(), Line(cited, "dim")]
