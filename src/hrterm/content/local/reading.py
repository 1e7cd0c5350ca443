"""An organisation's folder, read by the same strict rules as the data itself."""

from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from hrterm.content.corpus import Entry, Table, files
from hrterm.content.local.models import Alert, LocalName, LocalService, Organisation
from hrterm.content.models.records import Source
from hrterm.content.models.sheets import AmbiguousName
from hrterm.content.problems import Place, Problems
from hrterm.content.reading import Document, read
from hrterm.content.validating import validate, validate_list, validate_table
from hrterm.i18n import _

Model = TypeVar("Model", bound=BaseModel)

FILES = (
    "local.yaml",
    "sources.yaml",
    "services.yaml",
    "alerts.yaml",
    "names.yaml",
    "ambiguous.yaml",
)
"""Nothing else is taken: statements on pairs and law go into the data itself."""


class Additions(NamedTuple):
    """What one organisation adds."""

    folder: Path
    organisation: Entry[Organisation]
    sources: Table[Source]
    services: list[Entry[LocalService]]
    alerts: list[Entry[Alert]]
    names: list[Entry[LocalName]]
    ambiguous: list[Entry[AmbiguousName]]


def read_additions(folder: Path, problems: Problems) -> Additions | None:
    """Read and validate a folder; all problems are collected.

    Returns:
        What it adds, or None when it does not say from whom.
    """
    for path in files(folder):
        name = path.relative_to(folder).as_posix()
        if name not in FILES:
            problems.error(
                Place(f"{folder.name}/{name}"),
                _(
                    "is no file of an organisation's own additions: they hold "
                    "{files}. Anything else is proposed for data/."
                ).format(files=", ".join(FILES)),
            )
    document = _document(folder, "local.yaml", problems)
    if document is None:
        if not (folder / "local.yaml").exists():
            place = Place(f"{folder.name}/local.yaml")
            problems.error(place, _("is missing: hrterm data new local ID begins one."))
        return None
    organisation = validate(Organisation, document, problems)
    if organisation is None:
        return None
    return Additions(
        folder,
        Entry(organisation, document),
        _sources(folder, problems),
        _list(folder, "services.yaml", LocalService, problems),
        _list(folder, "alerts.yaml", Alert, problems),
        _list(folder, "names.yaml", LocalName, problems),
        _list(folder, "ambiguous.yaml", AmbiguousName, problems),
    )


def _document(folder: Path, name: str, problems: Problems) -> Document | None:
    path = folder / name
    if not path.exists():
        return None
    return read(path, f"{folder.name}/{name}", problems)


def _sources(folder: Path, problems: Problems) -> Table[Source]:
    document = _document(folder, "sources.yaml", problems)
    if document is None:
        return {}
    valid = validate_table(Source, document, problems)
    return {id_: Entry(model, document, (id_,)) for id_, model in valid.items()}


def _list(
    folder: Path, name: str, model: type[Model], problems: Problems
) -> list[Entry[Model]]:
    document = _document(folder, name, problems)
    if document is None:
        return []
    valid = validate_list(model, document, problems)
    return [Entry(one, document, (index,)) for index, one in valid]
