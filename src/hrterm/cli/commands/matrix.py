"""``hrterm matrix``: the grid of all pairs."""

from typing import Any

from hrterm.cli.context import Context, exit_for, name_document
from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.domain.answer import CheckAnswer
from hrterm.domain.interaction import Verdict
from hrterm.i18n import _
from hrterm.pages import combination
from hrterm.pages.blocks import Gap


def run(context: Context) -> ExitCode:
    """Answer with every pair of the names that were found."""
    queries = context.gathered(context.options.names)
    if not 2 <= len(queries) <= combination.MATRIX_LIMIT:
        raise CommandError(
            _("matrix takes 2 to {count} names.").format(count=combination.MATRIX_LIMIT)
        )
    answer = context.library.check(queries)
    if context.as_json:
        context.answer(_document(context, answer))
    else:
        context.show(
            [
                *combination.names(answer.names),
                Gap(),
                *combination.grid(answer, context.library),
            ]
        )
    return exit_for(answer.names)


def _document(context: Context, answer: CheckAnswer) -> dict[str, Any]:
    ids = list(dict.fromkeys(n.id for n in answer.names if n.status == "found"))
    resolve = context.library.resolve
    return context.head("matrix") | {
        "names": [name_document(name) for name in answer.names],
        "ids": ids,
        "cells": [[_cell(resolve(a, b)) for b in ids] for a in ids],
        "labels": {id_: answer.labels[id_] for id_ in ids},
    }


def _cell(verdict: Verdict) -> dict[str, Any]:
    return {"risk": verdict.risk, "effect": verdict.effect, "basis": verdict.basis}


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    parser.add_argument("names", nargs="+", metavar=_("NAME"))
