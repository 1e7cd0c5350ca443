"""Verdicts with their words: summaries, reasons, signs, advice, timing."""

import sqlite3
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from hrterm.domain.answer import PairAnswer, Reason, StackAnswer
from hrterm.domain.interaction import Finding, Verdict
from hrterm.domain.risk import badness
from hrterm.domain.stacking import Stack
from hrterm.domain.timing import Interval, Times, Timing, Wait, elapsed, told
from hrterm.store.citing import citations
from hrterm.store.selecting import select
from hrterm.store.texts import Texts

_KEPT = 1_000
"""Statements and rules whose words are kept: more than an edition has so far."""


_OF_STATEMENTS = (
    "SELECT id, summary_text, why_text, others_text, NULL, routes FROM statement "
    "WHERE id IN ({ids})"
)
_OF_RULES = (
    "SELECT id, summary_text, why_text, NULL, group_text, '' FROM rule "
    "WHERE id IN ({ids})"
)
_REMARKS = (
    "SELECT owner, section, text_text FROM remark "
    "WHERE owner IN ({ids}) ORDER BY owner, section, position"
)
_PRESCRIBED = (
    "SELECT id FROM subject WHERE id IN ({ids}) "
    "AND (kind = 'medicine' OR type = 'class')"
)
_WAITS = (
    'SELECT statement, verification, text_text, first, "then", wait_low, wait_high '
    "FROM timing WHERE statement IN ({ids}) ORDER BY statement, position"
)
_OVERRIDES = (
    "SELECT statement, overrides, reason_text FROM statement_override "
    "WHERE statement IN ({ids})"
)


class _Words(NamedTuple):
    """The texts of one statement or rule."""

    summary: str
    why: str
    others: str
    signs: tuple[str, ...]
    advice: tuple[str, ...]
    if_prescribed: tuple[str, ...]
    """Advice for those to whom one of the two may be prescribed."""
    sources: tuple[str, ...]
    group: str
    routes: tuple[str, ...]
    waits: tuple["_Told", ...]
    overrides: dict[str, str]
    """Why it silences another, by id."""


_Told = tuple[str, str, Wait | None, str, str]
"""First, then, wait, text, verification; the sides are those of the statement."""
_NO_OVERRIDES: dict[str, str] = {}


class PairWording:
    """Puts verdicts into words, which it reads for many at once and keeps."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts) -> None:
        """Read from ``connection``, in the language of the texts."""
        self._connection = connection
        self._texts = texts
        self._words: dict[str, _Words] = {}
        self._labels: dict[str, str] = {}
        self._prescribed: frozenset[str] = frozenset()

    def read(
        self, verdicts: Iterable[Verdict], stacks: Iterable[Stack] = ()
    ) -> dict[str, str]:
        """Read the words of all that these name, and give the names of all subjects.

        Only what was read last can be put into words.
        """
        rules = {stack.rule for stack in stacks}
        ids = {member for stack in stacks for member in stack.members}
        findings: list[Finding] = []
        for one in verdicts:
            ids.update((one.a, one.b, one.member_a, one.member_b))
            findings += one.findings
        for field in ("subject_a", "subject_b", "via_a", "via_b"):
            ids.update(map(attrgetter(field), findings))
        rules.update(map(attrgetter("id"), findings))
        rules.update(map(attrgetter("overruled_by"), findings))
        ids.discard("")
        rules.discard("")
        missing = rules - self._words.keys()
        if len(self._words) + len(missing) > _KEPT:
            self._words.clear()
            missing = rules
        if missing:
            self._words |= self._read_words(sorted(missing))
        self._labels = self._texts.names("subject", ids)
        if any(self._words[rule].if_prescribed for rule in rules):
            rows = select(self._connection, _PRESCRIBED, sorted(ids))
            self._prescribed = frozenset(id_ for (id_,) in rows)
        return self._labels

    def answer(self, verdict: Verdict, since: Times, condition: str = "") -> PairAnswer:
        """One verdict in words."""
        interval = told(verdict.a, verdict.b, since)
        if not verdict.findings:
            return PairAnswer(verdict, condition, "", (), (), (), (), interval)
        reasons: list[Reason] = []
        signs: list[str] = []
        advice: list[str] = []
        turned: dict[str, bool] = {}
        for finding in verdict.findings:
            words = self._words[finding.id]
            reasons.append(self._reason(finding, words, verdict))
            if finding.overruled_by:
                continue
            if finding.risk != "unknown":
                signs += words.signs
                advice += words.advice
                if words.if_prescribed and self._may_be_prescribed(finding, verdict):
                    advice += words.if_prescribed
            if words.waits:
                turned[finding.id] = finding.flipped
        return PairAnswer(
            verdict,
            condition,
            _summary(verdict, reasons, interval) if verdict.lead else "",
            tuple(dict.fromkeys(signs))[:8],
            tuple(dict.fromkeys(advice))[:6],
            self._timing(verdict, turned, since) if turned else (),
            tuple(reasons),
            interval,
        )

    def _may_be_prescribed(self, finding: Finding, verdict: Verdict) -> bool:
        """Whether one of the two is a medicine, or a class of which some are."""
        sides = {verdict.a, verdict.b, verdict.member_a, verdict.member_b}
        sides |= {finding.via_a, finding.via_b}
        return not self._prescribed.isdisjoint(sides)

    def stack(self, stack: Stack) -> StackAnswer:
        """A group that adds up, in words."""
        words = self._words[stack.rule]
        return StackAnswer(
            stack.rule, stack.hazard, stack.risk, stack.group, words.group, words.why
        )

    def _reason(self, finding: Finding, words: _Words, verdict: Verdict) -> Reason:
        summary, why = words.summary, words.why
        if finding.basis == "mechanism":
            summary = self._filled(summary, finding, verdict)
            why = self._filled(why, finding, verdict)
        given = ""
        if finding.overruled_by:
            given = self._words[finding.overruled_by].overrides.get(finding.id, "")
        return Reason(
            finding, summary, why, given, words.others, words.sources, words.routes
        )

    def _filled(self, text: str, finding: Finding, verdict: Verdict) -> str:
        """A rule's text with the names of the two; a statement's has no braces."""
        if "{" not in text:
            return text
        a = finding.via_a or verdict.member_a or verdict.a
        b = finding.via_b or verdict.member_b or verdict.b
        if finding.flipped:
            a, b = b, a
        filled = text.replace("{a}", self._labels[a]).replace("{b}", self._labels[b])
        return filled[:1].upper() + filled[1:] if filled[:1].isascii() else filled

    def _timing(
        self, verdict: Verdict, turned: dict[str, bool], since: Times
    ) -> tuple[Timing, ...]:
        """How long one matters for the other, by what speaks; some of it turned."""
        made: dict[tuple[str, str, str], Timing] = {}
        for statement in sorted(turned):
            sides = {"a": verdict.a, "b": verdict.b}
            if turned[statement]:
                sides = {"a": verdict.b, "b": verdict.a}
            for first, then, wait, text, verification in self._words[statement].waits:
                one, other = sides[first], sides[then]
                ago = elapsed(one, other, since)
                timing = Timing(one, other, wait, text, verification, ago)
                made.setdefault((one, other, text), timing)
        return tuple(made.values())

    def _read_words(self, ids: list[str]) -> dict[str, _Words]:
        read = self._connection
        rows = select(read, _OF_STATEMENTS, ids) + select(read, _OF_RULES, ids)
        remarks = select(read, _REMARKS, ids)
        waits = select(read, _WAITS, ids)
        given = select(read, _OVERRIDES, ids)
        words = self._texts.texts(
            [id_ for row in rows for id_ in row[1:5]]
            + [row[2] for row in (*remarks, *waits, *given)]
        )
        sources = citations(read, "statement", ids) | citations(read, "rule", ids)
        remarked: dict[tuple[str, str], list[str]] = {}
        for owner, section, text in remarks:
            remarked.setdefault((owner, section), []).append(words[text])
        lingering: dict[str, list[_Told]] = {}
        for owner, verification, text, first, then, low, high in waits:
            wait = Wait(low, high) if high is not None else None
            one = (first, then, wait, words[text], verification)
            lingering.setdefault(owner, []).append(one)
        overrides: dict[str, dict[str, str]] = {}
        for owner, silenced, text in given:
            overrides.setdefault(owner, {})[silenced] = words[text]
        return {
            id_: _Words(
                words[summary],
                words[why],
                words[others] if others else "",
                tuple(remarked.get((id_, "signs"), ())),
                tuple(remarked.get((id_, "advice"), ())),
                tuple(remarked.get((id_, "if_prescribed"), ())),
                sources.get(id_, ()),
                words[group] if group else "",
                tuple(routes.split()),
                tuple(lingering.get(id_, ())),
                overrides.get(id_, _NO_OVERRIDES),
            )
            for id_, summary, why, others, group, routes in rows
        }


def _summary(verdict: Verdict, reasons: list[Reason], interval: Interval | None) -> str:
    """What the verdict rests on; and what fits the order that was told.

    The graver stands first; when they are as grave, what fits the order.
    """
    lead = reasons[0]
    if interval is None or not interval.minutes:
        return lead.summary
    order = "a-then-b" if interval.first == verdict.a else "b-then-a"
    if verdict.a == verdict.b:
        order = "repeat"
    for reason in reasons:
        finding = reason.finding
        if finding.order != order or not finding.speaks:
            continue
        if finding.risk in {"unknown", "low"} or finding.id == lead.finding.id:
            break
        both = [lead.summary, reason.summary]
        if badness(finding.risk) >= badness(verdict.risk):
            both.reverse()
        return " ".join(both)
    return lead.summary
