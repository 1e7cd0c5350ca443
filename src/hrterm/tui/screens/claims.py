"""Claims: what people say, and the answer."""

from hrterm.i18n import _
from hrterm.pages import claims
from hrterm.pages.blocks import Line, Page
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.text import piece
from hrterm.tui.widgets.rows import Row
from hrterm.wording.sheets import claim_symbol, claim_verdict


class ClaimsScreen(ModeScreen):
    """Things people hear, with a verdict."""

    MODE = "claims"

    def placeholder(self) -> str:
        """What the search box asks for."""
        return _("What did you hear? A word, a number, a name")

    def help_text(self) -> str:
        """What one can do here."""
        return _(
            "Type a word, a number or a name of what you heard. The answer says how "
            "sure it is, shows both arms of a trial, and keeps where a thing was heard "
            "apart from what supports it."
        )

    def rows(self, query: str) -> list[Row]:
        """Claims with their verdicts."""
        return [
            (
                one.id,
                (
                    piece(
                        f"{claim_symbol(one.verdict, self.hrterm.is_ascii)} "
                        f"{claim_verdict(one.verdict)}  ",
                        "bold",
                    ),
                    piece(one.text),
                ),
            )
            for one in self.library.claims(query.strip())
        ]

    def nothing(self) -> Page:
        """What is said when nothing matches."""
        return [
            Line(
                _("No claim here matches. That says nothing about whether it is true.")
            )
        ]

    def detail(self, id_: str) -> Page:
        """One claim."""
        for one in self.library.claims_by_id([id_]):
            return claims.claim(one, self.library)
        return self.nothing()
