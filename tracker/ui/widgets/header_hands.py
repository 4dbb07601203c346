"""What the mouse does on the header of a grid: selects columns, draws an edge to another width, moves a block elsewhere."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from tracker.ui.theme import dp

if TYPE_CHECKING:
    from tracker.ui.widgets.two_level_header import TwoLevelHeader

GRASP = 4
"""How far from an edge it can be taken, in px at 100 %."""
LEAST = 24
"""The narrowest that a column can be drawn."""


class _Doing(Enum):
    NOTHING = "nothing"
    SELECTING = "selecting"
    DRAWING = "drawing"
    LIFTED = "lifted"
    """A block's title is held; it moves once the pointer has gone far enough to mean it."""
    MOVING = "moving"


class HeaderHands(QObject):
    """One thing at a time, from the press of the left button to its release."""

    pressed_at = Signal(int, bool, Qt.KeyboardModifier)
    """The column pressed, and whether it was on the upper level, which stands for the whole block."""
    dragged_to = Signal(int)
    """The column under the pointer while columns are being selected."""
    drawn = Signal(int, int)
    """A column and the width in px that it was drawn to."""
    fit_asked = Signal(int)
    """A double click on the column's right edge."""
    moved = Signal(int, int)
    """A column of the block that was moved, and one of the block before which it goes; -1 for the end."""

    def __init__(self, header: TwoLevelHeader) -> None:
        super().__init__(header)
        self._header = header
        self._doing = _Doing.NOTHING
        self._column = -1
        self._start = QPoint()
        self._from_width = 0

    def press(self, event: QMouseEvent) -> None:
        """Take hold of an edge, of a block's title or of a column."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place, header = event.position().toPoint(), self._header
        edge = self._edge_at(place)
        self._start = place
        if edge >= 0:
            self._doing, self._column, self._from_width = _Doing.DRAWING, edge, header.sectionSize(edge)
            return
        self._column = header.logicalIndexAt(place)
        if self._column < 0:
            return
        upper = place.y() < header.level
        self._doing = _Doing.LIFTED if upper and header.movable else _Doing.SELECTING
        self.pressed_at.emit(self._column, upper, event.modifiers())

    def move(self, event: QMouseEvent) -> None:
        """Follow the pointer; without a button it shows where an edge can be taken."""
        place, header = event.position().toPoint(), self._header
        if self._doing is _Doing.DRAWING:
            header.resizeSection(self._column, max(dp(LEAST), self._from_width + place.x() - self._start.x()))
        elif self._doing is _Doing.SELECTING:
            column = header.logicalIndexAt(place)
            if column >= 0:
                self.dragged_to.emit(column)
        elif self._doing is not _Doing.NOTHING:
            self._carry(place)
        else:
            over = self._edge_at(place) >= 0
            header.viewport().setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)

    def _carry(self, place: QPoint) -> None:
        if abs(place.x() - self._start.x()) >= QApplication.startDragDistance():
            self._doing = _Doing.MOVING
        if self._doing is _Doing.MOVING:
            self._header.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._header.show_drop(self._drop_at(place))

    def release(self, event: QMouseEvent) -> None:
        """Leave it where it is."""
        doing, self._doing = self._doing, _Doing.NOTHING
        self._header.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        if doing is _Doing.DRAWING:
            self.drawn.emit(self._column, self._header.sectionSize(self._column))
        elif doing is _Doing.MOVING:
            self._header.show_drop(None)
            target = self._drop_at(event.position().toPoint())
            if target not in self._header.block_of(self._column):
                self.moved.emit(self._column, target)

    def double_click(self, event: QMouseEvent) -> None:
        """On an edge: as wide as what is in the column."""
        edge = self._edge_at(event.position().toPoint())
        if edge >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.fit_asked.emit(edge)

    def _edge_at(self, place: QPoint) -> int:
        """The column whose right edge is there, on the upper level only that of a block; -1 for none."""
        header = self._header
        if not header.drawable:
            return -1
        for column in (header.logicalIndexAt(place.x() - dp(GRASP)), header.logicalIndexAt(place.x())):
            if column < 0:
                continue
            end = header.sectionViewportPosition(column) + header.sectionSize(column)
            inner = place.y() < header.level and header.block_of(column)[-1] != column
            if abs(place.x() - end) <= dp(GRASP) and not inner:
                return column
        return -1

    def _drop_at(self, place: QPoint) -> int:
        """The first column of the block before which one would drop: by the nearer side of the block under the pointer."""
        header = self._header
        column = header.logicalIndexAt(max(0, min(place.x(), header.length() - header.offset() - 1)))
        block = header.block_of(column)
        left = header.sectionViewportPosition(block[0])
        right = header.sectionViewportPosition(block[-1]) + header.sectionSize(block[-1])
        if place.x() < (left + right) / 2:
            return block[0]
        return block[-1] + 1 if block[-1] + 1 < header.count() else -1
