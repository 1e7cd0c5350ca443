"""``hrterm emergency``: what to do, and the numbers of the place."""

from typing import Any

from hrterm.cli.context import Context, present
from hrterm.cli.diagnostics import ExitCode
from hrterm.domain.emergency import EmergencyCard
from hrterm.i18n import _
from hrterm.pages import emergency
from hrterm.pages.blocks import Heading, Line, Page, Row


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
        context.answer(
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
    context.show(_page(context, cards, query, place))
    return code


def _page(
    context: Context, cards: tuple[EmergencyCard, ...], query: str, place: str
) -> Page:
    """Numbers of the place first; without one the short ones, and all others last."""
    numbers = emergency.numbers(context.library, place)
    page: Page = []
    if not cards:
        nothing = _("There is no card for “{query}”: hrterm emergency lists them.")
        page.append(Line(nothing.format(query=query)))
    elif len(cards) == 1 or query:
        if not place:
            page += emergency.short_numbers(context.library, place)
        for card in cards:
            page += emergency.card(card)
        page += emergency.protection(context.library, place)
    else:
        page.append(Heading(_("Cards")))
        page += [Row(card.id, card.title, width=26) for card in cards]
    return [*numbers, *page] if place else [*page, *numbers]


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
