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
from hrterm.wording.formatting import clauses, labelled


def table(library: Library) -> Table:
    """Substances by target: a dot where one acts, a full one where shown in people."""
    acts: dict[str, dict[str, Mechanism]] = {}
    for id_, mechanism in library.acting():
        acts.setdefault(mechanism.target, {})[id_] = mechanism
    names = library.names("target", list(acts))
    kinds = library.target_kinds()
    targets = sorted(acts, key=lambda id_: (-len(acts[id_]), id_))
    active = {id_ for by_substance in acts.values() for id_ in by_substance}
    rows = tuple(
        TableRow(
            id_,
            name,
            tuple(_cell(names[one], kinds[one], acts[one].get(id_)) for one in targets),
        )
        for id_, name in library.listing("substance")
        if id_ in active
    )
    legend = _("● shown in people  ○ shown in animals or on molecules")
    return Table((_("Substance"), *targets), rows, legend)


def _cell(target: str, kind: str, acts: Mechanism | None) -> Cell:
    if acts is None:
        return Cell("", (Line(target, "dim"),))
    mark = "●" if acts.level in {"patient", "volunteer"} else "○"
    head = labelled(target, sheets.action_there(acts.action, kind))
    text = f"{head} — {acts.text}"
    support = clauses([sheets.level(acts.level), words.evidence(acts.evidence)])
    return Cell(mark, (Line(text), Line(support, "dim")))


def target(one: Target, library: Library) -> Page:
    """A target and every substance and class that acts there."""
    names = library.names("subject", [id_ for id_, _acts in one.substances])
    page: Page = [Heading(one.name), Line(one.summary)]
    for id_, acts in one.substances:
        head = labelled(names[id_], sheets.action_there(acts.action, one.kind))
        page.append(
            Bullet(
                f"{head} — {acts.text} ({sheets.level(acts.level)})",
                sheets.support(acts.evidence, acts.verification, acts.sources),
            )
        )
    return page
