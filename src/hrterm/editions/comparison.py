"""What changed between two editions; apart, because only this needs the pipeline."""

from hrterm.content import comparing
from hrterm.editions.changes import Changes, ClaimChange, RiskChange, Since
from hrterm.store.library import Library


def compare(before: str, after: str) -> Changes:
    """What changed from one edition's database to another's.

    Raises:
        DatabaseError: when one of them cannot be used.
        sqlite3.Error: when one of them cannot answer.
    """
    old, new = (comparing.from_database(path, "en") for path in (before, after))
    found = comparing.compare(old, new)
    return Changes(
        since(before),
        found.added,
        tuple(sorted(found.gone)),
        tuple(
            RiskChange(one.a, one.b, one.before, one.after)
            for one in found.pairs
            if one.before != one.after
        ),
        tuple(ClaimChange(one.id, one.before, one.after) for one in found.claims),
        tuple((one.substance, one.jurisdiction) for one in found.law),
    )


def since(path: str) -> Since:
    """The edition in a database, as that from which changes are counted.

    Raises:
        DatabaseError: when it cannot be used.
    """
    with Library(path) as library:
        edition = library.edition()
    return Since(edition.version, edition.data_hash)
