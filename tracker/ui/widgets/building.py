"""Build labels, buttons and boxes in one expression each, with the names that screen readers and the style sheet go by."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tracker.ui import theme
from tracker.ui.icons import beside_words
from tracker.ui.icons import icon as icon_of

Widget = TypeVar("Widget", bound=QWidget)
Box = TypeVar("Box", bound=QBoxLayout)


def named(widget: Widget, accessible: str) -> Widget:
    """The widget, with a name for screen readers."""
    widget.setAccessibleName(accessible)
    return widget


def label(text: str = "", *, name: str = "", wraps: bool = False) -> QLabel:
    """Words; `name` is the style sheet's. Never rich text: they may come from a book."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    return made


class CutLabel(QLabel):
    """One line of words, cut with … where there is no room; then the pointer tells them whole."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._whole = ""
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()


def tool_button(text: str = "", *, name: str = "", tip: str = "", icon: str = "", icon_role: str = "text2") -> QToolButton:
    """A button with words, an icon, or both; the keyboard reaches it by Tab, a click leaves the focus where it is."""
    made = QToolButton()
    made.setObjectName(name)
    made.setText(text)
    made.setToolTip(tip)
    made.setAccessibleName(text or tip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if icon:
        made.setIcon(icon_of(icon, icon_role))
        made.setIconSize(beside_words(theme.dp(16)) if text else QSize(theme.dp(16), theme.dp(16)))
    if icon and text:
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return made


def word_table(accessible: str, headings: list[str]) -> QTreeWidget:
    """A plain list of rows of words under headings."""
    made = named(QTreeWidget(), accessible)
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setHeaderLabels(headings)
    return made


def add_words(table: QTreeWidget, words: list[str]) -> None:
    """Add a row to a word table; what does not fit its column is in a tooltip."""
    item = QTreeWidgetItem(words)
    item.setSizeHint(0, QSize(0, theme.dp(26)))
    for at, text in enumerate(words):
        item.setToolTip(at, text)
    table.addTopLevelItem(item)


def room_for(window: QWidget, width: int, height: int) -> QSize:
    """The size, given in px at 100 %, no larger than the window's screen has room for."""
    return QSize(theme.dp(width), theme.dp(height)).boundedTo(window.screen().availableSize() * 0.94)


def scrolled(content: QWidget) -> QScrollArea:
    """An area as large as there is room, in which what is larger scrolls; it takes no focus of its own."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def column(parent: QWidget | None = None, *, margin: int = 0, gap: int = 0) -> QVBoxLayout:
    """A box from top to bottom, its measures in px; the parent's layout if there is one."""
    return _spaced(QVBoxLayout(parent) if parent is not None else QVBoxLayout(), margin, gap)


def row(parent: QWidget | None = None, *, margin: int = 0, gap: int = 0) -> QHBoxLayout:
    """A box from left to right, its measures in px; the parent's layout if there is one."""
    return _spaced(QHBoxLayout(parent) if parent is not None else QHBoxLayout(), margin, gap)


def _spaced(box: Box, margin: int, gap: int) -> Box:
    box.setContentsMargins(margin, margin, margin, margin)
    box.setSpacing(gap)
    return box
