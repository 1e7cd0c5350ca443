"""Statements on pairs, rules, and what comes of them for one pair."""

from typing import Literal, NamedTuple

from hrterm.domain.vocabulary import (
    ActionKind,
    Basis,
    Effect,
    Evidence,
    Hazard,
    Order,
    Risk,
    Route,
    Verification,
)

_FLIPPED: dict[Order, Order] = {
    "a-then-b": "b-then-a",
    "b-then-a": "a-then-b",
    "after-stopping-a": "after-stopping-b",
    "after-stopping-b": "after-stopping-a",
}


def flipped(order: Order) -> Order:
    """The same order seen with the two sides exchanged."""
    return _FLIPPED.get(order, order)


class Statement(NamedTuple):
    """What a source says of a pair of substances or classes."""

    id: str
    a: str
    b: str
    hazards: tuple[Hazard, ...]
    risk: Risk
    effect: Effect = "unknown"
    order: Order = "either"
    evidence: Evidence = "theoretical"
    verification: Verification = "unverified"
    overrides: frozenset[str] = frozenset()
    """Ids of statements and rules that it silences in its own hazards."""
    holds_for: frozenset[str] = frozenset()
    """Members to which a class-level `low` applies."""
    routes: frozenset[Route] = frozenset()
    """Ways of taking one of the two to which it is limited; empty when to none."""
    routes_of: Literal["a", "b"] = "a"
    """Which of the two has to be taken so."""


class Side(NamedTuple):
    """A mechanism that a rule looks for."""

    target: str
    kinds: frozenset[ActionKind]


class MechanismRule(NamedTuple):
    """Two mechanisms that meet."""

    id: str
    a: Side
    b: Side
    hazard: Hazard
    risk: Risk
    effect: Effect = "unknown"
    evidence: Evidence = "theoretical"
    verification: Verification = "unverified"


class StackingRule(NamedTuple):
    """Members of a group that add up in one hazard.

    Either ``members`` are counted, or one of ``first`` has to meet one of
    ``second``. A chain needs one of ``first`` and what it raises.
    """

    id: str
    hazard: Hazard
    two: Risk | None
    three: Risk
    members: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()
    chain: bool = False
    evidence: Evidence = "theoretical"
    verification: Verification = "unverified"


class Finding(NamedTuple):
    """One statement or rule as it applies to one pair, in one hazard."""

    id: str
    basis: Basis
    hazard: Hazard
    risk: Risk
    effect: Effect
    order: Order
    """As seen from the pair's own a and b."""
    evidence: Evidence
    verification: Verification
    subject_a: str
    """What the pair's a is, that the statement or rule speaks of."""
    subject_b: str
    distance: int = 0
    flipped: bool = False
    """True when the statement's own a is the pair's b."""
    via_a: str = ""
    """The part of a that it concerns, when a holds several substances."""
    via_b: str = ""
    possible: bool = False
    """True when it counts only if a street product holds that part."""
    weakened: str = ""
    """Why the risk was made unknown: `atypical`, `low-not-inherited`, `other-route`."""
    overrides: frozenset[str] = frozenset()
    """Ids that it silences in this hazard, when it speaks itself."""
    overruled_by: str = ""
    """The id of the statement that silences it; empty when it speaks."""

    @property
    def speaks(self) -> bool:
        """Whether it counts in the verdict."""
        return not self.overruled_by


class Verdict(NamedTuple):
    """What happens when two things are combined, with every reason."""

    a: str
    b: str
    risk: Risk
    effect: Effect
    order: Order
    basis: Basis
    evidence: Evidence
    verification: Verification
    findings: tuple[Finding, ...] = ()
    """Those that speak, worst first, then the overruled ones."""
    member_a: str = ""
    """When a is a class: the member for which the verdict is worst."""
    member_b: str = ""

    @property
    def lead(self) -> Finding | None:
        """The finding that the verdict rests on."""
        if self.findings and self.findings[0].speaks:
            return self.findings[0]
        return None

    @property
    def is_known(self) -> bool:
        """Whether any source rates the pair."""
        return self.risk != "unknown"
