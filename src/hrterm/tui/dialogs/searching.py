"""One box over substances, classes, targets, claims, cards, law and sources."""

from hrterm.domain.found import Hit
from hrterm.i18n import _
from hrterm.store.library import Library
from hrterm.tui.dialogs.choosing import Choice, ChooseDialog
from hrterm.wording import vocabulary as words
from hrterm.wording.found import search_note


class SearchDialog(ChooseDialog):
    """The search over everything; answers with ``kind:id``."""

    def __init__(self, library: Library) -> None:
        """Search ``library``."""
        super().__init__(_("Search everything"))
        self._library = library
        self._hits: dict[str, Hit] = {}

    def found(self, typed: str) -> list[Choice]:
        """What matches, of any kind, best first."""
        hits = self._library.search(typed) if typed else []
        self._hits = {f"{hit.kind}:{hit.id}": hit for hit in hits}
        return [
            Choice(key, f"{words.kind(hit.kind):<10} {hit.name}", search_note(hit))
            for key, hit in self._hits.items()
        ]

    def hit(self, key: str) -> Hit:
        """The result behind an answer."""
        return self._hits[key]
