"""``hrterm claims``: things people hear, with a verdict."""

from typing import Any

from hrterm.cli.context import Context
from hrterm.cli.diagnostics import ExitCode
from hrterm.domain.claim import Claim
from hrterm.i18n import _
from hrterm.pages.blocks import Line
from hrterm.pages.claims import listing


def run(context: Context) -> ExitCode:
    """Answer with the claims that match, or with all."""
    query = " ".join(context.options.text)
    claims = context.library.claims(query)
    code = ExitCode.ANSWERED if claims else ExitCode.NOT_FOUND
    if context.as_json:
        context.answer(
            context.head("claims") | {"claims": [document_of(one) for one in claims]}
        )
        return code
    if not claims:
        context.show([Line(_nothing(query))])
    else:
        context.show(listing(claims, context.library))
    return code


def _nothing(query: str) -> str:
    return _(
        "No claim here matches “{query}”. That says nothing about whether it is true."
    ).format(query=query)


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
