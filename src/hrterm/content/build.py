"""The one pipeline: read, check, write. The hook, the command and tests call it."""

import hashlib
from pathlib import Path

from hrterm.content.checking import check
from hrterm.content.corpus import Corpus, files, load
from hrterm.content.problems import DataError, Problems
from hrterm.content.writing import write
from hrterm.replacing import replacing
from hrterm.store.opening import SCHEMA_VERSION


def checked(folder: Path) -> tuple[Corpus, Problems]:
    """A data folder, read and checked; every problem is collected."""
    problems = Problems()
    corpus = load(folder, problems)
    check(corpus, problems)
    return corpus, problems


def build(folder: Path, database: Path) -> Corpus:
    """Build a database from a data folder.

    Raises:
        DataError: when the data does not hold; nothing is written.
        OSError: when the database cannot be written; what was there still stands.
    """
    corpus, problems = checked(folder)
    if problems:
        raise DataError(problems.in_order)
    database.parent.mkdir(parents=True, exist_ok=True)
    with replacing(str(database)) as unfinished:
        write(corpus, _meta(folder, corpus), Path(unfinished))
    return corpus


def _meta(folder: Path, corpus: Corpus) -> dict[str, str]:
    """What an edition says of itself."""
    edition = folder / "EDITION"
    newest = max(
        [
            *(e.model.reviewed_on for e in corpus.substances.values()),
            *(e.model.reviewed_on for e in corpus.classes.values()),
            *(e.model.reviewed_on for e in corpus.claims.values()),
            *(e.model.reviewed_on for e in corpus.emergencies.values()),
            *(s.entry.model.reviewed_on for s in corpus.statements.values()),
        ]
    )
    return {
        "schema": SCHEMA_VERSION,
        "version": edition.read_text("utf-8").strip() if edition.exists() else "0",
        "data_hash": data_hash(folder),
        "newest_review": newest,
        "reviewed_by": "",
    }


def data_hash(folder: Path) -> str:
    """SHA-256 over the names and contents of every data file, in order."""
    digest = hashlib.sha256()
    for path in files(folder):
        name = path.relative_to(folder).as_posix().encode()
        content = path.read_bytes()
        digest.update(b"%d:%s%d:" % (len(name), name, len(content)))
        digest.update(content)
    return digest.hexdigest()
