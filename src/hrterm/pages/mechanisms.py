"""Targets, and what acts there."""

from hrterm.domain.substance import Mechanism, Target
from hrterm.i18n import _
from hrterm.pages.blocks import (
    Bullet,
    Cell,
    Heading,
    Line,
    Page,
    Table,
    TableRow,
)
from hrterm.store.library import Library
from hrterm.wording import sheets
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import labelled


def table(library: Library) -> Table:
    """Substances by target: a dot where one acts, stronger dots for surer knowledge."""
    targets = library.targets()
    names = dict(library.listing("substance"))
    acts: dict[tuple[str, str], list[Mechanism]] = {}
    for one in targets:
        for id_, mechanism in one.substances:
            acts.setdefault((id_, one.id), []).append(mechanism)
    used = [one for one in targets if any((id_, one.id) in acts for id_ in names)]
    rows = tuple(
        TableRow(
            id_,
            name,
            tuple(_cell(one, acts.get((id_, one.id), [])) for one in used),
        )
        for id_, name in names.items()
        if any((id_, one.id) in acts for one in used)
    )
    return Table((_("Substance"), *(one.id for one in used)), rows)


def _cell(one: Target, acts: list[Mechanism]) -> Cell:
    if not acts:
        return Cell("", (Line(one.name, "dim"),))
    first = acts[0]
    mark = "●" if first.level in {"patient", "volunteer"} else "○"
    text = labelled(one.name, f"{words.action(first.action)} — {first.text}")
    support = sheets.support(first.evidence, first.verification, first.sources)
    return Cell(
        mark, (Line(text), Line(f"{words.level(first.level)} {support}", "dim"))
    )


def target(one: Target, library: Library) -> Page:
    """A target and every substance and class that acts there."""
    names = library.names("subject", [id_ for id_, _acts in one.substances])
    page: Page = [Heading(one.name), Line(one.summary)]
    for id_, acts in one.substances:
        head = labelled(names[id_], words.action(acts.action))
        page.append(
            Bullet(
                f"{head} — {acts.text} ({words.level(acts.level)})",
                sheets.support(acts.evidence, acts.verification, acts.sources),
            )
        )
    return page
