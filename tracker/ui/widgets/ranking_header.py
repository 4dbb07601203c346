"""The ranking's header: one level, the sorted column in the accent with its mark, the pace told where its tick stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterStateGuard
from PySide6.QtWidgets import QHeaderView, QWidget

from tracker.ui import theme
from tracker.ui.models.ranking_columns import Column, Paint
from tracker.ui.models.ranking_lines import Sort
from tracker.ui.models.ranking_model import COLUMN, SORTED
from tracker.ui.theme import dp
from tracker.ui.theme_colors import Colors
from tracker.ui.widgets import marks
from tracker.ui.widgets.ranking_cells import BAR_MARGIN, CENTRE, LEFT, PADDING

SORT_ROOM = 12
UNDER = 16
"""The height of a second line."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RankingHeader(QHeaderView):
    """Sections that sort when clicked, where their column has a value to sort by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMouseTracking(True)
        self._height = 32

    def set_height(self, height: int) -> None:
        """The height at 100 %."""
        self._height = height
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        shown = [self.model().headerData(at, Qt.Orientation.Horizontal, COLUMN) for at in range(self.count())]
        return QSize(super().sizeHint().width(), dp(header_height(shown, self._height)))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        column = self.model().headerData(logical, Qt.Orientation.Horizontal, COLUMN)
        if not isinstance(column, Column):
            return
        sort = self.model().headerData(logical, Qt.Orientation.Horizontal, SORTED)
        hovered = column.value is not None and self._is_under_pointer(rect)
        draw_header(painter, rect, Heading(column, sort), theme.colors(), hovered=hovered)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colors().window)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colors().line2)
        painter.end()
        super().paintEvent(event)  # type: ignore[arg-type]

    def _is_under_pointer(self, rect: QRect) -> bool:
        return self.underMouse() and rect.contains(self.viewport().mapFromGlobal(self.cursor().pos()))


def header_height(columns: Sequence[Column], height: int) -> int:
    """The header's height at 100 %: of one line as given, of two lines more."""
    return height + UNDER if any(column.under for column in columns) else height


@dataclass(frozen=True, slots=True)
class Heading:
    """What a section shows: its column, and the order if the lines stand by it."""

    column: Column
    sort: Sort | None


def draw_header(painter: QPainter, rect: QRect, heading: Heading, colors: Colors, *, hovered: bool = False) -> None:
    """Paint one section."""
    column, sort = heading.column, heading.sort
    with QPainterStateGuard(painter):
        painter.fillRect(rect, colors.hover if hovered else colors.window)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.line2)
        painter.setFont(theme.font(12, bold=sort is not None))
        painter.setPen(colors.text2 if sort is None else colors.accent)
        if column.paint is Paint.BAR:
            _draw_pace(painter, rect, column, colors)
            return
        room = rect.adjusted(dp(PADDING), 0, -dp(PADDING), 0)
        if column.under:
            room = _draw_under(painter, room, column, colors)
        if sort is None:
            painter.drawText(room, _alignment(column), column.title)
            return
        _draw_sorted(painter, room, column, sort, colors)


def _draw_under(painter: QPainter, room: QRect, column: Column, colors: Colors) -> QRect:
    """The second line in its place; gives the room that the title has above it."""
    middle, high = room.center().y(), dp(UNDER)
    with QPainterStateGuard(painter):
        painter.setFont(theme.font(12))
        painter.setPen(colors.text3)
        painter.drawText(QRect(room.left(), middle, room.width(), high), _alignment(column), column.under)
    return QRect(room.left(), middle - high, room.width(), high)


def _draw_sorted(painter: QPainter, room: QRect, column: Column, sort: Sort, colors: Colors) -> None:
    """The title with its mark behind it, both in line with the column's figures."""
    alignment, mark = _alignment(column), dp(SORT_ROOM)
    text = painter.fontMetrics().horizontalAdvance(column.title)
    if alignment == RIGHT:
        left = room.right() - mark - text
    elif alignment == CENTRE:
        left = room.center().x() - (text + mark) // 2
    else:
        left = room.left()
    painter.drawText(QRectF(left, room.top(), text + 2, room.height()), LEFT, column.title)
    centre = QPointF(left + text + mark / 2 + 1, room.center().y() + 1)
    marks.draw_sort_mark(painter, centre, falling=sort.falling, color=colors.accent)


def _draw_pace(painter: QPainter, rect: QRect, column: Column, colors: Colors) -> None:
    """The pace after the tick that stands for it in the bars; nothing where the indicator has none."""
    if not column.title:
        return
    left, high = rect.left() + dp(BAR_MARGIN), dp(12)
    painter.fillRect(left + dp(3), rect.center().y() - high // 2, dp(marks.TICK_WIDTH), high, colors.text)
    painter.drawText(rect.adjusted(dp(BAR_MARGIN + 10), 0, 0, 0), LEFT, column.title)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    if column.numeric or column.paint is Paint.SPARKLINE:
        return RIGHT
    return CENTRE if column.paint in (Paint.RANK, Paint.MOVE, Paint.LIGHT) else LEFT
