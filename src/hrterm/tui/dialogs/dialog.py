"""What all dialogs share: one answer, and Esc for none."""

from typing import TypeVar

from textual._styles_cache import StylesCache
from textual.screen import ModalScreen

from hrterm.tui.caches import Trimmed
from hrterm.tui.resizing import Resized

Answer = TypeVar("Answer")


class Dialog(Resized, Trimmed, ModalScreen[Answer | None]):
    """Answers once, however many keys wait; Esc answers None."""

    BINDINGS = [("escape", "close", "")]  # noqa: RUF012

    def answer(self, answer: Answer | None) -> None:
        """Close with an answer, unless it is closed already."""
        if self.is_current:
            self.dismiss(answer)

    def on_unmount(self) -> None:
        """Let go of what was drawn.

        The toolkit remembers what widgets looked like, up to a thousand that are gone
        (its issue 6665): that would grow with every dialog.
        """
        clear = getattr(StylesCache.get_inner_outer, "cache_clear", None)
        if clear is not None:
            clear()

    def action_close(self) -> None:
        """Close without an answer."""
        self.answer(None)
