"""A page in a window of its own: help, a source, plain text."""

from textual.app import ComposeResult

from hrterm.i18n import _
from hrterm.pages.blocks import Gap, Line, Page
from hrterm.tui.dialogs.dialog import Dialog
from hrterm.tui.widgets.page import PageView


class ReadDialog(Dialog[None]):
    """One page that scrolls."""

    BINDINGS = [("f1,enter,q", "close", "")]  # noqa: RUF012
    AUTO_FOCUS = "PageView"

    def __init__(self, page: Page, linear: bool = False) -> None:
        """Show ``page``; ``linear`` without any frame, from edge to edge."""
        super().__init__()
        self._page = page
        self._linear = linear

    def compose(self) -> ComposeResult:
        """The page, and how to close it."""
        kind = "linear" if self._linear else "dialog"
        view = PageView(ascii_only=self._linear, classes=kind)
        view.show([*self._page, Gap(), Line(_("Esc closes this."), "dim")])
        yield view
