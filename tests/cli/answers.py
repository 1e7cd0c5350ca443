"""The JSON answers, field by field, as the contract lists them.

A form is a type, a set of words, a list of one form, or fields by name. ``optional``
fields are absent when they do not apply; every other field is always there.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from hrterm.domain import vocabulary as v

Form = Any


class Optional(NamedTuple):
    """A field that is absent when it does not apply."""

    form: Form


class Text(NamedTuple):
    """A text that reads as a pattern says."""

    pattern: str


ID = Text(r"[a-z0-9-]+")
DATE = Text(r"\d{4}(-\d\d(-\d\d)?)?")
PLACE = Text(r"[A-Z]{2}(-[A-Z]{2,3})?")
NUMBER = (int, float)
RISK = set(v.RISKS)
EFFECT = set(get_args(v.Effect))
HAZARD = set(v.HAZARDS)
ORDER = set(v.ORDERS)
BASIS = set(get_args(v.Basis))
EVIDENCE = set(v.EVIDENCE)
VERIFICATION = set(v.VERIFICATIONS)
LEVEL = set(get_args(v.Level))

HEAD = {
    "kind": str,
    "language": Text(r"en|fr(-CA)?"),
    "edition": {
        "version": str,
        "data_hash": str,
        "newest_review": DATE,
        "reviewed_by": [str],
    },
}
NAME = {
    "query": str,
    "status": set(get_args(v.NameStatus)),
    "id": Optional(ID),
    "name": Optional(str),
    "matched": Optional(str),
    "corrected": Optional(bool),
    "route": Optional(str),
    "ignored": [str],
    "candidates": [{"id": ID, "name": str}],
}
LABELS = {str: str}
HOURS = {"low": NUMBER, "high": NUMBER}
WHY = {
    "id": str,
    "basis": BASIS,
    "hazard": HAZARD,
    "subject_a": ID,
    "subject_b": ID,
    "risk": RISK,
    "order": ORDER,
    "evidence": EVIDENCE,
    "verification": Optional(VERIFICATION),
    "text": str,
    "overruled": bool,
    "overruled_by": Optional(str),
    "reason": Optional(str),
    "via_a": Optional(ID),
    "via_b": Optional(ID),
    "possible": Optional(bool),
    "routes": Optional([str]),
    "sources": [str],
}
PAIR = {
    "a": ID,
    "b": ID,
    "if": Optional(ID),
    "member_a": Optional(ID),
    "member_b": Optional(ID),
    "risk": RISK,
    "effect": EFFECT,
    "order": ORDER,
    "basis": BASIS,
    "summary": str,
    "signs": [str],
    "advice": [str],
    "timing": [
        {
            "first": ID,
            "then": ID,
            "wait": Optional(HOURS),
            "elapsed": Optional(NUMBER),
            "window": {"open", "passed", "unrecorded"},
            "text": str,
        }
    ],
    "evidence": EVIDENCE,
    "verification": VERIFICATION,
    "why": [WHY],
    "sources": [str],
}
RECORD = {
    "substance": ID,
    "jurisdiction": PLACE,
    "status": set(get_args(v.LegalStatus)),
    "possession": set(get_args(v.Possession)),
    "schedule": Optional(str),
    "instrument": Optional(str),
    "item": Optional(str),
    "url": Optional(Text(r"https?://.*")),
    "effective_from": Optional(DATE),
    "effective_to": Optional(DATE),
    "as_of": Optional(DATE),
    "verification": VERIFICATION,
    "stale": bool,
    "access": Optional(str),
    "note": Optional(str),
    "of_parent": Optional(bool),
    "sources": [str],
}
CLAIM = {
    "id": ID,
    "text": str,
    "subjects": [str],
    "verdict": set(get_args(v.ClaimVerdict)),
    "evidence": EVIDENCE,
    "verification": Optional(VERIFICATION),
    "answer": str,
    "figures": [
        {"value": str, "comparator": str, "denominator": str, "text": str},
    ],
    "heard_in": [str],
    "supported_by": [str],
    "contradicted_by": [str],
    "reviewed_on": DATE,
}
STUDY = {
    "id": ID,
    "title": str,
    "design": str,
    "arms": [
        {
            "name": str,
            "randomised": Optional(int),
            "analysed": Optional(int),
            "result": str,
        }
    ],
    "funding": Optional(str),
    "registry": Optional(str),
    "status": set(get_args(v.StudyStatus)),
    "sources": [str],
}
FACT = {
    "text": str,
    "evidence": EVIDENCE,
    "verification": Optional(VERIFICATION),
    "inherited_from": Optional(ID),
    "sources": [str],
}
MINUTES = Optional({"low": int, "high": int})
SHEET = {
    "id": ID,
    "name": str,
    "aliases": [
        {
            "text": str,
            "language": Optional(str),
            "type": set(get_args(v.AliasType)),
            "region": Optional(str),
        }
    ],
    "summary": str,
    "effects": [FACT],
    "mechanisms": [
        {
            "target": ID,
            "action": set(get_args(v.ActionKind)),
            "strength": Optional(set(get_args(v.Strength))),
            "level": LEVEL,
            "evidence": EVIDENCE,
            "text": str,
            "inherited_from": Optional(ID),
            "sources": [str],
        }
    ],
    "risks": [FACT],
    "reduce_harm": [FACT],
    "contraindications": [{"condition": str, "text": str, "sources": [str]}],
    "danger_signs": [FACT],
    "emergency": [ID],
    "naloxone": Optional(str),
    "washout": Optional(str),
    "adulterants": [FACT],
    "interactions": [
        {"with": ID, "risk": RISK, "effect": EFFECT, "basis": BASIS, "summary": str}
    ],
    "claims": [CLAIM],
    "studies": [STUDY],
    "sources": [str],
    "reviewed_on": DATE,
    "overdose": set(get_args(v.Overdose)),
    "tolerance": Optional(str),
    "withdrawal": Optional(str),
    "checking": [FACT],
    "gaps": [str],
}
SUBSTANCE = SHEET | {
    "classes": [ID],
    "identifiers": {str: str},
    "duration": [
        {
            "route": set(get_args(v.Route)),
            "onset": MINUTES,
            "peak": MINUTES,
            "total": MINUTES,
            "after": MINUTES,
        }
    ],
    "legal": [RECORD],
    "form_of": Optional(ID),
    "contains": [ID],
    "may_contain": [ID],
}
CLASS = SHEET | {"parents": [ID], "members": [ID]}

ANSWERS: dict[str, Form] = {
    "search": {
        "query": str,
        "results": [
            {
                "kind": {
                    "substance", "class", "target", "claim", "emergency",
                    "jurisdiction", "source",
                },
                "id": str,
                "name": str,
                "matched": Optional(str),
            }
        ],
    },
    "check": {
        "names": [NAME],
        "pairs": [PAIR],
        "labels": LABELS,
        "combined": Optional(
            {
                "risk": RISK,
                "complete": bool,
                "unknown_pairs": [[ID]],
                "unresolved_names": [str],
                "because": [
                    {
                        "rule": str,
                        "hazard": HAZARD,
                        "risk": RISK,
                        "members": [ID],
                        "text": str,
                    }
                ],
                "caveat": Optional(str),
            }
        ),
    },
    "matrix": {
        "names": [NAME],
        "ids": [ID],
        "cells": [[{"risk": RISK, "effect": EFFECT, "basis": BASIS}]],
        "labels": LABELS,
    },
    "show": {"names": [NAME]},
    "legal": {"names": [NAME], "records": [RECORD]},
    "claims": {"claims": [CLAIM]},
    "mechanism": {
        "names": Optional([NAME]),
        "targets": [
            {
                "id": ID,
                "name": str,
                "kind": set(get_args(v.TargetKind)),
                "substances": [
                    {
                        "id": ID,
                        "action": set(get_args(v.ActionKind)),
                        "level": LEVEL,
                        "evidence": EVIDENCE,
                    }
                ],
            }
        ],
    },
    "emergency": {
        "recognised": Optional(bool),
        "cards": [
            {
                "id": ID,
                "title": str,
                "signs": [str],
                "steps": [str],
                "do_not": [str],
                "sources": [str],
            }
        ],
        "numbers": [
            {
                "jurisdiction": PLACE,
                "kind": set(get_args(v.ServiceKind)),
                "label": str,
                "number": str,
                "as_of": Optional(DATE),
                "verification": VERIFICATION,
                "sources": [str],
            }
        ],
        "legal_protection": [
            {
                "jurisdiction": PLACE,
                "text": str,
                "as_of": Optional(DATE),
                "verification": VERIFICATION,
                "sources": [str],
            }
        ],
    },
    "sources": {
        "sources": [
            {
                "id": str,
                "type": set(get_args(v.SourceType)),
                "title": str,
                "authors": Optional(str),
                "year": Optional(int),
                "url": Optional(str),
                "doi": Optional(str),
                "status": set(get_args(v.SourceStatus)),
                "accessed": Optional(DATE),
            }
        ]
    },
}  # fmt: skip
ERROR = {"kind": {"error"}, "code": {2, 3}, "message": str}


def faults(document: Any, form: Form, path: str = "") -> Iterator[str]:
    """Everything in which a document departs from a form."""
    if document is None or document == "":
        yield f"{path}: empty"
    elif isinstance(form, Text):
        if not isinstance(document, str) or not re.fullmatch(form.pattern, document):
            yield f"{path}: {document!r}"
    elif isinstance(form, set):
        if document not in form:
            yield f"{path}: {document!r} is none of {form}"
    elif isinstance(form, list):
        if not isinstance(document, list):
            yield f"{path}: no list"
            return
        for number, one in enumerate(document):
            yield from faults(one, form[0], f"{path}[{number}]")
    elif isinstance(form, dict):
        yield from _fields(document, form, path)
    elif not isinstance(document, form) or (form is int and document is True):
        yield f"{path}: {document!r}"


def _fields(document: Any, form: dict[Any, Form], path: str) -> Iterator[str]:
    if not isinstance(document, dict):
        yield f"{path}: no object"
        return
    if str in form:
        for name, value in document.items():
            yield from faults(value, form[str], f"{path}.{name}")
        return
    for name in document.keys() - form.keys():
        yield f"{path}.{name}: is in no contract"
    for name, wanted in form.items():
        if isinstance(wanted, Optional):
            if name in document:
                yield from faults(document[name], wanted.form, f"{path}.{name}")
        elif name not in document:
            yield f"{path}.{name}: is missing"
        else:
            yield from faults(document[name], wanted, f"{path}.{name}")
