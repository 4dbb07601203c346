"""The delegate of the ranking's table: it hands each cell, with the state of its row, to the painter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.ui import theme
from tracker.ui.models.ranking_columns import Paint
from tracker.ui.models.ranking_model import RankingModel
from tracker.ui.widgets.ranking_cells import Content, Look, draw_cell


class RankingDelegate(QStyledItemDelegate):
    """Paints; `compact`, `hovered_row` and the numbers that open are set by the table."""

    def __init__(self, model: RankingModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.compact = False
        self.hovered_row = -1
        self.numbers: frozenset[tuple[int, str]] = frozenset()
        """The row and the column's key of the number that is told of, and of the one under the pointer."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        model = self._model
        line, column = model.line(index.row()), model.columns[index.column()]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        widget = option.widget  # type: ignore[attr-defined]
        look = Look(
            theme.colors(),
            compact=self.compact,
            alone=model.choice.group is not None,
            selected=bool(state & QStyle.StateFlag.State_Selected),
            focused=widget is None or widget.hasFocus(),
            hovered=index.row() == self.hovered_row,
            lit=line.unit is not None and line.unit in model.flashing,
            first=index.column() == 0,
            opens=(index.row(), column.key) in self.numbers,
        )
        series = model.series(line.unit) if column.paint is Paint.SPARKLINE and line.unit is not None else ()
        draw_cell(painter, option.rect, Content(line, column, series), look)  # type: ignore[attr-defined]

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Nothing: rows and columns have their measures from the table."""
        return QSize(0, 0)
