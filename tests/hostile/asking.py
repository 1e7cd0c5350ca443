"""Asks an edition everything, as a person might, and looks for what must not be."""

import io
import sys
import unicodedata
from contextlib import redirect_stderr, redirect_stdout
from typing import NamedTuple

from hrterm.cli.main import run
from hrterm.store.library import Library

FORBIDDEN = {"Cc", "Cf", "Cs", "Co"}
"""Categories of characters that can drive or mislead a terminal."""


class Said(NamedTuple):
    """What one command line answered."""

    code: int
    out: str
    err: str


def ask(*arguments: str) -> Said:
    """Run a command line in this process; ``--help`` leaves by SystemExit."""
    out, err = io.StringIO(), io.StringIO()
    before = sys.stdin
    sys.stdin = io.StringIO("")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            try:
                code = run(list(arguments), lambda *_: 0)
            except SystemExit as left:
                code = int(left.code or 0)
    finally:
        sys.stdin = before
    return Said(code, out.getvalue(), err.getvalue())


def dangers(text: str) -> list[str]:
    """Characters that a terminal, or a reader, could take for something else."""
    return sorted(
        {
            f"U+{ord(character):04X}"
            for character in text
            if character not in "\n\t" and unicodedata.category(character) in FORBIDDEN
        }
    )


def everything(path: str) -> list[tuple[str, ...]]:
    """Command lines that show all of an edition, in both languages."""
    with Library(path) as library:
        subjects = [id_ for id_, _ in library.listing("substance")]
        subjects += [id_ for id_, _ in library.listing("class")]
        places = [code for code, _ in library.listing("jurisdiction")]
    lines: list[tuple[str, ...]] = [
        ("check", *subjects[:8]),
        ("matrix", *subjects[:8]),
        ("legal",),
        ("claims",),
        ("mechanism",),
        ("emergency",),
        ("sources",),
        ("search", "a"),
        *(("show", id_) for id_ in subjects),
        *(("handout", id_) for id_ in subjects[:3]),
        *(("legal", "--in", code) for code in places),
        *(("emergency", "--in", code) for code in places),
    ]
    return [
        (*line, "--lang", language, *form, "--db", path)
        for line in lines
        for language in ("en", "fr")
        for form in ((), ("--json",))
        if not (form and line[0] == "handout")
    ]
