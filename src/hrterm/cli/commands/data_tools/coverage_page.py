"""The coverage of an edition as a page; the README carries the same figures."""

from collections.abc import Callable

from hrterm.content.auditing.coverage import ANY, Counts, Coverage, PlaceLaw
from hrterm.i18n import N_, _, ngettext
from hrterm.pages.blocks import Page, Row
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import date, labelled, number, percent, series
from hrterm.wording.sheets import claim_verdict

_SUBSTANCES = {
    "drug": N_("drugs"),
    "medicine": N_("medicines"),
    "plant": N_("plants"),
    "food": N_("foods"),
    "product": N_("street products"),
}

_BASES = {
    "direct": N_("stated for the very pair"),
    "class": N_("inherited from a class"),
    "same": N_("two of one class"),
    "mechanism": N_("from a rule on how they act"),
    "none": N_("unknown"),
}

_VERIFICATIONS = {
    "read": N_("source read"),
    "secondary": N_("old or indirect copy read"),
    "unverified": N_("nobody read the source"),
}


def coverage(of: Coverage) -> Page:
    """The figures that the README carries too."""
    page: Page = [
        _row(_("Substances"), _total(of.substances, _SUBSTANCES)),
        _row(_("Classes"), number(of.classes)),
        _row(
            _("Names"),
            f"{number(of.names.total)} ({_languages(of.names.by_language)})",
        ),
        _row(_("Names by place"), _languages(of.names.by_region)),
        _row(_("Pairs"), _pairs(of)),
        _row(_("Rated pairs"), _risks(of)),
        _row(_("Statements"), _statements(of)),
        _row(_("Claims"), _total(of.claims, {w: w for w in of.claims}, _verdict)),
        _row(_("Sources"), number(sum(of.sources.values()))),
        _row(_("Numbers to call"), number(sum(of.services.values()))),
        _row(_("Law"), _law(of)),
    ]
    page += [_row(one.jurisdiction, _place(one)) for one in of.law if one.records]
    return page


def _row(name: str, text: str) -> Row:
    return Row(name, text, width=18)


def _place(one: PlaceLaw) -> str:
    """How many records a place has, and how fresh they are."""
    if not one.newest:
        told = ngettext(
            "{count} record, undated", "{count} records, undated", one.records
        )
        return told.format(count=one.records)
    told = ngettext(
        "{count} record, {fresh} read within 12 months, newest {date}",
        "{count} records, {fresh} read within 12 months, newest {date}",
        one.records,
    )
    return told.format(count=one.records, fresh=one.fresh, date=date(one.newest))


def _words(table: dict[str, str]) -> Callable[[str], str]:
    return lambda word: _(table[word]) if word in table else word


def _verdict(word: str) -> str:
    return claim_verdict(word).lower()


def _total(
    counts: Counts, table: dict[str, str], word: Callable[[str], str] | None = None
) -> str:
    """A sum, then its parts in brackets."""
    name = word or _words(table)
    return f"{number(sum(counts.values()))} ({_listed(counts, name)})"


def _listed(counts: Counts, name: Callable[[str], str]) -> str:
    return series(labelled(name(key), number(count)) for key, count in counts.items())


def _languages(counts: Counts) -> str:
    """Counts by code; names that belong to none come as such."""
    return _listed(counts, lambda code: _("anywhere") if code == ANY else code)


def share(part: int, whole: int) -> str:
    """A percentage with one decimal."""
    return percent(100 * part / whole if whole else 0)


def _pairs(of: Coverage) -> str:
    pairs = of.pairs
    told = _("{count} of two substances, {share} rated").format(
        count=number(pairs.total), share=share(pairs.rated, pairs.total)
    )
    return f"{told} ({_listed(pairs.by_basis, _words(_BASES))})"


def _risks(of: Coverage) -> str:
    rated = {key: count for key, count in of.pairs.by_risk.items() if key != "unknown"}
    return _listed(rated, lambda key: words.risk(key).lower())


def _statements(of: Coverage) -> str:
    said = of.statements
    parts = [
        labelled(_(_VERIFICATIONS[word]), share(count, said.total))
        for word, count in said.by_verification.items()
    ]
    lost = share(said.without_locator, said.total)
    parts.append(labelled(_("without a DOI or an address"), lost))
    return f"{number(said.total)} ({series(parts)})"


def _law(of: Coverage) -> str:
    records = sum(place.records for place in of.law)
    fresh = sum(place.fresh for place in of.law)
    return _(
        "{records} records that hold in {places} places, {share} of them read within "
        "12 months"
    ).format(
        records=number(records),
        places=sum(bool(place.records) for place in of.law),
        share=share(fresh, records),
    )
