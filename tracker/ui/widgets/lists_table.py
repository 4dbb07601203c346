"""The table of the page 榜单: headings and sentences over the whole width, and a menu on who is named."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QPainter, QPainterStateGuard
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.models.lists_lines import ListLine, heading_text, line_color, line_text, list_columns, verdict_color
from tracker.ui.models.record_model import RECORD, RecordModel
from tracker.ui.theme import dp
from tracker.ui.widgets import marks
from tracker.ui.widgets.record_delegate import EDGE, LEFT, PADDING, RecordDelegate
from tracker.ui.widgets.record_table import RecordTable

HEADING = 52
BETWEEN = 24


class ListsDelegate(RecordDelegate):
    """Headings with the list's name in bold and its rule under it; everything else as in any table of records."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        line: ListLine = index.data(RECORD)
        if line.is_heading:
            self._paint_heading(painter, option, line)
        else:
            super().paint(painter, option, index)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, line: ListLine) -> None:
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        with QPainterStateGuard(painter):
            colors = theme.colors()
            painter.fillRect(rect, colors.sel if selected else colors.group)
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.line2)
            if selected:
                edge = colors.accent if option.widget.hasFocus() else colors.ctrl  # type: ignore[attr-defined]
                painter.fillRect(rect.left(), rect.top(), dp(EDGE), rect.height(), edge)
            room = rect.adjusted(dp(PADDING), dp(4), -dp(PADDING), -dp(4))
            half = room.height() // 2
            painter.setFont(theme.font(15, bold=True))
            _write(painter, QRect(room.left(), room.top(), room.width(), half), heading_text(line.of), colors.text)
            painter.setFont(theme.font(12))
            under = QRect(room.left(), room.top() + half, room.width(), room.height() - half)
            _write(painter, under, line.of.rule or tr("no rule"), colors.text2)


class ListsTable(RecordTable):
    """A model of ListLine."""

    menu_asked = Signal(QPoint)
    """Where on the screen the menu of the current line is to open."""

    def __init__(self, name: str) -> None:
        self._compact = False
        self.lines: RecordModel[ListLine] = RecordModel(list_columns(draw_name, draw_verdict))
        super().__init__(self.lines, name)
        self.lines.setParent(self)
        self._delegate = ListsDelegate(self)
        self.setItemDelegate(self._delegate)
        self.lines.modelReset.connect(self._span)

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self._compact = compact
        self._span()

    def _span(self) -> None:
        """Give headings and sentences the whole width, and headings room for two lines."""
        self.clearSpans()
        usual = theme.row_height(compact=self._compact)
        for row, line in enumerate(self.lines.records):
            if line.named is None:
                self.setSpan(row, 0, 1, self.lines.columnCount())
            self.setRowHeight(row, dp(HEADING) if line.is_heading else usual)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Of the line under the pointer, which becomes the current one; by the keyboard, of the current one."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            row = self.rowAt(self.viewport().mapFromGlobal(event.globalPos()).y())
            if row >= 0 and row not in self.rows:
                self.choose_row(row)
            place = event.globalPos()
        else:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        if self.currentIndex().isValid():
            self.menu_asked.emit(place)


def draw_name(painter: QPainter, rect: QRect, line: ListLine) -> None:
    """Who, in bold; why nobody, plainly."""
    painter.setFont(theme.font(13, bold=line.named is not None))
    _write(painter, rect.adjusted(dp(PADDING), 0, -dp(PADDING), 0), line_text(line), getattr(theme.colors(), line_color(line)))


def draw_verdict(painter: QPainter, rect: QRect, line: ListLine) -> None:
    """The finding in its colour; of a group's lights how many there are of each."""
    if line.named is None:
        return
    colors = theme.colors()
    painter.setFont(theme.font(13, bold=not line.named.spared))
    if not line.named.lights:
        _write(painter, rect.adjusted(dp(PADDING), 0, -dp(PADDING), 0), line.named.verdict, getattr(colors, verdict_color(line)))
        return
    left = rect.left() + dp(PADDING)
    painter.setPen(colors.text)
    for light, count in line.named.lights:
        marks.draw_light(painter, QRect(left, rect.top(), dp(16), rect.height()).toRectF().center(), light, colors)
        number = QRect(left + dp(20), rect.top(), dp(BETWEEN), rect.height())
        painter.drawText(number, LEFT, str(count))
        left += dp(20 + BETWEEN)


def _write(painter: QPainter, rect: QRect, text: str, color: QColor) -> None:
    painter.setPen(color)
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, LEFT, shown)
