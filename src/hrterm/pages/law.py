"""Dated records of law, by place or by substance."""

from itertools import groupby, pairwise

from hrterm.domain.law import LegalRecord
from hrterm.domain.vocabulary import LEGAL_STATUSES
from hrterm.i18n import _
from hrterm.pages.blocks import (
    Bullet,
    Cell,
    Gap,
    Heading,
    Line,
    Page,
    Row,
    Table,
    TableRow,
)
from hrterm.store.library import Library
from hrterm.wording import law as wording
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import NBSP, date, labelled


def records(listed: tuple[LegalRecord, ...], library: Library, today: str) -> Page:
    """Records in their order, under a heading for each substance and place."""
    if not listed:
        return [_nothing()]
    substances = library.names("subject", [r.substance for r in listed])
    places = library.names("jurisdiction", [r.jurisdiction for r in listed])
    page: Page = []
    for key, group in groupby(
        listed, key=lambda r: (r.substance, r.jurisdiction, r.of_parent)
    ):
        head = f"{substances[key[0]]} — {places[key[1]]} ({key[1]})"
        if key[2]:
            head += " " + _("[law of the whole country]")
        page.append(Heading(head))
        for record in group:
            page += _record(record, today)
    return [*page, Gap(), _no_advice()]


def by_place(
    listed: tuple[LegalRecord, ...], library: Library, today: str, place: str
) -> Page:
    """Records of one substance by place, one's own first."""
    if not listed:
        return [_nothing()]
    places = library.names("jurisdiction", [r.jurisdiction for r in listed])
    country = place.partition("-")[0] or "-"
    ordered = sorted(
        listed,
        key=lambda r: (
            r.jurisdiction != place,
            not r.jurisdiction.startswith(country),
            r.jurisdiction,
        ),
    )
    page: Page = []
    for code, group in groupby(ordered, key=lambda r: r.jurisdiction):
        page.append(Heading(f"{places[code]} ({code})"))
        held = list(group)
        for record in held:
            page += _record(record, today)
        page += _changes(held)
    return [*page, Gap(), _no_advice()]


def in_short(listed: tuple[LegalRecord, ...], today: str) -> Page:
    """One line a record."""
    if not listed:
        return []
    lines: Page = [
        Bullet(labelled(record.jurisdiction, wording.status(record, today)))
        for record in listed
    ]
    return [Heading(words.section("legal")), *lines]


def table(library: Library, today: str, place: str) -> Table:
    """Substances by place, the reader's own first: one mark a status."""
    present = [r for r in library.law() if not r.is_past(today)]
    codes = sorted(
        dict.fromkeys(r.jurisdiction for r in present),
        key=lambda code: (code != place, "-" in code, code),
    )
    newest: dict[tuple[str, str], LegalRecord] = {}
    for record in present:
        newest.setdefault((record.substance, record.jurisdiction), record)
    held = {substance for substance, _place in newest}
    rows = []
    for id_, name in library.listing("substance"):
        if id_ in held:
            found = [newest.get((id_, code)) for code in codes]
            cells = tuple(_cell(record, today) for record in found)
            rows.append(TableRow(id_, name, cells))
    return Table((_("Substance"), *codes), tuple(rows), _table_legend())


def _table_legend() -> str:
    told = [
        f"{wording.legal_letter(s)} {wording.legal_status(s)}".replace(" ", NBSP)
        for s in LEGAL_STATUSES
    ]
    return "  ".join([*told, _("! old record")])


def _cell(record: LegalRecord | None, today: str) -> Cell:
    if record is None:
        return Cell("?", (_nothing(),))
    mark = wording.legal_letter(record.status)
    if record.is_stale(today):
        mark += "!"
    head = labelled(record.jurisdiction, wording.status(record, today))
    return Cell(
        mark,
        (
            Line(head, "bold"),
            Line(record.schedule),
            Line(wording.age(record, today), "dim"),
        ),
    )


def _changes(held: list[LegalRecord]) -> Page:
    """What changed in one place, in the order of time, as far as dates are known."""
    dated = sorted(
        (record for record in held if record.effective_from),
        key=lambda record: record.effective_from,
    )
    undated = [r for r in held if not r.effective_from and r.effective_to]
    history = [*undated, *dated]
    changes = [
        Row(
            date(later.effective_from),
            _("{before} → {after}").format(
                before=wording.in_short(earlier), after=wording.in_short(later)
            ),
            width=20,
        )
        for earlier, later in pairwise(history)
        if later.effective_from and wording.in_short(earlier) != wording.in_short(later)
    ]
    return [Line(_("What changed"), "bold", 2), *changes] if changes else []


def _record(record: LegalRecord, today: str) -> Page:
    style = "dim" if record.is_past(today) else ""
    page: Page = [Bullet(wording.status(record, today), "", style or "bold")]
    page += [Line(text, style, 4) for text in wording.details(record)]
    page.append(Line(wording.age(record, today), "dim", 4))
    return page


def _nothing() -> Line:
    return Line(_("No record of law here. That does not mean that it is legal."))


def _no_advice() -> Line:
    return Line(_("This is information, not legal advice."))
