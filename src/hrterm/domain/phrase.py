"""What people say around a name: how much, in what form, taken how, and when."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from hrterm.domain.naming import fold
from hrterm.domain.route import SPOKEN, stands_behind
from hrterm.domain.timing import SPOKEN_UNITS, is_duration, told_when

_FORMS: frozenset[str] = SPOKEN | frozenset(
    """
    tablet tablets tab tabs pill pills capsule capsules cap caps gel drop drops
    powder crystals line lines bump bumps spray syrup infusion liquid solution
    ampoule ampoules vial vials blotter blotters sheet edible edibles joint joints
    puff puffs shot shots glass glasses drink drinks pint pints bottle bottles can
    cans balloon balloons strip strips film films lozenge lozenges bag bags
    spoon spoons bong bongs
    hcl hydrochloride sulfate sulphate tartrate citrate maleate
    comprime comprimes cachet cachets gelule gelules goutte gouttes poudre cristaux
    ligne lignes trace traces rail rails prise prises timbre timbres sirop liquide
    fiole fioles flacon flacons carton cartons buvard buvards verre verres bouteille
    bouteilles canette canettes ballon ballons bouffee bouffees taffe taffes
    pilule pilules pastille pastilles parachute parachutes sachet sachets
    cuillere cuilleres chlorhydrate
    """.split()
)
"""Forms, salts and ways of taking: words that do not change what the thing is."""

SMALL_WORDS: frozenset[str] = frozenset(
    """
    of a an the some my by up in
    de du des d le la les l mon mes par voie au en
    """.split()
)
"""What only holds other words together."""

_COUNTS: frozenset[str] = SMALL_WORDS | frozenset(
    """
    half quarter one two three four few dose doses
    demi quart un une deux trois quatre quelques
    """.split()
)
"""Counts and small words."""

_LONE_UNIT = (
    r"mgs?|[µμu]gs?|mcgs?|ml|cl|grammes?|grams?|milligrammes?|milligrams?"
    r"|microgrammes?|micrograms?|unit[eé]s?|units?|%"
)
_UNIT = rf"{_LONE_UNIT}|kgs?|g|gr|l|ui|iu"
"""A lone `g` is no unit: it is a name for GHB."""
_NUMBER = r"\d+(?:[.,/]\d+)*"
_DOSE = re.compile(
    rf"{_NUMBER}(?:{_UNIT})(?:/(?:{_NUMBER})?(?:{_UNIT}|h|j))?|{_LONE_UNIT}"
)
_COUNT = re.compile(rf"x?{_NUMBER}x?")
_SPACED_UNIT = re.compile(rf"(\d)\s+({_UNIT}|{SPOKEN_UNITS})(?![\w-])", re.IGNORECASE)
_ELISION = re.compile(r"(?<!\w)([dl])['’](?=\w)", re.IGNORECASE)
_COMMA = re.compile(r",(?!\d)|(?<!\d),")
_JOINT = "\u2060"
"""Holds a number and its unit together while words are told apart."""
_LONGEST_RUN = 8
"""So many words are left out at each end, and no more."""
_LONGEST_NAME = 4
"""Words that may be one name together, where each was typed as a name of its own."""


class Reading(NamedTuple):
    """What a typed name may be, and the words that were left out for it."""

    name: str
    ignored: tuple[str, ...] = ()


def readings(text: str) -> tuple[Reading, ...]:
    """What a name may be, with ever more of the words around it left out.

    First as it was typed; then without doses; then without forms and counts before
    and after it, the fewest first, because some belong to names (`5 HTP`).
    """
    words = _words(text)
    kinds = [_kind(word) for word in words]
    bare = [place for place, kind in enumerate(kinds) if kind != "dose"]
    front = _run(kinds, bare)
    back = _run(kinds, bare[::-1])
    cuts = [
        (before, after)
        for before in range(front + 1)
        for after in range(back + 1)
        if before + after < len(bare)
    ]
    found = [Reading(text)]
    for before, after in sorted(cuts, key=sum):
        kept = bare[before : len(bare) - after]
        ignored = tuple(
            word.replace(_JOINT, " ")
            for place, word in enumerate(words)
            if place not in kept
        )
        if ignored:
            found.append(Reading(" ".join(words[place] for place in kept), ignored))
    return tuple(found)


def without_doses(text: str) -> str:
    """A name as it was typed, but for doses."""
    return " ".join(word for word in _words(text) if _kind(word) != "dose")


def tells_only_how(text: str) -> bool:
    """Whether a text tells only how much was taken, or in what way: `120 mg`, `iv`."""
    words = _words(text)
    return bool(words) and all(
        _kind(word) == "dose"
        or _COUNT.fullmatch(word)
        or fold(word) in _COUNTS | SPOKEN
        for word in words
    )


def tells_only_amount_or_time(text: str) -> bool:
    """Whether a text tells only how much, or when: `120 mg`, `3h`, `2 hours ago`.

    A number alone may be anything, and is neither.
    """
    typed = text.split()
    told = told_when(typed)
    if told is not None:
        typed = [*typed[: told.start], *typed[told.end :]]
    kinds = {_kind(word) for word in _words(" ".join(typed))}
    return kinds == {"dose"} or (told is not None and not kinds)


class Span(NamedTuple):
    """Names in a row that are one: the name itself, then how it was taken."""

    start: int
    end: int
    is_certain: bool
    """Whether the words on the route can belong to no name that follows."""


def spans(names: Sequence[str], is_name: Callable[[str], bool]) -> tuple[Span, ...]:
    """Where names begin and end, when words on a route were typed as names.

    `kéta sniffée alcool` is two names. A word that is a name, or begins one, stays one.
    `midazolam iv ketamine` does not tell which of them was injected.

    Args:
        names: as they were typed.
        is_name: whether something is spelt exactly so.
    """
    found: list[Span] = []
    position = 0
    while position < len(names):
        end = _route_end(names, position, is_name) if found else position
        if end > position:
            is_certain = end == len(names) or stands_behind(names[position].split()[0])
            last = found[-1]
            found[-1] = Span(last.start, end, last.is_certain and is_certain)
        else:
            end = position + 1
            found.append(Span(position, end, True))
        position = end
    return tuple(found)


def _route_end(names: Sequence[str], start: int, is_name: Callable[[str], bool]) -> int:
    """Where the words end that only tell a route; ``start`` when there are none."""
    end = start
    for position in range(start, min(start + _LONGEST_RUN, len(names))):
        words = [fold(word) for word in names[position].split()]
        if not words or not all(word in SPOKEN | SMALL_WORDS for word in words):
            break
        longer = range(position + 1, min(position + _LONGEST_NAME, len(names)) + 1)
        if any(is_name(" ".join(names[position:after])) for after in longer):
            break
        if words[-1] in SPOKEN:
            end = position + 1
    return end


def _run(kinds: list[str], places: list[int]) -> int:
    """How many of these places in a row hold words that may be left out."""
    length = 0
    for place in places[:_LONGEST_RUN]:
        if not kinds[place]:
            break
        length += 1
    return length


def _words(text: str) -> list[str]:
    """The words, with a unit joined to its number and `d'` and `l'` apart."""
    spaced = _ELISION.sub(r"\1' ", _COMMA.sub(" ", text.replace(_JOINT, "")))
    return _SPACED_UNIT.sub(rf"\1{_JOINT}\2", spaced).split()


def _kind(word: str) -> str:
    """``dose``, ``word`` for one that may be left out, or nothing."""
    bare = word.replace(_JOINT, "").strip(".,;:()'’").casefold()
    if _DOSE.fullmatch(bare) or (bare[:1].isdigit() and is_duration(bare)):
        return "dose"
    folded = fold(bare)
    if folded in _FORMS or folded in _COUNTS or _COUNT.fullmatch(bare):
        return "word"
    return ""
