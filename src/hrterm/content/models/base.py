"""The building bricks of every file: ids, texts, dates, spans, statements."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    model_validator,
)

from hrterm.domain.vocabulary import Evidence, Verification

REQUIRED_LANGUAGES = ("en", "fr")

ID_PATTERN = r"^[a-z0-9]+(-+[a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Plain = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=r"\S")]

Phrase = Annotated[str, StringConstraints(min_length=2, max_length=80, pattern=r"\S")]


def _real_date(text: str) -> str:
    """A date that the calendar has.

    Raises:
        ValueError: when there is no such day.
    """
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        raise ValueError("date") from None
    return text


Date = Annotated[
    str,
    StringConstraints(
        pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
    ),
    AfterValidator(_real_date),
]
LONGEST = 10 * 366 * 1440
"""Minutes of ten years: no span is longer."""
Region = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]

_UNITS = {"m": 1, "h": 60, "d": 1440, "w": 10080}


class Strict(BaseModel):
    """A mapping that takes known keys only."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _with_every_language(told: dict[str, Any]) -> None:
    """Check that no required language is missing.

    Raises:
        ValueError: when one is.
    """
    for language in REQUIRED_LANGUAGES:
        if language not in told:
            raise ValueError(f"missing-language:{language}")


class Text(RootModel[dict[LanguageCode, Plain]]):
    """A text in every language; French and English are required."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="after")
    def _complete(self) -> "Text":
        _with_every_language(self.root)
        return self


class Phrases(
    RootModel[dict[LanguageCode, Annotated[tuple[Phrase, ...], Field(min_length=1)]]]
):
    """What people say, in every language; French and English are required."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="after")
    def _complete(self) -> "Phrases":
        _with_every_language(self.root)
        return self


def _same_everywhere(value: Any) -> Any:
    """A plain string reads the same in every language."""
    if isinstance(value, str):
        return dict.fromkeys(REQUIRED_LANGUAGES, value)
    return value


Label = Annotated[Text, BeforeValidator(_same_everywhere)]


def minutes(value: Any) -> Any:
    """``90m``, ``3h``, ``10d``, ``2w`` as minutes.

    Raises:
        ValueError: when it is none of these.
    """
    if isinstance(value, int):
        return value
    match = re.fullmatch(r"(\d{1,4})([mhdw])", str(value).strip())
    if not match:
        raise ValueError("duration")
    return int(match[1]) * _UNITS[match[2]]


class Span(Strict):
    """A range in minutes."""

    low: Annotated[int, Field(ge=0, le=LONGEST)]
    high: Annotated[int, Field(ge=0, le=LONGEST)]

    @model_validator(mode="after")
    def _in_order(self) -> "Span":
        if self.high < self.low:
            raise ValueError("span")
        return self


class Wait(Strict):
    """A range written with units, kept in minutes."""

    low: Annotated[int, BeforeValidator(minutes)]
    high: Annotated[int, BeforeValidator(minutes)]

    @model_validator(mode="after")
    def _in_order(self) -> "Wait":
        if self.high < self.low:
            raise ValueError("span")
        return self


SourceIds = Annotated[tuple[Id, ...], Field(min_length=1)]


class Supported(Strict):
    """Anything asserted: how sure, checked how, from where."""

    evidence: Evidence
    verification: Verification
    sources: SourceIds

    @model_validator(mode="after")
    def _graded_honestly(self) -> "Supported":
        if self.verification == "unverified" and self.evidence in {
            "strong",
            "moderate",
            "limited",
        }:
            raise ValueError("grade")
        return self


class Statement(Supported):
    """One fact in words."""

    text: Text


class Washout(Statement):
    """How long a substance lingers, with the range where one is known."""

    wait: Wait | None = None


def unique(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """The same values, when none stands twice.

    Raises:
        ValueError: when one does.
    """
    if len(set(values)) != len(values):
        raise ValueError("repeated")
    return values


Ids = Annotated[tuple[Id, ...], AfterValidator(unique)]
