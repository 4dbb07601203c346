"""Paints the lines of 核对: mark, whose figure, why; the last months as a line; the figure, and what may be meant instead."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tracker.domain.hint import Level
from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.icons import paint_icon
from tracker.ui.models.hint_lines import HintLine
from tracker.ui.models.hint_model import LINE
from tracker.ui.theme import dp
from tracker.ui.widgets.marks import SPARK_HEIGHT, SPARK_WIDTH, draw_sparkline

HEADING, HINT, COMPACT_HINT, NOTE = 36, 56, 48, 20
"""The heights of a heading, of a hint in high and in low rows, and of the line more that an accepted one has."""
MARK, MARK_LEFT, TEXT_LEFT = 18, 16, 44
FIGURE, SUGGESTION, GAP, EDGE = 116, 128, 16, 3
NARROW, TIGHT = 820, 560
"""Below these widths, at 100 %, the line of the last months and what may be meant give way: the sentence tells both."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Areas:
    """Where the parts of a hint's line are."""

    words: QRect
    spark: QRect
    figure: QRect
    suggestion: QRect


def areas(rect: QRect) -> Areas:
    """The parts of a line in that rectangle, from the right."""
    wide = dp(SUGGESTION) if rect.width() >= dp(TIGHT) else 0
    suggestion = QRect(rect.right() - wide - dp(GAP) + 1, rect.top(), wide, rect.height())
    figure = QRect(suggestion.left() - dp(FIGURE + GAP), rect.top(), dp(FIGURE), rect.height())
    wide = dp(SPARK_WIDTH) if rect.width() >= dp(NARROW) else 0
    spark = QRect(figure.left() - wide - dp(GAP), rect.top(), wide, rect.height())
    end = spark.left() if wide else figure.left()
    left = rect.left() + dp(TEXT_LEFT)
    return Areas(QRect(left, rect.top(), end - dp(GAP) - left, rect.height()), spark, figure, suggestion)


class HintDelegate(QStyledItemDelegate):
    """Paints and edits; `compact` is set by the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compact = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: HintLine = index.data(LINE)
        if line.hint is None:
            return QSize(0, dp(HEADING))
        return QSize(0, dp((COMPACT_HINT if self.compact else HINT) + (NOTE if line.accepted is not None else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: HintLine = index.data(LINE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.hint is None:
            _paint_heading(painter, rect, line)
        else:
            self._paint_ground(painter, rect, state)
            _paint_mark(painter, rect, line)
            _paint_words(painter, areas(rect).words, line)
            _paint_figures(painter, areas(rect), line, selected=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        colors = theme.colors()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, colors.sel if selected else colors.hover if hovered else colors.base)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.line)
        if selected:
            focused = bool(state & QStyle.StateFlag.State_Active)
            painter.fillRect(rect.left(), rect.top(), dp(EDGE), rect.height(), colors.accent if focused else colors.ctrl)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(tr("The right figure"))
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        place = areas(option.rect).figure  # type: ignore[attr-defined]
        editor.setGeometry(place.left(), place.center().y() - dp(15), place.width() + dp(8), dp(30))


def _paint_heading(painter: QPainter, rect: QRect, line: HintLine) -> None:
    colors = theme.colors()
    painter.fillRect(rect, colors.group)
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.line2)
    inner = rect.adjusted(dp(MARK_LEFT), 0, -dp(GAP), 0)
    bold = theme.font(13, bold=True)
    painter.setFont(bold)
    painter.setPen(colors.text)
    painter.drawText(inner, LEFT, line.heading)
    painter.setFont(theme.font(12))
    painter.setPen(colors.text2)
    left = QFontMetrics(bold).horizontalAdvance(line.heading) + dp(8)
    painter.drawText(inner.adjusted(left, 0, 0, 0), LEFT, tr("{count} hints", count=line.count))


def _paint_mark(painter: QPainter, rect: QRect, line: HintLine) -> None:
    colors = theme.colors()
    if line.accepted is not None:
        name, color = "check-circle", colors.good
    elif line.hint is not None and line.hint.level is Level.UNREADABLE:
        name, color = "x-circle", colors.bad
    else:
        name, color = "warning", colors.warn
    paint_icon(painter, QRectF(rect.left() + dp(MARK_LEFT), rect.top() + dp(9), dp(MARK), dp(MARK)), name, color)


def _paint_words(painter: QPainter, rect: QRect, line: HintLine) -> None:
    """Whose figure, why, and where it is accepted what was said of it."""
    colors, hint, accepted = theme.colors(), line.hint, line.accepted
    if hint is None:
        return
    texts = [(line.place, theme.font(13, bold=True), colors.text), (hint.reason, theme.font(13), colors.text2)]
    if accepted is not None:
        texts.append((accepted_words(line), theme.font(12), colors.good))
    high = dp(20)
    top = rect.top() + (rect.height() - 1 - high * len(texts)) // 2
    for text, font, color in texts:
        painter.setFont(font)
        painter.setPen(color)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(QRect(rect.left(), top, rect.width(), high), LEFT, shown)
        top += high


def accepted_words(line: HintLine) -> str:
    """The note of an acceptance, and who wrote it when."""
    accepted = line.accepted
    if accepted is None:
        return ""
    if accepted.at is None:
        return tr("Accepted: {note}", note=accepted.note)
    when = accepted.at.astimezone().strftime("%Y-%m-%d %H:%M")
    return tr("Accepted: {note} ({who}, {when})", note=accepted.note, who=accepted.by, when=when)


def _paint_figures(painter: QPainter, where: Areas, line: HintLine, *, selected: bool) -> None:
    colors, hint = theme.colors(), line.hint
    if where.spark.width() and line.series:
        high = dp(SPARK_HEIGHT)
        spark = QRectF(where.spark.left(), where.spark.center().y() - high / 2, where.spark.width(), high)
        draw_sparkline(painter, spark, line.series, colors.accent if selected else colors.text2)
    unreadable = hint is not None and hint.level is Level.UNREADABLE
    font = theme.font(15, bold=True)
    measure = theme.font(12)
    unit = QFontMetrics(measure).horizontalAdvance(line.measure) + dp(6)
    painter.setFont(measure)
    painter.setPen(colors.text2)
    painter.drawText(where.figure, RIGHT, line.measure)
    painter.setFont(font)
    painter.setPen(colors.bad if unreadable or line.figure.startswith("−") else colors.text)
    room = where.figure.adjusted(0, 0, -unit, 0)
    painter.drawText(room, RIGHT, QFontMetrics(font).elidedText(line.figure, Qt.TextElideMode.ElideRight, room.width()))
    if line.suggestion and line.accepted is None and where.suggestion.width():
        painter.setFont(theme.font(13))
        painter.setPen(colors.accent)
        painter.drawText(where.suggestion, LEFT, tr("perhaps {figure}", figure=line.suggestion))
