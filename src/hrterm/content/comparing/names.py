"""Names that no longer mean what they meant."""

from typing import NamedTuple

from hrterm.content.comparing.answers import Answers
from hrterm.domain.naming import allowed_distance, distance, fold
from hrterm.domain.phrase import readings


class NameChange(NamedTuple):
    """A name that is lost, or means other things."""

    text: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    """Empty when nothing is found by it any more."""


def successors(old: Answers, new: Answers) -> dict[str, str]:
    """What has gone, and the one thing that its id or names mean now, if any."""
    found = {}
    for id_ in sorted(set(old.knowledge.subjects) - set(new.knowledge.subjects)):
        meant = new.names.get(fold(id_), frozenset())
        found[id_] = next(iter(meant)) if len(meant) == 1 else ""
    return found


def name_changes(old: Answers, new: Answers) -> list[NameChange]:
    """Names lost or moved; one that a renamed substance kept is neither."""
    renamed = successors(old, new)
    found = []
    for folded, subjects in old.names.items():
        wanted = frozenset(renamed.get(id_) or id_ for id_ in subjects)
        now = new.names.get(folded, frozenset())
        if wanted <= now:
            continue
        text = old.spellings[folded]
        if not now and _is_found_otherwise(text, folded, wanted, new):
            continue
        found.append(NameChange(text, tuple(sorted(subjects)), tuple(sorted(now))))
    return sorted(found, key=lambda one: (bool(one.after), one.before, one.text))


def _is_found_otherwise(
    text: str, folded: str, wanted: frozenset[str], new: Answers
) -> bool:
    """Whether the name is still matched without dose and form, or as a slip."""
    if any(new.names.get(fold(one.name)) == wanted for one in readings(text)):
        return True
    if len(wanted) != 1 or not wanted.isdisjoint(new.confusable):
        return False
    near: set[str] = set()
    for name, subjects in new.names.items():
        limit = min(allowed_distance(folded), allowed_distance(name))
        if limit and name[0] == folded[0] and distance(folded, name, limit) <= limit:
            near |= subjects
    return near == wanted
