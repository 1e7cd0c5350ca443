"""One line of text, such as the name of a file."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from hrterm.i18n import _
from hrterm.tui.dialogs.dialog import Dialog
from hrterm.tui.widgets.entry import Entry


class AskDialog(Dialog[str]):
    """A question with an answer that can be changed; Esc answers None."""

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
        self.answer(event.value.strip() or None)
