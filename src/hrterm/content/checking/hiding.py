"""No statement hides a worse one unless it names what it silences."""

from hrterm.content.corpus import Corpus
from hrterm.content.knowing import knowledge
from hrterm.content.problems import Problems
from hrterm.domain.interaction import Finding
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.resolve import findings, sorted_pair
from hrterm.domain.risk import badness
from hrterm.i18n import _


def check_hiding(corpus: Corpus, problems: Problems) -> None:
    """Go through every pair that is spoken of: a milder, nearer one needs an override.

    In the same hazard and order the nearest statement is meant to speak. Where
    a farther one or a rule is worse, the nearer must name it, or is refused.
    """
    known = knowledge(corpus)
    reported: set[tuple[str, str]] = set()
    for a, b in _spoken_of(corpus, known):
        found = findings(a, b, known)
        for one in found:
            hider = _hidden_by(one, found)
            if hider is None or (hider.id, one.id) in reported:
                continue
            reported.add((hider.id, one.id))
            place = corpus.statements[hider.id].entry.place("risk")
            problems.error(
                place,
                _(
                    "{milder} for {hazard} is milder than {worse} of '{id}', which "
                    "it would hide for {a} with {b}: raise it, or name '{id}' in "
                    "`overrides` with the reason."
                ).format(
                    milder=hider.risk,
                    hazard=hider.hazard,
                    worse=one.risk,
                    id=one.id,
                    a=a,
                    b=b,
                ),
            )


def _spoken_of(corpus: Corpus, known: Knowledge) -> list[tuple[str, str]]:
    """The pairs on which a statement speaks, sorted: no other can hide anything."""
    below: dict[str, list[str]] = {}
    for id_, subject in known.subjects.items():
        for step in subject.lineage:
            below.setdefault(step.subject, []).append(id_)
    return sorted(
        {
            sorted_pair(one, other)
            for statement in corpus.statements.values()
            for one in below.get(statement.a, ())
            for other in below.get(statement.b, ())
        }
    )


def _hidden_by(finding: Finding, found: list[Finding]) -> Finding | None:
    """The nearer, milder statement that this finding contradicts, if any."""
    if not finding.speaks or finding.weakened:
        return None
    for other in found:
        if (
            other.basis != "mechanism"
            and other.distance < finding.distance
            and other.hazard == finding.hazard
            and (other.order == finding.order or finding.basis == "mechanism")
            and other.speaks
            and not other.weakened
            and badness(other.risk) < badness(finding.risk)
        ):
            return other
    return None
