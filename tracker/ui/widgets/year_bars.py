"""近 12 个月: a bar a month, the current one in accent, and across each a tick at last year's same month."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tracker.domain.amount import MISSING, format_number
from tracker.i18n import tr
from tracker.ui.models.explained import Bar
from tracker.ui.theme import colors, dp, font

MONTHS_TYPE = 11
CHART, LABELS = 60, 18
WIDE = 0.62
"""The share of its room that a bar takes."""


class YearBars(QWidget):
    """Says in its accessible description what it draws."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: Sequence[Bar] = ()
        self.setFixedHeight(dp(CHART + LABELS))
        self.setAccessibleName(tr("The last 12 months"))

    def show_bars(self, bars: Sequence[Bar], *, decimals: int) -> None:
        """Draw these, the last one as the current month."""
        self._bars = bars
        said = (f"{bar.month.number}: {format_number(bar.value, decimals) or MISSING}" for bar in bars)
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(MONTHS_TYPE))
        known = [0.0, *(float(value) for bar in self._bars for value in (bar.value, bar.last_year) if value is not None)]
        top, bottom = max(known), min(known)
        scale = dp(CHART - 4) / ((top - bottom) or 1.0)
        base = dp(2) + top * scale
        room = self.width() / max(1, len(self._bars))
        for at, bar in enumerate(self._bars):
            self._paint(painter, bar, QRectF(at * room, base, room, scale), current=at == len(self._bars) - 1)
        painter.fillRect(QRectF(0, round(base), self.width(), 1), colors().line2)
        painter.end()

    def _paint(self, painter: QPainter, bar: Bar, room: QRectF, *, current: bool) -> None:
        """One month; `room` has its left edge and width, the base line as its top, and the scale as its height."""
        scheme = colors()
        wide, base, scale = room.width() * WIDE, room.top(), room.height()
        left = room.left() + (room.width() - wide) / 2
        if bar.value is not None:
            fill = QColor(scheme.accent if current else scheme.ctrl)
            fill.setAlphaF(1.0 if current else 0.55)
            painter.fillRect(QRectF(left, base, wide, -float(bar.value) * scale).normalized(), fill)
        if bar.last_year is not None:
            reach, high = dp(3), dp(1.5)
            painter.fillRect(
                QRectF(left - reach, base - float(bar.last_year) * scale - high / 2, wide + 2 * reach, high), scheme.text
            )
        painter.setPen(scheme.accent if current else scheme.text2)
        below = QRectF(room.left() - dp(4), dp(CHART), room.width() + dp(8), dp(LABELS))
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, str(bar.month.number))


class Legend(QWidget):
    """What bar and tick stand for."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(dp(20))
        self.setAccessibleName(self._words[0] + ", " + self._words[1])

    @property
    def _words(self) -> tuple[str, str]:
        return tr("Month"), tr("Same month last year")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, scheme = QPainter(self), colors()
        painter.setFont(font(12))
        painter.setPen(scheme.text2)
        x, middle = float(self.width()), self.height() / 2
        for word, mark in reversed(list(zip(self._words, ("bar", "tick"), strict=True))):
            wide = painter.fontMetrics().horizontalAdvance(word)
            x -= wide
            painter.drawText(QRectF(x, 0, wide, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
            size = dp(9) if mark == "bar" else dp(14)
            x -= size + dp(4)
            fill = QColor(scheme.ctrl if mark == "bar" else scheme.text)
            fill.setAlphaF(0.55 if mark == "bar" else 1.0)
            high = size if mark == "bar" else dp(1.5)
            painter.fillRect(QRectF(x, middle - high / 2, size, high), fill)
            x -= dp(12)
        painter.end()
