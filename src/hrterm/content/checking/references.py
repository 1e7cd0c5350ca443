"""Whether an id names something that there is, and what a source can carry."""

from collections.abc import Iterable
from typing import Any

from hrterm.content.checking.hosts import carries_nothing
from hrterm.content.corpus import Corpus, Entry
from hrterm.content.models.base import Supported
from hrterm.content.problems import Place, Problems, nothing_called
from hrterm.domain.vocabulary import WEAK_SOURCE_TYPES
from hrterm.i18n import _


class References:
    """What ids of a corpus may name; what does not hold is reported."""

    def __init__(self, corpus: Corpus, problems: Problems) -> None:
        """Begin with the ids that stand in the corpus."""
        self._corpus = corpus
        self._problems = problems
        self.subjects = {*corpus.substances, *corpus.classes}
        """Substances and classes."""
        self.spoken_of = {*self.subjects, *corpus.targets, *corpus.topics}
        """What claims and studies may be about."""
        self.conditions = {
            id_ for id_, e in corpus.topics.items() if e.model.kind == "condition"
        }
        rules = corpus.rules
        self.rules = {
            *(rule.id for rule in rules.mechanism_rules),
            *(rule.id for rule in rules.stacking_rules),
        }

    def check_id(self, id_: str, among: Iterable[str], what: str, place: Place) -> bool:
        """Whether an id names something; else the nearest that does is suggested.

        Args:
            id_: what is written.
            among: the ids that there are.
            what: what it should be, as ``nothing_called`` takes it.
            place: where it is written.
        """
        known = among if isinstance(among, (set, dict)) else set(among)
        if id_ in known or id_ in self._corpus.unread:
            return True
        self._problems.error(place, nothing_called(id_, what, known))
        return False

    def check_ids(
        self, entry: Entry[Any], key: str, among: Iterable[str], what: str
    ) -> None:
        """The same for each id that an entry lists under a key."""
        for position, id_ in enumerate(getattr(entry.model, key)):
            self.check_id(id_, among, what, entry.place(key, position))

    def check_support(self, supported: Supported, place: Place, sources: Place) -> None:
        """Known sources; weak ones carry little, retracted ones nothing."""
        types = set()
        for id_ in supported.sources:
            if not self.check_id(id_, self._corpus.sources, "source", sources):
                return
            if id_ in self._corpus.unread:
                return
            source = self._corpus.sources[id_].model
            types.add(source.type)
            if source.status == "retracted":
                self._problems.error(
                    sources,
                    _("'{id}' was retracted: it cannot support anything.").format(
                        id=id_
                    ),
                )
            self.check_page(id_, sources)
        if types <= WEAK_SOURCE_TYPES and supported.evidence in {"strong", "moderate"}:
            self._problems.error(
                place,
                _(
                    "rests on charts, forums, press or clinic pages alone: "
                    "evidence is at most `limited`."
                ),
            )

    def check_page(self, id_: str, place: Place) -> None:
        """No shop and no machine's answer; what people hear there is another matter."""
        source = self._corpus.sources.get(id_)
        if source is not None and carries_nothing(source.model.url or ""):
            self._problems.error(
                place,
                _(
                    "'{id}' is a page of a shop, or answered by a machine: it cannot "
                    "support anything. Cite the document itself."
                ).format(id=id_),
            )
