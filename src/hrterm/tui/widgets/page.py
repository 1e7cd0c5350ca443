"""A page of blocks that scrolls, laid out again for each width."""

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from hrterm.pages.blocks import Page
from hrterm.tui.layout import Layout
from hrterm.tui.text import Brush, content, text_of


class PageView(ScrollView):
    """Shows one page and draws only the lines that are in sight."""

    DEFAULT_CSS = """
    PageView {
        width: 1fr; height: 1fr; overflow-x: hidden;
        scrollbar-gutter: stable; scrollbar-size: 0 1;
    }
    """

    def __init__(
        self,
        id: str | None = None,  # noqa: A002 - Textual's own name
        ascii_only: bool = False,
        focusable: bool = True,
        classes: str | None = None,
    ) -> None:
        """Begin empty; ``focusable`` when the keys may scroll it."""
        super().__init__(id=id, classes=classes)
        self.can_focus = focusable
        self.page: Page = []
        self._ascii_only = ascii_only
        self._width = 0
        self._lines = Layout([], 0)
        self._brush = Brush()

    def show(self, page: Page) -> None:
        """Show another page, from its top."""
        self.page = page
        self._width = 0
        self._fit()
        self.scroll_home(animate=False)
        self.refresh(layout=self.styles.auto_dimensions)

    def _laid_out(self, width: int) -> Layout:
        if width != self._width:
            self._width = width
            self._lines = Layout(self.page, width, self._ascii_only)
        return self._lines

    def _fit(self) -> None:
        """Lay the page out for the present width, once there is one."""
        width = self.scrollable_content_region.width
        if width:
            self.virtual_size = Size(width, len(self._laid_out(width)))

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is in sight; the width may have changed."""
        self._fit()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line on the screen."""
        width = self.scrollable_content_region.width
        number = self.scroll_offset.y + y
        if number >= len(self._lines) or not width:
            return Strip.blank(width, self.rich_style)
        selection = self.text_selection
        span = selection.get_span(number) if selection is not None else None
        if span is None:
            strip = self._brush.strip(self._lines[number], width, self.visual_style)
        else:
            start, end = span
            line = content(self._lines[number])
            marked = self.screen.get_visual_style("screen--selection", partial=True)
            line = line.stylize(marked, start, len(line) if end < 0 else end)
            strip = self._brush.marked(line, width, self.visual_style)
        return strip.apply_offsets(0, number)

    def notify_style_update(self) -> None:
        """The theme or the focus has changed."""
        self._brush.forget()
        super().notify_style_update()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What was marked with the mouse."""
        return selection.extract(self.text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """More or less is marked now."""
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many lines the page takes, where it may be as tall as it likes."""
        return max(1, len(self._laid_out(width - self.scrollbar_size_vertical)))

    @property
    def text(self) -> str:
        """The whole page, as plain text."""
        width = self.scrollable_content_region.width or 80
        return "\n".join(text_of(line) for line in self._laid_out(width))
