"""What the page 本月 draws in its rows: squares of who has reported, bars, lights, moves, the sign of what is to be checked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from tracker.domain.hint import Level
from tracker.metrics.reporting import Standing
from tracker.metrics.row import Row
from tracker.ui import theme
from tracker.ui.icons import paint_icon
from tracker.ui.models.home_month import Check, CountyLine, GroupReports
from tracker.ui.theme import dp
from tracker.ui.widgets import marks

SQUARE, BETWEEN = 14, 2
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def draw_squares(painter: QPainter, rect: QRect, group: GroupReports) -> None:
    """A square a unit: filled where the report is whole, half where it came in part, an outline where it is missing."""
    room = rect.adjusted(dp(8), 0, -dp(8), 0)
    step = min(dp(SQUARE + BETWEEN), room.width() // max(1, len(group.reports)))
    side = max(2, step - dp(BETWEEN))
    top = rect.center().y() - side // 2
    for at, report in enumerate(group.reports):
        _draw_square(painter, QRect(room.left() + at * step, top, side, side), report.standing)


def _draw_square(painter: QPainter, square: QRect, standing: Standing) -> None:
    colors = theme.colors()
    if standing is Standing.COMPLETE:
        painter.fillRect(square, colors.accent)
        return
    if standing is Standing.IN_PART:
        half = QRect(square)
        half.setTop(square.center().y())
        painter.fillRect(half, colors.accent)
    edge = colors.accent if standing is Standing.IN_PART else colors.warn_mark
    painter.setPen(QPen(edge, max(1.5, dp(15) / 10)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(square).adjusted(0.75, 0.75, -0.75, -0.75))


def draw_county_bar(painter: QPainter, rect: QRect, line: CountyLine) -> None:
    """The completion as a bar with the pace as a tick; nothing where there is no target."""
    done = line.total.completion
    if done is None:
        return
    colors, pace = theme.colors(), line.total.pace
    shown = marks.Bar(float(done), None if pace is None else float(pace), colors.line)
    marks.draw_bar(painter, QRectF(rect.adjusted(dp(8), 0, -dp(8), 0)), shown, colors)


def draw_county_light(painter: QPainter, rect: QRect, line: CountyLine) -> None:
    """The county's light."""
    if line.light is not None:
        marks.draw_light(painter, QPointF(rect.center()), line.light, theme.colors())


def draw_row_move(painter: QPainter, rect: QRect, row: Row) -> None:
    """▲2 or ▽2."""
    change = row.rank_change or 0
    centre = QPointF(rect.left() + dp(14), rect.center().y() + 1)
    marks.draw_move(painter, centre, up=change > 0, color=theme.colors().text)
    painter.drawText(rect.adjusted(dp(24), 0, 0, 0), LEFT, str(abs(change)))


def draw_check(painter: QPainter, rect: QRect, check: Check) -> None:
    """The sign of a text that could not be read, or of a hint."""
    side, colors = dp(16), theme.colors()
    unreadable = check.hint.level is Level.UNREADABLE
    place = QRect(rect.left() + dp(8), rect.top() + dp(8), side, side)
    paint_icon(painter, place, "x-circle" if unreadable else "warning", colors.bad if unreadable else colors.warn)


def check_words(check: Check) -> str:
    """Whose figure it is, and what is odd with it."""
    return f"{check.unit.name} · {check.indicator.name}\n{check.hint.reason}"


def draw_check_words(painter: QPainter, rect: QRect, check: Check) -> None:
    """The same in two lines, each cut with … where it does not fit."""
    colors, high = theme.colors(), rect.height() // 2
    looks = ((theme.font(13, bold=True), colors.text), (theme.font(12), colors.text2))
    for at, (text, (font, color)) in enumerate(zip(check_words(check).split("\n"), looks, strict=True)):
        room = QRect(rect.left() + dp(8), rect.top() + at * high, rect.width() - dp(12), high)
        painter.setFont(font)
        painter.setPen(color)
        side = Qt.AlignmentFlag.AlignBottom if at == 0 else Qt.AlignmentFlag.AlignTop
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | side, shown)
