"""``hrterm claims``: things people hear, with a verdict."""

from typing import Any

from hrterm.cli.context import Context
from hrterm.cli.diagnostics import ExitCode
from hrterm.domain.claim import Claim
from hrterm.i18n import _
from hrterm.wording import sheets
from hrterm.wording import vocabulary as words


def run(context: Context) -> ExitCode:
    """Answer with the claims that match, or with all."""
    query = " ".join(context.options.text)
    claims = context.library.claims(query)
    code = ExitCode.ANSWERED if claims else ExitCode.NOT_FOUND
    if context.as_json:
        context.finish(
            context.head("claims") | {"claims": [document_of(one) for one in claims]}
        )
        return code
    page = context.page
    if not claims:
        page.line(
            _(
                "No claim here matches “{query}”. That says nothing about whether it "
                "is true."
            ).format(query=query)
        )
    for claim in claims:
        _print(context, claim)
    context.finish()
    return code


def _print(context: Context, claim: Claim) -> None:
    page = context.page
    page.blank()
    page.line(sheets.claim_head(claim), style="bold")
    page.line(claim.answer, indent=2)
    for figure in claim.figures:
        page.bullet(sheets.figure(figure), indent=4)
    page.line(
        f"{words.evidence(claim.evidence)}; {words.verification(claim.verification)}",
        indent=2,
        style="dim",
    )
    for heading, ids in (
        (_("Supported by"), claim.supported_by),
        (_("Contradicted by"), claim.contradicted_by),
        (_("Heard in (this supports nothing)"), claim.heard_in),
    ):
        if ids:
            page.line(f"{heading}:", indent=2)
        for source in context.library.sources(list(ids)):
            page.bullet(sheets.source(source), indent=4)


def document_of(claim: Claim) -> dict[str, Any]:
    """A claim as the contract writes it."""
    return {
        "id": claim.id,
        "text": claim.text,
        "subjects": list(claim.subjects),
        "verdict": claim.verdict,
        "evidence": claim.evidence,
        "verification": claim.verification,
        "answer": claim.answer,
        "figures": [figure._asdict() for figure in claim.figures],
        "heard_in": list(claim.heard_in),
        "supported_by": list(claim.supported_by),
        "contradicted_by": list(claim.contradicted_by),
        "reviewed_on": claim.reviewed_on,
    }


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    parser.add_argument("text", nargs="*", metavar=_("TEXT"))
