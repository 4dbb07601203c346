"""How the first column's text is written: the name, and after it a group's size or the tag that a unit has not reported."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from tracker.ui.models.cells import CellKind, NameCell
from tracker.ui.widgets.cell_painting import LEFT, Canvas, Kit

INDENT, TOTAL_INDENT = 24, 12
DETAIL_GAP, TAG_GAP, TAG_PADDING, TAG_HEIGHT = 6, 10, 5, 18


def write_name(on: Canvas, cell: NameCell, *, current: bool, right: int) -> None:
    """Write as much of the name as fits before what follows it; `right` px are taken at the right."""
    painter, kit = on.painter, on.kit
    font = kit.bold if current or cell.kind is not CellKind.TYPED else kit.figure
    indent = kit.px(TOTAL_INDENT if cell.kind is CellKind.TOTAL else INDENT)
    room = on.rect.adjusted(indent, 0, -right - kit.px(4), 0)
    metrics = QFontMetrics(font)
    after = _width_after(on.kit, cell) if cell.tag else 0  # a tag keeps its room, a mere detail gives way to the name
    name = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, max(room.width() - after, 2 * metrics.height()))
    painter.setFont(font)
    painter.setPen(kit.colors.accent if current else kit.colors.text)
    painter.drawText(room, LEFT, name)
    rest = room.adjusted(metrics.horizontalAdvance(name), 0, 0, 0)
    painter.setFont(kit.small)
    painter.setPen(kit.colors.text2)
    if cell.tag:
        _write_tag(on, rest.adjusted(kit.px(TAG_GAP), 0, 0, 0), cell.tag)
    elif cell.detail:
        rest.adjust(kit.px(DETAIL_GAP), 0, 0, 0)
        painter.drawText(rest, LEFT, QFontMetrics(kit.small).elidedText(cell.detail, Qt.TextElideMode.ElideRight, rest.width()))


def width_of(kit: Kit, cell: NameCell) -> int:
    """The room in px that the name wants with all that belongs to it, the frozen edge too."""
    font = kit.figure if cell.kind is CellKind.TYPED else kit.bold
    return kit.px(INDENT + 4 + 2 + 2) + QFontMetrics(font).horizontalAdvance(cell.text) + _width_after(kit, cell)


def _width_after(kit: Kit, cell: NameCell) -> int:
    """The room that the tag or the detail wants, its gap included."""
    small = QFontMetrics(kit.small)
    if cell.tag:
        return small.horizontalAdvance(cell.tag) + kit.px(TAG_GAP) + 2 * kit.px(TAG_PADDING)
    return small.horizontalAdvance(cell.detail) + kit.px(DETAIL_GAP) if cell.detail else 0


def _write_tag(on: Canvas, rest: QRect, tag: str) -> None:
    painter, kit = on.painter, on.kit
    padding, high = kit.px(TAG_PADDING), kit.px(TAG_HEIGHT)
    wide = QFontMetrics(kit.small).horizontalAdvance(tag) + 2 * padding
    top = rest.top() + (rest.height() - 1 - high) // 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(kit.colors.line2)
    painter.drawRoundedRect(QRectF(rest.left() + 0.5, top + 0.5, wide - 1, high), kit.px(2), kit.px(2))
    painter.restore()
    painter.drawText(rest.adjusted(padding, 0, 0, 0), LEFT, tag)
