"""What people hear, with a verdict; studies with both their arms."""

from typing import NamedTuple

from hrterm.domain.vocabulary import ClaimVerdict, Evidence, StudyStatus, Verification


class Figure(NamedTuple):
    """A number with what it is compared to and out of how many."""

    value: str
    comparator: str
    denominator: str
    text: str


class Claim(NamedTuple):
    """One thing people hear, in one language."""

    id: str
    text: str
    subjects: tuple[str, ...]
    verdict: ClaimVerdict
    evidence: Evidence
    verification: Verification
    answer: str
    figures: tuple[Figure, ...]
    heard_in: tuple[str, ...]
    supported_by: tuple[str, ...]
    contradicted_by: tuple[str, ...]
    reviewed_on: str


class Arm(NamedTuple):
    """One arm of a study."""

    name: str
    randomised: int | None
    analysed: int | None
    result: str


class Study(NamedTuple):
    """A study, in one language."""

    id: str
    title: str
    design: str
    arms: tuple[Arm, ...]
    funding: str
    registry: str
    status: StudyStatus
    sources: tuple[str, ...]
