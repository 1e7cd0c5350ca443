"""One line of text, such as the name of a file."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from hrterm.i18n import _
from hrterm.tui.widgets.entry import Entry


class AskDialog(ModalScreen[str | None]):
    """A question with an answer that can be changed; Esc answers None."""

    BINDINGS = [("escape", "close", "")]  # noqa: RUF012
    AUTO_FOCUS = "#answer"

    def __init__(self, question: str, answer: str, hint: str = "") -> None:
        """Ask ``question``, with ``answer`` already in the box."""
        super().__init__()
        self._question = question
        self._answer = answer
        self._hint = hint

    def compose(self) -> ComposeResult:
        """The question, the box, a hint."""
        with Vertical(classes="dialog small"):
            yield Static(self._question, markup=False)
            yield Entry(self._answer, id="answer", compact=True)
            hint = self._hint or _("Enter saves, Esc leaves everything as it was.")
            yield Static(hint, classes="hint", markup=False)

    @on(Input.Submitted, "#answer")
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
