"""The glossary: a box that narrows it, and the words with their meanings."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from hrterm.i18n import _
from hrterm.pages import glossary
from hrterm.store.library import Library
from hrterm.tui.dialogs.dialog import Dialog
from hrterm.tui.widgets.entry import Entry
from hrterm.tui.widgets.page import PageView


class GlossaryDialog(Dialog[None]):
    """Typing narrows the words; Esc clears what was typed, then closes."""

    BINDINGS = [  # noqa: RUF012
        ("down", "scroll('down')", ""),
        ("up", "scroll('up')", ""),
        ("pagedown", "scroll('page_down')", ""),
        ("pageup", "scroll('page_up')", ""),
    ]
    AUTO_FOCUS = "#dialog-query"

    def __init__(self, library: Library, ascii_only: bool) -> None:
        """Explain the words of ``library``."""
        super().__init__()
        self._library = library
        self._ascii_only = ascii_only

    def compose(self) -> ComposeResult:
        """A box, the words, and how to close it."""
        with Vertical(classes="dialog"):
            asked = _("A word, or what it means")
            yield Entry(placeholder=asked, id="dialog-query", compact=True)
            view = PageView("words", ascii_only=self._ascii_only)
            view.show(glossary.listing(self._library))
            yield view
            hint = _("Type to narrow. Esc clears, then closes.")
            yield Static(hint, classes="hint", markup=False)

    @on(Input.Changed, "#dialog-query")
    def _typed(self, event: Input.Changed) -> None:
        for view in self.query("#words").results(PageView):
            view.show(glossary.listing(self._library, event.value.strip()))

    def action_scroll(self, way: str) -> None:
        """Read on or back while the cursor stays in the box."""
        view = self.query_one("#words", PageView)
        getattr(view, f"scroll_{way}")(animate=False)

    def action_close(self) -> None:
        """Clear the box; when it is empty, close."""
        box = self.query_one("#dialog-query", Input)
        if box.value:
            box.value = ""
            box.focus()
        else:
            super().action_close()
