"""The ranking as a picture for a chat group: title, the whole table, legend and notes, always in the light colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter

from tracker.errors import ReportError
from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.models.ranking_columns import Paint
from tracker.ui.models.ranking_lines import Line
from tracker.ui.models.ranking_model import COLUMN, SORTED, RankingModel
from tracker.ui.models.ranking_notes import LegendItem
from tracker.ui.theme import LIGHT, dp
from tracker.ui.widgets.ranking_cells import LEFT, Content, Look, draw_cell
from tracker.ui.widgets.ranking_foot import draw_foot, foot_height
from tracker.ui.widgets.ranking_header import Heading, draw_header, header_height
from tracker.ui.widgets.ranking_widths import widths

SHARPNESS = 2
"""Dots per pixel: the picture is read on telephones."""
WIDTH = 1080
TITLE, ROW, HEADER, MARGIN = 64, 32, 30, 16
TALLEST = 16_000
"""Dots of height that chat programs and painters take."""


class PictureTooTall(ReportError):
    def __init__(self, lines: int, most: int) -> None:
        said = tr(
            "{lines} lines are too many for a picture, which holds {most}. Choose one group, or save a PDF.",
            lines=lines,
            most=most,
        )
        super().__init__(said)


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands over and under the table."""

    title: str
    subtitle: str
    legend: Sequence[LegendItem]
    notes: Sequence[str]


def draw_picture(model: RankingModel, caption: Caption) -> QImage:
    """Paint what `model` shows; raises PictureTooTall."""
    lines = model.lines()
    columns = widths(model.columns, lines, dp(WIDTH))
    wide = sum(columns)
    foot = foot_height(caption.legend, caption.notes, wide)
    head = dp(header_height(model.columns, HEADER))
    high = dp(TITLE) + head + len(lines) * dp(ROW) + foot
    most = (TALLEST // SHARPNESS - dp(TITLE) - head - foot) // dp(ROW)
    if len(lines) > most:
        raise PictureTooTall(len(lines), max(0, most))
    image = QImage(wide * SHARPNESS, high * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    image.fill(LIGHT.base)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _draw_title(painter, wide, caption)
    _draw_head(painter, model, columns)
    _draw_lines(painter, model, lines, columns)
    draw_foot(painter, QRect(0, high - foot, wide, foot), caption.legend, caption.notes, LIGHT)
    painter.end()
    return image


def _draw_title(painter: QPainter, wide: int, caption: Caption) -> None:
    painter.setPen(LIGHT.text)
    painter.setFont(theme.font(18, bold=True))
    painter.drawText(QRect(dp(MARGIN), dp(6), wide - dp(2 * MARGIN), dp(32)), LEFT, caption.title)
    painter.setPen(LIGHT.text2)
    painter.setFont(theme.font(12))
    room = QRect(dp(MARGIN), dp(36), wide - dp(2 * MARGIN), dp(20))
    text = QFontMetrics(painter.font()).elidedText(caption.subtitle, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, LEFT, text)


def _draw_head(painter: QPainter, model: RankingModel, columns: Sequence[int]) -> None:
    x, high = 0, dp(header_height(model.columns, HEADER))
    for section, width in enumerate(columns):
        column = model.headerData(section, Qt.Orientation.Horizontal, COLUMN)
        heading = Heading(column, model.headerData(section, Qt.Orientation.Horizontal, SORTED))
        if width:
            draw_header(painter, QRect(x, dp(TITLE), width, high), heading, LIGHT)
        x += width


def _draw_lines(painter: QPainter, model: RankingModel, lines: Sequence[Line], columns: Sequence[int]) -> None:
    board = model.board
    if board is None:
        return
    look = Look(LIGHT, alone=model.choice.group is not None)
    y = dp(TITLE) + dp(header_height(model.columns, HEADER))
    for line in lines:
        x = 0
        for column, width in zip(model.columns, columns, strict=True):
            series = model.series(line.unit) if column.paint is Paint.SPARKLINE and line.unit is not None else ()
            if width:
                draw_cell(painter, QRect(x, y, width, dp(ROW)), Content(line, column, series), look)
            x += width
        y += dp(ROW)
