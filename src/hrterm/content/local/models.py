"""What an organisation's own files may hold: nothing that could lower a risk."""

from typing import Annotated, Literal

from pydantic import StringConstraints, model_validator

from hrterm.content.models.base import (
    Date,
    Id,
    Label,
    LanguageCode,
    Plain,
    Region,
    SourceIds,
    Statement,
    Strict,
    Supported,
    Text,
)
from hrterm.domain.vocabulary import AliasType, Verification

Contact = Annotated[Plain, StringConstraints(max_length=60)]


class Organisation(Strict):
    """Who the additions come from."""

    id: Id
    name: Label
    reviewed_on: Date


class LocalService(Strict):
    """A number to call, or a place to go.

    Emergency numbers are a country's own and are not taken from an organisation.
    """

    place: Region
    kind: Literal["poison", "help-line", "overdose-line", "health-advice"]
    label: Text
    number: Contact | None = None
    address: Contact | None = None
    as_of: Date | None = None
    verification: Verification
    sources: SourceIds

    @model_validator(mode="after")
    def _reachable(self) -> "LocalService":
        if self.number is None and self.address is None:
            raise ValueError("contact")
        return self


class Alert(Supported):
    """What drug checking found, where and when."""

    subject: Id
    place: Label
    date: Date
    text: Text


class LocalName(Strict):
    """A name that people use there, and what is said of it."""

    subject: Id
    text: Annotated[Plain, StringConstraints(max_length=120)]
    type: AliasType = "street"
    language: LanguageCode | None = None
    regions: tuple[Region, ...] = ()
    note: Statement | None = None
