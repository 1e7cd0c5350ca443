"""``hrterm emergency``: what to do, and the numbers of the place."""

from typing import Any

from hrterm.cli.context import Context, present
from hrterm.cli.diagnostics import ExitCode
from hrterm.domain.emergency import EmergencyCard
from hrterm.i18n import _
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import date


def run(context: Context) -> ExitCode:
    """Answer with cards and numbers."""
    library = context.library
    place = context.place(context.options.place, default=True)
    query = " ".join(context.options.card)
    cards = _cards(context, query)
    services = library.services(place)
    protection = library.protection(place)
    code = ExitCode.ANSWERED if cards else ExitCode.NOT_FOUND
    if context.as_json:
        context.finish(
            context.head("emergency")
            | {
                "cards": [_document(card) for card in cards],
                "numbers": [
                    present(
                        jurisdiction=one.jurisdiction,
                        kind=one.kind,
                        label=one.label,
                        number=one.number,
                        as_of=one.as_of,
                        verification=one.verification,
                        sources=list(one.sources),
                    )
                    for one in services
                ],
                "legal_protection": [
                    present(
                        jurisdiction=one.jurisdiction,
                        text=one.text,
                        as_of=one.as_of,
                        verification=one.verification,
                        sources=list(one.sources),
                    )
                    for one in protection
                ],
            }
        )
        return code
    page = context.page
    urgent = [s for s in services if place or s.kind == "emergency"]
    page.heading(_("Call"))
    for one in urgent:
        when = f" — {date(one.as_of)}" if one.as_of else ""
        check = words.verification(one.verification)
        page.row(
            [f"{one.jurisdiction}  {one.number}", f"{one.label} ({check}{when})"],
            [24, 50],
        )
    if not place:
        page.line(
            _(
                "Numbers of one place: hrterm emergency --in CA "
                "(or: config set place CA)"
            )
        )
    if not cards:
        page.line(
            _("There is no card for “{query}”: hrterm emergency lists them.").format(
                query=query
            )
        )
    single = len(cards) == 1 or bool(query)
    if not single:
        page.heading(_("Cards"))
    for card in cards:
        if single:
            _print(context, card)
        else:
            page.row([card.id, card.title], [26, 50])
    if single and place:
        for rule in protection:
            page.heading(
                _("If you call: what the law says ({place})").format(
                    place=rule.jurisdiction
                )
            )
            page.line(rule.text)
    context.finish()
    return code


def _cards(context: Context, query: str) -> tuple[EmergencyCard, ...]:
    """A card by id, by words of its title, or by the substance it concerns."""
    library = context.library
    if not query:
        return library.cards()
    exact = library.cards([query.lower()])
    if exact:
        return exact
    hits = library.search(query, ("emergency",))
    if hits:
        return library.cards([hit.id for hit in hits])
    name = library.match(query)
    return library.cards(list(library.sheet(name.id).emergency)) if name.id else ()


def _print(context: Context, card: EmergencyCard) -> None:
    page = context.page
    page.heading(card.title)
    for heading, facts in (
        (_("Signs"), card.signs),
        (_("What to do, in this order"), card.steps),
        (_("Do not"), card.do_not),
    ):
        if not facts:
            continue
        page.blank()
        page.line(heading, style="bold")
        for number, fact in enumerate(facts, 1):
            page.bullet(fact.text, mark=f"{number}." if facts is card.steps else "")
    page.blank()
    page.line(_("Sources: {ids}").format(ids=", ".join(card.sources)), style="dim")


def _document(card: EmergencyCard) -> dict[str, Any]:
    return {
        "id": card.id,
        "title": card.title,
        "signs": [fact.text for fact in card.signs],
        "steps": [fact.text for fact in card.steps],
        "do_not": [fact.text for fact in card.do_not],
        "sources": list(card.sources),
    }


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    parser.add_argument("card", nargs="*", metavar=_("CARD"))
    parser.add_argument(
        "--in",
        dest="place",
        metavar=_("CODE"),
        help=_("a place: CA, CA-BC, FR, EU ..."),
    )
