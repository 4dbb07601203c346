"""The county's total under a grid: one row that is always in sight and scrolls sideways with the grid."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.theme import colors, dp
from tracker.ui.widgets.cell_delegate import CellDelegate
from tracker.ui.widgets.cell_view import CellSource
from tracker.ui.widgets.frozen_grid import FrozenTable


class TotalRow(FrozenTable):
    """Takes the widths of its columns from the grid; nothing in it can be selected."""

    def __init__(self, model: QAbstractItemModel, source: CellSource, grid: FrozenTable) -> None:
        super().__init__()
        self.show_cells(source, CellDelegate(self))
        self.setModel(model)
        self.horizontalHeader().hide()
        self.names.horizontalHeader().hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid.horizontalHeader().sectionResized.connect(lambda column, _old, width: self.setColumnWidth(column, width))
        mine, theirs = self.horizontalScrollBar(), grid.horizontalScrollBar()
        mine.valueChanged.connect(theirs.setValue)
        theirs.valueChanged.connect(mine.setValue)
        theirs.rangeChanged.connect(lambda _low, _high: mine.setValue(theirs.value()))

    def set_measures(self, row: int, names: int) -> None:
        super().set_measures(row, names)
        self.setFixedHeight(row)

    def many_selected(self) -> bool:
        return False

    def is_focused(self) -> bool:
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The total's fill goes on to the right of its last column."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colors().total)
        painter.end()
        super().paintEvent(event)


class Fill(QWidget):
    """A strip in one colour of the scheme: the rule over the total, the end of its row beside the scroll bar."""

    def __init__(self, token: str, *, width: int | None = None, height: int | None = None) -> None:
        super().__init__()
        self._token = token
        if width is not None:
            self.setFixedWidth(dp(width))
        if height is not None:
            self.setFixedHeight(dp(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), getattr(colors(), self._token))
