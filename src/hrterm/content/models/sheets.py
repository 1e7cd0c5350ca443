"""Fact sheets of substances and classes, targets and topics."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from hrterm.content.models.base import (
    Date,
    Id,
    Ids,
    LanguageCode,
    Plain,
    Region,
    Span,
    Statement,
    Strict,
    Supported,
    Text,
    Washout,
)
from hrterm.domain.vocabulary import (
    ActionKind,
    AliasType,
    Level,
    Overdose,
    Route,
    Strength,
    SubstanceKind,
    TargetKind,
    TopicKind,
)

SENTENCES = (
    "effects",
    "risks",
    "reduce_harm",
    "contraindications",
    "danger_signs",
    "adulterants",
    "checking",
)
"""Sections of a sheet that list facts in words."""
SINGLE = ("naloxone", "washout", "tolerance", "withdrawal")
"""Sections that hold one fact at most."""
_LISTED = (SENTENCES[0], "duration", "mechanisms", *SENTENCES[1:])
"""Sections that list what rests on sources, in the order of a sheet."""


class Alias(Strict):
    """Another name, as people write it."""

    text: Annotated[Plain, StringConstraints(max_length=120)]
    type: AliasType
    language: LanguageCode | None = None
    regions: tuple[Region, ...] = ()


class Identifiers(Strict):
    """Registry numbers, where known."""

    cas: Annotated[str, StringConstraints(pattern=r"^\d{2,7}-\d\d-\d$")] | None = None
    atc: tuple[
        Annotated[str, StringConstraints(pattern=r"^[A-Z]\d\d[A-Z]{2}\d\d$")], ...
    ] = ()
    inchikey: (
        Annotated[str, StringConstraints(pattern=r"^[A-Z]{14}-[A-Z]{10}-[A-Z]$")] | None
    ) = None


class Duration(Supported):
    """How long effects take by one route, in minutes."""

    route: Route
    onset: Span | None = None
    peak: Span | None = None
    total: Span | None = None
    after: Span | None = None


class Mechanism(Supported):
    """What a substance does at a target, and where that was shown."""

    target: Id
    action: ActionKind
    strength: Strength | None = None
    level: Level
    text: Text


class Contraindication(Statement):
    """A condition in which the substance is a particular danger."""

    condition: Id


class Sheet(Strict):
    """What substances and classes have in common."""

    names: Text
    aliases: tuple[Alias, ...] = ()
    atypical: Ids = ()
    overdose: Overdose = "unknown"
    summary: Text
    effects: tuple[Statement, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    risks: tuple[Statement, ...] = ()
    reduce_harm: tuple[Statement, ...] = ()
    contraindications: tuple[Contraindication, ...] = ()
    danger_signs: tuple[Statement, ...] = ()
    emergency: Ids = ()
    naloxone: Statement | None = None
    washout: Washout | None = None
    tolerance: Statement | None = None
    withdrawal: Statement | None = None
    adulterants: tuple[Statement, ...] = ()
    checking: tuple[Statement, ...] = ()
    gaps: tuple[Text, ...] = ()
    reviewed_on: Date
    reviewed_by: tuple[Plain, ...] = ()

    def supported(self) -> Iterator[tuple[tuple[str | int, ...], Supported]]:
        """Everything that rests on sources, each with the keys that lead to it."""
        for section in _LISTED:
            for position, one in enumerate(getattr(self, section, ())):
                yield (section, position), one
        for section in SINGLE:
            single = getattr(self, section)
            if single is not None:
                yield (section,), single


class Substance(Sheet):
    """One substance, medicine, plant, food or street product."""

    kind: SubstanceKind
    classes: Ids = ()
    form_of: Id | None = None
    contains: Ids = ()
    may_contain: Ids = ()
    identifiers: Identifiers = Identifiers()
    duration: tuple[Duration, ...] = ()


class Defined(Strict):
    """The action that makes a substance a member of the class."""

    target: Id
    action: ActionKind


class SubstanceClass(Sheet):
    """A class: what its members share."""

    parents: Ids = ()
    defined_by: Defined | None = None
    stacks: bool = False


class Target(Strict):
    """A receptor, transporter, enzyme, channel or pathway."""

    names: Text
    kind: TargetKind
    summary: Text


class Topic(Strict):
    """A condition, practice or messenger that claims and sheets speak of."""

    names: Text
    kind: TopicKind
    aliases: tuple[Alias, ...] = ()


class Term(Strict):
    """A medical word, explained in everyday ones."""

    names: Text
    text: Text


class AmbiguousName(Strict):
    """A name that means several things on purpose."""

    text: Plain
    language: LanguageCode | None = None
    candidates: Annotated[Ids, Field(min_length=2)]
