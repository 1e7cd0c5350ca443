"""Fact sheets, mechanisms, claims and studies in sentences."""

from hrterm.domain.claim import Claim, Figure, Study
from hrterm.domain.source import Source
from hrterm.domain.substance import Duration, Fact, Mechanism, Span
from hrterm.i18n import N_, _
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import NBSP, clauses, date, labelled, minutes, series

FACT_SECTIONS = (
    "danger_signs",
    "naloxone",
    "risks",
    "reduce_harm",
    "effects",
    "contraindications",
    "washout",
    "tolerance",
    "withdrawal",
    "adulterants",
    "checking",
    "gaps",
)
"""The order in which a tired reader needs them."""


_MARKS = {"read": "✓", "secondary": "~", "unverified": "?"}


def support(evidence: str, verification: str, sources: tuple[str, ...]) -> str:
    """Whether it was read, how sure, and from where, in brackets; see ``legend``."""
    if evidence == "none" and not sources:
        return ""
    cited = ", ".join(sources)
    mark = _MARKS[verification]
    if verification == "unverified":
        return f"[{mark}{NBSP}{cited}]"
    return f"[{mark}{NBSP}{labelled(words.evidence(evidence), cited)}]"


def legend() -> str:
    """What the marks before sources mean."""
    told = [f"{mark} {words.verification(word)}" for word, mark in _MARKS.items()]
    return "  ".join(told) + ". " + _("hrterm sources ID shows a source.")


def fact(one: Fact, conditions: dict[str, str]) -> str:
    """A fact, and the condition that it concerns."""
    text = one.text
    if one.condition:
        text = labelled(conditions[one.condition], text)
    if one.wait is not None:
        text = f"{text} ({minutes(*one.wait)})"
    return text


def phases(one: Duration) -> str:
    """Onset, peak, total and after-effects in one line."""
    named = (
        (_("onset"), one.onset),
        (_("peak"), one.peak),
        (_("total"), one.total),
        (_("after-effects"), one.after),
    )
    told = [f"{name} {_span(span)}" for name, span in named if span is not None]
    return series(told)


def _span(span: Span) -> str:
    return minutes(*span)


_ACTIONS = {
    "agonist": N_("activates"),
    "partial-agonist": N_("partly activates"),
    "antagonist": N_("blocks"),
    "inverse-agonist": N_("turns down"),
    "positive-modulator": N_("amplifies"),
    "negative-modulator": N_("dampens"),
    "blocker": N_("blocks"),
    "opener": N_("opens"),
    "releaser": N_("releases through"),
    "reuptake-inhibitor": N_("blocks the reuptake by"),
    "inhibitor": N_("inhibits"),
    "inducer": N_("increases the amount of"),
    "substrate": N_("is broken down by"),
    "precursor": N_("becomes the messenger of"),
    "other": N_("acts on"),
}

_ACTIONS_THERE = {
    "agonist": N_("activates it"),
    "partial-agonist": N_("partly activates it"),
    "antagonist": N_("blocks it"),
    "inverse-agonist": N_("turns it down"),
    "positive-modulator": N_("amplifies it"),
    "negative-modulator": N_("dampens it"),
    "blocker": N_("blocks the channel"),
    "opener": N_("opens it"),
    "releaser": N_("releases the messenger through it"),
    "reuptake-inhibitor": N_("blocks reuptake"),
    "inhibitor": N_("inhibits it"),
    "inducer": N_("increases its amount"),
    "substrate": N_("is broken down by it"),
    "precursor": N_("becomes its messenger"),
    "other": N_("acts on it"),
}

_ACTIONS_AT = {
    ("releaser", "pathway"): (N_("sets off"), N_("sets it off")),
    ("substrate", "transporter"): (N_("passes through"), N_("passes through it")),
    ("substrate", "pathway"): (N_("depends on"), N_("depends on it")),
}
"""Where a kind of target makes another verb of an action: a transporter breaks nothing
down."""

_LEVELS = {
    "molecule": N_("shown on molecules"),
    "animal": N_("shown in animals"),
    "volunteer": N_("shown in volunteers"),
    "patient": N_("shown in patients"),
}


def action(word: str, kind: str) -> str:
    """What a substance does at a target of some kind: a verb before its name."""
    return _(_action(word, kind)[0])


def action_there(word: str, kind: str) -> str:
    """The same where the target was named before."""
    return _(_action(word, kind)[1])


def _action(word: str, kind: str) -> tuple[str, str]:
    return _ACTIONS_AT.get((word, kind), (_ACTIONS[word], _ACTIONS_THERE[word]))


def level(word: str) -> str:
    """Where a mechanism was shown."""
    return _(_LEVELS[word])


def mechanism(
    one: Mechanism,
    targets: dict[str, str],
    kinds: dict[str, str],
    labels: dict[str, str],
) -> str:
    """What it does at a target, in words, and where that was shown."""
    # Translators: what a substance does, and where: "blocks NMDA receptor". Turn it
    # round where your language would need an article: "NMDA receptor: blocks"
    head = _("{action} {target}").format(
        action=action(one.action, kinds[one.target]), target=targets[one.target]
    )
    text = f"{head} — {one.text} ({level(one.level)})"
    if one.inherited_from:
        text += " " + _("(all of: {group})").format(group=labels[one.inherited_from])
    return text


_VERDICTS = {
    "supported": N_("Supported"),
    "partly": N_("Partly true"),
    "unproven": N_("Unproven"),
    "unstudied": N_("Never studied"),
    "contradicted": N_("Contradicted"),
    "outdated": N_("Outdated"),
    "untraceable": N_("No source found"),
}

_CLAIM_SYMBOLS = {
    "supported": "✔+",
    "partly": "◐~",
    "unproven": "○o",
    "unstudied": "∅0",
    "contradicted": "✘x",
    "outdated": "↺<",
    "untraceable": "??",
}
"""A symbol, and what stands for it in ASCII."""


def claim_verdict(word: str) -> str:
    """The verdict on a claim."""
    return _(_VERDICTS[word])


def claim_symbol(word: str, ascii_only: bool = False) -> str:
    """The symbol that goes with a verdict."""
    return _CLAIM_SYMBOLS[word][ascii_only]


def claim_head(claim: Claim) -> str:
    """The verdict and what people say."""
    # Translators: quotation marks around what people say
    quoted = _("“{text}”").format(text=claim.text)
    return f"{claim_verdict(claim.verdict).upper()}  {quoted}"


def figure(one: Figure) -> str:
    """A number, never without its comparator and denominator."""
    return _("{value} against {comparator} ({denominator}): {text}").format(
        value=one.value,
        comparator=one.comparator,
        denominator=one.denominator,
        text=one.text,
    )


def study(one: Study) -> list[str]:
    """A study with both its arms."""
    head = one.title
    if one.status != "active":
        head = labelled(study_status(one.status).upper(), head)
    lines = [head, one.design]
    for arm in one.arms:
        counts = []
        if arm.randomised is not None:
            counts.append(_("randomised: {count}").format(count=arm.randomised))
        if arm.analysed is not None:
            counts.append(_("analysed: {count}").format(count=arm.analysed))
        told = f" ({series(counts)})" if counts else ""
        lines.append(labelled(f"{arm.name}{told}", arm.result))
    if one.funding:
        lines.append(_("Funding: {text}").format(text=one.funding))
    if one.registry:
        lines.append(_("Registry: {number}").format(number=one.registry))
    return lines


def study_status(word: str) -> str:
    """Retracted, corrected ..."""
    return {
        "active": _("published"),
        "corrected": _("corrected"),
        "retracted": _("retracted"),
        "unpublished": _("unpublished"),
        "ongoing": _("ongoing"),
        "superseded": _("replaced"),
        "withdrawn": _("withdrawn"),
    }[word]


def source_type(word: str) -> str:
    """Paper, label, statute ..."""
    return {
        "paper": _("paper"),
        "label": _("product information"),
        "statute": _("law"),
        "regulator": _("public body"),
        "guideline": _("guideline"),
        "registry": _("trial registry"),
        "textbook": _("textbook"),
        "database": _("database"),
        "peer-chart": _("another chart"),
        "clinic-marketing": _("clinic's own publicity"),
        "forum": _("forum or comments"),
        "press": _("press"),
    }[word]


def source(one: Source) -> str:
    """An entry of the bibliography in one line."""
    parts = [one.title]
    if one.authors:
        parts.insert(0, one.authors)
    if one.year:
        parts.append(str(one.year))
    if one.doi:
        parts.append(f"doi:{one.doi}")
    elif one.url:
        parts.append(one.url)
    text = ". ".join(part.rstrip(".") for part in parts)
    text += f" ({source_type(one.type)})"
    if one.status != "active":
        text = labelled(study_status(one.status).upper(), text)
    if one.accessed:
        read = _("read: {date}").format(date=date(one.accessed))
        text = clauses([text, read])
    return text
