"""How something is taken: the words for it, and which ways come to the same."""

from collections.abc import Iterable

from hrterm.domain.naming import fold
from hrterm.domain.vocabulary import Route

_SPOKEN: dict[Route, str] = {
    "oral": """
        swallowed ingested orally avale avalee avales gobe gobee gobes
        ingere ingeree oral orale mouth bouche
    """,
    "sublingual": "sublingual sublinguale sublingually",
    "snorted": """
        snorted snort sniffed sniff sniffe sniffee sniffes snife snifee nasal nasale
        nasally intranasal intranasale nose nez
    """,
    "smoked": "smoked fume fumee fumes",
    "vaporised": "vaporised vaporized vaped vaporise vaporisee vapote vapotee",
    "inhaled": "inhaled inhale inhalee inhales",
    "injected": """
        injected injection injections injectable injecte injectee injectes piqure
        piqures slammed slamme slammee shoote shootee
    """,
    "intravenous": """
        intravenous intravenously intraveineux intraveineuse iv perfusion perfusions
    """,
    "intramuscular": "intramuscular intramuscularly intramusculaire im",
    "subcutaneous": "subcutaneous souscutane souscutanee",
    "rectal": "rectal rectale rectally plugged boofed suppository suppositoire",
    "transdermal": "transdermal transdermique patch patches",
}
_WORDS: dict[str, Route] = {
    word: route for route, words in _SPOKEN.items() for word in words.split()
}
SPOKEN: frozenset[str] = frozenset(_WORDS)
"""Folded words that tell a route, in both languages."""

_BEHIND: frozenset[str] = frozenset(
    """
    orally avale avalee avales gobe gobee gobes ingere ingeree orale
    sublingually sublinguale nasally sniffe sniffee sniffes snife snifee nasale
    intranasale fume fumee fumes vaporise vaporisee vapote vapotee inhalee
    injecte injectee injectes slamme slammee shoote shootee
    intravenously intraveineux intraveineuse intramuscularly intramusculaire
    souscutane souscutanee rectally rectale transdermique
    by up par en au
    """.split()
)
"""Words that stand behind a name alone, where `iv` may also stand before one."""

_NEEDLE: frozenset[Route] = frozenset(
    {"injected", "intravenous", "intramuscular", "subcutaneous"}
)
_DOORS: tuple[frozenset[Route], ...] = (
    frozenset({"oral", "sublingual", "buccal", "rectal"}),
    frozenset({"smoked", "vaporised", "inhaled"}),
    _NEEDLE,
)
"""Routes that differ too little, or mix too easily, to clear one by the other."""


def told_route(words: Iterable[str]) -> Route | None:
    """The one route that these words name; None when they name none, or several."""
    told = {_WORDS[folded] for word in words if (folded := fold(word)) in _WORDS}
    if len(told) == 2 and told <= _NEEDLE:
        told.discard("injected")
    return told.pop() if len(told) == 1 else None


def stands_behind(word: str) -> bool:
    """Whether a word on a route, or one that begins such words, follows its name."""
    return fold(word) in _BEHIND


def reaches(limits: frozenset[Route], told: Route) -> bool:
    """Whether a statement on some routes may hold for something taken as told."""
    if told in limits:
        return True
    return any(told in door and door & limits for door in _DOORS)
