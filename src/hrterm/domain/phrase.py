"""What people say around a name: how much, in what form, taken how."""

import re
from typing import NamedTuple

from hrterm.domain.naming import fold
from hrterm.domain.route import SPOKEN

_FORMS: frozenset[str] = SPOKEN | frozenset(
    """
    tablet tablets tab tabs pill pills capsule capsules cap caps gel drop drops
    powder crystals line lines bump bumps spray syrup infusion liquid solution
    ampoule ampoules vial vials blotter blotters sheet edible edibles joint joints
    puff puffs shot shots glass glasses drink drinks pint pints bottle bottles can
    cans balloon balloons strip strips bag bags spoon spoons
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

_COUNTS: frozenset[str] = frozenset(
    """
    of a an the some half quarter one two three four few dose doses my by up in
    demi quart un une deux trois quatre quelques de du des d le la les l mon mes
    par voie au en
    """.split()
)
"""Counts and small words; some belong to names (`5 HTP`), so they go last."""

_LONE_UNIT = (
    r"mgs?|[µμu]gs?|mcgs?|ml|cl|grammes?|grams?|milligrammes?|milligrams?"
    r"|microgrammes?|micrograms?|unit[eé]s?|units?|%"
)
_UNIT = rf"{_LONE_UNIT}|kgs?|g|gr|l|ui|iu"
"""A lone `g` is no unit: it is a name for GHB."""
_NUMBER = r"\d+(?:[.,/]\d+)*"
_DOSE = re.compile(rf"{_NUMBER}(?:{_UNIT})|{_LONE_UNIT}")
_COUNT = re.compile(rf"x?{_NUMBER}x?")
_SPACED_UNIT = re.compile(rf"(\d)\s+({_UNIT})(?![\w-])", re.IGNORECASE)
_ELISION = re.compile(r"(?<!\w)([dl])['’](?=\w)", re.IGNORECASE)
_COMMA = re.compile(r",(?!\d)|(?<!\d),")


class Reading(NamedTuple):
    """A typed name without the words around it."""

    name: str
    ignored: tuple[str, ...]


def readings(text: str) -> tuple[Reading, ...]:
    """What a name may be once doses and forms, or counts, or all of them are left out.

    Empty when there is nothing to leave out, or when nothing would be left.
    """
    words = _words(text)
    kinds = [_kind(word) for word in words]
    found = []
    for dropped in ({"form"}, {"count"}, {"form", "count"}):
        ignored = tuple(
            w for w, kind in zip(words, kinds, strict=True) if kind in dropped
        )
        kept = [w for w, kind in zip(words, kinds, strict=True) if kind not in dropped]
        reading = Reading(" ".join(kept), ignored)
        if kept and ignored and reading not in found:
            found.append(reading)
    return tuple(found)


def _words(text: str) -> list[str]:
    """The words, with a unit joined to its number and `d'` and `l'` apart."""
    spaced = _ELISION.sub(r"\1' ", _COMMA.sub(" ", text))
    return _SPACED_UNIT.sub(r"\1\2", spaced).split()


def _kind(word: str) -> str:
    """``form``, ``count``, or nothing for a word that belongs to the name."""
    bare = word.strip(".,;:()'’").casefold()
    plain = fold(bare)
    if plain in _FORMS or _DOSE.fullmatch(bare):
        return "form"
    if plain in _COUNTS or _COUNT.fullmatch(bare):
        return "count"
    return ""
