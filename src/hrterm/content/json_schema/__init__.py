"""JSON Schemas of every kind of file, for editors that check while one types.

They are made from the models that the checker uses. A scalar is read as text however
it looks, so a year or a number is allowed wherever a plain text is.
"""

import json
from typing import Annotated, Any, get_args

from pydantic import Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from hrterm.content.json_schema.descriptions import COMMON, KINDS, SPECIAL
from hrterm.content.local.models import (
    Alert,
    LocalName,
    LocalService,
    Organisation,
)
from hrterm.content.models.base import (
    REQUIRED_LANGUAGES,
    Id,
    Label,
    Phrases,
    Text,
    minutes,
)
from hrterm.content.models.interactions import Interaction, Rules
from hrterm.content.models.records import (
    Claim,
    EmergencyCard,
    Jurisdiction,
    Source,
    Study,
)
from hrterm.content.models.sheets import (
    AmbiguousName,
    Substance,
    SubstanceClass,
    Target,
    Term,
    Topic,
)
from hrterm.i18n import _

Schema = dict[str, Any]

_SAME_EVERYWHERE = get_args(Label)[1].func

FILES: dict[str, Any] = {
    "substance": Substance,
    "class": SubstanceClass,
    "interaction": list[Interaction],
    "law": Jurisdiction,
    "claim": Claim,
    "emergency": EmergencyCard,
    "source": dict[Id, Source],
    "study": dict[Id, Study],
    "target": dict[Id, Target],
    "topic": dict[Id, Topic],
    "term": dict[Id, Term],
    "rules": Rules,
    "ambiguous": list[AmbiguousName],
    "confusable": list[Annotated[list[Id], Field(min_length=2)]],
    "local": Organisation,
    "service": list[LocalService],
    "alert": list[Alert],
    "name": list[LocalName],
}
"""What a file of each kind holds."""


def json_schema(kind: str) -> Schema:
    """The JSON Schema of one kind of file, in the reader's language.

    Raises:
        KeyError: when there is no such kind.
    """
    made = TypeAdapter(FILES[kind]).json_schema(
        by_alias=True, schema_generator=_Generator
    )
    definitions = made.get("$defs", {})
    for name, definition in definitions.items():
        _explain(name, definition)
    if "properties" in made:
        _explain(made["title"], made)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **made,
        "title": f"hrterm: {kind}",
        "description": _(KINDS[kind]),
    }


def as_text(schema: Schema) -> str:
    """A schema as a file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, told what our own validators take."""

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> Schema:
        """What is read before the inner schema sees it."""
        inner = super().function_before_schema(schema)
        function: Any = schema["function"]["function"]
        if function is minutes:
            return {"type": ["string", "integer"], "pattern": r"^\d{1,4}[mhdw]?$"}
        if function is _SAME_EVERYWHERE:
            return {"anyOf": [inner, _scalar({"type": "string"})]}
        return inner

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """What may be left out; nothing in a file is ever null."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """What it is when it is left out, where that is a word."""
        made = super().default_schema(schema)
        if made.get("default") in (None, []):
            made.pop("default", None)
        return made

    def str_schema(self, schema: core_schema.StringSchema) -> Schema:
        """A plain text, which may look like a number."""
        return _scalar(super().str_schema(schema))

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        """A mapping; a text needs every required language."""
        made = super().model_schema(schema)
        made.pop("description", None)
        if issubclass(schema["cls"], Text | Phrases):
            made["required"] = list(REQUIRED_LANGUAGES)
            (text,) = made["patternProperties"].values()
            made["properties"] = dict.fromkeys(REQUIRED_LANGUAGES, text)
            made["additionalProperties"] = False
        return made


def _scalar(schema: Schema) -> Schema:
    return {**schema, "type": ["string", "number", "boolean"]}


def _explain(model: str, schema: Schema) -> None:
    """Say what each key means; take away titles that only repeat the key."""
    for key, part in schema.get("properties", {}).items():
        part.pop("title", None)
        told = SPECIAL.get(f"{model}.{key}") or COMMON.get(key)
        if told:
            part["description"] = _(told)
