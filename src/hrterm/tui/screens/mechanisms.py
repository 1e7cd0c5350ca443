"""Mechanisms: a target, and what acts there."""

from hrterm.i18n import _
from hrterm.pages import mechanisms
from hrterm.pages.blocks import Page
from hrterm.tui.actions import bindings, of_mode
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.widgets.rows import Row


class MechanismsScreen(ModeScreen):
    """A target, and what acts there."""

    MODE = "mechanisms"
    BINDINGS = bindings(of_mode(MODE))

    def placeholder(self) -> str:
        """What the search box asks for."""
        return _("Receptor, transporter, enzyme or channel")

    def help_text(self) -> str:
        """What one can do here."""
        return _(
            "Type the name of a receptor, transporter, enzyme or channel, or choose "
            "one. Each entry says what a substance does there and where that was "
            "shown. F6 shows substances by target as a grid."
        )

    def rows(self, query: str) -> list[Row]:
        """Targets."""
        if not query.strip():
            return [*self.library.listing("target")]
        hits = self.library.search(query, ("target",))
        return [(hit.id, hit.name) for hit in hits]

    def detail(self, id_: str) -> Page:
        """One target."""
        return mechanisms.target(self.library.targets([id_])[0], self.library)

    def action_table(self) -> None:
        """Substances by target."""
        from hrterm.tui.dialogs.table import TableDialog

        table = mechanisms.table(self.library)
        dialog = TableDialog(_("What acts where"), table, self.hrterm.is_ascii)
        self.app.push_screen(dialog, self._opened)

    async def _opened(self, id_: str | None) -> None:
        if id_:
            await self.hrterm.show_in("browse", id_)
