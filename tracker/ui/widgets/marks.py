"""Small painted marks: lights, moves, bars, sparklines, sort marks. Each tells by its shape; colour only underlines it.

Every function paints inside the rectangle it gets, in the colours it gets, and leaves the painter as it was. Sizes are those at
100 % multiplied by the program's zoom.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tracker.ui.theme import dp
from tracker.ui.theme_colors import Colors

LIGHT_SIZE = 16
MOVE_WIDTH, MOVE_HEIGHT = 9, 8
BAR_HEIGHT, TICK_WIDTH, TICK_HEIGHT = 8, 2, 16
SPARK_WIDTH, SPARK_HEIGHT = 104, 24


def draw_light(painter: QPainter, centre: QPointF, light: str, colors: Colors) -> None:
    """A light: "green" a disc with a tick, "yellow" a diamond with a bar, "red" a square with an exclamation mark."""
    side = float(dp(LIGHT_SIZE))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre.x() - side / 2, centre.y() - side / 2)
    painter.scale(side / LIGHT_SIZE, side / LIGHT_SIZE)
    _LIGHTS[light](painter, colors)
    painter.restore()


def _green(painter: QPainter, colors: Colors) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.good)
    painter.drawEllipse(QPointF(8, 8), 6.6, 6.6)
    painter.setPen(_round_pen(colors.base, 1.7))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(5.0, 8.3), QPointF(7.2, 10.4), QPointF(11.0, 6.0)]))


def _yellow(painter: QPainter, colors: Colors) -> None:
    painter.setPen(QPen(colors.warn, 1.2))
    painter.setBrush(colors.warn_soft)
    painter.drawPolygon(QPolygonF([QPointF(8, 0.9), QPointF(15.1, 8), QPointF(8, 15.1), QPointF(0.9, 8)]))
    painter.setPen(_round_pen(colors.warn, 1.7))
    painter.drawLine(QPointF(5.4, 8), QPointF(10.6, 8))


def _red(painter: QPainter, colors: Colors) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.bad)
    painter.drawRoundedRect(QRectF(1.4, 1.4, 13.2, 13.2), 1.5, 1.5)
    painter.setBrush(colors.base)
    painter.drawRoundedRect(QRectF(7.1, 3.9, 1.8, 5.3), 0.9, 0.9)
    painter.drawEllipse(QPointF(8, 11.5), 1.1, 1.1)


_LIGHTS: dict[str, Callable[[QPainter, Colors], None]] = {"green": _green, "yellow": _yellow, "red": _red}


def draw_move(painter: QPainter, centre: QPointF, *, up: bool, color: QColor) -> None:
    """The triangle of a move: ▲ filled for up, ▽ hollow for down, 9 × 8."""
    half, high = dp(MOVE_WIDTH) / 2, dp(MOVE_HEIGHT) / 2
    sign = -1 if up else 1
    points = [QPointF(-half, -sign * high), QPointF(half, -sign * high), QPointF(0, sign * high)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, max(1.1, dp(1.1)))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(Qt.PenStyle.NoPen if up else pen)
    painter.setBrush(color if up else Qt.BrushStyle.NoBrush)
    inset = 1.0 if up else 0.86
    painter.drawPolygon(QPolygonF([centre + point * inset for point in points]))
    painter.restore()


@dataclass(frozen=True, slots=True)
class Bar:
    """A rate, 0 to 1 and cut off beyond, and the pace it is held against, as it is drawn."""

    done: float
    pace: float | None
    track: QColor


def draw_bar(painter: QPainter, rect: QRectF, shown: Bar, colors: Colors) -> None:
    """The rate as a bar over the whole of `rect`'s width; the pace is an upright tick."""
    high, middle = float(dp(BAR_HEIGHT)), rect.center().y()
    bar = QRectF(rect.left(), round(middle - high / 2), rect.width(), high)
    painter.fillRect(bar, shown.track)
    filled = QRectF(bar)
    filled.setWidth(round(bar.width() * min(1.0, max(0.0, shown.done))))
    painter.fillRect(filled, colors.ctrl)
    if shown.pace is not None:
        wide, tall = float(dp(TICK_WIDTH)), float(dp(TICK_HEIGHT))
        x = round(bar.left() + bar.width() * min(1.0, max(0.0, shown.pace)) - wide / 2)
        painter.fillRect(QRectF(x, bar.center().y() - tall / 2, wide, tall), colors.text)


def draw_sparkline(painter: QPainter, rect: QRectF, values: Sequence[float | None], color: QColor) -> None:
    """A line through the values, oldest at the left; it breaks where there is none; the last one is a dot."""
    there = [value for value in values if value is not None]
    if not there:
        return
    low, span = min(there), max(there) - min(there)
    radius = dp(22) / 10
    inner = rect.adjusted(radius, radius, -radius, -radius)
    step = inner.width() / max(1, len(values) - 1)

    def point(at: int, value: float) -> QPointF:
        share = (value - low) / span if span else 0.5
        return QPointF(inner.left() + at * step, inner.bottom() - share * inner.height())

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_round_pen(color, max(1.25, dp(125) / 100)))
    for run in _runs(values):
        if len(run) > 1:
            painter.drawPolyline(QPolygonF([point(at, value) for at, value in run]))
        else:
            painter.drawPoint(point(*run[0]))
    if values[-1] is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(point(len(values) - 1, values[-1]), radius, radius)
    painter.restore()


def _runs(values: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """The values in unbroken stretches, each value with its place."""
    runs: list[list[tuple[int, float]]] = [[]]
    for at, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((at, value))
    return [run for run in runs if run]


def draw_sort_mark(painter: QPainter, centre: QPointF, *, falling: bool, color: QColor) -> None:
    """The small filled triangle of a sorted column: down where the largest comes first."""
    half, high = dp(4), dp(2.5)
    sign = 1 if falling else -1
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    corners = [QPointF(-half, -sign * high), QPointF(half, -sign * high), QPointF(0, sign * high)]
    painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))
    painter.restore()


def _round_pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
