"""How the answers of two editions differ: risks, names, law, claims."""

from typing import NamedTuple

from hrterm.content.comparing.answers import (
    Answers,
    LawLine,
    from_corpus,
    from_database,
)
from hrterm.content.comparing.names import NameChange, name_changes, successors
from hrterm.content.comparing.pairs import PairChange, pair_changes

__all__ = [
    "Answers",
    "ClaimChange",
    "Difference",
    "LawChange",
    "LawLine",
    "NameChange",
    "PairChange",
    "compare",
    "from_corpus",
    "from_database",
]


class LawChange(NamedTuple):
    """The law on a substance in a place, before and after."""

    substance: str
    jurisdiction: str
    before: tuple[LawLine, ...]
    after: tuple[LawLine, ...]


class ClaimChange(NamedTuple):
    """A claim's verdict, before and after; empty when it did not or does not exist."""

    id: str
    before: str
    after: str


class Difference(NamedTuple):
    """Everything that is answered differently."""

    pairs: list[PairChange]
    law: list[LawChange]
    names: list[NameChange]
    claims: list[ClaimChange]
    gone: dict[str, str]
    """Substances and classes that have gone, with what their names mean now."""
    added: tuple[str, ...]

    @property
    def lost_names(self) -> list[NameChange]:
        """Names by which nothing is found any more."""
        return [one for one in self.names if not one.after]

    @property
    def is_refused(self) -> bool:
        """Whether a risk fell unexplained, a danger fell silent, or a name was lost."""
        return bool(self.lost_names) or any(one.is_refused for one in self.pairs)

    @property
    def lacks_review(self) -> bool:
        """Whether a risk fell that fewer than two people have reviewed."""
        return any(
            one.fell and (one.unreviewed or one.unexplained) for one in self.pairs
        )


def compare(old: Answers, new: Answers) -> Difference:
    """What someone who asks the new edition hears differently."""
    return Difference(
        pair_changes(old, new),
        _law(old, new),
        name_changes(old, new),
        _claims(old, new),
        successors(old, new),
        tuple(sorted(set(new.knowledge.subjects) - set(old.knowledge.subjects))),
    )


def _law(old: Answers, new: Answers) -> list[LawChange]:
    return [
        LawChange(*key, old.law.get(key, ()), new.law.get(key, ()))
        for key in sorted({*old.law, *new.law})
        if old.law.get(key) != new.law.get(key)
    ]


def _claims(old: Answers, new: Answers) -> list[ClaimChange]:
    return [
        ClaimChange(id_, old.claims.get(id_, ""), new.claims.get(id_, ""))
        for id_ in sorted({*old.claims, *new.claims})
        if old.claims.get(id_) != new.claims.get(id_)
    ]
