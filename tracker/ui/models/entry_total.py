"""The county's total under the entry grid: a model of one row over the same columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from tracker.ui.models.cells import Cell, NameCell, Role
from tracker.ui.models.entry_cells import total_cell
from tracker.ui.models.entry_model import EntryModel

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class EntryTotal(QAbstractTableModel):
    """Follows the entry model: reset when it is, changed where its totals are."""

    def __init__(self, entry: EntryModel) -> None:
        super().__init__(entry)
        self._entry = entry
        entry.modelAboutToBeReset.connect(self.beginResetModel)
        entry.modelReset.connect(self.endResetModel)
        entry.totals_changed.connect(self._show)

    def _show(self, columns: list[int]) -> None:
        self.dataChanged.emit(self.index(0, columns[0]), self.index(0, columns[-1]))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        sheet = self._entry.sheet
        return 1 if sheet is not None and sheet.has_total and not parent.isValid() else 0

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else self._entry.columnCount()

    def any_cell(self, row: int, column: int) -> Cell | NameCell:
        """The county's cell in a column, its name in the first one."""
        return total_cell(self._entry.here, column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Role.CELL:
            return self.any_cell(0, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.any_cell(0, index.column()).text
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._entry.headerData(section, orientation, role)
