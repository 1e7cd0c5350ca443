"""What to do when something has gone wrong."""

from typing import NamedTuple

from hrterm.domain.substance import Fact


class EmergencyCard(NamedTuple):
    """One card, in one language."""

    id: str
    title: str
    signs: tuple[Fact, ...]
    steps: tuple[Fact, ...]
    do_not: tuple[Fact, ...]
    concerns: tuple[str, ...]
    reviewed_on: str

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source of the card, each once."""
        facts = (*self.signs, *self.steps, *self.do_not)
        return tuple(dict.fromkeys(id_ for fact in facts for id_ in fact.sources))
