"""The row of totals under a sheet: a model of one row over the same columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from tracker.i18n import tr
from tracker.ui.models.cells import Cell, CellKind, NameCell, Role
from tracker.ui.models.sheet_model import SheetModel

Index = QModelIndex | QPersistentModelIndex
Display = Qt.ItemDataRole
NO_INDEX = QModelIndex()


class SheetTotal(QAbstractTableModel):
    """Follows the sheet's model: reset when it is, changed when it is."""

    def __init__(self, sheet: SheetModel) -> None:
        super().__init__(sheet)
        self._of = sheet
        sheet.modelAboutToBeReset.connect(self.beginResetModel)
        sheet.modelReset.connect(self.endResetModel)
        sheet.dataChanged.connect(lambda: self.dataChanged.emit(self.index(0, 0), self.index(0, self.columnCount() - 1)))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() or self._of.rowCount() == 0 else 1

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else self._of.columnCount()

    def any_cell(self, row: int, column: int) -> Cell | NameCell:
        if column == 0:
            return NameCell(tr("Sum of the units"), CellKind.TOTAL)
        return self._of.here.total(column - 1) or Cell("", CellKind.TOTAL)

    def data(self, index: Index, role: int = Display.DisplayRole) -> Any:
        if role == Role.CELL:
            return self.any_cell(0, index.column())
        text = role in (Display.DisplayRole, Display.AccessibleTextRole)
        return self.any_cell(0, index.column()).text if text else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Display.DisplayRole) -> Any:
        return self._of.headerData(section, orientation, role)
