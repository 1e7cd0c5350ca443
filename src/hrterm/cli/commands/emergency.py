"""``hrterm emergency``: what to do, and the numbers of the place."""

from typing import Any

from hrterm.cli.context import Context, present
from hrterm.cli.diagnostics import ExitCode
from hrterm.domain.emergency import EmergencyCard
from hrterm.domain.hearing import Ranking
from hrterm.domain.law import Protection, Service
from hrterm.i18n import _
from hrterm.pages import emergency
from hrterm.pages.blocks import Heading, Page, Row
from hrterm.store.library import Library


def run(context: Context) -> ExitCode:
    """Answer with cards and numbers."""
    library = context.library
    place = context.place(context.options.place, default=True)
    query = " ".join(context.options.card).strip()
    called = _called(library, query) if query else None
    cards = library.cards(list(called.ids) if called else None)
    is_recognised = called.is_recognised if called else bool(cards)
    code = ExitCode.ANSWERED if is_recognised else ExitCode.NOT_FOUND
    if context.as_json:
        told = {"recognised": is_recognised} if query else {}
        context.answer(
            context.head("emergency")
            | told
            | {"cards": [_document(card) for card in cards]}
            | _whom_to_call(library, place)
        )
        return code
    if query:
        context.show(_one_card(library, cards, is_recognised, query, place))
    else:
        context.show(_all_cards(library, cards, place))
    return code


def _called(library: Library, query: str) -> Ranking:
    """The card of an id, or the cards that a text calls for."""
    if query.lower() in dict(library.listing("emergency")):
        return Ranking((query.lower(),), True)
    return library.cards_for(query)


def _one_card(
    library: Library,
    cards: tuple[EmergencyCard, ...],
    is_recognised: bool,
    query: str,
    place: str,
) -> Page:
    """The short numbers, the best card in full, the names of the others in a line."""
    page = emergency.short_numbers(library, place)
    if not is_recognised:
        page.append(emergency.unrecognised(query))
    if cards:
        page += emergency.card(cards[0], emergency.others(cards[1:]))
    page += emergency.protection(library, place)
    return [*page, *emergency.numbers(library, place)]


def _all_cards(library: Library, cards: tuple[EmergencyCard, ...], place: str) -> Page:
    """Ids and titles; the numbers of the place first, those of all places last."""
    numbers = emergency.numbers(library, place)
    page: Page = [Heading(_("Cards"))]
    page += [Row(card.id, card.title, width=26) for card in cards]
    return [*numbers, *page] if place else [*page, *numbers]


def _whom_to_call(library: Library, place: str) -> dict[str, Any]:
    return {
        "numbers": [
            _supported(one, kind=one.kind, label=one.label, number=one.number)
            for one in library.services(place)
        ],
        "legal_protection": [
            _supported(one, text=one.text) for one in library.protection(place)
        ],
    }


def _supported(one: Service | Protection, **told: str) -> dict[str, Any]:
    """What a record of a place says, between where it holds and what it rests on."""
    return present(
        jurisdiction=one.jurisdiction,
        **told,
        as_of=one.as_of,
        verification=one.verification,
        sources=list(one.sources),
    )


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
