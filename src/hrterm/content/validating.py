"""A document against its model, with pydantic's words made plain and placed."""

import re
from difflib import get_close_matches
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hrterm.content.models.base import ID_PATTERN
from hrterm.content.problems import Problems
from hrterm.content.reading import Document, Key, Node

Model = TypeVar("Model", bound=BaseModel)

_OWN = {
    "missing-language:en": "the English text (en) is missing: write it.",
    "missing-language:fr": "the French text (fr) is missing: write it.",
    "date": "is no day of the calendar: correct it.",
    "duration": "is not a duration: write 90m, 3h, 10d or 2w.",
    "span": "ends before it begins: put the smaller number in `low`.",
    "grade": "is `unverified`, so its evidence is at most `theoretical`: "
    "read the source or lower the grade.",
    "low": "`low` needs a source that was read and at least `limited` evidence: "
    "otherwise write `unknown`.",
    "repeated": "names the same thing twice: keep one.",
    "routes-of": "needs `routes` and `routes_of` together: write in `routes_of` "
    "whether it is a or b that is taken so.",
    "contact": "needs a `number` to call or an `address` to go to.",
    "stacking-shape": "needs either `members`, or both `first` and `second`.",
}

_PATTERNS = {
    "[a-z0-9]+": "is not an id: use small letters, digits and hyphens.",
    r"\d{4}(-(0[1-9]": "is not a date: write YYYY, YYYY-MM or YYYY-MM-DD.",
    "^https?": "is not a web address: write it in full, with https://.",
    "^10": "is not a DOI: it begins with 10. and a number.",
    "^[A-Z]{2}": "is not a region: write a code such as CA, CA-QC or FR.",
    "^[a-z]{2,3}": "is not a language code: write en, fr, es ...",
    r"\S": "is empty: write it or remove the key.",
}


def validate(
    model: type[Model], document: Document, problems: Problems
) -> Model | None:
    """The document as a model, or None with its problems noted."""
    return _validated(model, document, (), document.root, problems)


def validate_table(
    model: type[Model], document: Document, problems: Problems
) -> dict[str, Model]:
    """A file that maps ids to entries; entries that fail are left out."""
    if not isinstance(document.root, dict):
        problems.error(document.place(), "must be a mapping of ids to entries.")
        return {}
    table: dict[str, Model] = {}
    for id_, node in document.root.items():
        if not re.fullmatch(ID_PATTERN, id_):
            sentence = _PATTERNS["[a-z0-9]+"]
            problems.error(document.place(id_), f"{id_}: {sentence}")
        valid = _validated(model, document, (id_,), node, problems)
        if valid is not None:
            table[id_] = valid
    return table


def validate_list(
    model: type[Model], document: Document, problems: Problems
) -> list[tuple[int, Model]]:
    """A file that holds a list: the entries that hold, each with its index."""
    if not isinstance(document.root, list):
        problems.error(document.place(), "must be a list of entries.")
        return []
    found = []
    for index, node in enumerate(document.root):
        valid = _validated(model, document, (index,), node, problems)
        if valid is not None:
            found.append((index, valid))
    return found


def _validated(
    model: type[Model], document: Document, root: Key, node: Node, problems: Problems
) -> Model | None:
    try:
        return model.model_validate(node)
    except ValidationError as error:
        seen: set[Key] = set()
        for details in error.errors(include_url=False):
            where = _yaml_path(document, root, details)
            if where in seen:
                continue
            seen.add(where)
            name = " > ".join(str(step) for step in where) or "the file"
            problems.error(document.place(*where), f"{name}: {_sentence(details)}")
        return None


def _yaml_path(document: Document, root: Key, details: ErrorDetails) -> Key:
    """The part of pydantic's location that exists in the file."""
    path = root
    for step in details["loc"]:
        if document.holds((*path, step)):
            path = (*path, step)
    if details["type"] == "missing":
        return (*path, details["loc"][-1])
    return path


def _sentence(details: ErrorDetails) -> str:
    """One error in plain words, with what to do."""
    context = details.get("ctx", {})
    match details["type"]:
        case "missing":
            return "is missing: write it."
        case "extra_forbidden":
            return "is not a key of this kind of file: check its spelling."
        case "literal_error":
            return _suggest(str(details["input"]), str(context.get("expected", "")))
        case "value_error":
            return _OWN.get(str(context.get("error", "")), details["msg"])
        case "string_pattern_mismatch":
            pattern = str(context.get("pattern", ""))
            for part, sentence in _PATTERNS.items():
                if part in pattern:
                    return sentence
            return "is not written in the form expected here."
        case "too_short" | "string_too_short":
            return "is empty: fill it."
        case "string_too_long" | "too_long":
            return "is too long: shorten it."
        case "int_parsing" | "int_type" | "greater_than_equal" | "less_than_equal":
            return "is not a whole number in range: correct it."
        case "bool_parsing" | "bool_type":
            return "is neither true nor false: write one of them."
        case "string_type":
            return "must be plain text."
        case "tuple_type" | "list_type":
            return "must be a list: begin each entry with a hyphen, or use [ ]."
        case "model_type" | "dict_type" | "model_attributes_type":
            return "must be a mapping of keys to values."
        case _:
            return f"does not fit ({details['type']}): compare with docs/data.md."


def _suggest(word: str, expected: str) -> str:
    parts = expected.replace(" or ", ", ").split(",")
    choices = [part.strip("' ") for part in parts]
    close = get_close_matches(word, choices, n=1)
    hint = f" Did you mean '{close[0]}'?" if close else ""
    return f"'{word}' is not one of {', '.join(choices)}.{hint}"
