"""The field in which a cell is edited: it grows to the right with its text, and beside it stand the figures to compare with."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from html import escape

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QWidget

from tracker.ui.models.cells import Comparison
from tracker.ui.theme import SMALL, cell_font, colors, dp, font
from tracker.ui.widgets.cell_painting import PADDING, paint_frame

STRIP_GAP = 6


class Leave(Enum):
    """How an edit ends, and where the grid goes then."""

    DOWN = "down"
    UP = "up"
    RIGHT = "right"
    LEFT = "left"
    NEXT = "next"
    """To the next typed column, as Tab does."""
    PREVIOUS = "previous"
    ENTER = "enter"
    BACK = "back"
    FILL = "fill"
    """What was typed goes into every selected cell."""
    GIVE_UP = "give up"


_KEYS = {
    Qt.Key.Key_Tab: Leave.NEXT,
    Qt.Key.Key_Backtab: Leave.PREVIOUS,
    Qt.Key.Key_Escape: Leave.GIVE_UP,
}
_ARROWS = {
    Qt.Key.Key_Down: Leave.DOWN,
    Qt.Key.Key_Up: Leave.UP,
    Qt.Key.Key_Right: Leave.RIGHT,
    Qt.Key.Key_Left: Leave.LEFT,
}


class CellEditor(QLineEdit):
    """While `typing`, as after the first key on a cell, the arrows end the edit; after F2 they move in the text, as in Excel."""

    left = Signal(object)
    """A Leave."""

    def __init__(self, parent: QWidget, compare: Callable[[str], list[Comparison]]) -> None:
        super().__init__(parent)
        self.typing = True
        self._compare = compare
        self._room = parent
        self._cell = QRect()
        self._strip = ComparisonStrip(parent)
        self.setProperty("role", "cell")
        self.setFrame(False)
        self.setFont(cell_font())
        self.setTextMargins(dp(PADDING) - 2, 0, dp(4), 0)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.textChanged.connect(self._grow)

    def place(self, cell: QRect) -> None:
        """Lie over this cell of the viewport, and as much further to the right as the text needs."""
        self._cell = QRect(cell)  # a copy: the option that it came from dies
        self._grow()

    def _grow(self) -> None:
        room = self._room.width() - self._cell.left()
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + 2 * dp(PADDING) + dp(12)
        width = max(self._cell.width(), min(wanted, room))
        self.setGeometry(self._cell.left(), self._cell.top(), width, self._cell.height())
        self._strip.show_beside(self.geometry(), self._compare(self.text()))

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return super().event(event)
        leave = self._leave_by(event)
        if leave is None and event.key() != Qt.Key.Key_F2:
            known = super().event(event)
            if event.type() == QEvent.Type.ShortcutOverride:
                return known
            event.accept()  # what a line does not know, as Up, must not reach the grid, which would move on
            return True
        event.accept()  # as ShortcutOverride too: while editing these keys are no commands of the window
        if event.type() == QEvent.Type.KeyPress:
            if leave is None:
                self.typing = not self.typing
            else:
                self.left.emit(leave)
        return True

    def _leave_by(self, event: QKeyEvent) -> Leave | None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return Leave.FILL
            return Leave.BACK if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else Leave.ENTER
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if self.typing and plain and key in _ARROWS:
            return _ARROWS[Qt.Key(key)]
        return _KEYS.get(Qt.Key(key)) if key in _KEYS else None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_frame(painter, self.rect(), colors().accent, dp(100) / 100)

    def put_strip_away(self) -> None:
        """The edit is over; what stood beside it goes too."""
        self._strip.hide()
        self._strip.deleteLater()


class ComparisonStrip(QLabel):
    """The strip at the editor's right: what "=…" comes to, last month, the same month of last year; or why it cannot be read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(font(SMALL))
        self.setContentsMargins(dp(8), 0, dp(8), 0)
        self.hide()

    def show_beside(self, editor: QRect, figures: list[Comparison]) -> None:
        """Stand at the editor's right, or left of it or below it where there is no room; hide if there is nothing to say."""
        if not figures:
            self.hide()
            return
        self.setText("&nbsp;&nbsp; ".join(map(_rich, figures)))
        size = self.sizeHint()
        width, height, gap = size.width(), editor.height() - dp(2), dp(STRIP_GAP)
        space = self._room.rect()
        left, top = editor.right() + 1 + gap, editor.top() + dp(1)
        if left + width > space.right():
            left = editor.left() - gap - width
        if left < 0:
            left, top = max(0, min(editor.left(), space.right() - width)), editor.bottom() + dp(3)
        if top + height > space.bottom():
            top = editor.top() - height - dp(3)
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colors().base)
        painter.setPen(colors().ctrl)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
        super().paintEvent(event)


def _rich(item: Comparison) -> str:
    scheme = colors()
    if item.bad:
        return f'<span style="color:{scheme.bad.name()}">{escape(item.word)}</span>'
    word = f'<span style="color:{scheme.text2.name()}">{escape(item.word)}</span>'
    return f"{word} <b>{escape(item.figure)}</b>"
