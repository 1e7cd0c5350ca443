"""A table that fills the screen: law by place, substances by target."""

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import DataTable, Static

from hrterm.i18n import _
from hrterm.pages.blocks import Line, Table
from hrterm.tui.dialogs.dialog import Dialog
from hrterm.tui.widgets.page import PageView
from hrterm.wording.formatting import printable


class TableDialog(Dialog[str]):
    """Rows with ids; Enter answers with the row's id, Esc with None."""

    AUTO_FOCUS = "DataTable"

    def __init__(
        self, title: str, table: Table, ascii_only: bool, row: str = ""
    ) -> None:
        """Show ``table``, with the cursor on ``row``."""
        super().__init__()
        self._title = title
        self._table = table
        self._ascii = ascii_only
        self._row = row

    def compose(self) -> ComposeResult:
        """The title, the table, and what the cell under the cursor says."""
        with Vertical(classes="linear"):
            yield Static(self._title, markup=False, classes="table-title")
            yield DataTable[Text](
                id="table", cursor_type="cell", zebra_stripes=True, fixed_columns=1
            )
            yield PageView("cell", self._ascii, focusable=False)
            legend = PageView("legend", self._ascii, focusable=False)
            legend.show([Line(self._table.legend, "dim")])
            yield legend
            yield Static(_("Enter opens, Esc closes."), classes="hint", markup=False)

    def on_mount(self) -> None:
        """Fill the table; there is none when the dialog was closed before it stood."""
        for table in self.query("#table").results(DataTable):
            self._fill(table)

    def _fill(self, table: DataTable[Text]) -> None:
        table.add_columns(*(Text(printable(name)) for name in self._table.columns))
        for row in self._table.rows:
            cells = [Text(printable(cell.mark)) for cell in row.cells]
            table.add_row(Text(printable(row.name)), *cells, key=row.id)
        if self._row in {row.id for row in self._table.rows}:
            table.move_cursor(row=table.get_row_index(self._row))

    @on(DataTable.CellHighlighted)
    def _highlighted(self, event: DataTable.CellHighlighted) -> None:
        row = self._table.rows[event.coordinate.row]
        position = event.coordinate.column - 1
        cell = row.cells[position] if position >= 0 else None
        self.query_one("#cell", PageView).show(list(cell.page) if cell else [])

    @on(DataTable.CellSelected)
    def _selected(self, event: DataTable.CellSelected) -> None:
        self.answer(self._table.rows[event.coordinate.row].id)
