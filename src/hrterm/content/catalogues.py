"""Message catalogues: extraction from the source, update and compilation."""

import os
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from hrterm import __version__
from hrterm.content.formats import compile_formats

DOMAIN = "hrterm"
_PASSING = (
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Generated-By',
    b'"Report-Msgid-Bugs-To',
    b'"Project-Id-Version',
)
"""Header lines that a change of day or tool would change."""
LICENCE = "MIT"
NO_DAY = datetime(1980, 1, 1, tzinfo=UTC)
"""Stands where Babel would write when it ran: two wheels must be the same bytes."""


def extract(source: Path) -> Catalog:
    """A template of every message in the source, in the order of the files.

    Places are file names without line numbers, so that moving code changes nothing.
    """
    catalog = Catalog(
        project="hrterm",
        version=__version__,
        copyright_holder="hrterm maintainers",
        msgid_bugs_address="",
        fuzzy=False,
    )
    found = extract_from_dir(
        source, comment_tags=("Translators:",), strip_comment_tags=True
    )
    for filename, _, message, comments, context in sorted(
        found, key=lambda item: (item[0], item[1])
    ):
        catalog.add(
            message,
            None,
            [(f"src/hrterm/{filename}", None)],  # type: ignore[list-item]
            auto_comments=comments,
            context=context,
        )
    return catalog


def template(source: Path) -> bytes:
    """The text of ``locales/hrterm.pot``."""
    return _po_bytes(extract(source))


def update(source: Path, locales: Path) -> None:
    """Write the template and bring every catalogue in line with it."""
    fresh = extract(source)
    (locales / f"{DOMAIN}.pot").write_bytes(_po_bytes(fresh))
    for path in catalogue_files(locales):
        if is_regional(path):
            continue
        catalog = load(path)
        catalog.update(fresh, no_fuzzy_matching=True, update_header_comment=False)
        path.write_bytes(_po_bytes(catalog))


def load(path: Path) -> Catalog:
    """One catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, domain=DOMAIN)


def catalogue_files(locales: Path) -> list[Path]:
    """Every language's catalogue."""
    return sorted(locales.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def is_regional(path: Path) -> bool:
    """Whether a catalogue holds only what a region says otherwise than its language."""
    return "_" in path.parent.parent.name


def compile_catalogues(locales: Path, target: Path) -> None:
    """Compile every catalogue, and its language's formats, to where they are read.

    Each is written beside its place and then moved there, so that a program or test
    that reads meanwhile never sees half of one.
    """
    for path in catalogue_files(locales):
        folder = target / path.parent.parent.name / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f"{DOMAIN}.{os.getpid()}"
        catalog = load(path)
        catalog.creation_date = NO_DAY
        with fresh.open("wb") as file:
            write_mo(file, catalog)
        fresh.replace(folder / f"{DOMAIN}.mo")
    names = {path.parent.parent.name for path in catalogue_files(locales)}
    compile_formats({name for name in names if "_" not in name}, target)


def _po_bytes(catalog: Catalog) -> bytes:
    """A catalogue as text, without what changes from day to day."""
    catalog.header_comment = "# Messages of hrterm. Licence: MIT."
    buffer = BytesIO()
    write_po(buffer, catalog, width=88, omit_header=False, sort_by_file=True)
    return b"\n".join(
        line for line in buffer.getvalue().split(b"\n") if not line.startswith(_PASSING)
    )


if __name__ == "__main__":
    root = Path(__file__).parents[3]
    update(root / "src" / "hrterm", root / "locales")
