"""What people hear, the answer, the figures with both arms, and what supports it."""

import re

from hrterm.domain.claim import Claim, Figure, Study
from hrterm.i18n import _
from hrterm.pages.blocks import Bullet, Gap, Heading, Line, Page, Share
from hrterm.store.library import Library
from hrterm.wording import sheets
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import clauses


def listing(claims: tuple[Claim, ...], library: Library) -> Page:
    """Several claims, one after the other."""
    page: Page = []
    for one in claims:
        page.append(Gap())
        page += claim(one, library)
    return page


def claim(one: Claim, library: Library) -> Page:
    """A claim with its answer, figures, and what stands behind it."""
    page: Page = [
        Line(sheets.claim_head(one), "bold"),
        Line(one.answer, "", 2),
        Line(_support(one), "dim", 2),
    ]
    for figure in one.figures:
        page.append(Bullet(sheets.figure(figure)))
        page += _arms(figure)
    for heading, ids in (
        (_("Supported by"), one.supported_by),
        (_("Contradicted by"), one.contradicted_by),
        (_("Heard in (this supports nothing)"), one.heard_in),
    ):
        if ids:
            page.append(Line(_("{heading}:").format(heading=heading), "", 2))
        page += [Bullet(sheets.source(s), indent=2) for s in library.sources([*ids])]
    return page


def _support(one: Claim) -> str:
    return clauses([words.evidence(one.evidence), words.verification(one.verification)])


_PERCENT = re.compile(r"^\D{0,8}(\d{1,3}(?:[.,]\d+)?)\s?%")


def _arms(figure: Figure) -> Page:
    """Both arms as bars, when both are shares of a whole."""
    shares = [_PERCENT.match(text) for text in (figure.value, figure.comparator)]
    if not all(shares):
        return []
    return [
        Share(name, float(found[1].replace(",", ".")), text)
        for name, text, found in (
            (_("this"), figure.value, shares[0]),
            (_("compared with"), figure.comparator, shares[1]),
        )
        if found is not None
    ]


def about(id_: str, library: Library) -> Page:
    """What people say about one thing, and the studies of it."""
    page: Page = []
    for one in library.claims_about(id_):
        page += [Line(sheets.claim_head(one), "bold"), Line(one.answer, "", 2)]
        page += [Bullet(sheets.figure(figure)) for figure in one.figures]
        page.append(Gap())
    for study in library.studies(id_):
        page += _study(study)
    return page or [Line(_("No claim is recorded here."))]


def _study(study: Study) -> Page:
    head, *rest = sheets.study(study)
    return [Heading(head, 3), *(Line(text, "", 2) for text in rest)]


def in_short(id_: str, library: Library) -> Page:
    """One line a claim."""
    claims = library.claims_about(id_)
    if not claims:
        return []
    lines: Page = [Bullet(sheets.claim_head(one)) for one in claims]
    return [Heading(words.section("claims")), *lines]
