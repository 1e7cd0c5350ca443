"""An organisation's own additions, merged over an edition; they never lower a risk."""

from contextlib import closing
from pathlib import Path

from hrterm.content.comparing import compare, from_database
from hrterm.content.local.checking import check_additions
from hrterm.content.local.merging import merge
from hrterm.content.local.reading import Additions, read_additions
from hrterm.content.problems import DataError, Problems
from hrterm.i18n import _
from hrterm.replacing import replacing
from hrterm.store.opening import meta, open_database

__all__ = ["AdditionsError", "add", "has_additions"]


class AdditionsError(Exception):
    """Nothing was written; ``code`` says why.

    Codes: ``over-additions`` (the edition has additions already), ``changes-answers``.
    """

    def __init__(self, code: str) -> None:
        """Keep what the command words."""
        super().__init__(code)
        self.code = code


def add(folders: list[Path], base: Path, target: Path) -> list[Additions]:
    """Write a database that is the edition and every organisation's additions.

    When it is written, all its answers are compared with those of the edition: pairs,
    law and claims must be the same, and every name must lead where it led.

    Raises:
        DataError: when the additions do not hold; nothing is written.
        AdditionsError: when they cannot go over this edition; nothing is written.
        DatabaseError: when the edition cannot be used.
        OSError: when the database cannot be written.
    """
    found = _checked(folders, base)
    with replacing(str(target)) as unfinished:
        merge(found, base, Path(unfinished))
        before, after = (from_database(str(path), "en") for path in (base, unfinished))
        changed = compare(before, after)
        if any((changed.pairs, changed.law, changed.names, changed.claims)):
            raise AdditionsError("changes-answers")
    return found


def has_additions(path: str) -> bool:
    """Whether a database already holds an organisation's additions.

    Raises:
        DatabaseError: when it cannot be used.
    """
    with closing(open_database(path)) as connection:
        return "local" in meta(connection)


def _checked(folders: list[Path], base: Path) -> list[Additions]:
    problems = Problems()
    found: list[Additions] = []
    if has_additions(str(base)):
        raise AdditionsError("over-additions")
    with closing(open_database(str(base))) as connection:
        for folder in folders:
            additions = read_additions(folder, problems)
            if additions is not None:
                check_additions(additions, connection, problems)
                _once(additions, found, problems)
                found.append(additions)
    if problems:
        raise DataError(problems.in_order)
    return found


def _once(additions: Additions, others: list[Additions], problems: Problems) -> None:
    """Two organisations share neither an id nor a source's id."""
    for other in others:
        entry = additions.organisation
        if entry.model.id == other.organisation.model.id:
            problems.error(
                entry.place("id"),
                _("is also the id of {folder}: rename it.").format(
                    folder=other.folder.name
                ),
            )
        for id_ in additions.sources.keys() & other.sources.keys():
            problems.error(
                additions.sources[id_].place(),
                _("'{id}' stands in {folder} too: rename one.").format(
                    id=id_, folder=other.folder.name
                ),
            )
