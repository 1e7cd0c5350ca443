"""A page of blocks, laid out again for each width."""

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from hrterm.pages.blocks import Page
from hrterm.tui.text import lay_out


class PageView(Widget):
    """Shows one page; as tall as the page is at the width that it is given."""

    DEFAULT_CSS = "PageView { height: auto; width: 1fr; }"

    def __init__(self, id: str | None = None, ascii_only: bool = False) -> None:  # noqa: A002 - Textual's own name
        """Begin empty."""
        super().__init__(id=id)
        self.page: Page = []
        self._ascii_only = ascii_only
        self._width = 0
        self._lines: list[Content] = []

    def show(self, page: Page) -> None:
        """Show another page."""
        self.page = page
        self._width = 0
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def _laid_out(self, width: int) -> list[Content]:
        if width != self._width:
            self._width = width
            self._lines = lay_out(self.page, width, self._ascii_only)
        return self._lines

    def render(self) -> RenderResult:
        """The lines at the present width."""
        return Content("\n").join(self._laid_out(self.content_size.width or 80))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many lines the page takes."""
        return max(1, len(self._laid_out(width)))

    @property
    def text(self) -> str:
        """What is shown, as plain text."""
        width = self.content_size.width or 80
        return "\n".join(line.plain for line in self._laid_out(width))
