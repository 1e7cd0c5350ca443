"""How two editions differ, as a page and as an object."""

from collections.abc import Mapping
from typing import Any

from hrterm.content.comparing import (
    ClaimChange,
    Difference,
    LawChange,
    LawLine,
    NameChange,
    PairChange,
)
from hrterm.content.comparing.pairs import REVIEWERS
from hrterm.i18n import _, ngettext
from hrterm.pages.blocks import Bullet, Gap, Heading, Line, Page
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import clauses, labelled, listed
from hrterm.wording.law import legal_status, possession
from hrterm.wording.sheets import claim_verdict

Labels = Mapping[str, str]


def page_of(difference: Difference, labels: Labels, limit: int) -> Page:
    """What a maintainer must see first, then the rest; each list is bounded."""
    sections = _pair_sections(difference, labels) + _other_sections(difference, labels)
    page: Page = [Line(_verdict(difference), "bold")]
    if difference.lacks_review:
        page.append(Line(_needs_review()))
    for heading, bullets in sections:
        if bullets:
            count = ngettext("{count} entry", "{count} entries", len(bullets))
            told = f"{heading} ({count.format(count=len(bullets))})"
            page += [Gap(), Heading(told), *bullets[:limit]]
            if len(bullets) > limit:
                more = _("and {count} more: --json lists all, --limit shows more.")
                page.append(Line(more.format(count=len(bullets) - limit), "dim", 4))
    return page


def _verdict(difference: Difference) -> str:
    if difference.is_refused:
        return _(
            "Refused: a risk fell that no statement overrides by name, a dangerous "
            "pair fell silent, or a name was lost."
        )
    if difference == Difference([], [], [], [], {}, ()):
        return _("Nothing that people are told has changed.")
    return _(
        "No risk fell unexplained, no dangerous pair fell silent, no name is lost."
    )


def _needs_review() -> str:
    return ngettext(
        "A lowered risk needs {count} reviewer: name them under `reviewed_by`.",
        "A lowered risk needs {count} reviewers: name them under `reviewed_by`.",
        REVIEWERS,
    ).format(count=REVIEWERS)


def _pair_sections(
    difference: Difference, labels: Labels
) -> list[tuple[str, list[Bullet]]]:
    headings = {
        "silent": _("Fell silent, explained"),
        "lowered": _("Lowered, explained"),
        "reason-lost": _("A grave danger is no longer named"),
        "raised": _("Raised"),
        "answered": _("Answered now"),
    }
    refused = [one for one in difference.pairs if one.is_refused]
    rest = [one for one in difference.pairs if not one.is_refused]
    found = [(_("Refused"), [_pair(one, labels) for one in refused])]
    for change, heading in headings.items():
        bullets = [_pair(one, labels) for one in rest if one.change == change]
        found.append((heading, bullets))
    lost = [_name(one, labels) for one in difference.lost_names]
    found.insert(1, (_("Names by which nothing is found any more"), lost))
    return found


def _other_sections(
    difference: Difference, labels: Labels
) -> list[tuple[str, list[Bullet]]]:
    moved = [one for one in difference.names if one.after]
    return [
        (
            _("Names that mean something else"),
            [_name(one, labels) for one in moved],
        ),
        (_("Law"), [_law(one, labels) for one in difference.law]),
        (_("Claims"), [_claim(one) for one in difference.claims]),
        (
            _("Gone"),
            [_gone(id_, now, labels) for id_, now in difference.gone.items()],
        ),
        (
            _("New"),
            [Bullet(labelled(id_, labels.get(id_, id_))) for id_ in difference.added],
        ),
    ]


def _pair(one: PairChange, labels: Labels) -> Bullet:
    pair = _("{a} and {b}").format(
        a=labels.get(one.a, one.a), b=labels.get(one.b, one.b)
    )
    risks = words.risk(one.after)
    if one.before != one.after:
        risks = _change(words.risk(one.before), words.risk(one.after))
    return Bullet(labelled(pair, risks), f"[{clauses(_why(one))}]", one.after)


def _why(one: PairChange) -> list[str]:
    """What the change rests on."""
    told = []
    if one.unexplained:
        told.append(
            _("no longer said, and overridden by nothing: {ids}").format(
                ids=", ".join(one.unexplained)
            )
        )
    if one.by:
        told.append(_("answered for by {ids}").format(ids=", ".join(one.by)))
    if one.unreviewed:
        told.append(
            _("not reviewed by two: {ids}").format(ids=", ".join(one.unreviewed))
        )
    if one.hazards:
        names = listed([words.hazard(hazard) for hazard in one.hazards])
        told.append(_("no longer named: {hazards}").format(hazards=names))
    if not told:
        told.append(one.because_after or one.because_before)
    return told


def _name(one: NameChange, labels: Labels) -> Bullet:
    before = listed([labels.get(id_, id_) for id_ in one.before])
    if not one.after:
        return Bullet(_("“{name}” meant {things}").format(name=one.text, things=before))
    after = listed([labels.get(id_, id_) for id_ in one.after])
    return Bullet(
        _("“{name}” meant {before} and means {after}").format(
            name=one.text, before=before, after=after
        )
    )


def _law(one: LawChange, labels: Labels) -> Bullet:
    head = f"{labels.get(one.substance, one.substance)} — {one.jurisdiction}"
    return Bullet(labelled(head, _change(_lines(one.before), _lines(one.after))))


def _lines(lines: tuple[LawLine, ...]) -> str:
    told = []
    for line in lines:
        parts = [legal_status(line.status)]
        if line.schedule:
            parts.append(line.schedule)
        if line.possession != "unknown":
            parts.append(possession(line.possession))
        if line.effective_from or line.effective_to:
            parts.append(f"{line.effective_from}/{line.effective_to}")
        told.append(", ".join(parts))
    return clauses(told) or _("no record")


def _claim(one: ClaimChange) -> Bullet:
    before = claim_verdict(one.before) if one.before else _("no record")
    after = claim_verdict(one.after) if one.after else _("no record")
    return Bullet(labelled(one.id, _change(before, after)))


def _gone(id_: str, now: str, labels: Labels) -> Bullet:
    if not now:
        return Bullet(labels.get(id_, id_))
    return Bullet(
        _("{name} is found as {successor} now").format(
            name=labels.get(id_, id_), successor=labels.get(now, now)
        )
    )


def _change(before: str, after: str) -> str:
    # Translators: what it was, then what it is
    return _("{before} → {after}").format(before=before, after=after)


# --- for scripts -------------------------------------------------------------


def document_of(difference: Difference, labels: Labels) -> dict[str, Any]:
    """Every list whole; nothing in it is null or an empty text."""
    return {
        "refused": difference.is_refused,
        "lacks_review": difference.lacks_review,
        "pairs": [
            _present(one) | {"refused": one.is_refused} for one in difference.pairs
        ],
        "law": [
            {
                "substance": one.substance,
                "jurisdiction": one.jurisdiction,
                "before": [_present(line) for line in one.before],
                "after": [_present(line) for line in one.after],
            }
            for one in difference.law
        ],
        "names": [_present(one) for one in difference.names],
        "claims": [_present(one) for one in difference.claims],
        "gone": [
            {"id": id_, "now": now} if now else {"id": id_}
            for id_, now in difference.gone.items()
        ],
        "added": list(difference.added),
        "labels": {id_: labels[id_] for id_ in _ids(difference) if id_ in labels},
    }


def _present(one: Any) -> dict[str, Any]:
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in one._asdict().items()
        if value != ""
    }


def _ids(difference: Difference) -> list[str]:
    named = {id_ for one in difference.pairs for id_ in (one.a, one.b)}
    named |= {one.substance for one in difference.law}
    named |= {id_ for one in difference.names for id_ in (*one.before, *one.after)}
    return sorted(named | {*difference.gone, *difference.added})
