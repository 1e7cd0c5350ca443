"""Studies as the contract writes them."""

from typing import Any

from hrterm.cli.context import present
from hrterm.domain.claim import Study


def document_of(study: Study) -> dict[str, Any]:
    """A study with both its arms."""
    return present(
        id=study.id,
        title=study.title,
        design=study.design,
        arms=[
            present(
                name=arm.name,
                randomised=arm.randomised,
                analysed=arm.analysed,
                result=arm.result,
            )
            for arm in study.arms
        ],
        funding=study.funding,
        registry=study.registry,
        status=study.status,
        sources=list(study.sources),
    )
