"""Text from data for the screen: never markup, never a control character."""

from textual.content import Content

from hrterm.wording.formatting import printable

RISK_STYLES = {
    "dangerous": "bold $text-error",
    "unsafe": "$text-error",
    "caution": "$text-warning",
    "low": "$text-success",
    "unknown": "$text-accent",
}


class Writing:
    """Gathers lines of literal text with styles."""

    def __init__(self) -> None:
        """Begin empty."""
        self._parts: list[Content] = []

    def line(self, text: str = "", style: str = "") -> None:
        """One line; wrapped where it is shown."""
        self._parts.append(plain(text, style))

    def heading(self, text: str) -> None:
        """A heading with room above."""
        if self._parts:
            self._parts.append(Content(""))
        self._parts.append(plain(text, "bold $text-primary"))

    def bullet(self, text: str, style: str = "", mark: str = "•") -> None:
        """A list entry."""
        self._parts.append(Content.assemble(f" {mark} ", plain(text, style)))

    def content(self) -> Content:
        """Everything, line by line."""
        return Content("\n").join(self._parts)


def plain(text: str, style: str = "") -> Content:
    """Literal text, styled as a whole."""
    clean = printable(text)
    return Content.styled(clean, style) if style else Content(clean)
