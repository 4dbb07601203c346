"""The sheet of the entry page as an item model that is read: what a cell shows, holds, is edited and copied as, is called."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tracker.metrics.row import Rates
from tracker.ui.models.cells import Cell, Comparison, NameCell, Role
from tracker.ui.models.columns import Column, Subject
from tracker.ui.models.entry_cells import full_title, header_block, header_word, make_cell, name_cell, spoken_cell
from tracker.ui.models.entry_figures import Value, plain_text
from tracker.ui.models.entry_ghosts import cell_tooltip, comparisons
from tracker.ui.models.entry_sheet import EntrySheet
from tracker.ui.models.entry_spot import Spot
from tracker.ui.models.entry_writing import Typing, edit_text

Index = QModelIndex | QPersistentModelIndex
Display = Qt.ItemDataRole
NO_INDEX = QModelIndex()
ASPECTS = {
    Display.DisplayRole: "text",
    Role.KIND: "kind",
    Role.HINT: "hint",
    Role.NOTE: "note",
    Role.LOCKED: "locked",
    Role.BLOCK_END: "block_end",
}
"""What can be asked of a cell by a role of its own; a name has only some of it."""


class EntryReader(QAbstractTableModel):
    """Column 0 holds the names, column n the figures of `column(n)`. `sheet` is None while no book is open."""

    first_column = 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: EntrySheet | None = None
        self._cells: dict[tuple[int, int], Cell] = {}
        self._roles: dict[int, Callable[[int, int], Any]] = {
            Role.CELL: self.any_cell,
            Role.VALUE: self.value,
            Display.EditRole: self.edit_text,
            Display.ToolTipRole: self.tooltip,
            Display.AccessibleTextRole: self._spoken,
            **{role: partial(self._aspect, name) for role, name in ASPECTS.items()},
        }

    @property
    def last_row(self) -> int:
        return len(self.sheet.lines) - 1 if self.sheet else -1

    @property
    def last_column(self) -> int:
        return len(self.sheet.columns) if self.sheet else 0

    @property
    def here(self) -> EntrySheet:
        """The sheet; of whoever asks for a cell there must be one."""
        if self.sheet is None:
            raise RuntimeError("no book is open")
        return self.sheet

    def column(self, column: int) -> Column:
        """What the column fixes; the first one of figures is column 1."""
        return self.here.column(column)

    def subject(self, row: int, column: int) -> Subject | None:
        """What the cell shows a figure of; None for a name and in a heading of indicators."""
        return self.here.subject(row, column) if column else None

    def spot(self, row: int, column: int) -> Spot | None:
        """The cell in the words of the book; None for a name."""
        return self.here.spot(row, column) if column else None

    def is_typed_row(self, row: int) -> bool:
        return self.here.is_typed_row(row)

    def is_typed_column(self, column: int) -> bool:
        return column > 0 and self.column(column).typed

    def is_filled(self, row: int, column: int) -> bool:
        return bool(self.cell(row, column).text)

    def compare(self, row: int, column: int, text: str) -> list[Comparison]:
        subject, figures = self.subject(row, column), self.figures(row, column)
        return comparisons(subject, figures, text) if subject is not None and figures is not None else []

    def figures(self, row: int, column: int) -> Rates | None:
        """The unit's or the group's figures that the cell is one of; None where there can be none."""
        return self.here.figures(row, column)

    def cell(self, row: int, column: int) -> Cell:
        """The cell of a figure, made when first asked for."""
        found = self._cells.get((row, column))
        if found is None:
            found = self._cells[row, column] = make_cell(self.here, row, column)
        return found

    def any_cell(self, row: int, column: int) -> Cell | NameCell:
        """The cell, or in the first column the name."""
        return self.cell(row, column) if column else name_cell(self.here, row)

    def _aspect(self, name: str, row: int, column: int) -> object:
        return getattr(self.any_cell(row, column), name, None)

    def value(self, row: int, column: int) -> Value:
        """The unrounded figure, None for a blank, an unreadable cell and the names."""
        return None if column == 0 or self.cell(row, column).unreadable else self.here.value(row, column)

    def edit_text(self, row: int, column: int) -> str:
        """What the editor begins with."""
        unit, subject = self.here.lines[row].unit, self.subject(row, column)
        if unit is None or subject is None:
            return ""
        cell = self.cell(row, column)
        return edit_text(self.here.book, Typing(unit, subject, cell.text if cell.unreadable else ""), self.value(row, column))

    def plain_text(self, row: int, column: int) -> str:
        """The cell as another program reads it: names as they are, figures in full."""
        cell, subject = self.any_cell(row, column), self.subject(row, column)
        if isinstance(cell, NameCell) or cell.unreadable or subject is None:
            return cell.text
        return plain_text(subject, self.value(row, column))

    def tooltip(self, row: int, column: int) -> str:
        """What the pointer is told after a moment."""
        subject, figures = self.subject(row, column), self.figures(row, column) if column else None
        if self.here.lines[row].unit is None or subject is None or figures is None:
            return ""
        return cell_tooltip(subject, figures, self.cell(row, column))

    def _spoken(self, row: int, column: int) -> str:
        if column:
            return spoken_cell(self.here, row, column, self.cell(row, column))
        name = name_cell(self.here, row)
        return " ".join(filter(None, [name.text, name.detail, name.tag]))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else self.last_row + 1

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() or self.sheet is None else self.last_column + 1

    def data(self, index: Index, role: int = Display.DisplayRole) -> Any:
        give = self._roles.get(role)
        return give(index.row(), index.column()) if give is not None and index.isValid() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Display.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical or self.sheet is None or section > self.last_column:
            return None
        if role == Role.BLOCK:
            return header_block(self.sheet, section)
        if role == Display.AccessibleTextRole and section:
            return full_title(self.sheet, None, section)
        return header_word(self.sheet, section) if role in (Display.DisplayRole, Display.AccessibleTextRole) else None
