"""Statements on pairs, and the rules that speak where no pair was written down."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from hrterm.content.models.base import (
    Date,
    Id,
    Ids,
    Plain,
    Strict,
    Supported,
    Text,
    Wait,
    unique,
)
from hrterm.domain.vocabulary import (
    ActionKind,
    Effect,
    Hazard,
    Order,
    Risk,
    Route,
    Verification,
)


class Override(Strict):
    """A statement or rule that this one silences, and why."""

    id: Id
    reason: Text


def _of_several(overrides: tuple[Override, ...]) -> tuple[Override, ...]:
    unique(tuple(override.id for override in overrides))
    return overrides


class Timing(Strict):
    """How long one side matters for the other."""

    first: Literal["a", "b"]
    then: Literal["a", "b"]
    wait: Wait | None = None
    text: Text
    verification: Verification = "unverified"


_ONWARD: dict[Order, tuple[str, str]] = {"a-then-b": ("a", "b"), "b-then-a": ("b", "a")}
"""Orders in which a wait counts from the first to the second."""


class Interaction(Supported):
    """One statement on a pair of substances or classes."""

    id: Id
    with_: Annotated[Id, Field(alias="with")]
    hazards: Annotated[tuple[Hazard, ...], Field(min_length=1)]
    risk: Risk
    effect: Effect = "unknown"
    order: Order = "either"
    summary: Text
    signs: tuple[Text, ...] = ()
    why: Text
    advice: tuple[Text, ...] = ()
    if_prescribed: tuple[Text, ...] = ()
    timing: tuple[Timing, ...] = ()
    routes: tuple[Route, ...] = ()
    routes_of: Literal["a", "b"] | None = None
    holds_for: Ids = ()
    overrides: Annotated[tuple[Override, ...], AfterValidator(_of_several)] = ()
    others: Text | None = None
    reviewed_on: Date
    reviewed_by: tuple[Plain, ...] = ()

    @model_validator(mode="after")
    def _low_is_earned(self) -> "Interaction":
        if self.risk == "low" and (
            self.verification != "read"
            or self.evidence not in {"limited", "moderate", "strong"}
        ):
            raise ValueError("low")
        return self

    @model_validator(mode="after")
    def _waits_fit_the_order(self) -> "Interaction":
        """A wait counts from what the record says comes first, to what comes then.

        After stopping, a number tells when something begins: that is no wait.
        """
        for timing in self.timing:
            if timing.wait is None or self.order == "either":
                continue
            if _ONWARD.get(self.order) != (timing.first, timing.then):
                raise ValueError("wait-order")
        return self

    @model_validator(mode="after")
    def _routes_name_their_side(self) -> "Interaction":
        if bool(self.routes) != (self.routes_of is not None):
            raise ValueError("routes-of")
        return self


class Side(Strict):
    """A mechanism on one side of a rule."""

    target: Id
    actions: Annotated[
        tuple[ActionKind, ...], Field(min_length=1), AfterValidator(unique)
    ]


class MechanismRule(Supported):
    """Two mechanisms that meet."""

    id: Id
    a: Side
    b: Side
    hazard: Hazard
    risk: Risk
    effect: Effect = "unknown"
    summary: Text
    why: Text
    signs: tuple[Text, ...] = ()
    advice: tuple[Text, ...] = ()
    if_prescribed: tuple[Text, ...] = ()


class StackingRule(Supported):
    """Members of a group that add up in one hazard."""

    id: Id
    hazard: Hazard
    group: Text
    members: Ids = ()
    first: Ids = ()
    second: Ids = ()
    chain: bool = False
    two: Risk | None = None
    three: Risk
    summary: Text
    why: Text
    signs: tuple[Text, ...] = ()
    advice: tuple[Text, ...] = ()
    if_prescribed: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _one_shape(self) -> "StackingRule":
        sided = bool(self.first) and bool(self.second) != self.chain
        if bool(self.members) == sided:
            raise ValueError("stacking-shape")
        return self


class Rules(Strict):
    """The file of rules."""

    mechanism_rules: tuple[MechanismRule, ...] = ()
    stacking_rules: tuple[StackingRule, ...] = ()
