"""How one cell of the ranking is painted: fill, lines, then the rank, move, figure, bar, light or sparkline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from tracker.domain.amount import MINUS, MISSING
from tracker.ui import theme
from tracker.ui.models.ranking_columns import Column, Paint
from tracker.ui.models.ranking_lines import Line, LineKind
from tracker.ui.theme import dp
from tracker.ui.theme_colors import Colors
from tracker.ui.widgets import marks

PADDING = 8
BAR_MARGIN = 16
EDGE = 3
_NUMBERS = (Paint.RANK, Paint.MOVE, Paint.FIGURE, Paint.RATE, Paint.SIGNED, Paint.GAP)
RULE = 2

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Look:
    """The state in which a cell is painted. `alone`: one group is shown, so that its subtotal is the table's last line."""

    colors: Colors
    compact: bool = False
    alone: bool = False
    selected: bool = False
    focused: bool = False
    hovered: bool = False
    lit: bool = False
    first: bool = False
    """The row's first column, which carries the selection's edge."""
    opens: bool = False
    """The number is the one that is told of, or would be if it were pressed."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a cell shows: its line and column, and the values of a sparkline."""

    line: Line
    column: Column
    series: Sequence[float | None] = ()


def draw_cell(painter: QPainter, rect: QRect, content: Content, look: Look) -> None:
    """Paint one cell; the painter comes back as it was."""
    painter.save()
    _draw_ground(painter, rect, content.line.place.kind, look)
    inner = QRect(rect)
    if _ruled(content.line):
        inner.setTop(inner.top() + dp(RULE))
    PAINTERS[content.column.paint](painter, inner, content, look)
    if look.opens:
        _draw_underline(painter, number_rect(inner, content, compact=look.compact), look.colors.accent)
    painter.restore()


def number_rect(rect: QRect, content: Content, *, compact: bool) -> QRect:
    """Where in a cell its number stands; empty where there is none to be pressed."""
    paint, text = content.column.paint, content.column.text(content.line)
    if not text or paint not in _NUMBERS:
        return QRect()
    font = _font_of(content, compact=compact)
    wide, high = round(QFontMetricsF(font).horizontalAdvance(text)), QFontMetricsF(font).ascent()
    top = round(rect.center().y() - high / 2)
    if paint in (Paint.RANK, Paint.MOVE):
        return QRect(rect.center().x() - wide // 2, top, wide, round(high))
    return QRect(rect.right() + 1 - dp(PADDING) - wide, top, wide, round(high))


def _font_of(content: Content, *, compact: bool) -> QFont:
    """The type of a cell's number."""
    missing = content.column.text(content.line) == MISSING
    if content.column.paint is Paint.RATE:
        return theme.font(14) if missing else theme.font(15, bold=True)
    if content.column.paint is Paint.RANK:
        return theme.font(14) if missing else theme.font(16 if compact else 18, bold=True)
    return theme.font(14, bold=_ruled(content.line))


def _ruled(line: Line) -> bool:
    return line.place.kind is not LineKind.UNIT


def _draw_ground(painter: QPainter, rect: QRect, kind: LineKind, look: Look) -> None:
    colors = look.colors
    painter.fillRect(rect, _fill(kind, look))
    if kind is LineKind.UNIT:
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.line)
    else:
        painter.fillRect(rect.left(), rect.top(), rect.width(), dp(RULE), colors.text2)
    if look.selected and look.first:
        painter.fillRect(rect.left(), rect.top(), dp(EDGE), rect.height(), colors.accent if look.focused else colors.ctrl)


def _fill(kind: LineKind, look: Look) -> QColor:
    colors = look.colors
    if look.selected:
        return colors.sel
    if look.lit:
        return colors.accent_soft
    if kind is LineKind.COUNTY or (kind is LineKind.GROUP and look.alone):
        return colors.total
    if kind is LineKind.GROUP:
        return colors.group
    return colors.hover if look.hovered else colors.base


def _quiet(content: Content, look: Look) -> QColor:
    """The colour of what is missing: text3, which is too weak on any fill but the plain ones."""
    plain = not look.selected and not look.lit and not _ruled(content.line)
    return look.colors.text3 if plain else look.colors.text2


def _draw_rank(painter: QPainter, rect: QRect, content: Content, look: Look) -> None:
    text = content.column.text(content.line)
    missing = text == MISSING
    painter.setFont(_font_of(content, compact=look.compact))
    painter.setPen(_quiet(content, look) if missing else look.colors.text)
    painter.drawText(rect, CENTRE, text)


def _draw_move(painter: QPainter, rect: QRect, content: Content, look: Look) -> None:
    row = content.line.standing
    if row is None:
        return
    painter.setFont(theme.font(14))
    if not row.rank_change:
        painter.setPen(_quiet(content, look))
        painter.drawText(rect, CENTRE, content.column.text(content.line))
        return
    color = look.colors.text
    figure = str(abs(row.rank_change))
    mark, gap = dp(marks.MOVE_WIDTH), dp(4)
    left = rect.center().x() - (mark + gap + dp(8)) / 2
    marks.draw_move(painter, QPointF(left + mark / 2, rect.center().y() + 1), up=row.rank_change > 0, color=color)
    painter.setPen(color)
    painter.drawText(QRectF(left + mark + gap, rect.top(), rect.right() - left, rect.height()), LEFT, figure)


def _draw_name(painter: QPainter, rect: QRect, content: Content, look: Look) -> None:
    painter.setFont(theme.font(14, bold=look.selected or _ruled(content.line)))
    painter.setPen(look.colors.text)
    room = rect.adjusted(dp(PADDING), 0, -dp(4), 0)
    text = painter.fontMetrics().elidedText(content.line.name, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, LEFT, text)


def _draw_figure(painter: QPainter, rect: QRect, content: Content, look: Look) -> None:
    text = content.column.text(content.line)
    _draw_text(painter, rect, text, theme.font(14, bold=_ruled(content.line)), _figure_color(text, content, look))


def _draw_rate(painter: QPainter, rect: QRect, content: Content, look: Look) -> None:
    text = content.column.text(content.line)
    _draw_text(painter, rect, text, _font_of(content, compact=look.compact), _figure_color(text, content, look))


def _draw_underline(painter: QPainter, number: QRect, color: QColor) -> None:
    """The dots under a number that opens."""
    if not number.isEmpty():
        y = number.bottom() + dp(2)
        painter.setPen(QPen(color, max(1.5, dp(1.5)), Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(number.left(), y), QPointF(number.right() + 1, y))


def _draw_gap(painter: QPainter, rect: QRect, content: Content, look: Look) -> None:
    text = content.column.text(content.line)
    shown = content.line.light
    colors = {"green": look.colors.good, "yellow": look.colors.warn, "red": look.colors.bad}
    color = _quiet(content, look) if shown is None else colors[shown]
    _draw_text(painter, rect, text, theme.font(14, bold=_ruled(content.line)), color)


def _draw_text(painter: QPainter, rect: QRect, text: str, font: QFont, color: QColor) -> None:
    """The text at the right, every figure of a row on the same base line whatever its size."""
    painter.setFont(font)
    painter.setPen(color)
    metrics = QFontMetricsF(theme.font(14))
    base = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2
    left = rect.right() + 1 - dp(PADDING) - QFontMetricsF(font).horizontalAdvance(text)
    painter.drawText(QPointF(left, round(base)), text)


def _figure_color(text: str, content: Content, look: Look) -> QColor:
    if text.startswith(MINUS):
        return look.colors.bad
    return _quiet(content, look) if not text[-1:].isdigit() else look.colors.text


def _draw_bar(painter: QPainter, rect: QRect, content: Content, look: Look) -> None:
    figures = content.line.figures
    if figures.completion is None:
        return
    track = look.colors.line2 if _ruled(content.line) or look.selected else look.colors.line
    room = QRectF(rect.adjusted(dp(BAR_MARGIN), 0, -dp(BAR_MARGIN), 0))
    pace = None if figures.pace is None else float(figures.pace)
    marks.draw_bar(painter, room, marks.Bar(float(figures.completion), pace, track), look.colors)


def _draw_light(painter: QPainter, rect: QRect, content: Content, look: Look) -> None:
    shown = content.line.light
    if shown is not None:
        marks.draw_light(painter, QRectF(rect).center(), shown, look.colors)


def _draw_sparkline(painter: QPainter, rect: QRect, content: Content, look: Look) -> None:
    wide = min(dp(marks.SPARK_WIDTH), rect.width() - dp(PADDING))
    high = min(dp(marks.SPARK_HEIGHT), rect.height() - dp(6))
    room = QRectF(rect.right() - dp(PADDING) - wide + 1, rect.center().y() - high / 2, wide, high)
    marks.draw_sparkline(painter, room, content.series, look.colors.accent if look.selected else look.colors.text2)


def _draw_nothing(painter: QPainter, rect: QRect, content: Content, look: Look) -> None:
    """The ground is all."""


PAINTERS: dict[Paint, Callable[[QPainter, QRect, Content, Look], None]] = {
    Paint.NAME: _draw_name,
    Paint.RANK: _draw_rank,
    Paint.MOVE: _draw_move,
    Paint.FIGURE: _draw_figure,
    Paint.RATE: _draw_rate,
    Paint.SIGNED: _draw_figure,
    Paint.GAP: _draw_gap,
    Paint.BAR: _draw_bar,
    Paint.LIGHT: _draw_light,
    Paint.SPARKLINE: _draw_sparkline,
    Paint.NOTHING: _draw_nothing,
}
