"""Fact sheets thinner than what a worker needs at a glance."""

from typing import NamedTuple

from hrterm.content.corpus import Corpus
from hrterm.content.knowing import nodes
from hrterm.content.problems import Place
from hrterm.domain.taxonomy import subject

NEEDED = (
    "effects",
    "duration",
    "mechanisms",
    "risks",
    "reduce_harm",
    "danger_signs",
    "emergency",
)
"""Sections without which a sheet is thin."""
WANTED = ("contraindications", "washout", "tolerance", "withdrawal", "gaps")
"""Sections that a full sheet has as well."""
OF_THE_STREET = ("adulterants", "checking")
"""Wanted of what is sold on the street only."""
PASSED_ON = frozenset(
    {
        "mechanisms",
        "risks",
        "reduce_harm",
        "danger_signs",
        "emergency",
        "contraindications",
    }
)
"""What a class says for its members, and a substance for its forms."""


class ThinSheet(NamedTuple):
    """A sheet and what it lacks."""

    id: str
    place: Place
    needed: tuple[str, ...]
    wanted: tuple[str, ...]


def thin_sheets(corpus: Corpus) -> list[ThinSheet]:
    """Sheets of substances that lack something needed, the thinnest first."""
    table = nodes(corpus)
    found = []
    for id_, entry in corpus.substances.items():
        lineage = [
            step.subject for step in subject(id_, table).lineage if not step.atypical
        ]
        street = entry.model.kind in {"drug", "product", "plant"}
        wanted = (*WANTED, *(OF_THE_STREET if street else ()))
        lacking = _lacking(corpus, lineage, NEEDED)
        if lacking:
            place = entry.place()
            also = _lacking(corpus, lineage, wanted)
            found.append(ThinSheet(id_, place, lacking, also))
    return sorted(found, key=lambda one: (-len(one.needed), -len(one.wanted), one.id))


def _lacking(
    corpus: Corpus, lineage: list[str], sections: tuple[str, ...]
) -> tuple[str, ...]:
    own = lineage[0]
    return tuple(
        section
        for section in sections
        if not any(
            _has(corpus, id_, section)
            for id_ in (lineage if section in PASSED_ON else [own])
        )
    )


def _has(corpus: Corpus, id_: str, section: str) -> bool:
    """Whether a sheet fills a section; how long a medicine lingers is enough."""
    entry = corpus.substances.get(id_)
    model = entry.model if entry else corpus.classes[id_].model
    if section == "duration" and entry and entry.model.kind in {"medicine", "food"}:
        return bool(entry.model.duration or entry.model.washout)
    return bool(getattr(model, section, None))
