"""A page to print and hand over: one substance, or a combination."""

from hrterm.domain.answer import CheckAnswer
from hrterm.i18n import _
from hrterm.pages import combination, emergency
from hrterm.pages.bibliography import listing
from hrterm.pages.blocks import Bullet, Gap, Heading, Line, Page, Rating
from hrterm.pages.html import html
from hrterm.pages.markdown import markdown
from hrterm.pages.plain import plain_text
from hrterm.pages.sheet import durations
from hrterm.store.library import Library
from hrterm.wording import pairs
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import date
from hrterm.wording.reviewing import reviewed_by

FORMATS = ("md", "html", "txt")

_SECTIONS = ("danger_signs", "naloxone", "risks", "reduce_harm")
"""What a person takes home of a sheet."""


def handout(ids: tuple[str, ...], library: Library, place: str, today: str) -> Page:
    """What one substance does, or what several do together.

    Args:
        ids: substances or classes that were found.
        library: what is asked.
        place: the jurisdiction whose numbers are printed; or empty.
        today: the date, YYYY-MM-DD.
    """
    names = library.names("subject", ids)
    page: Page = [Heading(" + ".join(names[id_] for id_ in ids), 1)]
    if len(ids) == 1:
        body, cited = _substance(ids[0], library)
    else:
        body, cited = _together(ids, library)
    page += [*body, *_numbers(library, place), Heading(_("Sources"))]
    page += listing(library.sources(cited))
    return [*page, Gap(), *_colophon(library, today)]


def _numbers(library: Library, place: str) -> Page:
    """Numbers of the place; without one, the emergency numbers in a few lines."""
    if place:
        return emergency.numbers(library, place)
    return [
        Heading(_("Call")),
        *emergency.numbers_by_region(library),
        Line(
            _(
                "For poison centres and help lines, make this page again with a place: "
                "--in CA, or hrterm config set place CA."
            ),
            "dim",
        ),
    ]


def of_page(page: Page, library: Library, today: str) -> Page:
    """What is shown now (a claim, a card), with what every handout ends in."""
    return [*page, Gap(), *_colophon(library, today)]


def _substance(id_: str, library: Library) -> tuple[Page, list[str]]:
    sheet = library.sheet(id_)
    page: Page = [Line(sheet.summary)]
    cited: list[str] = []
    for section in _SECTIONS:
        facts = sheet.section(section)
        if facts:
            page.append(Heading(words.section(section)))
        for fact in facts:
            page.append(Bullet(fact.text))
            cited += fact.sources
    return page + durations(sheet), list(dict.fromkeys(cited))


def _together(ids: tuple[str, ...], library: Library) -> tuple[Page, list[str]]:
    answer = library.check(tuple(library.names("subject", ids)[id_] for id_ in ids))
    page: Page = []
    if len(answer.pairs) > 1:
        page += [*combination.in_short(answer), *combination.groups(answer)]
    cited: list[str] = []
    for one in answer.pairs:
        page += [Gap(), Rating(one.verdict.risk, pairs.title(one, answer.labels))]
        page += [Line(pairs.summary(one)), *_lists(one.signs, one.advice)]
        page += combination.timing(one, answer.labels)
        cited += one.sources
    page += _numbers_of_pairs(answer)
    return page, list(dict.fromkeys(cited))


def _lists(signs: tuple[str, ...], advice: tuple[str, ...]) -> Page:
    page: Page = []
    for heading, texts in ((_("Signs"), signs), (_("What helps"), advice)):
        if texts:
            page.append(Heading(heading, 3))
        page += [Bullet(text) for text in texts]
    return page


def _numbers_of_pairs(answer: CheckAnswer) -> Page:
    if answer.combination is None or answer.combination.complete:
        return []
    return [Gap(), Line(_("Unknown is not the same as safe."), "bold")]


def _colophon(library: Library, today: str) -> Page:
    edition = library.edition()
    return [
        Line(
            _("hrterm, edition {version}, printed on {date}.").format(
                version=edition.version, date=date(today)
            ),
            "dim",
        ),
        Line(reviewed_by(edition.reviewed_by), "dim"),
        Line(
            _("Information only: it does not replace a doctor or a pharmacist."), "dim"
        ),
    ]


def format_of(name: str) -> str:
    """The format that a file's name asks for: Markdown without an ending.

    Empty when the ending names no form that there is.
    """
    base = name.replace("\\", "/").rpartition("/")[2]
    ending = base.rpartition(".")[2].lower() if "." in base else "md"
    return ending if ending in FORMATS else ""


def formatted(page: Page, form: str, language: str) -> str:
    """The page in one of ``FORMATS``."""
    match form:
        case "md":
            return markdown(page)
        case "txt":
            return plain_text(page)
        case _:
            return html(page, language)
