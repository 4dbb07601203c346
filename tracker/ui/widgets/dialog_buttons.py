"""The buttons under a dialog's table: they leave Enter to the table, and go on in a second line where there is no room."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QPushButton

from tracker.ui import theme
from tracker.ui.widgets.flow_layout import FlowLayout


def table_button(text: str, call: Callable[[], object], *, role: str = "") -> QPushButton:
    """A button that calls when it is pressed, never by Enter elsewhere; `role` is the style sheet's ("primary")."""
    button = QPushButton(text)
    button.setProperty("role", role)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked: call())
    return button


def button_line(deeds: Iterable[QPushButton], leave: QPushButton) -> FlowLayout:
    """The deeds from the left, at the right the button that leaves the dialog."""
    line = FlowLayout(margins=QMargins(), gap=theme.dp(8))
    for button in deeds:
        line.addWidget(button)
    line.push()
    line.addWidget(leave)
    return line
