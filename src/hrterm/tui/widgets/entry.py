"""The box that one types into."""

from textual.widgets import Input

from hrterm.tui.actions import ALT_DIGITS


class Entry(Input):
    """One line of text; the keys that lead to another mode are not typed into it."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether ``key`` is typed here rather than tried as a binding first."""
        return key not in ALT_DIGITS and super().check_consume_key(key, character)
