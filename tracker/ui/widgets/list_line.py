"""How a line of a list is painted: its text, at the right what there is to add; the one in hand as a page's button is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.ui import theme
from tracker.ui.theme import colors, dp

DETAIL = Qt.ItemDataRole.UserRole + 1
PADDING, HEIGHT = 12, 30
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class ListLine(QStyledItemDelegate):
    """The model gives the text as DisplayRole, what is to add as DETAIL."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, dp(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        scheme, chosen = colors(), bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(rect, scheme.accent_soft if chosen else scheme.hover if over else scheme.base)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect.left(), rect.top(), dp(3), rect.height(), scheme.accent)
        inner = rect.adjusted(dp(PADDING), 0, -dp(PADDING), 0)
        detail = str(index.data(DETAIL) or "")
        painter.setFont(theme.font(12))
        painter.setPen(scheme.text2)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | MIDDLE, detail)
        room = inner.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(detail) - dp(8), 0)
        painter.setFont(theme.font(13, bold=chosen))
        painter.setPen(scheme.accent if chosen else scheme.text)
        text = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | MIDDLE, text)
        painter.restore()
