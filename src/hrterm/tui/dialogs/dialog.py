"""What all dialogs share: one answer, and Esc for none."""

from typing import TypeVar

from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None]):
    """Answers once, however many keys wait; Esc answers None."""

    BINDINGS = [("escape", "close", "")]  # noqa: RUF012

    def answer(self, answer: Answer | None) -> None:
        """Close with an answer, unless it is closed already."""
        if self.is_current:
            self.dismiss(answer)

    def action_close(self) -> None:
        """Close without an answer."""
        self.answer(None)
