"""What a bare QTableView of the same size takes for the same: texts in a list, no book, no totals, no look of its own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


class BareModel(QAbstractTableModel):
    """Texts in rows; what is written is kept as it is."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self.texts = [[f"{row + column}.00" for column in range(columns)] for row in range(rows)]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.texts)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.texts[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.texts[index.row()][index.column()] if role in SHOWN else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        self.texts[index.row()][index.column()] = str(value)
        self.dataChanged.emit(index, index)
        return True

    def paste(self, text: str) -> None:
        """Put tab-separated text over the cells from the first one on."""
        for row, line in enumerate(text.splitlines()):
            for column, cell in enumerate(line.split("\t")):
                self.texts[row][column] = cell
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def reset(self) -> None:
        """Say that everything is another."""
        self.beginResetModel()
        self.endResetModel()


class BareTable(QTableView):
    """The view, as large as the window of the program, with the first cell current."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self.cells = BareModel(rows, columns)
        self.setModel(self.cells)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.resize(1440, 900)
        self.show()
        self.activateWindow()
        self.setFocus()
        self.setCurrentIndex(self.cells.index(0, 0))
