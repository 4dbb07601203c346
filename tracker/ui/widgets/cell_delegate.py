"""Paints every cell of a grid of figures, one painter for all states, in the order fill, lines, mark, text, note, ring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from tracker.ui.models.cells import Cell, CellKind, NameCell, Role
from tracker.ui.theme import colors, dp
from tracker.ui.theme_colors import Colors
from tracker.ui.widgets.cell_name import write_name
from tracker.ui.widgets.cell_painting import (
    LOCK,
    PADDING,
    RULE,
    Canvas,
    Kit,
    cell_fill,
    make_kit,
    paint_corner,
    paint_figure,
    paint_fold,
    paint_frame,
    paint_lines,
    paint_mark,
    paint_unreadable,
    paint_words,
    text_color,
)

Index = QModelIndex | QPersistentModelIndex

MARK_BAR = 3


@dataclass(frozen=True, slots=True)
class Look:
    """How hand and eye meet a cell. For a name `current` and `selected` speak of its row."""

    current: bool = False
    selected: bool = False
    hovered: bool = False


PLAIN = Look()


class Surroundings(Protocol):
    """What the delegate asks of the grid."""

    def look(self, row: int, column: int) -> Look:
        """How the cell looks now."""

    def many_selected(self) -> bool:
        """Whether more than one cell is selected; then a frame round all of them takes the place of the current cell's ring."""

    def is_focused(self) -> bool:
        """Whether typing goes to the grid."""


class CellDelegate(QStyledItemDelegate):
    """Asks the model for Role.CELL alone, and the grid for what is current."""

    def __init__(self, grid: Surroundings) -> None:
        super().__init__()
        self._grid = grid
        self._kit: Kit | None = None

    @property
    def kit(self) -> Kit:
        """What is painted with; made anew when scheme or zoom have changed."""
        if self._kit is None or self._kit.colors is not colors() or self._kit.padding != dp(PADDING):
            self._kit = make_kit()
        return self._kit

    def forget_kit(self) -> None:
        """Take over a change of type."""
        self._kit = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(dp(76), dp(24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        self.paint_cell(painter, rect, index.data(Role.CELL), self._grid.look(index.row(), index.column()))

    def paint_cell(self, painter: QPainter, rect: QRect, cell: Cell | NameCell, look: Look) -> None:
        """Paint one cell; the painter's pen and font are others afterwards."""
        if isinstance(cell, NameCell):
            self._paint_name(Canvas(painter, rect, self.kit), cell, look)
        else:
            self._paint_figure(Canvas(painter, rect, self.kit), cell, look)

    def _paint_figure(self, on: Canvas, cell: Cell, look: Look) -> None:
        scheme = on.kit.colors
        selected = look.selected and not look.current
        on.painter.fillRect(on.rect, cell_fill(scheme, cell, selected=selected, hovered=look.hovered))
        paint_lines(on, cell)
        if cell.hint or cell.locked:
            _paint_left_mark(on, cell, selected=selected, shown=look.current or look.hovered)
        if cell.unreadable:
            paint_unreadable(on, cell.text)
        elif cell.words:
            paint_words(on, cell.text, text_color(scheme, cell, selected=selected))
        elif cell.text:
            bold = cell.kind in (CellKind.GROUP, CellKind.TOTAL)
            paint_figure(on, cell.text, text_color(scheme, cell, selected=selected), bold=bold)
        if cell.note:
            paint_corner(on)
        if look.current and not self._grid.many_selected():
            paint_frame(on.painter, on.rect, self._ring_color(), on.kit.scale)

    def _ring_color(self) -> QColor:
        return self.kit.colors.accent if self._grid.is_focused() else self.kit.colors.ctrl

    def _paint_name(self, on: Canvas, cell: NameCell, look: Look) -> None:
        painter, rect, scheme = on.painter, on.rect, on.kit.colors
        painter.fillRect(rect, _name_fill(scheme, cell, look))
        if cell.kind is not CellKind.TOTAL:
            bottom = scheme.line if cell.kind is CellKind.TYPED else scheme.line2
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, bottom)
        edge = round(RULE * on.kit.scale)
        painter.fillRect(rect.right() - edge + 1, rect.top(), edge, rect.height(), scheme.line2)
        if cell.folded is not None:
            paint_fold(on, folded=cell.folded)
        write_name(on, cell, current=look.current, right=edge)


def _name_fill(scheme: Colors, cell: NameCell, look: Look) -> QColor:
    if cell.kind is CellKind.TOTAL:
        return scheme.total
    if look.selected:
        return scheme.accent_soft
    if cell.kind is CellKind.GROUP:
        return scheme.group
    return scheme.hover if look.hovered else scheme.base


def _paint_left_mark(on: Canvas, cell: Cell, *, selected: bool, shown: bool) -> None:
    """The mark of a hint, or in the cell in hand the lock of a published month."""
    scheme, rect = on.kit.colors, on.rect
    if cell.hint and not cell.unreadable:
        if selected:
            on.painter.fillRect(rect.left(), rect.top(), round(MARK_BAR * on.kit.scale), rect.height(), scheme.warn_mark)
        paint_mark(on, "warning", scheme.warn)
    elif cell.locked and shown and cell.kind is CellKind.TYPED:
        paint_mark(on, "lock", scheme.text2, size=LOCK)
