"""Names as people type them: folding, words to drop, how far two spellings are."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "ł": "l", "đ": "d",
        "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon",
        "ω": "omega", "μ": "mu", "κ": "kappa", "µ": "mu",
    }
)  # fmt: skip

_FORMS = frozenset(
    """
    tablet tablets tab tabs pill pills capsule capsules cap caps gel drop drops
    powder crystals line lines dose doses bump bumps patch patches spray
    syrup infusion injection injectable iv im oral liquid solution ampoule ampoules
    vial vials blotter sheet edible edibles joint joints puff puffs shot shots glass
    glasses drink drinks pint pints hcl hydrochloride sulfate sulphate
    tartrate citrate maleate of a an the some half quarter
    one two three four few
    comprime comprimes cachet cachets gelule gelules goutte gouttes poudre cristaux
    ligne lignes trace traces prise prises timbre timbres sirop perfusion piqure
    injecte injectee inhale orale liquide ampoule fiole carton cartons buvards
    verre verres bouffee bouffees chlorhydrate sulfate tartrate demi quart
    un une deux trois quatre quelques de du des d le la les l
    """.split()
)
"""Counts, forms and salts: words that do not change what the thing is."""

_MEASURE = re.compile(
    r"^(?:x?\d+(?:[.,/]\d+)*(?:%|mgs?|µgs?|ugs?|mcgs?|kgs?|g|gr|ml|cl|l|ui|iu|u|x)?"
    r"|%|mgs?|µgs?|ugs?|mcgs?|ml|cl|grammes?|grams?|milligrammes?|milligrams?"
    r"|microgrammes?|micrograms?|unites?|units?)$"
)


_SPACED_UNIT = re.compile(
    r"(\d)\s+(mg|µg|ug|mcg|kg|g|gr|ml|cl|l|ui|iu|%)(?![\w-])", re.IGNORECASE
)


def fold(text: str) -> str:
    """A spelling without case, accents, ligatures, spaces and punctuation.

    ``2CB`` and ``2C-B``, ``lsd 25`` and ``LSD-25``, ``kéta`` and ``KETA`` fold alike.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(character for character in decomposed if character.isalnum())


def sort_key(text: str) -> str:
    """A key by which readers of French, English and Spanish expect lists sorted.

    Accents and case do not count at first; spaces do, punctuation does not.
    Between words that then look alike, the plain spelling comes first.
    """
    folded = " ".join(filter(None, (fold(word) for word in text.split())))
    return f"{folded}\x1f{text.casefold()}"


def without_forms(text: str) -> tuple[str, tuple[str, ...]]:
    """The name without words for dose and form, and the words left out."""
    kept: list[str] = []
    ignored: list[str] = []
    for word in _SPACED_UNIT.sub(r"\1\2", text).split():
        bare = word.strip(".,;:()'’").casefold()
        plain = "".join(
            character
            for character in unicodedata.normalize("NFKD", bare)
            if not unicodedata.combining(character)
        )
        (ignored if plain in _FORMS or _MEASURE.match(plain) else kept).append(word)
    return " ".join(kept), tuple(ignored)


def allowed_distance(folded: str) -> int:
    """How many slips a name of this length may hold: none below five characters."""
    if len(folded) < 5:
        return 0
    return 1 if len(folded) < 8 else 2


def distance(one: str, other: str, limit: int) -> int:
    """Optimal string alignment distance, or ``limit + 1`` when it is more.

    Counts letters added, left out, changed, or two neighbours exchanged.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, facing in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != facing))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == facing:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return last[-1] if last[-1] <= limit else limit + 1
