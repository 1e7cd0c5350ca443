"""``hrterm check``: what happens together, with every reason."""

import sys
from collections.abc import Iterator
from typing import Any

from hrterm.cli import output
from hrterm.cli.context import Context, exit_for, name_document, present
from hrterm.cli.diagnostics import CommandError, ExitCode, error_document
from hrterm.domain.answer import CheckAnswer, PairAnswer, Reason
from hrterm.domain.naming import fold
from hrterm.domain.risk import badness
from hrterm.domain.route import SPOKEN
from hrterm.domain.timing import Times, Timing, taken, timed_name, with_units
from hrterm.domain.vocabulary import RISKS
from hrterm.i18n import _
from hrterm.pages import combination
from hrterm.store.checks import MAX_NAMES
from hrterm.wording import pairs
from hrterm.wording import vocabulary as words

MAX_LINE = 10_000
"""Characters of one line from stdin; a set of names is far shorter."""


def run(context: Context) -> ExitCode:
    """Answer one check, or one for each line of stdin."""
    since = _since(context)
    if context.options.names == ["-"]:
        return _from_stdin(context, since)
    names = context.gathered(context.options.names)
    if len(names) < 2 or len((answer := _checked(context, names, since)).names) < 2:
        raise CommandError(_("check needs at least two names."))
    if context.as_json:
        context.answer(context.head("check") | document_of(answer))
    else:
        context.show(combination.check(answer))
    return _code(context, answer)


def _from_stdin(context: Context, since: Times) -> ExitCode:
    """Answer each line with one object on one line, as soon as it has come.

    A line that cannot be answered is answered with an error, and the rest goes on.
    """
    head = context.head("check")
    worst = ExitCode.ANSWERED
    for line in _lines():
        names = _names_of(context, line)
        if not names:
            continue
        try:
            if len(line) >= MAX_LINE:
                raise CommandError(
                    _("a line holds at most {count} characters.").format(count=MAX_LINE)
                )
            answer = _checked(context, names, since)
        except CommandError as error:
            output.write_json_line(error_document(error.message, error.code))
            worst = max(worst, error.code)
        else:
            output.write_json_line(head | document_of(answer))
            worst = max(worst, _code(context, answer))
    return worst


def _lines() -> Iterator[str]:
    """The lines of stdin, each cut at the limit: what follows it is passed over."""
    if sys.stdin is None:
        return
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    while line := sys.stdin.readline(MAX_LINE):
        rest = line
        while len(rest) == MAX_LINE and not rest.endswith("\n"):
            rest = sys.stdin.readline(MAX_LINE)
        yield line


def _names_of(context: Context, line: str) -> tuple[str, ...]:
    """Names separated by commas, or by spaces when there is no comma."""
    typed = [line.strip()] if "," in line else with_units(line.split())
    return context.gathered(typed)


def _checked(context: Context, names: tuple[str, ...], since: Times) -> CheckAnswer:
    timed = [_timed(name) for name in names]
    unrouted: frozenset[str] = frozenset()
    if any(fold(word) in SPOKEN for name, _minutes in timed for word in name.split()):
        timed, unrouted = _with_routes(context, timed)
    if len(timed) > MAX_NAMES:
        raise CommandError(
            _("check takes at most {count} names.").format(count=MAX_NAMES)
        )
    times = since
    if any(minutes for _name, minutes in timed):
        times = taken(
            ((context.library.match(name).ids, ago) for name, ago in timed), since
        )
    asked = tuple(name for name, _minutes in timed)
    return context.library.check(asked, times, unrouted)


def _with_routes(
    context: Context, timed: list[tuple[str, int]]
) -> tuple[list[tuple[str, int]], frozenset[str]]:
    """Names joined with the words behind them that only tell how they were taken.

    With them, the names of which that is not certain.
    """
    from hrterm.domain.phrase import spans

    found = []
    uncertain = set()
    names = [name for name, _minutes in timed]
    for span in spans(names, context.library.is_name):
        name = " ".join(names[span.start : span.end])
        minutes = [ago for _name, ago in timed[span.start : span.end] if ago]
        found.append((name, minutes[0] if minutes else 0))
        if not span.is_certain:
            uncertain.add(name)
    return found, frozenset(uncertain)


def _code(context: Context, answer: CheckAnswer) -> ExitCode:
    limit = context.options.fail_on
    risks = [pair.verdict.risk for pair in answer.pairs]
    if answer.combination is not None:
        risks.append(answer.combination.risk)
    if limit and any(badness(risk) >= badness(limit) for risk in risks):
        return ExitCode.NOT_FOUND
    return exit_for(answer.names)


def _since(context: Context) -> Times:
    """``--since NAME=DURATION`` by id.

    Raises:
        CommandError: when a duration or name cannot be read.
    """
    found: dict[str, tuple[int, ...]] = {}
    for given in context.options.since:
        if not given.partition("=")[1] or given.startswith("="):
            raise CommandError(
                _("--since takes NAME=DURATION, for example ketamine=3h.")
            )
        name, minutes = _timed(given)
        ids = context.library.match(name).ids
        if not ids:
            raise CommandError(
                _("--since names '{name}', which is not known here.").format(name=name)
            )
        for id_ in ids:
            found[id_] = (*found.get(id_, ()), minutes)
    return found


def _timed(text: str) -> tuple[str, int]:
    """A name and how many minutes ago it was taken: ``ketamine=3h``.

    Raises:
        CommandError: when the duration cannot be read.
    """
    try:
        return timed_name(text)
    except ValueError as error:
        raise CommandError(
            _("'{duration}' is not a duration: write 90m, 3h, 10d or 2w.").format(
                duration=error.args[0]
            )
        ) from error


def document_of(answer: CheckAnswer) -> dict[str, Any]:
    """A check as the contract writes it, without what begins every answer."""
    document: dict[str, Any] = {
        "names": [name_document(name) for name in answer.names],
        "pairs": [_pair(pair) for pair in answer.pairs],
        "labels": answer.labels,
    }
    whole = answer.combination
    if whole is not None:
        unresolved = [name.query for name in answer.names if name.status != "found"]
        document["combined"] = present(
            risk=whole.risk,
            complete=whole.complete,
            unknown_pairs=[list(pair) for pair in whole.unknown_pairs],
            unresolved_names=unresolved,
            because=[
                {
                    "rule": stack.rule,
                    "hazard": stack.hazard,
                    "risk": stack.risk,
                    "members": [member.id for member in stack.members],
                    "text": pairs.stack(stack, answer.labels),
                }
                for stack in answer.stacks
            ],
            caveat=pairs.caveat() if whole.is_beyond_prediction else None,
        )
    return document


def _pair(pair: PairAnswer) -> dict[str, Any]:
    verdict = pair.verdict
    return present(
        a=verdict.a,
        b=verdict.b,
        **({"if": pair.condition} if pair.condition else {}),
        member_a=verdict.member_a,
        member_b=verdict.member_b,
        risk=verdict.risk,
        effect=verdict.effect,
        order=verdict.order,
        basis=verdict.basis,
        summary=pairs.summary(pair),
        signs=list(pair.signs),
        advice=list(pair.advice),
        timing=[_timing(one) for one in pair.timing],
        evidence=verdict.evidence,
        verification=verdict.verification,
        why=[_reason(reason) for reason in pair.reasons],
        sources=list(pair.sources),
    )


def _timing(one: Timing) -> dict[str, Any]:
    wait = None
    if one.wait is not None:
        wait = {"low": _hours(one.wait.low), "high": _hours(one.wait.high)}
    return present(
        first=one.first,
        then=one.then,
        wait=wait,
        elapsed=None if one.elapsed is None else _hours(one.elapsed),
        window=one.window,
        text=one.text,
    )


def _hours(minutes: int) -> float | int:
    hours = minutes / 60
    return int(hours) if hours == int(hours) else round(hours, 2)


def _reason(reason: Reason) -> dict[str, Any]:
    finding = reason.finding
    overruled = not finding.speaks
    return present(
        id=finding.id,
        basis=finding.basis,
        hazard=finding.hazard,
        subject_a=finding.subject_a,
        subject_b=finding.subject_b,
        risk=finding.risk,
        order=finding.order,
        evidence=finding.evidence,
        verification=finding.verification,
        text=reason.text,
        via_a=finding.via_a,
        via_b=finding.via_b,
        possible=True if finding.possible else None,
        routes=list(reason.routes) or None,
        overruled=overruled,
        overruled_by=finding.overruled_by,
        reason=reason.overruled_reason or words.weakened(reason),
        sources=list(reason.sources),
    )


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    parser.add_argument(
        "names",
        nargs="+",
        metavar=_("NAME"),
        help=_("two or more; - reads lines of names from stdin, for JSON lines"),
    )
    parser.add_argument(
        "--since",
        action="append",
        default=[],
        metavar=_("NAME=DURATION"),
        help=_("how long ago it was last taken: 90m, 3h, 10d, 2w"),
    )
    parser.add_argument(
        "--fail-on",
        choices=RISKS,
        metavar=_("RISK"),
        help=_("exit with 1 when a pair is at least this risky"),
    )
