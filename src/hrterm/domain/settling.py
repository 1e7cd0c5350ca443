"""Which of several findings speak, and what verdict they come to."""

from hrterm.domain.interaction import Finding, Verdict
from hrterm.domain.risk import badness, confidence
from hrterm.domain.vocabulary import HAZARDS, Effect, Hazard

_PLACE: dict[Hazard, int] = {hazard: place for place, hazard in enumerate(HAZARDS)}


def settled(found: list[Finding]) -> list[Finding]:
    """Mark what is overruled: by a nearer statement, or by id.

    Within one hazard and order the nearest statement speaks; a farther one is
    silent only when it is no worse, or when a speaking statement overrides it.
    """
    if len(found) < 2:
        return found
    marked: list[Finding] = []
    speaking: dict[Hazard, list[Finding]] = {}
    for finding in sorted(found, key=_nearest_first):
        nearer = speaking.setdefault(finding.hazard, [])
        for one in nearer:
            if _silences(one, finding):
                finding = finding._replace(overruled_by=one.id)
                break
        else:
            nearer.append(finding)
        marked.append(finding)
    return marked


def _silences(nearer: Finding, finding: Finding) -> bool:
    """Whether a speaking finding silences a farther one of the same hazard.

    A `low` that does not carry over says nothing beside a nearer statement, and
    silences none.
    """
    if finding.id in nearer.overrides and nearer.distance < finding.distance:
        return True
    return (
        finding.basis != "mechanism"
        and nearer.basis != "mechanism"
        and nearer.weakened != "low-not-inherited"
        and nearer.order == finding.order
        and (
            badness(finding.risk) <= badness(nearer.risk)
            or finding.weakened == "low-not-inherited"
        )
    )


def _nearest_first(finding: Finding) -> tuple[int, int, int, str]:
    return (
        finding.distance,
        -badness(finding.risk),
        -confidence(finding.evidence),
        finding.id,
    )


def unrepeated(found: list[Finding]) -> list[Finding]:
    """Each statement once per hazard and order: the speaking, worst, nearest one."""
    if len(found) < 2 or len({finding.id for finding in found}) == len(found):
        return found
    best: dict[tuple[str, Hazard, str, bool], Finding] = {}
    for finding in found:
        key = (finding.id, finding.hazard, finding.order, finding.possible)
        known = best.get(key)
        if known is None or _standing(finding) < _standing(known):
            best[key] = finding
    return list(best.values())


def _standing(finding: Finding) -> tuple[bool, int, int]:
    return (not finding.speaks, -badness(finding.risk), finding.distance)


def verdict(a: str, b: str, findings: list[Finding]) -> Verdict:
    """The worst of what speaks, with its reasons in order."""
    if len(findings) > 1:
        findings = sorted(findings, key=_worst_first)
    ordered = tuple(findings)
    if not ordered or not ordered[0].speaks:
        return Verdict(
            a, b, "unknown", "unknown", "either", "none", "none", "unverified", ordered
        )
    lead = ordered[0]
    return Verdict(
        a,
        b,
        lead.risk,
        _effect(ordered),
        lead.order,
        lead.basis,
        lead.evidence,
        lead.verification,
        ordered,
    )


def _worst_first(finding: Finding) -> tuple[bool, int, bool, int, int, int, str]:
    return (
        not finding.speaks,
        -badness(finding.risk),
        finding.possible,
        finding.distance,
        -confidence(finding.evidence),
        _PLACE[finding.hazard],
        finding.id,
    )


def _effect(ordered: tuple[Finding, ...]) -> Effect:
    """The lead's effect, or the first known one of its own hazard and risk.

    What another danger does to the effect would be read as said of this one.
    """
    lead = ordered[0]
    for finding in ordered:
        if (
            finding.speaks
            and finding.effect != "unknown"
            and (finding.hazard, finding.risk) == (lead.hazard, lead.risk)
        ):
            return finding.effect
    return "unknown"
