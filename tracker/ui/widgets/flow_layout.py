"""Widgets in a line that goes on in the next one where there is no more room, and a bar of such."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from tracker.ui import theme
from tracker.ui.theme import dp


class FlowLayout(QLayout):
    """Items keep their own size, centred in the height of their line; as high as its width needs, wrapped words too."""

    def __init__(self, parent: QWidget | None = None, *, margins: QMargins, gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._pushed: int | None = None
        self.setContentsMargins(margins)

    def push(self) -> None:
        """Let what is added from now on stand at the right end of its line."""
        self._pushed = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        heights = sum(_height(line, room) for line in lines) + self._gap * max(0, len(lines) - 1)
        return heights + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        high = max((size.height() for size in shown), default=0)
        return QSize(wide + margins.left() + margins.right(), high + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        wide = max((item.minimumSize().width() for item in self._items if not item.isEmpty()), default=0)
        return QSize(wide + margins.left() + margins.right(), self.sizeHint().height())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        top = room.top()
        for line in self._lines(rect.width()):
            left, high = room.left(), _height(line, room.width())
            pushed = self._first_pushed(line)
            for item in line:
                if item is pushed:
                    left += max(0, room.width() - self._width(line))
                size = _size(item, room.width())
                item.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
                left += size.width() + self._gap
            top += high + self._gap

    def _first_pushed(self, line: list[QLayoutItem]) -> QLayoutItem | None:
        """The first item of a line that keeps to the right."""
        if self._pushed is None:
            return None
        kept_right = self._items[self._pushed :]
        return next((item for item in line if item in kept_right), None)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items shown, line by line."""
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        lines: list[list[QLayoutItem]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            if lines and self._width([*lines[-1], item]) <= room:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _width(self, items: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in items) + self._gap * (len(items) - 1)


class FlowBar(QWidget):
    """A bar as high as its widgets need at its width, in the colour of the chrome, `ruled` with a line under it."""

    def __init__(self, parent: QWidget | None = None, *, ruled: bool = True) -> None:
        super().__init__(parent)
        self._rule = 1 if ruled else 0
        side, edge = dp(12), dp(8)
        self.flow = FlowLayout(self, margins=QMargins(side, edge, side, edge + self._rule), gap=dp(8))

    def _fit(self) -> None:
        self.setFixedHeight(self.flow.heightForWidth(self.width()))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.flow.minimumSize().width(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colors().window)
        painter.fillRect(0, self.height() - self._rule, self.width(), self._rule, theme.colors().line2)


def _size(item: QLayoutItem, room: int) -> QSize:
    """The item's own size; where the line has less room, words that can wrap go on in lines of their own."""
    size = item.sizeHint()
    if size.width() <= room:
        return size
    return QSize(room, item.heightForWidth(room) if item.hasHeightForWidth() else size.height())


def _height(line: list[QLayoutItem], room: int) -> int:
    return max(_size(item, room).height() for item in line)
