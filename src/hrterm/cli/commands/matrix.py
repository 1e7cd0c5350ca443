"""``hrterm matrix``: the grid of all pairs."""

from typing import Any

from hrterm.cli.context import Context, exit_for, name_document
from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.domain.interaction import Verdict
from hrterm.domain.resolve import sorted_pair
from hrterm.i18n import _
from hrterm.wording import vocabulary as words

MAX_NAMES = 12


def run(context: Context) -> ExitCode:
    """Answer with every pair of the names that were found."""
    queries = tuple(context.options.names)
    if not 2 <= len(queries) <= MAX_NAMES:
        raise CommandError(
            _("matrix takes 2 to {count} names.").format(count=MAX_NAMES)
        )
    answer = context.library.check(queries)
    ids = list(dict.fromkeys(n.id for n in answer.names if n.status == "found"))
    verdicts = {
        (pair.verdict.a, pair.verdict.b): pair.verdict
        for pair in answer.pairs
        if not pair.condition
    }
    for id_ in ids:
        verdicts.setdefault((id_, id_), context.library.resolve(id_, id_))
    if context.as_json:
        context.finish(
            context.head("matrix")
            | {
                "names": [name_document(name) for name in answer.names],
                "ids": ids,
                "cells": [
                    [_cell(verdicts[sorted_pair(a, b)]) for b in ids] for a in ids
                ],
                "labels": {id_: answer.labels[id_] for id_ in ids},
            }
        )
    else:
        context.note_names(answer.names)
        if ids:
            _print(context, ids, verdicts, answer.labels)
        context.finish()
    return exit_for(answer.names)


def _cell(verdict: Verdict) -> dict[str, Any]:
    return {"risk": verdict.risk, "effect": verdict.effect, "basis": verdict.basis}


def _print(
    context: Context,
    ids: list[str],
    verdicts: dict[tuple[str, str], Verdict],
    labels: dict[str, str],
) -> None:
    page = context.page
    page.blank()
    width = min(26, max(len(labels[id_]) for id_ in ids))
    for number, id_ in enumerate(ids, 1):
        cells = [
            words.risk_symbol(verdicts[sorted_pair(id_, other)].risk, page.ascii_only)
            for other in ids
        ]
        row = "  ".join(f"{cell:>2}" for cell in cells)
        page.line(f"{number:>2} {labels[id_][:width]:<{width}} {row}")
    head = "  ".join(f"{number:>2}" for number in range(1, len(ids) + 1))
    page.line(f"   {'':<{width}} {head}")
    page.blank()
    for risk in ("dangerous", "unsafe", "caution", "unknown", "low"):
        symbol = words.risk_symbol(risk, page.ascii_only)
        text = f"{symbol} {words.risk(risk)}"
        if risk == "unknown":
            text += " — " + _("no data: not the same as safe")
        page.line(text, indent=2)


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    parser.add_argument("names", nargs="+", metavar=_("NAME"))
