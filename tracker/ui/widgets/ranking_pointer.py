"""Which number of the ranking is underlined: the one that is told of, and the one under the pointer."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QTableView

from tracker.ui.models.ranking_model import RankingModel
from tracker.ui.models.ranking_numbers import number_key
from tracker.ui.theme import dp
from tracker.ui.widgets.ranking_cells import Content, number_rect
from tracker.ui.widgets.ranking_delegate import RankingDelegate

NOWHERE = (-1, "")
REACH = 4
"""A number is hit so many px beside it, too."""


class RankingPointer:
    """Tells the delegate, and repaints the rows that change."""

    def __init__(self, table: QTableView, model: RankingModel, delegate: RankingDelegate) -> None:
        self._table, self._model, self._delegate = table, model, delegate
        self._hovered = NOWHERE

    def number_key(self, index: QModelIndex) -> str:
        """The column with the number that a cell stands for; "" for no cell."""
        model = self._model
        if not index.isValid() or model.board is None:
            return ""
        return number_key(model.board, model.line(index.row()), model.columns[index.column()].key)

    def hover(self, index: QModelIndex, spot: QPoint | None = None) -> None:
        """The pointer is over that cell, over none if it is not valid."""
        row, before = index.row(), self._delegate.hovered_row
        self._delegate.hovered_row, self._hovered = row, (row, self.number_key(index))
        self._repaint({before, row} if row != before else set())
        self.mark()
        over = spot is not None and self.is_on_number(index, spot)
        self._table.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mark(self) -> None:
        """Underline the number of the current cell, and the one under the pointer."""
        current, before = self._table.currentIndex(), self._delegate.numbers
        self._delegate.numbers = frozenset({(current.row(), self.number_key(current)), self._hovered})
        self._repaint({row for row, _ in before ^ self._delegate.numbers})

    def _repaint(self, rows: Iterable[int]) -> None:
        table, viewport = self._table, self._table.viewport()
        for row in rows:
            viewport.update(0, table.rowViewportPosition(row), viewport.width(), table.rowHeight(row))

    def is_on_number(self, index: QModelIndex, spot: QPoint) -> bool:
        """Whether the spot is on the number of the cell."""
        if not index.isValid():
            return False
        content = Content(self._model.line(index.row()), self._model.columns[index.column()])
        number, reach = number_rect(self._table.visualRect(index), content, compact=self._delegate.compact), dp(REACH)
        return not number.isEmpty() and number.adjusted(-reach, -reach, reach, reach).contains(spot)
