"""Law: a substance, and its records place by place, one's own first."""

from hrterm.i18n import _
from hrterm.pages import law
from hrterm.pages.blocks import Page
from hrterm.tui.actions import bindings, of_mode
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.widgets.rows import Row


class LawScreen(ModeScreen):
    """A substance, and its law place by place."""

    MODE = "law"
    BINDINGS = bindings(of_mode(MODE))

    def placeholder(self) -> str:
        """What the search box asks for."""
        return _("Substance: its law, your place first")

    def help_text(self) -> str:
        """What one can do here."""
        return _(
            "Type a substance. Your own place comes first (Ctrl+O sets it). F6 shows "
            "substances by place as a table. Every record says from when it holds, as "
            "of when it was read, and whether it is old."
        )

    def rows(self, query: str) -> list[Row]:
        """Substances."""
        if not query.strip():
            return [*self.library.listing("substance")]
        hits = self.library.search(query, ("substance",))
        return [(hit.id, hit.name) for hit in hits if hit.matched]

    def detail(self, id_: str) -> Page:
        """All records of one substance."""
        return law.by_place(
            self.library.law((id_,)), self.library, self.hrterm.today, self.hrterm.place
        )

    def handout_names(self) -> tuple[str, ...]:
        """The substance that is shown."""
        return (self.chosen,) if self.chosen else ()

    def action_table(self) -> None:
        """Substances by place."""
        from hrterm.tui.dialogs.table import TableDialog

        table = law.table(self.library, self.hrterm.today, self.hrterm.place)
        dialog = TableDialog(
            _("Law by place"), table, self.hrterm.is_ascii, self.chosen
        )
        self.app.push_screen(dialog, self._opened)

    def _opened(self, id_: str | None) -> None:
        if id_:
            self.open(id_)
