"""What differs between two editions, by their answers."""

from typing import Any, NamedTuple, get_args

from hrterm.domain.risk import badness
from hrterm.domain.vocabulary import RISKS, ClaimVerdict, Risk

_VERDICTS: tuple[str, ...] = get_args(ClaimVerdict)


class Since(NamedTuple):
    """The edition that the changes are counted from."""

    version: str
    data_hash: str


class RiskChange(NamedTuple):
    """A pair whose risk is not what it was."""

    a: str
    b: str
    before: Risk
    after: Risk

    @property
    def rises(self) -> bool:
        """Whether it is worse than it was."""
        return badness(self.after) > badness(self.before)


class ClaimChange(NamedTuple):
    """A claim whose verdict changed; empty where the edition has no such claim."""

    id: str
    before: str
    after: str


class Changes(NamedTuple):
    """What a reader of the earlier edition should know."""

    since: Since
    added: tuple[str, ...] = ()
    """Substances and classes that are new."""
    removed: tuple[str, ...] = ()
    risks: tuple[RiskChange, ...] = ()
    """Of pairs that both editions know; what fell silent or fell comes first."""
    claims: tuple[ClaimChange, ...] = ()
    law: tuple[tuple[str, str], ...] = ()
    """Substance and place of legal records that are not what they were."""

    @property
    def is_empty(self) -> bool:
        """Whether every answer that is compared stayed."""
        return not any((self.added, self.removed, self.risks, self.claims, self.law))

    def document(self) -> dict[str, Any]:
        """The changes as JSON holds them."""
        return {
            "since": self.since._asdict(),
            "added": list(self.added),
            "removed": list(self.removed),
            "risks": [change._asdict() for change in self.risks],
            "claims": [
                {key: value for key, value in change._asdict().items() if value}
                for change in self.claims
            ],
            "law": [
                {"substance": substance, "jurisdiction": place}
                for substance, place in self.law
            ],
        }

    @classmethod
    def of(cls, document: dict[str, Any]) -> "Changes":
        """The changes that a JSON object holds.

        Raises:
            ValueError: when it holds something else; KeyError, TypeError and
                AttributeError likewise.
        """
        return cls(
            Since(
                _word(document["since"]["version"]),
                _word(document["since"]["data_hash"]),
            ),
            tuple(_word(id_) for id_ in document["added"]),
            tuple(_word(id_) for id_ in document["removed"]),
            tuple(
                RiskChange(
                    _word(one["a"]),
                    _word(one["b"]),
                    _risk(one["before"]),
                    _risk(one["after"]),
                )
                for one in document["risks"]
            ),
            tuple(
                ClaimChange(
                    _word(one["id"]),
                    _verdict(one.get("before", "")),
                    _verdict(one.get("after", "")),
                )
                for one in document["claims"]
            ),
            tuple(
                (_word(one["substance"]), _word(one["jurisdiction"]))
                for one in document["law"]
            ),
        )


def _word(found: Any) -> str:
    """An id, a version or a digest: nothing else may come from a pack.

    Raises:
        ValueError: when it is none.
    """
    if not isinstance(found, str) or not 0 < len(found) <= 200:
        raise ValueError(found)
    if not all(one.isascii() and (one.isalnum() or one in "-.") for one in found):
        raise ValueError(found)
    return found


def _risk(found: Any) -> Risk:
    """A word of the scale of risk.

    Raises:
        ValueError: when it is none.
    """
    return RISKS[RISKS.index(found)]


def _verdict(found: Any) -> str:
    """A verdict on a claim, or empty.

    Raises:
        ValueError: when it is neither.
    """
    return found and _VERDICTS[_VERDICTS.index(found)]
