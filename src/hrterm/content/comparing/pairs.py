"""Pairs whose verdict changed, and whether a statement answers for it."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from hrterm.content.comparing.answers import Answers
from hrterm.content.comparing.touching import statements, touched_pairs
from hrterm.domain.interaction import Finding, Statement, Verdict
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.resolve import resolve
from hrterm.domain.risk import badness
from hrterm.domain.vocabulary import Risk

REVIEWERS = 2
"""How many people must have looked at a statement that lowers a risk."""

Change = Literal["silent", "lowered", "raised", "answered", "reason-lost"]
GRAVE: frozenset[Risk] = frozenset({"dangerous", "unsafe"})


class PairChange(NamedTuple):
    """A pair that is answered differently."""

    change: Change
    a: str
    b: str
    before: Risk
    after: Risk
    because_before: str
    """The statement or rule that the verdict rested on; empty when none."""
    because_after: str
    by: tuple[str, ...] = ()
    """For a risk that fell: the statements that answer for it."""
    unexplained: tuple[str, ...] = ()
    """Statements and rules that no longer speak, and that nothing overrides."""
    unreviewed: tuple[str, ...] = ()
    """Those of ``by`` that fewer than two people have reviewed."""
    hazards: tuple[str, ...] = ()
    """Grave dangers that are no longer named."""

    @property
    def fell(self) -> bool:
        """Whether someone reads less danger than before."""
        return self.change in {"silent", "lowered"} and self.before != "low"

    @property
    def is_refused(self) -> bool:
        """Whether it fell without an override, or is dangerous and silent."""
        if self.change == "silent" and self.before == "dangerous":
            return True
        return self.fell and bool(self.unexplained)


def pair_changes(old: Answers, new: Answers) -> list[PairChange]:
    """Every pair that both know and answer differently, the gravest first.

    Classes are asked about themselves; their members are asked anyway.
    """
    before, after = _plain(old.knowledge), _plain(new.knowledge)
    stated = {one.id: one for one in statements(after)}
    found = []
    for a, b in touched_pairs(before, after):
        was, now = resolve(a, b, before), resolve(a, b, after)
        change = _change(was, now)
        hazards = _lost_hazards(was, now)
        if change is not None or hazards:
            found.append(
                _described(change or "reason-lost", was, now, hazards, stated, new)
            )
    return sorted(found, key=_gravest_first)


def _plain(knowledge: Knowledge) -> Knowledge:
    """The same without the members of classes."""
    subjects = {
        id_: subject._replace(is_class=False)
        for id_, subject in knowledge.subjects.items()
    }
    return Knowledge(
        subjects,
        sorted(statements(knowledge), key=lambda one: one.id),
        knowledge.mechanism_rules,
        knowledge.stacking_rules,
    )


def _change(was: Verdict, now: Verdict) -> Change | None:
    if was.risk == now.risk:
        return None
    if not now.is_known:
        return "silent"
    if not was.is_known:
        return "answered"
    return "lowered" if badness(now.risk) < badness(was.risk) else "raised"


def _lost_hazards(was: Verdict, now: Verdict) -> tuple[str, ...]:
    """Hazards that were grave and of which nothing is said any more, unexplained."""
    told = {finding.hazard for finding in now.findings}
    grave = {f.hazard for f in was.findings if f.speaks and f.risk in GRAVE}
    return tuple(sorted(grave - told))


def _described(
    change: Change,
    was: Verdict,
    now: Verdict,
    hazards: tuple[str, ...],
    stated: Mapping[str, Statement],
    new: Answers,
) -> PairChange:
    made = PairChange(
        change,
        was.a,
        was.b,
        was.risk,
        now.risk,
        was.lead.id if was.lead else "",
        now.lead.id if now.lead else "",
        hazards=hazards,
    )
    if not made.fell:
        return made
    by: set[str] = set()
    unexplained: set[str] = set()
    for finding in was.findings:
        if not finding.speaks or badness(finding.risk) <= badness(now.risk):
            continue
        silencer = _silencer(finding, now) or _rerated(finding, stated, new)
        (by.add(silencer) if silencer else unexplained.add(finding.id))
    unreviewed = {id_ for id_ in by if not _is_reviewed(id_, new)}
    return made._replace(
        by=tuple(sorted(by)),
        unexplained=tuple(sorted(unexplained)),
        unreviewed=tuple(sorted(unreviewed)),
    )


def _silencer(finding: Finding, now: Verdict) -> str:
    """The statement that overrides, by id, what spoke before; empty when none."""
    speaking = {f.id: f for f in now.findings if f.speaks}
    for one in now.findings:
        if (one.id, one.hazard) == (finding.id, finding.hazard) and one.overruled_by:
            overruler = speaking.get(one.overruled_by)
            if overruler is not None and one.id in overruler.overrides:
                return overruler.id
    return ""


def _rerated(finding: Finding, stated: Mapping[str, Statement], new: Answers) -> str:
    """The statement itself, when two people have reviewed its milder rating."""
    statement = stated.get(finding.id)
    if (
        statement is not None
        and badness(statement.risk) < badness(finding.risk)
        and _is_reviewed(statement.id, new)
    ):
        return statement.id
    return ""


def _is_reviewed(id_: str, answers: Answers) -> bool:
    return len(set(answers.reviewers.get(id_, ()))) >= REVIEWERS


_ORDER: tuple[Change, ...] = ("silent", "lowered", "reason-lost", "raised", "answered")


def _gravest_first(one: PairChange) -> tuple[bool, int, int, str, str]:
    rank = _ORDER.index(one.change)
    risk = one.before if one.fell else one.after
    return (not one.is_refused, rank, -badness(risk), one.a, one.b)
