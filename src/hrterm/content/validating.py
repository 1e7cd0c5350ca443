"""A document against its model, with pydantic's words made plain and placed."""

import re
from difflib import get_close_matches
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hrterm.content.models.base import ID_PATTERN
from hrterm.content.problems import Problems, did_you_mean
from hrterm.content.reading import Document, Key, Node
from hrterm.i18n import N_, _
from hrterm.wording.formatting import labelled

Model = TypeVar("Model", bound=BaseModel)

_OWN = {
    "missing-language:en": N_("the English text (en) is missing: write it."),
    "missing-language:fr": N_("the French text (fr) is missing: write it."),
    "date": N_("is no day of the calendar: correct it."),
    "duration": N_("is not a duration: write 90m, 3h, 10d or 2w."),
    "span": N_("ends before it begins: put the smaller number in `low`."),
    "grade": N_(
        "is `unverified`, so its evidence is at most `theoretical`: "
        "read the source or lower the grade."
    ),
    "low": N_(
        "`low` needs a source that was read and at least `limited` evidence: "
        "otherwise write `unknown`."
    ),
    "repeated": N_("names the same thing twice: keep one."),
    "routes-of": N_(
        "needs `routes` and `routes_of` together: write in `routes_of` "
        "whether it is a or b that is taken so."
    ),
    "wait-order": N_(
        "has a `wait` that does not fit its `order`: a wait says how long what came "
        "first still matters for what follows. When something begins, or how long it "
        "protects, is said in the text alone."
    ),
    "contact": N_("needs a `number` to call or an `address` to go to."),
    "stacking-shape": N_("needs either `members`, or both `first` and `second`."),
}

_PATTERNS = {
    "[a-z0-9]+": N_("is not an id: use small letters, digits and hyphens."),
    r"\d{4}(-(0[1-9]": N_("is not a date: write YYYY, YYYY-MM or YYYY-MM-DD."),
    "^https?": N_("is not a web address: write it in full, with https://."),
    "^10": N_("is not a DOI: it begins with 10. and a number."),
    "^[A-Z]{2}": N_("is not a region: write a code such as CA, CA-QC or FR."),
    "^[a-z]{2,3}": N_("is not a language code: write en, fr, es ..."),
    r"\S": N_("is empty: write it or remove the key."),
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
        problems.error(document.place(), _("must be a mapping of ids to entries."))
        return {}
    table: dict[str, Model] = {}
    for id_, node in document.root.items():
        if not re.fullmatch(ID_PATTERN, id_):
            sentence = _PATTERNS["[a-z0-9]+"]
            problems.error(document.place(id_), labelled(id_, _(sentence)))
        valid = _validated(model, document, (id_,), node, problems)
        if valid is not None:
            table[id_] = valid
    return table


def validate_list(
    model: type[Model], document: Document, problems: Problems
) -> list[tuple[int, Model]]:
    """A file that holds a list: the entries that hold, each with its index."""
    if not isinstance(document.root, list):
        problems.error(document.place(), _("must be a list of entries."))
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
            name = " > ".join(str(step) for step in where) or _("the file")
            problems.error(document.place(*where), labelled(name, _sentence(details)))
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
            return _("is missing: write it.")
        case "extra_forbidden":
            return _("is not a key of this kind of file: check its spelling.")
        case "literal_error":
            return _suggest(str(details["input"]), str(context.get("expected", "")))
        case "value_error":
            own = _OWN.get(str(context.get("error", "")))
            return _(own) if own else details["msg"]
        case "string_pattern_mismatch":
            pattern = str(context.get("pattern", ""))
            for part, sentence in _PATTERNS.items():
                if part in pattern:
                    return _(sentence)
            return _("is not written in the form expected here.")
        case "too_short" | "string_too_short":
            return _("is empty: fill it.")
        case "string_too_long" | "too_long":
            return _("is too long: shorten it.")
        case "int_parsing" | "int_type" | "greater_than_equal" | "less_than_equal":
            return _("is not a whole number in range: correct it.")
        case "bool_parsing" | "bool_type":
            return _("is neither true nor false: write one of them.")
        case "string_type":
            return _("must be plain text.")
        case "tuple_type" | "list_type":
            return _("must be a list: begin each entry with a hyphen, or use [ ].")
        case "model_type" | "dict_type" | "model_attributes_type":
            return _("must be a mapping of keys to values.")
        case _:
            return _("does not fit ({kind}): compare with docs/data.md.").format(
                kind=details["type"]
            )


def _suggest(word: str, expected: str) -> str:
    parts = expected.replace(" or ", ", ").split(",")
    choices = [part.strip("' ") for part in parts]
    close = get_close_matches(word, choices, n=1)
    told = _("'{word}' is not one of {choices}.").format(
        word=word, choices=", ".join(choices)
    )
    return f"{told} {did_you_mean(close[0])}" if close else told
