"""The scale of risk: which of several dangers an answer takes."""

from collections.abc import Iterable

from hrterm.domain.vocabulary import EVIDENCE, Evidence, Risk

_BADNESS: dict[Risk, int] = {
    "dangerous": 4,
    "unsafe": 3,
    "caution": 2,
    "unknown": 1,
    "low": 0,
}
"""`unknown` stands above `low`: what nobody looked at never reads as fine."""

_CONFIDENCE: dict[Evidence, int] = {
    evidence: len(EVIDENCE) - place for place, evidence in enumerate(EVIDENCE)
}


def badness(risk: Risk) -> int:
    """A number that grows with the risk; `unknown` lies between low and caution."""
    return _BADNESS[risk]


def worst(risks: Iterable[Risk]) -> Risk:
    """The worst of several risks; `unknown` when there is none."""
    return max(risks, key=badness, default="unknown")


def confidence(evidence: Evidence) -> int:
    """A number that grows with the strength of the evidence."""
    return _CONFIDENCE[evidence]
