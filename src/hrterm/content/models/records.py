"""Law, claims, studies, sources and emergency cards."""

from typing import Annotated

from pydantic import Field, StringConstraints

from hrterm.content.models.base import (
    Date,
    Id,
    Ids,
    Label,
    Phrases,
    Plain,
    Region,
    SourceIds,
    Statement,
    Strict,
    Text,
)
from hrterm.domain.vocabulary import (
    ClaimVerdict,
    Evidence,
    LegalStatus,
    Possession,
    ServiceKind,
    SourceStatus,
    SourceType,
    StudyStatus,
    Verification,
)

Url = Annotated[
    str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$", max_length=600)
]


class Service(Strict):
    """A number to call."""

    kind: ServiceKind
    label: Text
    number: Annotated[Plain, StringConstraints(max_length=60)]
    as_of: Date | None = None
    verification: Verification
    sources: SourceIds


class Protection(Strict):
    """What the law says about people who call for help."""

    text: Text
    as_of: Date | None = None
    verification: Verification
    sources: SourceIds


class LegalRecord(Strict):
    """One dated row of law."""

    substance: Id
    status: LegalStatus
    possession: Possession = "unknown"
    schedule: Label | None = None
    instrument: Label
    item: Label | None = None
    url: Url | None = None
    from_: Annotated[Date | None, Field(alias="from")] = None
    to: Date | None = None
    as_of: Date | None = None
    verification: Verification
    access: Text | None = None
    note: Text | None = None
    sources: SourceIds


class Jurisdiction(Strict):
    """A country, part, or body, with its law and its numbers."""

    code: Region
    names: Text
    parent: Region | None = None
    services: tuple[Service, ...] = ()
    protection: tuple[Protection, ...] = ()
    records: tuple[LegalRecord, ...] = ()


class Figure(Strict):
    """A number with what it is compared to and out of how many."""

    value: Label
    comparator: Label
    denominator: Label
    text: Text


class Claim(Strict):
    """What people hear, and the answer."""

    statement: Text
    subjects: Annotated[Ids, Field(min_length=1)]
    verdict: ClaimVerdict
    evidence: Evidence
    verification: Verification
    answer: Text
    figures: tuple[Figure, ...] = ()
    heard_in: Ids = ()
    supported_by: Ids = ()
    contradicted_by: Ids = ()
    rows: tuple[Plain, ...] = ()
    reviewed_on: Date


Count = Annotated[int, Field(ge=0, le=100_000_000)]
"""How many people; never more than a study could hold."""


class Arm(Strict):
    """One arm of a study."""

    name: Text
    randomised: Count | None = None
    analysed: Count | None = None
    result: Text


class Study(Strict):
    """A study with both its arms."""

    title: Text
    subjects: Annotated[Ids, Field(min_length=1)]
    design: Text
    arms: tuple[Arm, ...] = ()
    funding: Text | None = None
    registry: Plain | None = None
    status: StudyStatus = "active"
    sources: SourceIds


class Source(Strict):
    """One entry of the bibliography."""

    type: SourceType
    title: Plain
    authors: Plain | None = None
    year: Annotated[int, Field(ge=1800, le=2100)] | None = None
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    url: Url | None = None
    status: SourceStatus = "active"
    accessed: Date | None = None


class EmergencyCard(Strict):
    """What to do, in order."""

    title: Text
    rank: Annotated[int, Field(ge=1, le=99)]
    concerns: Ids = ()
    heard: Phrases
    signs: Annotated[tuple[Statement, ...], Field(min_length=1)]
    steps: Annotated[tuple[Statement, ...], Field(min_length=1)]
    do_not: tuple[Statement, ...] = ()
    reviewed_on: Date
