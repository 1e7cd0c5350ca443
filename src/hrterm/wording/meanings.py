"""A pair that depends on what a name means, in few words: what differs comes first."""

from collections.abc import Sequence

from hrterm.domain.answer import PairAnswer
from hrterm.domain.found import NameMatch
from hrterm.i18n import _
from hrterm.wording.formatting import alternatives
from hrterm.wording.pairs import title


def in_short(
    pairs: Sequence[PairAnswer], names: tuple[NameMatch, ...], labels: dict[str, str]
) -> str:
    """The two names of a pair; the meaning of one that is open stands before the other.

    What holds whatever a name means carries that name as it was typed.

    Args:
        pairs: answers that say the same for several meanings of one name.
        names: the names as they were typed.
        labels: names by id.
    """
    meanings = list(dict.fromkeys(pair.condition for pair in pairs if pair.condition))
    asked = [name for name in names if _may_mean(name, meanings)]
    if not asked:
        return title(pairs[0], labels)
    name, verdict = asked[0], pairs[0].verdict
    other = verdict.b if verdict.a == pairs[0].condition else verdict.a
    if 1 < len(meanings) == len(name.candidates):
        return f"{name.query} + {labels[other]}"
    meaning = alternatives([labels[id_] for id_ in meanings])
    # Translators: a pair, then on what it depends; the end may be cut off
    return _("{meaning} + {other} (if {name} is {meaning})").format(
        meaning=meaning, other=labels[other], name=name.query
    )


def _may_mean(name: NameMatch, meanings: list[str]) -> bool:
    return bool(meanings) and bool(name.candidates) and set(name.ids) >= set(meanings)
