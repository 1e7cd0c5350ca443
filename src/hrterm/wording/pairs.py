"""A pair's verdict in sentences: what, how sure, why, and when."""

from hrterm.domain.answer import CheckAnswer, NameMatch, PairAnswer, Reason, StackAnswer
from hrterm.domain.timing import Timing
from hrterm.i18n import _, ngettext
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import listed, minutes


def title(pair: PairAnswer, labels: dict[str, str]) -> str:
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


def condition(
    pair: PairAnswer, names: tuple[NameMatch, ...], labels: dict[str, str]
) -> str:
    """``if G is GHB:``, when the pair depends on what a name means; else empty."""
    if not pair.condition:
        return ""
    for name in names:
        if any(candidate.id == pair.condition for candidate in name.candidates):
            return _("if {name} is {meaning}:").format(
                name=name.query, meaning=labels[pair.condition]
            )
    return ""


def summary(pair: PairAnswer) -> str:
    """What happens, or that nobody knows."""
    verdict = pair.verdict
    if pair.summary and verdict.is_known:
        return pair.summary
    unknown = _("No source here has data on this pair. That is not the same as safe.")
    return f"{pair.summary} {unknown}".strip()


def hazards(pair: PairAnswer) -> str:
    """The dangers that speak, worst first, each once."""
    found = dict.fromkeys(
        words.hazard(reason.finding.hazard)
        for reason in pair.reasons
        if reason.finding.speaks and reason.finding.risk != "unknown"
    )
    return ", ".join(found)


def support(pair: PairAnswer) -> str:
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
    return "; ".join(parts)


def reason(reason: Reason, pair: PairAnswer, labels: dict[str, str]) -> str:
    """One reason: the danger, the rating, the mechanism, the rule that fired."""
    finding = reason.finding
    head = f"{words.hazard(finding.hazard)}: {words.risk(finding.risk)}"
    parts = [f"{head}. {reason.text}"]
    if reason.routes:
        taken = listed([words.route(route) for route in reason.routes])
        parts.append(_("(When {taken}; less otherwise.)").format(taken=taken))
    when = words.order(
        finding.order,
        labels[finding.via_a or pair.verdict.member_a or pair.verdict.a],
        labels[finding.via_b or pair.verdict.member_b or pair.verdict.b],
    )
    if when:
        parts.append(f"({when})")
    parts.append(f"[{_rests_on(reason, labels)}]")
    if finding.possible:
        held = [labels[id_] for id_ in (finding.via_a, finding.via_b) if id_]
        parts.insert(0, _("If it contains {part}:").format(part=listed(held)))
    weak = words.weakened(reason)
    if weak:
        parts.append(f"— {weak}")
    if not finding.speaks:
        given = reason.overruled_reason or _("a nearer record speaks for this danger")
        parts.append(
            "— "
            + _("overruled by {id}: {reason}").format(
                id=finding.overruled_by, reason=given
            )
        )
    return " ".join(parts)


def _rests_on(reason: Reason, labels: dict[str, str]) -> str:
    """The rule or record, what it speaks of, how sure, from where."""
    finding = reason.finding
    about = f"{labels[finding.subject_a]} + {labels[finding.subject_b]}"
    record = _("rule") if finding.basis == "mechanism" else _("record")
    return "; ".join(
        [
            f"{record} {finding.id} ({about})",
            words.evidence(finding.evidence),
            words.verification(finding.verification),
            ", ".join(reason.sources),
        ]
    )


def timing(one: Timing, labels: dict[str, str]) -> str:
    """One window: who first, how long, and where now stands in it."""
    head = _("{first}, then {then}").format(
        first=labels[one.first], then=labels[one.then]
    )
    parts = [f"{head}: {one.text}"]
    if one.wait is not None:
        parts.append(f"({minutes(one.wait.low, one.wait.high)})")
    if one.elapsed is not None and one.wait is not None:
        told = minutes(one.elapsed, one.elapsed)
        parts.append(
            _("Now at {elapsed}: the window is still open.").format(elapsed=told)
            if one.window == "open"
            else _(
                "Now at {elapsed}: past the usual window, which differs from person "
                "to person. This does not mean that it is without risk."
            ).format(elapsed=told)
        )
    return " ".join(parts)


def stack(one: StackAnswer, labels: dict[str, str]) -> str:
    """A group that adds up: three that slow breathing."""
    names = listed([labels[id_] for id_ in one.members])
    count = ngettext("{count} thing that {group}", "{count} things that {group}", 2)
    head = count.format(count=len(one.members), group=one.group)
    return f"{words.risk(one.risk)}: {head}: {names}. {one.text}"


def overall(answer: CheckAnswer) -> str:
    """The line that stands above everything."""
    combination = answer.combination
    if combination is None:
        return _("Too few names were recognised to check them together.")
    unknown = len(combination.unknown_pairs)
    parts = [words.risk(combination.risk)]
    if unknown:
        parts.append(
            ngettext(
                "{count} pair unknown, which is not the same as safe",
                "{count} pairs unknown, which is not the same as safe",
                unknown,
            ).format(count=unknown)
        )
    missing = [name.query for name in answer.names if name.status != "found"]
    if missing:
        parts.append(
            _("not checked, because not recognised: {names}").format(
                names=listed(missing)
            )
        )
    return "; ".join(parts)


def caveat() -> str:
    """What is said from three on."""
    return _(
        "From three substances on nobody can predict the result: take this as the "
        "least risk, not the whole of it."
    )


def name_note(name: NameMatch) -> str:
    """What became of a typed name, when it is worth saying; else empty."""
    if name.status == "unknown":
        return _(
            "“{query}” is not known here. Not known does not mean without danger: "
            "check the spelling, or search for another name."
        ).format(query=name.query)
    if name.status == "ambiguous":
        names = listed([candidate.name for candidate in name.candidates])
        return _("“{query}” may mean several things: {names}.").format(
            query=name.query, names=names
        )
    parts = []
    if name.corrected:
        parts.append(
            _("“{query}” was read as {name}.").format(query=name.query, name=name.name)
        )
    if name.ignored:
        parts.append(_("Left out: {words}.").format(words=", ".join(name.ignored)))
    return " ".join(parts)
