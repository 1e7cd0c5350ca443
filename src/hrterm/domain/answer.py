"""What the library answers to a check: names, pairs in words, the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hrterm.domain.combination import Combination
    from hrterm.domain.interaction import Finding, Verdict
    from hrterm.domain.timing import Timing
    from hrterm.domain.vocabulary import NameStatus, Route


class Candidate(NamedTuple):
    """Something a name may mean."""

    id: str
    name: str


class NameMatch(NamedTuple):
    """What became of one name that someone typed."""

    query: str
    status: NameStatus
    id: str = ""
    name: str = ""
    matched: str = ""
    """The spelling that it was found by."""
    corrected: bool = False
    ignored: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    route: Route | None = None
    """How it is taken, when a word said so."""


class Reason(NamedTuple):
    """A finding with its words."""

    finding: Finding
    summary: str
    text: str
    """Why, in plain words."""
    overruled_reason: str
    others: str
    """What other charts say, when they differ."""
    sources: tuple[str, ...]
    routes: tuple[str, ...] = ()
    """Ways of taking it to which the reason is limited; empty when to none."""


class PairAnswer(NamedTuple):
    """A verdict in words."""

    verdict: Verdict
    condition: str
    """The candidate it depends on, when a name was ambiguous; else empty."""
    summary: str
    signs: tuple[str, ...]
    advice: tuple[str, ...]
    timing: tuple[Timing, ...]
    reasons: tuple[Reason, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source of the reasons that speak, each once."""
        return tuple(
            dict.fromkeys(
                source
                for reason in self.reasons
                if reason.finding.speaks
                for source in reason.sources
            )
        )


class StackAnswer(NamedTuple):
    """A group that adds up, in words."""

    rule: str
    hazard: str
    risk: str
    members: tuple[str, ...]
    group: str
    text: str


class CheckAnswer(NamedTuple):
    """All that is said when names are checked together."""

    names: tuple[NameMatch, ...]
    pairs: tuple[PairAnswer, ...]
    combination: Combination | None
    """None when fewer than two names were asked about."""
    stacks: tuple[StackAnswer, ...]
    labels: dict[str, str]


class Hit(NamedTuple):
    """One result of a search."""

    kind: str
    id: str
    name: str
    matched: str
    """The spelling that it was found by; empty when found in what is said of it."""
