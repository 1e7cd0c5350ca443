"""One box over substances, classes, targets, claims, cards, law and sources."""

from typing import TYPE_CHECKING

from hrterm.domain.found import Hit
from hrterm.i18n import _
from hrterm.pages.bibliography import listing
from hrterm.store.library import Library
from hrterm.tui.dialogs.choosing import Choice, ChooseDialog
from hrterm.tui.dialogs.reading import ReadDialog
from hrterm.wording import vocabulary as words
from hrterm.wording.found import search_note

if TYPE_CHECKING:
    from hrterm.tui.app import HrTerm

OPENED_IN = {
    "substance": "browse",
    "class": "browse",
    "target": "mechanisms",
    "claim": "claims",
    "emergency": "emergency",
}
"""The mode that shows each kind of search result."""


class SearchDialog(ChooseDialog):
    """The search over everything; answers with ``kind:id``."""

    def __init__(self, library: Library) -> None:
        """Search ``library``."""
        super().__init__(_("Search everything"))
        self._library = library
        self._hits: dict[str, Hit] = {}
        """All that was listed: an answer may come after the list has changed."""

    def found(self, typed: str) -> list[Choice]:
        """What matches, of any kind, best first."""
        hits = self._library.search(typed) if typed else []
        shown = {f"{hit.kind}:{hit.id}": hit for hit in hits}
        self._hits |= shown
        return [
            Choice(key, f"{words.kind(hit.kind):<10} {hit.name}", search_note(hit))
            for key, hit in shown.items()
        ]

    def hit(self, key: str) -> Hit:
        """The result behind an answer."""
        return self._hits[key]


def ask(app: "HrTerm") -> None:
    """Search, and open what is chosen where it belongs."""
    dialog = SearchDialog(app.library)

    async def found(key: str | None) -> None:
        if key is not None:
            await _open(app, dialog.hit(key))

    app.push_screen(dialog, found)


async def _open(app: "HrTerm", hit: Hit) -> None:
    match hit.kind:
        case "source":
            app.push_screen(ReadDialog(listing(app.library.sources([hit.id]))))
        case "jurisdiction":
            app.settings["place"] = hit.id
            await app.action_mode("law")
            app.refresh_screen()
        case "substance" | "class":
            await app.show_in("browse", hit.id, hit.name)
        case kind:
            await app.show_in(OPENED_IN[kind], hit.id)
