"""The buttons at the foot of dialogs: under a table, where Enter is the table's, and of what is kept in the book."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from tracker.i18n import tr
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


def settings_buttons(*, read_only: bool) -> QDialogButtonBox:
    """Save, Cancel and back to the usual; where nothing can be kept, Close alone. Enter never means the usual."""
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Close if read_only else kinds.Ok | kinds.Cancel | kinds.RestoreDefaults)
    words = {
        kinds.Ok: tr("Save"),
        kinds.Cancel: tr("Cancel"),
        kinds.Close: tr("Close"),
        kinds.RestoreDefaults: tr("As usual"),
    }
    for kind, text in words.items():
        button = box.button(kind)
        if button is not None:
            button.setText(text)
            button.setAutoDefault(kind is not kinds.RestoreDefaults)
    return box
