"""Calm words in a dialog: a result with a button that opens what was made, a refusal, a question."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.widgets.building import column, label

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class MessageDialog(QDialog):
    """A sentence, what there is to add to it, and buttons; Enter and Esc close it."""

    def __init__(self, parent: QWidget | None, sentence: str, note: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("County tracker"))
        self.setAccessibleName(sentence)
        self.sentence = label(sentence, name="sentence", wraps=True)
        self.note = label(note, name="note", wraps=True)
        self.note.setTextInteractionFlags(SELECTABLE)
        self.note.setVisible(bool(note))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(tr("Close"))
        close.setDefault(True)
        self.buttons.rejected.connect(self.reject)
        self.column = column(self, margin=theme.dp(20), gap=theme.dp(12))
        for widget in (self.sentence, self.note, self.buttons):
            self.column.addWidget(widget)
        close.setFocus()  # here, where it stands in the dialog: else the first button added would have it
        self.setMinimumWidth(theme.dp(420))

    def add_button(self, text: str) -> QPushButton:
        """A further button, which closes nothing by itself."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)  # Enter closes, whatever else there is to press
        return button

    def add_folder_button(self, path: Path) -> QPushButton:
        """A button that opens the folder in which `path` lies (`path` itself if it is one)."""
        folder = path if path.is_dir() else path.parent
        button = self.add_button(tr("Open its folder"))
        button.clicked.connect(lambda: open_outside(folder))
        return button


def tell(parent: QWidget | None, sentence: str, note: str = "") -> None:
    """Show the message and wait until it is closed."""
    MessageDialog(parent, sentence, note).exec()


def tell_result(parent: QWidget | None, sentence: str, path: Path) -> None:
    """Say what was made, where it lies, and offer to open its folder."""
    dialog = MessageDialog(parent, sentence, str(path))
    dialog.add_folder_button(path)
    dialog.exec()


def open_outside(path: Path) -> None:
    """Open a file or a folder with the program that the desktop has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
