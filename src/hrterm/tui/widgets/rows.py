"""A list of rows, one line each, of which only those in sight are drawn."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.events import Click, MouseMove
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from hrterm.tui.text import Brush, Pieces, piece, text_of

Row = tuple[str, str | Pieces]
"""An id, and the line that stands for it."""


class RowList(ScrollView, can_focus=True):
    """Rows of which one is highlighted; ten thousand cost no more than forty."""

    ALLOW_SELECT = False
    BINDINGS = [  # noqa: RUF012
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding("home", "go(0)", show=False),
        Binding("end", "go(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]
    COMPONENT_CLASSES = {"rows--row", "rows--highlighted", "rows--hovered"}  # noqa: RUF012
    DEFAULT_CSS = """
    RowList {
        overflow-x: hidden; scrollbar-gutter: stable; scrollbar-size-vertical: 1;
        & > .rows--hovered { background: $block-hover-background; }
        & > .rows--highlighted {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        &:ansi > .rows--highlighted { background: ansi_blue; color: ansi_bright_white; }
        &:focus > .rows--highlighted {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """

    class Highlighted(Message):
        """Another row is highlighted."""

        def __init__(self, rows: "RowList", id_: str) -> None:
            """Of the list ``rows``, the row ``id_``."""
            super().__init__()
            self.rows = rows
            self.id = id_

        @property
        def control(self) -> "RowList":
            """The list."""
            return self.rows

    class Chosen(Highlighted):
        """A row was chosen, with Enter or the mouse."""

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own name
        """Begin empty."""
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self.highlighted: int | None = None
        self._hovered: int | None = None
        self._brush = Brush()

    def show(self, rows: Sequence[Row], highlighted: int = 0) -> None:
        """Show other rows, one of them highlighted; nobody is told."""
        self.rows = rows
        self.highlighted = highlighted if rows else None
        self._hovered = None
        self._fit()
        self._into_sight()
        self.refresh()

    @property
    def highlighted_id(self) -> str:
        """The id of the highlighted row; empty when there is none."""
        return "" if self.highlighted is None else self.rows[self.highlighted][0]

    def highlight(self, position: int) -> None:
        """Highlight a row; beyond either end, the last one there."""
        position = max(0, min(position, len(self.rows) - 1))
        if self.rows and position != self.highlighted:
            self.highlighted = position
            self._into_sight()
            self.refresh()
            self.post_message(self.Highlighted(self, self.highlighted_id))

    def _fit(self) -> None:
        size = Size(self.scrollable_content_region.width, len(self.rows))
        if size.width and size != self.virtual_size:
            self.virtual_size = size

    def _into_sight(self) -> None:
        if self.highlighted is not None and self.scrollable_content_region.height:
            row = Region(0, self.highlighted, 1, 1)
            self.scroll_to_region(row, animate=False, force=True)

    def on_resize(self) -> None:
        """The highlighted row stays in sight."""
        self._fit()
        self._into_sight()

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is in sight; the width may have changed."""
        self._fit()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row on the screen."""
        width = self.scrollable_content_region.width
        position = self.scroll_offset.y + y
        if position >= len(self.rows) or not width:
            return Strip.blank(width, self.rich_style)
        line = self.rows[position][1]
        part = "rows--row"
        if position == self.highlighted:
            part = "rows--highlighted"
        elif position == self._hovered:
            part = "rows--hovered"
        pieces = (piece(line),) if isinstance(line, str) else line
        if position == self.highlighted and self.has_focus:
            # A risk's own colour could not be read on that of the cursor.
            pieces = ((text_of(pieces), ""),)
        return self._brush.strip(pieces, width, self.get_visual_style(part))

    def notify_style_update(self) -> None:
        """The theme or the focus has changed."""
        self._brush.forget()
        super().notify_style_update()

    # --- keys and mouse --------------------------------------------------------

    def action_move(self, steps: int) -> None:
        """Some rows down, or up."""
        self.highlight((self.highlighted or 0) + steps)

    def action_turn(self, pages: int) -> None:
        """A page of rows down, or up."""
        self.action_move(pages * max(1, self.scrollable_content_region.height - 1))

    def action_go(self, position: int) -> None:
        """To the first row (0) or the last (-1)."""
        self.highlight(position if position >= 0 else len(self.rows) - 1)

    def action_choose(self) -> None:
        """Choose the highlighted row."""
        if self.highlighted is not None:
            self.post_message(self.Chosen(self, self.highlighted_id))

    def _row_under(self, event: Click | MouseMove) -> int | None:
        offset = event.get_content_offset(self)
        position = -1 if offset is None else offset.y + self.scroll_offset.y
        return position if 0 <= position < len(self.rows) else None

    def on_click(self, event: Click) -> None:
        """Choose the row under the pointer."""
        position = self._row_under(event)
        if position is not None:
            self.highlight(position)
            self.action_choose()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show which row a click would choose."""
        self._hover(self._row_under(event))

    def on_leave(self) -> None:
        """The pointer is elsewhere."""
        self._hover(None)

    def _hover(self, position: int | None) -> None:
        if position != self._hovered:
            self._hovered = position
            self.refresh()
