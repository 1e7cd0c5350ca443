"""The fact sheet of a substance or class."""

from typing import NamedTuple

from hrterm.domain.vocabulary import (
    ActionKind,
    AliasType,
    Evidence,
    Level,
    Overdose,
    Strength,
    Verification,
)


class Fact(NamedTuple):
    """One thing that is said, with its support."""

    text: str
    evidence: Evidence
    verification: Verification
    sources: tuple[str, ...] = ()
    condition: str = ""
    """For a contraindication: the id of the condition."""
    wait: tuple[int, int] | None = None
    """For a washout: minutes."""
    inherited_from: str = ""
    """The class whose sheet says it; empty when it is the sheet's own."""


class Alias(NamedTuple):
    """Another name."""

    text: str
    type: AliasType
    language: str = ""
    region: str = ""


Span = tuple[int, int]


class Duration(NamedTuple):
    """How long effects take by one route, in minutes."""

    route: str
    onset: Span | None
    peak: Span | None
    total: Span | None
    after: Span | None
    evidence: Evidence
    verification: Verification
    sources: tuple[str, ...] = ()


class Mechanism(NamedTuple):
    """What a substance does at a target, and where that was shown."""

    target: str
    action: ActionKind
    strength: Strength | None
    level: Level
    evidence: Evidence
    verification: Verification
    text: str
    sources: tuple[str, ...] = ()
    inherited_from: str = ""


class Sheet(NamedTuple):
    """All that is known of one substance or class, in one language."""

    id: str
    type: str
    """``substance`` or ``class``."""
    name: str
    kind: str
    overdose: Overdose
    summary: str
    aliases: tuple[Alias, ...]
    identifiers: tuple[tuple[str, str], ...]
    classes: tuple[str, ...]
    """Of a substance: its nearest classes; of a class: its parents."""
    members: tuple[str, ...]
    form_of: str
    contains: tuple[str, ...]
    may_contain: tuple[str, ...]
    duration: tuple[Duration, ...]
    mechanisms: tuple[Mechanism, ...]
    facts: dict[str, tuple[Fact, ...]]
    """By section: effects, risks, reduce_harm, contraindications ..."""
    emergency: tuple[str, ...]
    reviewed_on: str

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source of the sheet, each once."""
        cited = [id_ for said in self.facts.values() for f in said for id_ in f.sources]
        cited += [id_ for one in self.mechanisms for id_ in one.sources]
        cited += [id_ for one in self.duration for id_ in one.sources]
        return tuple(dict.fromkeys(cited))

    def section(self, name: str) -> tuple[Fact, ...]:
        """The facts of one section; empty when there are none."""
        return self.facts.get(name, ())


class Term(NamedTuple):
    """A medical word and what it means."""

    id: str
    name: str
    text: str


class Target(NamedTuple):
    """A receptor, transporter, enzyme, channel or pathway."""

    id: str
    name: str
    kind: str
    summary: str
    substances: tuple[tuple[str, Mechanism], ...]
    """Ids with what each does here."""
