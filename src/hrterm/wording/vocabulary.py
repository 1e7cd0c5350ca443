"""The closed vocabularies in the reader's words, and the symbols of risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrterm.i18n import N_, _, pgettext

if TYPE_CHECKING:
    from hrterm.domain.answer import Reason

RISK_SYMBOLS = {
    "dangerous": "✖",
    "unsafe": "▲",
    "caution": "!",
    "low": "·",
    "unknown": "?",
}
ASCII_SYMBOLS = {
    "dangerous": "X",
    "unsafe": "#",
    "caution": "!",
    "low": "-",
    "unknown": "?",
}

_RISKS = {
    "dangerous": N_("Dangerous"),
    "unsafe": N_("Unsafe"),
    "caution": N_("Caution"),
    "low": N_("Low"),
    "unknown": N_("Unknown"),
}

_EFFECTS = {
    "stronger": N_("stronger effect"),
    "weaker": N_("weaker effect"),
    "longer": N_("longer effect"),
    "mixed": N_("mixed effect"),
    "unchanged": N_("effect unchanged"),
    "unknown": N_("change of effect unknown"),
}

_HAZARDS = {
    "breathing": N_("breathing"),
    "sedation": N_("sedation"),
    "serotonin": N_("serotonin toxicity"),
    "pressure-up": N_("blood pressure up"),
    "pressure-down": N_("blood pressure down"),
    "rhythm": N_("heart rhythm"),
    "seizure": N_("seizure"),
    "heat-and-salt": N_("overheating and salt loss"),
    "withdrawal": N_("withdrawal"),
    "exposure": N_("level in the blood"),
    "effect-loss": N_("loss of effect"),
    "organ": N_("organ damage"),
    "mind": N_("panic, psychosis, confusion"),
    "other": N_("other"),
}

_EVIDENCE = {
    "strong": N_("strong evidence"),
    "moderate": N_("moderate evidence"),
    "limited": N_("limited evidence"),
    "theoretical": N_("theoretical"),
    "contradicted": N_("contradicted evidence"),
    "none": N_("no evidence"),
}

_VERIFICATIONS = {
    "read": N_("source read"),
    "secondary": N_("old or indirect source"),
    "unverified": N_("source not checked"),
}

_BASES = {
    "direct": N_("recorded for this very pair"),
    "class": N_("inherited from a class"),
    "mechanism": N_("from a rule on how they act"),
    "same": N_("same substance or class twice"),
    "none": N_("no record"),
}

_VERDICTS = {
    "supported": N_("Supported"),
    "partly": N_("Partly true"),
    "unproven": N_("Unproven"),
    "unstudied": N_("Never studied"),
    "contradicted": N_("Contradicted"),
    "outdated": N_("Outdated"),
    "untraceable": N_("No source found"),
}

_STATUSES = {
    "prohibited": N_("prohibited"),
    "controlled": N_("controlled, with a medical route"),
    "restricted-medical-access": N_("one narrow medical programme"),
    "prescription-only": N_("prescription only"),
    "over-the-counter": N_("sold without prescription"),
    "regulated-consumer-product": N_("regulated consumer product"),
    "not-specifically-controlled": N_("not specifically controlled"),
    "varies": N_("varies"),
    "unknown": N_("unknown"),
}

_POSSESSION = {
    "offence": N_("possession is an offence"),
    "administrative": N_("possession: fine or diversion, not a crime"),
    "exempt": N_("small amounts exempt"),
    "none": N_("no possession offence"),
    "unknown": N_("possession: not recorded"),
}

_LEVELS = {
    "molecule": N_("shown on molecules"),
    "animal": N_("shown in animals"),
    "volunteer": N_("shown in volunteers"),
    "patient": N_("shown in patients"),
}

_ACTIONS = {
    "agonist": N_("activates"),
    "partial-agonist": N_("partly activates"),
    "antagonist": N_("blocks"),
    "inverse-agonist": N_("turns down"),
    "positive-modulator": N_("amplifies"),
    "negative-modulator": N_("dampens"),
    "blocker": N_("obstructs"),
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

_ROUTES = {
    "oral": N_("swallowed"),
    "sublingual": N_("under the tongue"),
    "buccal": N_("inside the cheek"),
    "snorted": N_("snorted"),
    "smoked": N_("smoked"),
    "vaporised": N_("vaporised"),
    "inhaled": N_("inhaled"),
    "injected": N_("injected"),
    "intravenous": N_("into a vein"),
    "intramuscular": N_("into a muscle"),
    "subcutaneous": N_("under the skin"),
    "rectal": N_("rectal"),
    "transdermal": N_("through the skin"),
}

_SECTIONS = {
    "effects": N_("Effects"),
    "duration": N_("Duration"),
    "mechanisms": N_("How it acts"),
    "risks": N_("Risks"),
    "reduce_harm": N_("Reduce harm"),
    "contraindications": N_("Particular danger with"),
    "danger_signs": N_("Danger signs"),
    "emergency": N_("Emergency cards"),
    "naloxone": N_("Naloxone"),
    "washout": N_("How long it lingers"),
    "tolerance": N_("Tolerance"),
    "withdrawal": N_("Withdrawal"),
    "adulterants": N_("Sold as it, or mixed in"),
    "checking": N_("Drug checking"),
    "gaps": N_("Not known"),
    "interactions": N_("Interactions"),
    "legal": N_("Law"),
    "claims": N_("Claims"),
    "studies": N_("Studies"),
    "sources": N_("Sources"),
}

_KINDS = {
    "substance": N_("substance"),
    "class": N_("class"),
    "target": N_("target"),
    "claim": N_("claim"),
    "emergency": N_("emergency"),
    "jurisdiction": N_("place"),
    "source": N_("source"),
}

_SERVICES = {
    "emergency": N_("Emergency"),
    "poison": N_("Poison centre"),
    "help-line": N_("Help line"),
    "overdose-line": N_("Overdose line"),
    "health-advice": N_("Health advice"),
}

_ORDERS = {
    "a-then-b": N_("{a} first, then {b}"),
    "b-then-a": N_("{b} first, then {a}"),
    "after-stopping-a": N_("after stopping {a}"),
    "after-stopping-b": N_("after stopping {b}"),
    "repeat": N_("taken again"),
}


def risk(word: str) -> str:
    """Dangereux, Risqué, Vigilance, Faible, Inconnu."""
    return _(_RISKS[word])


def risk_symbol(word: str, ascii_only: bool = False) -> str:
    """The symbol that goes with the word, so that colour is never needed."""
    return (ASCII_SYMBOLS if ascii_only else RISK_SYMBOLS)[word]


def risk_letter(word: str) -> str:
    """The first letter of the risk's word; none when it is unknown."""
    return "" if word == "unknown" else risk(word)[:1].upper()


def effect(word: str) -> str:
    """What becomes of the effect."""
    return _(_EFFECTS[word])


def hazard(word: str) -> str:
    """The kind of danger."""
    return _(_HAZARDS[word])


def evidence(word: str) -> str:
    """How sure."""
    return _(_EVIDENCE[word])


def verification(word: str) -> str:
    """Whether the source was read."""
    return _(_VERIFICATIONS[word])


def basis(word: str) -> str:
    """What a verdict rests on."""
    return _(_BASES[word])


def basis_letter(word: str) -> str:
    """What a cell of the matrix rests on, in one letter; none when on nothing."""
    letters = {
        "direct": pgettext("basis letter", "d"),
        "class": pgettext("basis letter", "c"),
        "mechanism": pgettext("basis letter", "m"),
        "same": pgettext("basis letter", "s"),
        "none": "",
    }
    return letters[word]


def claim_verdict(word: str) -> str:
    """The verdict on a claim."""
    return _(_VERDICTS[word])


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


def claim_symbol(word: str, ascii_only: bool = False) -> str:
    """The symbol that goes with a verdict."""
    return _CLAIM_SYMBOLS[word][ascii_only]


_LEGAL_LETTERS = {
    "prohibited": N_("P"),
    "controlled": N_("C"),
    "restricted-medical-access": N_("N"),
    "prescription-only": N_("Rx"),
    "over-the-counter": N_("OTC"),
    "regulated-consumer-product": N_("R"),
    "not-specifically-controlled": N_("-"),
    "varies": N_("~"),
    "unknown": N_("?"),
}


def legal_letter(word: str) -> str:
    """The status in a cell of a table."""
    return _(_LEGAL_LETTERS[word])


def legal_status(word: str) -> str:
    """The status in law."""
    return _(_STATUSES[word])


def possession(word: str) -> str:
    """What possession of a small amount is."""
    return _(_POSSESSION[word])


def level(word: str) -> str:
    """Where a mechanism was shown."""
    return _(_LEVELS[word])


def action(word: str, kind: str) -> str:
    """What a substance does at a target of some kind: a verb before its name."""
    return _(_action(word, kind)[0])


def action_there(word: str, kind: str) -> str:
    """The same where the target was named before."""
    return _(_action(word, kind)[1])


def _action(word: str, kind: str) -> tuple[str, str]:
    return _ACTIONS_AT.get((word, kind), (_ACTIONS[word], _ACTIONS_THERE[word]))


def route(word: str) -> str:
    """How it is taken."""
    return _(_ROUTES[word])


def section(word: str) -> str:
    """The heading of a part of a sheet."""
    return _(_SECTIONS[word])


def kind(word: str) -> str:
    """What a search result is."""
    return _(_KINDS[word])


def service(word: str) -> str:
    """The kind of a number to call."""
    return _(_SERVICES[word])


def order(word: str, a: str, b: str) -> str:
    """In which order the danger arises; empty when it does not matter."""
    template = _ORDERS.get(word)
    return _(template).format(a=a, b=b) if template else ""


def weakened(reason: Reason) -> str:
    """Why what a class says does not carry over; empty when it does."""
    match reason.finding.weakened:
        case "atypical":
            return _("it is not typical of this class, so this counts as unknown")
        case "low-not-inherited":
            return _("a low rating of a class does not carry over to its members")
        case "other-route":
            return _("it does not apply to this way of taking it")
        case _:
            return ""


def overdose(word: str) -> str:
    """How often an overdose itself kills or injures."""
    words = {
        "high": pgettext("overdose", "often dangerous by itself"),
        "moderate": pgettext("overdose", "sometimes dangerous by itself"),
        "uncommon": pgettext("overdose", "rarely dangerous by itself"),
        "unknown": pgettext("overdose", "danger unknown"),
    }
    return words[word]
