"""查找和替换: the bar over the grid; what it finds is somebody else's affair."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QWidget

from tracker.i18n import tr
from tracker.ui.theme import dp
from tracker.ui.widgets.building import label, named, row, tool_button

FIELD = 200


class FindBar(QWidget):
    """One line to find, a second one to replace; stays open beside the work until it is closed."""

    changed = Signal()
    """Another text, another way to look for it."""
    moved = Signal(int)
    """To the next place (1) or the one before (-1)."""
    replaced = Signal(bool)
    """Replace here, or everywhere (True)."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = _field(tr("Find"))
        self.count = label(name="found")
        self.back = tool_button(tip=tr("The one before (Shift+F3)"), icon="caret-up")
        self.on = tool_button(tip=tr("The next one (F3)"), icon="caret-down")
        self.whole = QCheckBox(tr("Whole cell"))
        self.selection_only = QCheckBox(tr("Only in the selection"))
        self.close_button = tool_button(tip=tr("Close (Esc)"), icon="x")
        self.by = _field(tr("Replace by"))
        self.one = _outlined(tr("Replace"))
        self.all = _outlined(tr("Replace all"))
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self.replacing = QWidget()
        second = row(self.replacing, gap=dp(8))
        for widget in (self.one, self.all):
            second.addWidget(widget)
        second.addWidget(label(tr("Only cells in which one types are replaced."), name="note"))
        second.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(dp(12), dp(6), dp(12), dp(6))
        grid.setHorizontalSpacing(dp(8))
        grid.setVerticalSpacing(dp(6))
        grid.addWidget(self.text, 0, 0)
        grid.addLayout(self._first_line(), 0, 1)
        grid.addWidget(self.close_button, 0, 2)
        grid.addWidget(self.by, 1, 0)
        grid.addWidget(self.replacing, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def _first_line(self) -> QHBoxLayout:
        line = row(gap=dp(8))
        self.count.setMinimumWidth(dp(72))
        for widget in (self.back, self.on, self.count, self.whole, self.selection_only):
            line.addWidget(widget)
        line.addStretch(1)
        return line

    def _connect(self) -> None:
        self.text.textChanged.connect(self.changed)
        self.whole.toggled.connect(self.changed)
        self.selection_only.toggled.connect(self.changed)
        self.on.clicked.connect(lambda: self.moved.emit(1))
        self.back.clicked.connect(lambda: self.moved.emit(-1))
        self.one.clicked.connect(lambda: self.replaced.emit(False))
        self.all.clicked.connect(lambda: self.replaced.emit(True))
        self.close_button.clicked.connect(self.closed)

    def open(self, *, to_replace: bool) -> None:
        """Show the bar, with or without its second line, and put the cursor into it."""
        for widget in (self.by, self.replacing):
            widget.setVisible(to_replace)
        self.show()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    @property
    def to_replace(self) -> bool:
        """Whether the second line is there."""
        return self.by.isVisibleTo(self)

    def show_count(self, words: str) -> None:
        """Say how many there are, or where among them one is."""
        self.count.setText(words)
        self.count.setAccessibleName(words)

    def enable_replacing(self, possible: bool) -> None:
        """Let the second line's buttons be pressed only where they do something."""
        for button in (self.one, self.all):
            button.setEnabled(possible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Shift back; in the second line it replaces. Esc closes."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.by.hasFocus():
            self.replaced.emit(False)
        elif self.text.hasFocus():
            self.moved.emit(-1 if back else 1)


def _field(name: str) -> QLineEdit:
    made = named(QLineEdit(), name)
    made.setPlaceholderText(name)
    made.setFixedWidth(dp(FIELD))
    return made


def _outlined(text: str) -> QToolButton:
    made = tool_button(text)
    made.setProperty("role", "outlined")
    return made
