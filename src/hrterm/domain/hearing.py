"""Which emergency card a few typed words call for: what is heard is what people say.

Someone who types here has little time and makes slips. So a card is never left out for
a word too many, and what says nothing still leads to what kills soonest.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from hrterm.domain.naming import allowed_distance, distance, fold

LIFE_SAVING = 2
"""So many cards, by rank, come before all others when one of their phrases is heard,
and are what is left when nothing is: no breath, and a sleep that is no sleep."""

DENYING = "not"
"""Stands for every word that denies: `isn't`, `ne ... pas`."""
_NEGATIONS = frozenset(
    """
    not no never without isnt arent wasnt werent aint doesnt dont didnt wont wouldnt
    cant couldnt cannot unable hasnt havent
    pas pa po plus plu pu pus jamais sans aucun aucune
    """.split()
)
"""Words that deny. They mean something only beside the words of a phrase."""

_SMALL = frozenset(
    """
    a an the this that these those and or but if of to in on at for with from by as it
    its i im ive id me my he hes him his she shes her we us our they theyre them their
    you your is are was were be been being am has have had having do does did doing
    can will would gets get got getting goes going keeps kept looks look looking feels
    feel feeling seems really very quite even just now so still about like kinda some
    any there here friend friends mate buddy guy girl man woman someone somebody person
    after since because when then than ago
    brother sister mum mom mother dad father son daughter wife husband boyfriend
    girlfriend bf gf roommate women men
    un une le la les l de du des d au aux et ou mais si ce ca cet cette ces c en dans
    sur par pour avec il ils elle elles on y je j me m te t tu se s nous vous lui leur
    mon ma mes ton ta son sa ses n ne que qu qui est sont suis es etait a ai as ont
    avait etre avoir fait faire comme tres vraiment bien ben bin meme tout toute
    encore ami amie pote chum blonde gars fille femme homme quelqu un quelquun
    personne apres depuis parce quand alors super dois doit surement
    frere soeur mere pere fils cousin cousine copain copine mari mec meuf voisin voisine
    """.split()
)
"""What only holds other words together, in English and French."""

_INITIALS = re.compile(r"\b(?:\w\.){2,}")
_ELISION = re.compile(r"(?<![^\W_])(?:[cdjlmnsty]|qu)'(?=\w)", re.IGNORECASE)
_ENDING = re.compile(r"'(?:d|ed|s|re|ve|ll|m|ing)(?![^\W_])")
_LONE = re.compile(r"(?<![^\W_])(?:à|é|ô)(?![^\W_])", re.IGNORECASE)
_HOURS = re.compile(r"(?<=\d)\s*h(?![^\W_])")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_MAX_WORDS = 40
_LONGEST_NAME = 4
"""Words that one name of a substance may take."""
_GAP = 2
"""Words that may stand between those of a phrase: `lips are turning blue`."""


class Ranking(NamedTuple):
    """Cards for a text, the best first; never empty while there is a card."""

    ids: tuple[str, ...]
    is_recognised: bool
    """Whether anything in the text led to them."""


Phrase = tuple[str, tuple[str, ...]]
"""A card and the words of something that is said when it is needed."""

CardsOf = Callable[[str], tuple[str, ...]]
"""The cards to which the name of a substance leads; none when it is no name."""


def words(text: str) -> tuple[str, ...]:
    """The words that tell something, folded; every denying word is the same one."""
    told = (fold(word) for word in _raw(text))
    denied = (DENYING if word in _NEGATIONS else word for word in told)
    return tuple(word for word in denied if word and word not in _SMALL)


def rank(
    text: str,
    order: Sequence[str],
    phrases: Sequence[Phrase],
    cards_of: CardsOf,
    cards_near: CardsOf,
) -> Ranking:
    """The cards that a text calls for, best first.

    Whole phrases come before single words and names of substances, then what kills
    sooner. A phrase of one of the life-saving cards puts one of these first, whatever
    else is said.

    Args:
        text: as it was typed.
        order: every card, what kills soonest first.
        phrases: what is said, by card, as ``words`` makes it.
        cards_of: the cards of what is spelt so, the most likely first.
        cards_near: the same for a word that may be a slip.
    """
    told = words(text)[:_MAX_WORDS]
    meant = _meanings(told, phrases, cards_of)
    heard = _heard(phrases, meant, frozenset(order))
    saving = [id_ for id_ in order[:LIFE_SAVING] if id_ in heard]
    unheard = {word for word, near in zip(told, meant, strict=True) if not near}
    for place, cards in _named(_raw(text)[:_MAX_WORDS], unheard, cards_of, cards_near):
        for position, id_ in enumerate(cards):
            if id_ in order:
                heard.setdefault(id_, _Heard()).name(place, position)
    if not heard:
        return Ranking(tuple(order[:LIFE_SAVING]), False)
    urgency = {id_: place for place, id_ in enumerate(order)}
    _set_said_against_named(heard, urgency)
    ranked = sorted(heard, key=lambda id_: (*heard[id_].weight, urgency[id_]))
    first = [id_ for id_ in ranked if id_ in saving][:1]
    return Ranking(tuple(dict.fromkeys([*first, *ranked])), True)


_LEAST_LIKELY = 99
"""The place of a card that no sheet named."""
_BEFORE_NAMES = -1


class _Heard:
    """Where in the text a card was heard: by phrases, by words, by names."""

    def __init__(self) -> None:
        self.whole: set[int] = set()
        self.single: set[int] = set()
        self.names: set[int] = set()
        self.likeliest = _LEAST_LIKELY

    def name(self, place: int, position: int) -> None:
        """Note a name on whose sheet the card has this position."""
        self.names.add(place)
        self.likeliest = min(self.likeliest, position)

    @property
    def weight(self) -> tuple[int, int, int, int]:
        """Sorts what was heard most plainly first.

        Several names count as one word: what they have in common is not what is
        likeliest with each.
        """
        rest = len(self.single - self.whole) + bool(self.names)
        return (-len(self.whole), -rest, self.likeliest, -len(self.names))


def _set_said_against_named(
    heard: Mapping[str, _Heard], urgency: Mapping[str, int]
) -> None:
    """Put what a word says before what a name leads to, if it kills sooner.

    So a seizure after ketamine is a seizure. Else it comes next to the likeliest.
    """
    named = [id_ for id_, one in heard.items() if one.names]
    if not named:
        return
    likeliest = min(named, key=lambda id_: (heard[id_].likeliest, urgency[id_]))
    for id_, one in heard.items():
        if not one.names:
            one.likeliest = _BEFORE_NAMES if urgency[id_] < urgency[likeliest] else 0


def _raw(text: str) -> list[str]:
    """The words as they are typed: initials together, `l'` and `'s` away."""
    plain = text.casefold().replace("’", "'")
    plain = _ENDING.sub(" ", _ELISION.sub(" ", plain))
    plain = _INITIALS.sub(lambda found: found[0].replace(".", ""), plain)
    return _WORD.findall(_HOURS.sub(" ", _LONE.sub(" ", plain)))


def _meanings(
    told: Sequence[str],
    phrases: Sequence[Phrase],
    cards_of: CardsOf,
) -> list[frozenset[str]]:
    """For each word of the text: the words of phrases that it may be."""
    known = {word for _card, phrase in phrases for word in phrase}
    by_first: dict[str, list[str]] = {}
    for word in known:
        by_first.setdefault(word[0], []).append(word)
    found = []
    for place, word in enumerate(told):
        near = frozenset([word])
        if word not in known and not cards_of(word):
            others = by_first.get(word[0], [])
            near = frozenset(other for other in others if _is_slip(word, other))
            if not near and place == len(told) - 1 and len(word) > 2:
                # It may not be typed to its end yet.
                near = frozenset(one for one in others if one.startswith(word))
        found.append(near)
    return found


def _is_slip(word: str, other: str) -> bool:
    """Whether one may be typed for the other; in four letters, two change places."""
    if len(word) == len(other) == 4:
        return sorted(word) == sorted(other) and distance(word, other, 1) == 1
    limit = min(allowed_distance(word), allowed_distance(other))
    return distance(word, other, limit) <= limit


def _heard(
    phrases: Sequence[Phrase], meant: Sequence[frozenset[str]], cards: frozenset[str]
) -> dict[str, _Heard]:
    """The cards of which a phrase was said."""
    heard: dict[str, _Heard] = {}
    present = frozenset[str]().union(*meant)
    for card, phrase in phrases:
        if card not in cards or not present.issuperset(phrase):
            continue
        if places := _places(phrase, meant):
            one = heard.setdefault(card, _Heard())
            (one.whole if len(phrase) > 1 else one.single).update(places)
    return heard


def _places(phrase: tuple[str, ...], meant: Sequence[frozenset[str]]) -> set[int]:
    """Where the words of a phrase stand near each other; empty when they do not.

    They stand in their order. Those of a phrase that denies nothing may stand in any.
    """
    reach = len(phrase) + (_GAP if len(phrase) > 1 else 0)
    covered: set[int] = set()
    for start in range(len(meant) - len(phrase) + 1):
        window = range(start, min(start + reach, len(meant)))
        covered |= _within(phrase, meant, window)
    return covered


def _within(
    phrase: tuple[str, ...], meant: Sequence[frozenset[str]], window: range
) -> set[int]:
    """The places of all words of a phrase in a stretch of the text, or none."""
    is_ordered = DENYING in phrase
    found: list[int] = []
    for word in phrase:
        after = found[-1] if is_ordered and found else -1
        place = next(
            (p for p in window if p > after and p not in found and word in meant[p]),
            None,
        )
        if place is None:
            return set()
        found.append(place)
    return set(found)


def _named(
    told: Sequence[str], unheard: set[str], cards_of: CardsOf, cards_near: CardsOf
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where a substance is named, with its cards; the longest name counts."""
    place = 0
    while place < len(told):
        step = 1
        for length in range(min(_LONGEST_NAME, len(told) - place), 0, -1):
            some = told[place : place + length]
            if all(fold(word) in _SMALL for word in some):
                continue  # `do I` is no DOI
            spelling = " ".join(some)
            cards = cards_of(spelling)
            if not cards and length == 1 and fold(spelling) in unheard:
                cards = cards_near(spelling)
            if cards:
                yield place, cards
                step = length
                break
        place += step
