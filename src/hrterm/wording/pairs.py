"""A pair's verdict in sentences: what, how sure, why, and when."""

from typing import TYPE_CHECKING, NamedTuple

from hrterm.i18n import _, ngettext
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import (
    alternatives,
    capitalised,
    clauses,
    labelled,
    listed,
    series,
)

if TYPE_CHECKING:  # showing a sheet need not load what resolves pairs
    from collections.abc import Iterable, Sequence

    from hrterm.domain.answer import CheckAnswer, PairAnswer, Reason, StackAnswer
    from hrterm.domain.found import NameMatch
    from hrterm.domain.stacking import Member


def title(pair: "PairAnswer", labels: dict[str, str]) -> str:
    """The two names, with the members a class stands for."""
    verdict = pair.verdict
    return (
        f"{_side(verdict.a, verdict.member_a, labels)} + "
        f"{_side(verdict.b, verdict.member_b, labels)}"
    )


def _side(id_: str, member: str, labels: dict[str, str]) -> str:
    if not member:
        return labels[id_]
    # Translators: a class of substances, then the member for which it is worst
    return _("{group} (worst: {member})").format(
        group=labels[id_], member=labels[member]
    )


def conditions(
    pairs: "Sequence[PairAnswer]",
    names: "tuple[NameMatch, ...]",
    labels: dict[str, str],
) -> list[str]:
    """``if G is GHB:``, for each meaning of a name on which pairs depend.

    Args:
        pairs: answers that say the same for several meanings of one name.
        names: the names as they were typed.
        labels: names by id.
    """
    meanings = list(dict.fromkeys(pair.condition for pair in pairs if pair.condition))
    return [
        _("if {name} is {meaning}:").format(name=name.query, meaning=labels[id_])
        for id_ in meanings
        for name in names
        if any(candidate.id == id_ for candidate in name.candidates)
    ]


def alike(pairs: "Iterable[PairAnswer]") -> "list[list[PairAnswer]]":
    """Answers in their order; those on meanings of a name that say the same, together.

    Two say the same when the same records and rules speak in the same way.
    """
    groups: dict[object, list[PairAnswer]] = {}
    for position, pair in enumerate(pairs):
        key: object = position
        if pair.condition:
            other = ({pair.verdict.a, pair.verdict.b} - {pair.condition} or {""}).pop()
            said = frozenset(
                (f.id, f.hazard, f.risk, f.possible)
                for reason in pair.reasons
                if (f := reason.finding).speaks
            )
            key = (other, pair.verdict.risk, said)
        groups.setdefault(key, []).append(pair)
    return list(groups.values())


def summary(pair: "PairAnswer") -> str:
    """What happens, or that nobody knows."""
    verdict = pair.verdict
    if pair.summary and verdict.is_known:
        return pair.summary
    unknown = _("No source here has data on this pair. That is not the same as safe.")
    return f"{pair.summary} {unknown}".strip()


def hazards(pair: "PairAnswer") -> str:
    """The dangers that speak, worst first, each once."""
    found = dict.fromkeys(
        words.hazard(reason.finding.hazard)
        for reason in pair.reasons
        if reason.finding.speaks and reason.finding.risk not in {"unknown", "low"}
    )
    return series(found)


def support(pair: "PairAnswer") -> str:
    """What it rests on, how sure it is, and whether the source was read."""
    verdict = pair.verdict
    if verdict.basis == "none":
        return words.basis("none")
    parts = [
        words.basis(verdict.basis),
        words.evidence(verdict.evidence),
        words.verification(verdict.verification),
    ]
    if verdict.effect != "unknown":
        parts.insert(0, words.effect(verdict.effect))
    return clauses(parts)


class Argument(NamedTuple):
    """One record or rule, with every danger it speaks of."""

    text: str
    rests_on: str
    speaks: bool


def arguments(pair: "PairAnswer", labels: dict[str, str]) -> list[Argument]:
    """The reasons, one for each record or rule; those overruled by id come last.

    What is silent only because a nearer record says no less is in ``covered``.
    """
    grouped: dict[tuple[object, ...], list[Reason]] = {}
    for reason in pair.reasons:
        finding = reason.finding
        if _is_covered(reason):
            continue
        key = (
            finding.id,
            finding.order,
            finding.risk,
            finding.via_a,
            finding.via_b,
            finding.possible,
            finding.overruled_by,
        )
        grouped.setdefault(key, []).append(reason)
    return [
        Argument(
            _argument(reasons, pair, labels),
            _rests_on(reasons[0], labels),
            reasons[0].finding.speaks,
        )
        for reasons in grouped.values()
    ]


def covered(pair: "PairAnswer") -> str:
    """Farther records that nearer ones cover, in one sentence; empty without any."""
    ids = dict.fromkeys(r.finding.id for r in pair.reasons if _is_covered(r))
    if not ids:
        return ""
    return _("Farther records that say no worse: {ids}.").format(ids=", ".join(ids))


def _is_covered(reason: "Reason") -> bool:
    return not reason.finding.speaks and not reason.overruled_reason


def _argument(
    reasons: "list[Reason]", pair: "PairAnswer", labels: dict[str, str]
) -> str:
    """The dangers, the rating, the mechanism, and what limits it."""
    first = reasons[0]
    finding = first.finding
    dangers = capitalised(series([words.hazard(one.finding.hazard) for one in reasons]))
    # Translators: a danger such as "Breathing", then how bad, then why
    parts = [
        _("{dangers}: {risk}. {why}").format(
            dangers=dangers, risk=words.risk(finding.risk).lower(), why=first.text
        )
    ]
    if first.routes:
        taken = alternatives([words.route(route) for route in first.routes])
        parts.append(_("(When {taken}; less otherwise.)").format(taken=taken))
    when = words.order(
        finding.order,
        labels[finding.via_a or pair.verdict.member_a or pair.verdict.a],
        labels[finding.via_b or pair.verdict.member_b or pair.verdict.b],
    )
    if when:
        parts.append(f"({when})")
    if finding.possible:
        held = [labels[id_] for id_ in (finding.via_a, finding.via_b) if id_]
        parts.insert(0, _("If it contains {part}:").format(part=listed(held)))
    weak = words.weakened(first)
    if weak:
        parts.append(f"— {weak}")
    if not finding.speaks:
        parts.append(
            "— "
            + _("overruled by {id}: {reason}").format(
                id=finding.overruled_by, reason=first.overruled_reason
            )
        )
    return " ".join(parts)


def _rests_on(reason: "Reason", labels: dict[str, str]) -> str:
    """The rule or record, what it speaks of, how sure, from where."""
    finding = reason.finding
    about = f"{labels[finding.subject_a]} + {labels[finding.subject_b]}"
    template = (
        _("rule {id} ({about})")
        if finding.basis == "mechanism"
        else _("record {id} ({about})")
    )
    return clauses(
        [
            template.format(id=finding.id, about=about),
            words.evidence(finding.evidence),
            words.verification(finding.verification),
            ", ".join(reason.sources),
        ]
    )


def stack(one: "StackAnswer", labels: dict[str, str]) -> str:
    """A group that adds up: three that slow breathing."""
    names = listed([_member(member, labels) for member in one.members])
    count = ngettext("{count} thing that {group}", "{count} things that {group}", 2)
    head = count.format(count=len(one.members), group=one.group)
    group = labelled(head, names)
    return f"{labelled(words.risk(one.risk), group)}. {one.text}"


def _member(member: "Member", labels: dict[str, str]) -> str:
    """One of a group, and why it is not certain that it is there."""
    name = labels[member.id]
    match member.doubt:
        case "class":
            text = _("{name} (an example of: {asked})")
        case "product":
            text = _("{name} (may be in: {asked})")
        case "name":
            text = _("{name} (if “{asked}” means that)")
        case _:
            return name
    return text.format(name=name, asked=labels.get(member.of, member.of))


def overall(answer: "CheckAnswer") -> str:
    """The line that stands above everything."""
    combination = answer.combination
    if combination is None or not answer.pairs:
        return _("Too few names were recognised to check them together.")
    unknown = len(combination.unknown_pairs)
    parts = [_("all together")]
    if unknown:
        parts.append(
            ngettext(
                "{count} pair unknown, which is not the same as safe",
                "{count} pairs unknown, which is not the same as safe",
                unknown,
            ).format(count=unknown)
        )
    open_names = [name.query for name in answer.names if name.candidates]
    if open_names:
        parts.append(
            _("it depends on what is meant by {names}").format(names=listed(open_names))
        )
    missing = [name.query for name in answer.names if name.status == "unknown"]
    if missing:
        parts.append(
            _("not checked, because not recognised: {names}").format(
                names=listed(missing)
            )
        )
    return clauses(parts)


def caveat() -> str:
    """What is said from three on."""
    return _(
        "From three substances on nobody can predict the result: take this as the "
        "least risk, not the whole of it."
    )
