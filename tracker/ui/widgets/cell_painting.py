"""How the pieces of a cell are painted: lines, marks, figures, the wavy underline, the note's corner, the ring."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF, QStaticText, QTransform

from tracker.ui.icons import paint_icon
from tracker.ui.models.cells import Cell, CellKind
from tracker.ui.theme import cell_font, colors, dp, font
from tracker.ui.theme_colors import Colors
from tracker.ui.theme_style import draw_chevron

PADDING = 8
ICON, ICON_LEFT, LOCK = 16, 4, 14  # a glyph fills seven eighths of its square: 14 and 12 px are seen
CORNER = 8
MOST_TEXTS = 20_000
RULE = 2

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class Kit:
    """Colours, type and measures of the moment, made once for many cells; `scale` is the program's zoom."""

    colors: Colors
    figure: QFont
    bold: QFont
    small: QFont
    padding: int
    scale: float
    texts: dict[tuple[str, bool], tuple[QStaticText, QSizeF]]
    """Figures laid out already, by text and weight: shaping a text costs more than painting it."""

    def px(self, pixels: float) -> int:
        """Pixels at 100 % in whole ones at the program's zoom."""
        return round(pixels * self.scale)

    def laid_out(self, text: str, *, bold: bool) -> tuple[QStaticText, QSizeF]:
        """The text ready to be painted, and its size."""
        found = self.texts.get((text, bold))
        if found is None:
            if len(self.texts) > MOST_TEXTS:
                self.texts.clear()
            made = QStaticText(text)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            made.prepare(QTransform(), self.bold if bold else self.figure)
            found = self.texts[text, bold] = made, made.size()
        return found


def make_kit() -> Kit:
    """The kit of the scheme and zoom in force."""
    return Kit(
        colors=colors(),
        figure=cell_font(),
        bold=cell_font(bold=True),
        small=font(12),
        padding=dp(PADDING),
        scale=dp(100) / 100,
        texts={},
    )


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where a cell is painted, and with what."""

    painter: QPainter
    rect: QRect
    kit: Kit


def cell_fill(scheme: Colors, cell: Cell, *, selected: bool, hovered: bool) -> QColor:
    """What the cell is filled with; what needs attention keeps its own fill under the pointer."""
    if selected:
        return scheme.sel
    if cell.unreadable or cell.hint:
        return scheme.bad_soft if cell.unreadable else scheme.warn_soft
    if cell.kind in (CellKind.GROUP, CellKind.TOTAL):
        return scheme.total if cell.kind is CellKind.TOTAL else scheme.group
    if hovered and not cell.locked:
        return scheme.hover
    return scheme.calc if cell.kind is CellKind.COMPUTED or cell.locked else scheme.base


def text_color(scheme: Colors, cell: Cell, *, selected: bool) -> QColor:
    """What the figure is written in."""
    if cell.unreadable or cell.negative:
        return scheme.bad
    if cell.missing:
        return scheme.text2 if selected or cell.kind is CellKind.TOTAL else scheme.text3
    if cell.kind in (CellKind.GROUP, CellKind.TOTAL) or (cell.kind is CellKind.TYPED and not cell.locked):
        return scheme.text
    return scheme.text2


def paint_lines(on: Canvas, cell: Cell) -> None:
    """The 1-px lines at the right and the bottom, stronger where a block of columns or a heading ends."""
    painter, rect, scheme = on.painter, on.rect, on.kit.colors
    strong = cell.block_end or cell.kind is CellKind.TOTAL
    painter.fillRect(rect.right(), rect.top(), 1, rect.height(), scheme.line2 if strong else scheme.line)
    if cell.kind is not CellKind.TOTAL:
        bottom = scheme.line2 if cell.kind is CellKind.GROUP else scheme.line
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, bottom)


def paint_figure(on: Canvas, text: str, color: QColor, *, bold: bool = False) -> None:
    """The figure at the right; one that is too wide shows "###", since a part of a number would be another number."""
    painter, rect, kit = on.painter, on.rect, on.kit
    laid, size = kit.laid_out(text, bold=bold)
    if size.width() > rect.width() - kit.padding:
        laid, size = kit.laid_out("###", bold=bold)
    painter.setFont(kit.bold if bold else kit.figure)
    painter.setPen(color)
    left = rect.right() + 1 - kit.padding - size.width()
    painter.drawStaticText(QPointF(left, rect.top() + round((rect.height() - size.height()) / 2)), laid)


def paint_words(on: Canvas, text: str, color: QColor) -> None:
    """Words at the left, as many as there is room for."""
    painter, kit = on.painter, on.kit
    inner = on.rect.adjusted(kit.padding, 0, -kit.px(4), 0)
    painter.setFont(kit.figure)
    painter.setPen(color)
    painter.drawText(inner, LEFT, QFontMetrics(kit.figure).elidedText(text, Qt.TextElideMode.ElideRight, inner.width()))


def paint_unreadable(on: Canvas, text: str) -> None:
    """What could not be read, at the left behind its mark, with a wavy line under it."""
    painter, rect, kit = on.painter, on.rect, on.kit
    color = kit.colors.bad
    paint_mark(on, "x-circle", color)
    left = kit.px(ICON_LEFT + ICON + 3)
    inner = rect.adjusted(left, 0, -kit.px(4), 0)
    metrics = QFontMetrics(kit.figure)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
    painter.setFont(kit.figure)
    painter.setPen(color)
    painter.drawText(inner, LEFT, shown)
    baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    paint_wave(painter, QPointF(inner.left(), baseline + 3.2 * kit.scale), metrics.horizontalAdvance(shown), kit.scale)


def paint_wave(painter: QPainter, start: QPointF, width: float, scale: float) -> None:
    """A wavy line with the painter's pen, `width` long."""
    step, high = 2.5 * scale, 2 * scale
    count = max(2, round(width / step))
    points = [start + QPointF(at * step, high if at % 2 else 0) for at in range(count + 1)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(painter.pen().color(), scale))
    painter.drawPolyline(QPolygonF(points))
    painter.restore()


def paint_mark(on: Canvas, name: str, color: QColor, *, size: float = ICON) -> None:
    """A small icon at the cell's left."""
    rect, kit = on.rect, on.kit
    side = size * kit.scale
    top = rect.top() + (rect.height() - 1 - side) / 2
    paint_icon(on.painter, QRectF(rect.left() + ICON_LEFT * kit.scale, top, side, side), name, color)


def paint_corner(on: Canvas) -> None:
    """The triangle at the top right that says there is a note."""
    painter, rect, kit = on.painter, on.rect, on.kit
    side, right, top = CORNER * kit.scale, rect.right() + 1, rect.top()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(kit.colors.accent)
    painter.drawPolygon(QPolygonF([QPointF(right - side, top), QPointF(right, top), QPointF(right, top + side)]))
    painter.restore()


def paint_frame(painter: QPainter, rect: QRect, color: QColor, scale: float = 1.0) -> None:
    """A 2-px outline just inside the rectangle: the ring of a cell, the frame of a range."""
    width = max(1, round(RULE * scale))
    painter.fillRect(rect.left(), rect.top(), rect.width(), width, color)
    painter.fillRect(rect.left(), rect.bottom() - width + 1, rect.width(), width, color)
    painter.fillRect(rect.left(), rect.top(), width, rect.height(), color)
    painter.fillRect(rect.right() - width + 1, rect.top(), width, rect.height(), color)


def paint_fold(on: Canvas, *, folded: bool) -> None:
    """The chevron before a group's name: down while it is open, to the right when it is folded."""
    painter, rect, kit = on.painter, on.rect, on.kit
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(kit.colors.text, 1.5 * kit.scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    centre = QPointF(rect.left() + 15 * kit.scale, rect.center().y() + 0.5)
    draw_chevron(painter, centre, size=8 * kit.scale, closed=folded)
    painter.restore()
