"""Pages that carry nothing, whoever copied what to them."""

from urllib.parse import urlsplit

_ANSWERED_BY_MACHINES = (
    "biologyinsights.com",
    "consensus.app",
    "droracle.ai",
)
_SELLING = (
    "azarius.net",
    "buybutalbital.org",
    "buyfioricetcod.com",
    "candrug.com",
    "fioricetonline.net",
    "getjapan.org",
    "gotopills.com",
    "modafin.net",
    "supplypill.com",
    "tabsul.com",
    "tianeptine.com",
    "zamnesia.com",
)
"""Shops, which also show where to obtain what they sell."""

_CARRYING_NOTHING = frozenset({*_ANSWERED_BY_MACHINES, *_SELLING})


def carries_nothing(url: str) -> bool:
    """Whether a page is a machine's answer or a shop's: no fact can rest on it."""
    labels = (urlsplit(url).hostname or "").lower().rstrip(".").split(".")
    return any(
        ".".join(labels[place:]) in _CARRYING_NOTHING for place in range(len(labels))
    )
