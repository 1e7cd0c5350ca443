"""A list to choose from."""

from textual.events import Click
from textual.widgets import OptionList


class Rows(OptionList):
    """Textual's list, which neither a late click nor a lack of room ends."""

    def on_click(self, event: Click) -> None:
        """What was typed before the click may have made the list shorter."""
        row = event.style.meta.get("option")
        if row is not None and row >= self.option_count:
            event.prevent_default()

    def action_page_up(self) -> None:
        """A page back, where there is room for one."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """A page on, where there is room for one."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]
