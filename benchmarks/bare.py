"""Bare Textual applications, to compare the interface with.

    python benchmarks/bare.py input|same

``input`` has an input and echoes it; ``same`` has as many widgets of the same kinds as
the interface, and nothing in them.
"""

import sys

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, OptionList, Static

READY = "ready"


class Echo(App[None]):
    """An input, and a line that repeats it."""

    def compose(self) -> ComposeResult:
        """The least that answers to a key."""
        yield Input()
        yield Static(READY, id="echo")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Repeat it."""
        self.query_one("#echo", Static).update(event.value)


class Same(Echo):
    """The interface's frame: lines, an input, a list, a pane that scrolls."""

    CSS = "Static { height: 1; } OptionList { width: 30; } #panes { height: 1fr; }"

    def compose(self) -> ComposeResult:
        """The widgets of browsing."""
        yield Static("modes")
        yield Input(compact=True)
        yield Static("tabs")
        with Horizontal(id="panes"):
            yield OptionList("one", "two", "three", compact=True)
            with Vertical():
                yield Static("title")
                with VerticalScroll():
                    yield Static("", id="echo")
        yield Static("status")
        yield Static(READY)


if __name__ == "__main__":
    {"input": Echo, "same": Same}[sys.argv[1]]().run()
