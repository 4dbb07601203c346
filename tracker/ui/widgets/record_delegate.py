"""How the rows of a record table and its header are painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterStateGuard
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tracker.ui import theme
from tracker.ui.models.record_model import COLOR, COLUMN, RECORD, RecordColumn
from tracker.ui.theme import dp

PADDING, EDGE = 8, 3
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RecordDelegate(QStyledItemDelegate):
    """Fill, line, words; the current row of a table with the focus carries the accent at its left edge."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        widget: QWidget | None = option.widget  # type: ignore[attr-defined]
        colors, column = theme.colors(), index.data(COLUMN)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        with QPainterStateGuard(painter):
            painter.fillRect(rect, self._fill(index.row(), selected=selected))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.line)
            if selected and index.column() == 0:
                focused = widget is None or widget.hasFocus()
                painter.fillRect(rect.left(), rect.top(), dp(EDGE), rect.height(), colors.accent if focused else colors.ctrl)
            painter.setFont(theme.font(13, bold=column.strong))
            painter.setPen(getattr(colors, index.data(COLOR)))
            if column.draw is None:
                _write(painter, rect, column, str(index.data()))
            else:
                column.draw(painter, rect, index.data(RECORD))

    def _fill(self, row: int, *, selected: bool) -> QColor:
        colors = theme.colors()
        if selected:
            return colors.sel
        return colors.hover if row == self.hovered_row else colors.base

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Nothing: rows and columns have their measures from the table."""
        return QSize(0, 0)


class RecordHeader(QHeaderView):
    """One quiet level of titles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), dp(28))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        column = self.model().headerData(logical, Qt.Orientation.Horizontal, COLUMN)
        with QPainterStateGuard(painter):
            painter.setFont(theme.font(12))
            painter.setPen(theme.colors().text2)
            _write(painter, rect, column, column.title)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colors().window)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colors().line2)
        painter.end()
        super().paintEvent(event)  # type: ignore[arg-type]


def _write(painter: QPainter, rect: QRect, column: RecordColumn[object], text: str) -> None:
    """The words in one line, cut with … where they do not fit."""
    room = rect.adjusted(dp(PADDING), 0, -dp(PADDING), 0)
    flat = " ".join(text.split("\n"))
    shown = painter.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, RIGHT if column.numeric else LEFT, shown)
