"""Verdicts with their words: summaries, reasons, signs, advice, timing."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from hrterm.domain.answer import PairAnswer, Reason, StackAnswer
from hrterm.domain.combination import Stack
from hrterm.domain.interaction import Finding, Verdict
from hrterm.domain.timing import Timing, Wait, elapsed
from hrterm.store.citing import citations
from hrterm.store.selecting import select
from hrterm.store.texts import Texts


class _Words(NamedTuple):
    """The texts of one statement or rule."""

    summary: str
    why: str
    others: str
    signs: tuple[str, ...]
    advice: tuple[str, ...]
    sources: tuple[str, ...]
    group: str = ""
    routes: tuple[str, ...] = ()


_Told = tuple[str, str, Wait | None, str, str]
"""First, then, wait, text, verification; the sides are those of the statement."""


class PairWording:
    """Fetches the words of many verdicts at once."""

    def __init__(
        self, connection: sqlite3.Connection, texts: Texts, verdicts: Iterable[Verdict]
    ) -> None:
        """Read the words of every statement and rule that the verdicts name."""
        self._connection = connection
        self._texts = texts
        self._verdicts = list(verdicts)
        findings = [f for verdict in self._verdicts for f in verdict.findings]
        self._words = self._read_words({finding.id for finding in findings})
        self._waits = self._read_waits(sorted({f.id for f in findings if f.speaks}))
        self._given = self._read_overrides(
            sorted({f.overruled_by for f in findings if not f.speaks})
        )
        ids = {
            id_ for v in self._verdicts for id_ in (v.a, v.b, v.member_a, v.member_b)
        }
        for finding in findings:
            ids |= {finding.subject_a, finding.subject_b, finding.via_a, finding.via_b}
        self.labels = texts.names("subject", ids - {""})

    def answer(
        self, verdict: Verdict, since: dict[str, int], condition: str = ""
    ) -> PairAnswer:
        """One verdict in words."""
        lead = verdict.lead
        summary = ""
        signs: list[str] = []
        advice: list[str] = []
        if lead is not None:
            summary = self._filled(self._words[lead.id].summary, lead, verdict)
        for finding in verdict.findings:
            if finding.speaks and finding.risk != "unknown":
                signs += self._words[finding.id].signs
                advice += self._words[finding.id].advice
        return PairAnswer(
            verdict,
            condition,
            summary,
            tuple(dict.fromkeys(signs))[:8],
            tuple(dict.fromkeys(advice))[:6],
            self._timing(verdict, since),
            self._reasons(verdict),
        )

    def stack(self, stack: Stack) -> StackAnswer:
        """A group that adds up, in words."""
        words = self._words.get(stack.rule)
        if words is None:
            words = self._read_words({stack.rule})[stack.rule]
        return StackAnswer(
            stack.rule, stack.hazard, stack.risk, stack.members, words.group, words.why
        )

    def _reasons(self, verdict: Verdict) -> tuple[Reason, ...]:
        return tuple(
            Reason(
                finding,
                self._filled(self._words[finding.id].summary, finding, verdict),
                self._filled(self._words[finding.id].why, finding, verdict),
                self._given.get((finding.overruled_by, finding.id), ""),
                self._words[finding.id].others,
                self._words[finding.id].sources,
                self._words[finding.id].routes,
            )
            for finding in verdict.findings
        )

    def _filled(self, text: str, finding: Finding, verdict: Verdict) -> str:
        """A rule's text with the names of the two; a statement's has no braces."""
        if "{" not in text:
            return text
        a = finding.via_a or verdict.member_a or verdict.a
        b = finding.via_b or verdict.member_b or verdict.b
        if finding.flipped:
            a, b = b, a
        filled = text.replace("{a}", self.labels[a]).replace("{b}", self.labels[b])
        return filled[:1].upper() + filled[1:] if filled[:1].isascii() else filled

    def _timing(self, verdict: Verdict, since: dict[str, int]) -> tuple[Timing, ...]:
        made: dict[tuple[str, str, str], Timing] = {}
        turned = {f.id: f.flipped for f in verdict.findings if f.speaks}
        for statement in sorted(turned.keys() & self._waits.keys()):
            sides = {"a": verdict.a, "b": verdict.b}
            if turned[statement]:
                sides = {"a": verdict.b, "b": verdict.a}
            for first, then, wait, text, verification in self._waits[statement]:
                one, other = sides[first], sides[then]
                told = elapsed(one, other, since)
                timing = Timing(one, other, wait, text, verification, told)
                made.setdefault((one, other, text), timing)
        return tuple(made.values())

    def _read_waits(self, ids: list[str]) -> dict[str, list[_Told]]:
        """How long one side matters for the other, by statement."""
        sql = (
            'SELECT statement, first, "then", wait_low, wait_high, text_text, '
            "verification FROM timing WHERE statement IN ({ids}) "
            "ORDER BY statement, position"
        )
        rows = select(self._connection, sql, ids)
        words = self._texts.texts(row[5] for row in rows)
        found: dict[str, list[_Told]] = {}
        for statement, first, then, low, high, text, verification in rows:
            wait = Wait(low, high) if high is not None else None
            told = (first, then, wait, words[text], verification)
            found.setdefault(statement, []).append(told)
        return found

    def _read_overrides(self, ids: list[str]) -> dict[tuple[str, str], str]:
        """Why a statement silences another, by both."""
        sql = (
            "SELECT statement, overrides, reason_text FROM statement_override "
            "WHERE statement IN ({ids})"
        )
        rows = select(self._connection, sql, ids)
        words = self._texts.texts(row[2] for row in rows)
        return {(statement, id_): words[text] for statement, id_, text in rows}

    def _read_words(self, ids: set[str]) -> dict[str, _Words]:
        wanted = sorted(ids)
        rows = select(
            self._connection,
            "SELECT id, summary_text, why_text, others_text, NULL, routes "
            "FROM statement WHERE id IN ({ids})",
            wanted,
        ) + select(
            self._connection,
            "SELECT id, summary_text, why_text, NULL, group_text, '' "
            "FROM rule WHERE id IN ({ids})",
            wanted,
        )
        remarks = select(
            self._connection,
            "SELECT owner, section, text_text FROM remark WHERE owner IN ({ids}) "
            "ORDER BY owner, section, position",
            wanted,
        )
        words = self._texts.texts(
            [id_ for row in rows for id_ in row[1:5]] + [row[2] for row in remarks]
        )
        cited = {
            **citations(self._connection, "statement", wanted),
            **citations(self._connection, "rule", wanted),
        }
        lists: dict[tuple[str, str], list[str]] = {}
        for owner, section, text in remarks:
            lists.setdefault((owner, section), []).append(words[text])
        return {
            id_: _Words(
                words[summary],
                words[why],
                words[others] if others else "",
                tuple(lists.get((id_, "signs"), ())),
                tuple(lists.get((id_, "advice"), ())),
                cited.get(id_, ()),
                words[group] if group else "",
                tuple(routes.split()),
            )
            for id_, summary, why, others, group, routes in rows
        }
