"""The header of a grid of figures: the indicator and its unit of measure over its columns, their words below."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from tracker.ui.models.cells import HeaderBlock, Role
from tracker.ui.theme import BODY, SMALL, colors, dp, font
from tracker.ui.widgets.cell_painting import LEFT, PADDING, RIGHT, RULE
from tracker.ui.widgets.header_hands import HeaderHands

NAME_INDENT = 12
CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


class TwoLevelHeader(QHeaderView):
    """Two rows high. The model gives DisplayRole for the lower word; in Role.BLOCK a HeaderBlock for the upper ones, or None."""

    drawable = False
    """Whether columns can be drawn to another width."""
    movable = False
    """Whether blocks can be moved."""

    def __init__(self, parent: QWidget, *, edge: bool = False) -> None:
        """`edge` draws the strong line of a frozen column at the right."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._edge = edge
        self.level = 28
        """The height of one of the two levels."""
        self.hands = HeaderHands(self)
        self._drop: int | None = None
        self._current = -1
        self._selected: Collection[int] = ()
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    def block_of(self, column: int) -> range:
        """The columns that stand under the same upper title as this one."""
        block = self.model().headerData(column, self.orientation(), Role.BLOCK)
        return range(block.first, block.last + 1) if isinstance(block, HeaderBlock) else range(column, column + 1)

    def show_drop(self, column: int | None) -> None:
        """Show that a block would go before this column, -1 for the end; None for no longer."""
        if column != self._drop:
            self._drop = column
            self.viewport().update()

    def set_row_height(self, pixels: int) -> None:
        """The height of one of the two levels."""
        self.level = pixels
        self.setFixedHeight(2 * pixels)

    def mark(self, current: int, selected: Collection[int]) -> None:
        """Show which column is current (-1 for none) and which hold selected cells."""
        if (current, selected) != (self._current, self._selected):
            self._current, self._selected = current, selected
            self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 2 * self.level)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        end = self.length() - self.offset()
        painter = QPainter(self.viewport())
        if end < self.viewport().width():
            painter.fillRect(end, 0, self.viewport().width() - end, self.height(), colors().window)
        if self._drop is not None:
            x = self.sectionViewportPosition(self._drop) if self._drop >= 0 else end
            painter.fillRect(x - dp(RULE), 0, 2 * dp(RULE), self.height(), colors().accent)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.fillRect(rect, colors().window)
        block = self.model().headerData(logicalIndex, self.orientation(), Role.BLOCK)
        lower = rect.adjusted(0, self.level, 0, 0)
        self._paint_lower(painter, lower, logicalIndex, named=logicalIndex == 0)
        upper = QRect(rect.left(), rect.top(), rect.width(), self.level)
        if isinstance(block, HeaderBlock):
            self._paint_upper(painter, upper, block)
            ends = block.last == logicalIndex
            painter.fillRect(rect.right(), rect.top() if ends else lower.top(), 1, rect.height(), colors().line2)
        if self._edge:
            wide = dp(RULE)
            painter.fillRect(rect.right() - wide + 1, rect.top(), wide, rect.height(), colors().line2)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors().line2)

    def _paint_lower(self, painter: QPainter, rect: QRect, section: int, *, named: bool) -> None:
        scheme = colors()
        current = section == self._current
        if current or section in self._selected:
            painter.fillRect(rect, scheme.accent_soft)
        if current:
            painter.fillRect(rect.left(), rect.bottom() - dp(RULE), rect.width(), dp(RULE), scheme.accent)
        painter.setFont(font(SMALL, bold=current))
        painter.setPen(scheme.accent if current else scheme.text2)
        text = self.model().headerData(section, self.orientation(), Qt.ItemDataRole.DisplayRole)
        left = dp(NAME_INDENT if named else PADDING)
        words = named or self.model().headerData(section, self.orientation(), Role.WORDS)
        painter.drawText(rect.adjusted(left, 0, -dp(PADDING), 0), LEFT if words else RIGHT, str(text))

    def _paint_upper(self, painter: QPainter, rect: QRect, block: HeaderBlock) -> None:
        """The block's words, centred over all its columns; each of them paints its own part."""
        scheme = colors()
        left = self.sectionViewportPosition(block.first)
        right = self.sectionViewportPosition(block.last) + self.sectionSize(block.last)
        span = QRect(left, rect.top(), right - left - 1, rect.height() - 1)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, scheme.line2)
        bold, small = font(BODY, bold=True), font(SMALL)
        measure_width = QFontMetrics(small).horizontalAdvance(block.measure) + dp(4) if block.measure else 0
        room = span.width() - 2 * dp(6) - measure_width
        metrics = QFontMetrics(bold)
        title = metrics.elidedText(block.title, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(title) + measure_width
        start = span.left() + (span.width() - width) // 2
        painter.save()
        painter.setClipRect(rect.adjusted(0, 0, 0, -1))
        painter.setFont(bold)
        painter.setPen(scheme.text)
        painter.drawText(QRect(start, span.top(), width, span.height()), LEFT, title)
        painter.setFont(small)
        painter.setPen(scheme.text2)
        painter.drawText(QRect(start, span.top() + 1, width, span.height() - 1), RIGHT, block.measure)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hands.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hands.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hands.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.hands.double_click(event)
