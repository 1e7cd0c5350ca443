"""What the library answers to a check: pairs in words, groups, the whole."""

from typing import NamedTuple

from hrterm.domain.combination import Combination
from hrterm.domain.found import NameMatch
from hrterm.domain.interaction import Finding, Verdict
from hrterm.domain.stacking import Member
from hrterm.domain.timing import Interval, Timing


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
    """What the verdict rests on, and what fits the order that was told."""
    signs: tuple[str, ...]
    advice: tuple[str, ...]
    timing: tuple[Timing, ...]
    reasons: tuple[Reason, ...]
    told: Interval | None = None
    """Which came first and by how much, where that was told."""

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
    members: tuple[Member, ...]
    group: str
    """What they do, as in "three things that …"."""
    text: str


class CheckAnswer(NamedTuple):
    """All that is said when names are checked together."""

    names: tuple[NameMatch, ...]
    pairs: tuple[PairAnswer, ...]
    combination: Combination | None
    """None when fewer than two names were asked about."""
    stacks: tuple[StackAnswer, ...]
    labels: dict[str, str]
