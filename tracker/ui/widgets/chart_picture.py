"""The picture of a chart: the pointer and the arrow keys find its figures, a click or Enter opens the one that is found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tracker.i18n import tr
from tracker.reports.charts.marks import Mark
from tracker.ui import theme
from tracker.ui.models.chart_marks import IN_ROWS, Way, heading_of, mark_at, mark_beside, rows_of, told
from tracker.ui.models.drawn_chart import DrawnChart, PlacedMark
from tracker.ui.theme import dp

WAYS = {Qt.Key.Key_Left: Way.LEFT, Qt.Key.Key_Right: Way.RIGHT, Qt.Key.Key_Up: Way.UP, Qt.Key.Key_Down: Way.DOWN}
RING, PADDING, LINE, APART = 6, 10, 20, 14
CELL = 56, 22
LEAST_HEIGHT = 320


class ChartPicture(QWidget):
    """Shows a DrawnChart at the size at which it was drawn, and over it the figure that is pointed at."""

    pointed = Signal(object)
    """The Mark that is pointed at, or None."""
    sought = Signal(int, int)
    """Where in the picture the figure lies to which an arrow key led, so that it can be scrolled into view."""
    opened = Signal(object)
    """The Mark that was clicked, or on which Enter was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.chart: DrawnChart | None = None
        self._at: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Chart"))

    def show_chart(self, chart: DrawnChart | None) -> None:
        """Show it, or nothing; what was pointed at stays so where it is still there."""
        before = self.mark
        self.chart = chart
        self._image = QImage()
        if chart is not None:
            stride = chart.width * 4
            image = QImage(chart.pixels, chart.width, chart.height, stride, QImage.Format.Format_RGBA8888)
            self._image = image.copy()
            self._image.setDevicePixelRatio(self.devicePixelRatioF())
        self.setAccessibleName(tr("Chart") if chart is None else chart.title)
        self._point(self._same(before))
        self.updateGeometry()
        self.update()

    @property
    def mark(self) -> Mark | None:
        """The figure that is pointed at."""
        return None if self._at is None or self.chart is None else self.chart.marks[self._at].mark

    def sizeHint(self) -> QSize:
        if self.chart is None:
            return QSize(dp(400), dp(LEAST_HEIGHT))
        return self._image.deviceIndependentSize().toSize()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _same(self, mark: Mark | None) -> int | None:
        """Where the figure of the same owner, indicator and month stands now."""
        if mark is None or self.chart is None:
            return None
        key = mark.subject, mark.indicator.id, mark.month
        found = (
            at for at, one in enumerate(self.chart.marks) if (one.mark.subject, one.mark.indicator.id, one.mark.month) == key
        )
        return next(found, None)

    def _point(self, at: int | None) -> None:
        if at == self._at:
            return
        self._at = at
        mark = self.mark
        look = self.chart.look if self.chart is not None else None
        self.setAccessibleDescription(told(mark, look) if mark is not None and look is not None else "")
        self.pointed.emit(mark)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._mark_under(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if at is not None else Qt.CursorShape.ArrowCursor)
        self._point(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = self._mark_under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and at is not None and self.chart is not None:
            self._point(at)
            self.opened.emit(self.chart.marks[at].mark)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        marks = self.chart.marks if self.chart is not None else ()
        way = WAYS.get(Qt.Key(event.key()))
        if way is not None and marks:
            at = self._first(marks) if self._at is None else mark_beside(marks, self._at, way)
            self.sought.emit(round(marks[at].x * self._zoom), round(marks[at].y * self._zoom))
            self._point(at)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.mark is not None:
            self.opened.emit(self.mark)
        elif event.key() == Qt.Key.Key_Escape and self._at is not None:
            self._point(None)
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _first(marks: tuple[PlacedMark, ...]) -> int:
        """Where the arrows begin: at the newest figure of whom the chart is of."""
        own = [at for at, one in enumerate(marks) if one.mark.subject == marks[0].mark.subject]
        return max(own, key=lambda at: marks[at].mark.month)

    def _mark_under(self, place: QPointF) -> int | None:
        if self.chart is None:
            return None
        zoom = self._zoom
        return mark_at(self.chart.marks, place.x() / zoom, place.y() / zoom, self.chart.wanted.choice.kind)

    @property
    def _zoom(self) -> float:
        """How many of the widget's pixels there are to one of the picture's at 100 %."""
        return self.chart.scale / self._image.devicePixelRatio() if self.chart is not None else 1.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colors().base)
        painter.drawImage(QPointF(0, 0), self._image)
        if self.chart is not None and self._at is not None:
            placed = self.chart.marks[self._at]
            center = QPointF(placed.x * self._zoom, placed.y * self._zoom)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ring(painter, center, in_rows=self.chart.wanted.choice.kind in IN_ROWS)
            self._paint_tip(painter, center, placed.mark)
        if self.hasFocus():
            painter.setPen(QPen(theme.colors().accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    @staticmethod
    def _paint_ring(painter: QPainter, center: QPointF, *, in_rows: bool) -> None:
        """Round the figure, with a halo, so that it is seen on every colour: a ring about a point, a frame about a cell."""
        wide, high = (CELL[0] / 2, CELL[1] / 2) if in_rows else (RING, RING)
        box = QRectF(center.x() - dp(wide), center.y() - dp(high), dp(2 * wide), dp(2 * high))
        for color, width in ((theme.colors().base, 4), (theme.colors().text, 2)):
            painter.setPen(QPen(color, width))
            if in_rows:
                painter.drawRect(box)
            else:
                painter.drawEllipse(box)

    def _paint_tip(self, painter: QPainter, center: QPointF, mark: Mark) -> None:
        """Beside the figure what it is: its owner and month, then each value with its name."""
        if self.chart is None:
            return
        heading, rows = heading_of(mark, self.chart.look), rows_of(mark)
        bold, plain = theme.font(13, bold=True), theme.font(13)
        wide = QFontMetricsF(plain).horizontalAdvance
        room = max([QFontMetricsF(bold).horizontalAdvance(heading), *(wide(name) + dp(24) + wide(value) for name, value in rows)])
        size = QSize(round(room) + 2 * dp(PADDING), dp(LINE) * (len(rows) + 1) + 2 * dp(PADDING))
        box = QRectF(self._tip_corner(center, size), size)
        colors = theme.colors()
        painter.setPen(QPen(colors.ctrl, 1))
        painter.setBrush(colors.base)
        painter.drawRect(box)
        inner = box.adjusted(dp(PADDING), dp(PADDING), -dp(PADDING), -dp(PADDING))
        line = QRectF(inner.left(), inner.top(), inner.width(), dp(LINE))
        painter.setFont(bold)
        painter.setPen(colors.text)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, heading)
        painter.setFont(plain)
        for name, value in rows:
            line.translate(0, dp(LINE))
            painter.setPen(colors.text2)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
            painter.setPen(colors.text)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, value)

    def _tip_corner(self, center: QPointF, size: QSize) -> QPointF:
        """At the left above the figure, as far as that is within the part of the picture that is seen."""
        seen = QRectF(self.visibleRegion().boundingRect())
        left = center.x() - size.width() - dp(APART)
        if left < seen.left() + 2:
            left = min(center.x() + dp(APART), seen.right() - size.width() - 2)
        top = max(seen.top() + 2, min(center.y() - size.height() - dp(APART), seen.bottom() - size.height() - 2))
        return QPointF(left, top)

    def focusInEvent(self, event: object) -> None:
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.update()
