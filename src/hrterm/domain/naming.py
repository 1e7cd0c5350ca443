"""Names as people type them: folding, sorting, how far two spellings are."""

import unicodedata

_GREEK = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron
    pi rho sigma tau upsilon phi chi psi omega
""".split()
_LETTERS = str.maketrans(
    dict(zip("αβγδεζηθικλμνξοπρστυφχψω", _GREEK, strict=True))
    | {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"}
)

_BITS = 38
"""On so many bits no two of a to z and 0 to 9 fall together, and SQLite holds them."""
_AFTER_N = "n\x7f"


def fold(text: str) -> str:
    """A spelling without case, accents, ligatures, spaces and punctuation.

    ``2CB`` and ``2C-B``, ``lsd 25`` and ``LSD-25``, ``kéta`` and ``KETA`` fold alike.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(filter(str.isalnum, decomposed))


def sort_key(text: str) -> str:
    """A key by which readers of French, English and Spanish expect lists sorted.

    Accents and case do not count at first; spaces do, punctuation does not.
    Between words that then look alike, the plain spelling comes first.
    """
    folded = " ".join(filter(None, (_sorted_as(word) for word in text.split())))
    return f"{folded}\x1f{text.casefold()}"


def _sorted_as(word: str) -> str:
    """A word as it is sorted: Spanish ñ is a letter of its own, after n."""
    composed = unicodedata.normalize("NFC", word)
    if "ñ" not in composed and "Ñ" not in composed:
        return fold(word)
    return _AFTER_N.join(fold(part) for part in composed.casefold().split("ñ"))


def allowed_distance(folded: str) -> int:
    """How many slips a name of this length may hold: none below five characters."""
    if len(folded) < 5:
        return 0
    return 1 if len(folded) < 8 else 2


def letters(folded: str) -> int:
    """The letters of a spelling as bits, wherever and however often they stand.

    A slip brings in at most one letter and takes at most one away. So of two spellings
    that are so many slips apart, neither holds more letters that the other lacks.
    """
    found = 0
    for letter in folded:
        found |= 1 << ord(letter) % _BITS
    return found


def distance(one: str, other: str, limit: int) -> int:
    """Optimal string alignment distance, or ``limit + 1`` when it is more.

    Counts letters added, left out, changed, or two neighbours exchanged.
    """
    far = limit + 1
    if abs(len(one) - len(other)) > limit:
        return far
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        # Farther from the diagonal there are more slips than the limit.
        row = [i] + [far] * len(other)
        for j in range(max(1, i - limit), min(len(other), i + limit) + 1):
            facing = other[j - 1]
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != facing))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == facing:
                cost = min(cost, before[j - 2] + 1)
            row[j] = cost
        if min(row) > limit:
            return far
        before, last = last, row
    return min(last[-1], far)


def shortened(name: str) -> list[str]:
    """The folded name with one of its words left out, in every way."""
    words = name.split()
    if len(words) < 2:
        return []
    return [
        fold("".join(words[:place] + words[place + 1 :])) for place in range(len(words))
    ]


def has_other_letter(name: str, spelling: str) -> bool:
    """Whether a letter that stands alone is another: `vitamin C` is not vitamin K."""
    typed, meant = name.split(), spelling.split()
    if min(len(typed), len(meant)) < 2 or len(fold(meant[-1])) != 1:
        return False
    return not fold(typed[-1]).startswith(fold(meant[-1]))


def are_alike(one: str, other: str) -> bool:
    """Whether one folded spelling is easily taken for the other.

    They begin with the same four letters, or three letters in five stand in both in
    the same order. Measured on the groups of the data and on misspelt brands: names
    that are confused share 60 % and more, the others less.
    """
    if one[:4] == other[:4]:
        return True
    shared = [0] * (len(other) + 1)
    for letter in one:
        corner = 0
        for place, facing in enumerate(other, 1):
            above = shared[place]
            best = max(above, shared[place - 1])
            shared[place] = corner + 1 if letter == facing else best
            corner = above
    return 10 * shared[-1] >= 3 * (len(one) + len(other))
