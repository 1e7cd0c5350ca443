"""Editors are told the same as the checker tells."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from hrterm.content.json_schema import FILES, as_text, json_schema
from tests.conftest import ROOT

DATA = ROOT / "data"

WHERE = {
    "substance": "substances/*.yaml",
    "class": "classes/*.yaml",
    "interaction": "interactions/*.yaml",
    "law": "law/*.yaml",
    "claim": "claims/*.yaml",
    "emergency": "emergencies/*.yaml",
    "source": "sources/*.yaml",
    "study": "studies/*.yaml",
    "target": "targets.yaml",
    "topic": "topics.yaml",
    "term": "glossary.yaml",
    "rules": "rules.yaml",
    "ambiguous": "ambiguous.yaml",
    "confusable": "confusables.yaml",
}


class EditorLoader(yaml.CSafeLoader):
    """YAML 1.2 as editors' language servers read it: dates stay text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def errors(kind: str, content: Any) -> list[str]:
    validator = Draft202012Validator(json_schema(kind))
    return [error.message for error in validator.iter_errors(content)]


def substance(**more: Any) -> dict[str, Any]:
    told = {"en": "x", "fr": "x"}
    held = {"kind": "drug", "names": told, "summary": told, "reviewed_on": 2026}
    return {**held, **more}


@pytest.mark.parametrize("kind", FILES)
def test_schemas_hold_and_every_key_is_explained(kind: str) -> None:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["description"]
    for model, part in _models(schema):
        for key, told in part.get("properties", {}).items():
            assert model in {"Text", "Phrases"} or told.get("description"), (
                f"{model}.{key}"
            )


def _models(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield schema["title"], schema
    yield from schema.get("$defs", {}).items()


@pytest.mark.parametrize("kind", FILES)
def test_the_schemas_in_the_repository_are_these(kind: str) -> None:
    kept = (ROOT / "schemas" / f"{kind}.json").read_text("utf-8")
    assert kept == as_text(json_schema(kind)), "run: hrterm data schema -o schemas"


@pytest.mark.parametrize("kind", WHERE)
def test_the_real_data_fits_its_schema(kind: str) -> None:
    validator = Draft202012Validator(json_schema(kind))
    paths = sorted(DATA.glob(WHERE[kind]))
    assert paths
    for path in paths:
        content = yaml.load(path.read_text("utf-8"), Loader=EditorLoader)
        found = [error.message for error in validator.iter_errors(content)]
        assert not found, f"{path.name}: {found[0]}"


def test_what_the_checker_refuses_an_editor_underlines() -> None:
    assert errors("substance", substance()) == []
    bad: list[Any] = [
        substance(sumary="x"),
        substance(kind="drugg"),
        substance(summary={"en": "x"}),
        substance(reviewed_on="yesterday"),
        substance(aliases=[{"text": "x"}]),
        substance(risks=[{"text": {"en": "x", "fr": "x"}}]),
        substance(washout=None),
        {},
        [],
    ]
    for wrong in bad:
        assert errors("substance", wrong), wrong


def test_a_text_that_reads_the_same_everywhere_may_be_plain() -> None:
    record = {
        "substance": "mdma", "status": "prohibited", "instrument": "Act", "item": 19,
        "verification": "unverified", "sources": ["book"],
    }  # fmt: skip
    names = {"en": "Canada", "fr": "Canada"}
    assert errors("law", {"code": "CA", "names": names, "records": [record]}) == []


def test_durations_carry_a_unit() -> None:
    told = {"en": "x", "fr": "x"}
    held = {
        "text": told, "evidence": "theoretical", "verification": "unverified",
        "sources": ["book"],
    }  # fmt: skip
    good = substance(washout={**held, "wait": {"low": "24h", "high": "3d"}})
    assert errors("substance", good) == []
    bad = substance(washout={**held, "wait": {"low": "soon", "high": "3d"}})
    assert errors("substance", bad)


def test_descriptions_come_in_the_readers_language(tmp_path: Path) -> None:
    from hrterm.i18n import activate

    english = json_schema("claim")["description"]
    activate("fr")
    assert json.dumps(json_schema("claim"))
    activate("en")
    assert json_schema("claim")["description"] == english
