"""关于 and 快捷键: what the program is, and every key it knows."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHeaderView, QWidget

from tracker import __version__
from tracker.i18n import mark, tr
from tracker.ui import theme
from tracker.ui.actions import Command
from tracker.ui.dialogs.message import MessageDialog
from tracker.ui.widgets.building import add_words, word_table

GRID_KEYS = (
    ("Enter / Shift+Enter", mark("Down / up; after Tabs back to the first column")),
    ("Tab / Shift+Tab", mark("Right / left")),
    ("Ctrl+↑ ↓ ← →", mark("To the edge of the figures")),
    ("Shift+↑ ↓ ← →", mark("Select further")),
    ("F2", mark("Edit the cell")),
    ("Esc", mark("Give up what is being typed")),
    ("Backspace", mark("Empty the cell and type")),
    ("Ctrl+Enter", mark("Put what is typed into every selected cell")),
    ("Shift+Space / Ctrl+Space", mark("Select the row / the column")),
    ("Shift+F10", mark("What can be done with the cell")),
    ("F6", mark("To the panel beside the grid and back")),
)
"""The keys of the grid itself, which are no commands."""


def about_dialog(parent: QWidget | None, settings_file: Path, log: Path) -> MessageDialog:
    """Name, version, licence, and where the program keeps its own files."""
    note = "\n".join(
        (
            tr("Version {version}", version=__version__),
            tr("Monthly figures of a county's units: entered, ranked, explained and printed. Everything stays on this computer."),
            "",
            f"Python {platform.python_version()} · Qt {qVersion()}",
            tr("Settings: {file}", file=settings_file),
            tr("Log: {file}", file=log),
        )
    )
    return MessageDialog(parent, tr("County tracker"), note)


class KeysDialog(MessageDialog):
    """Every command that has a shortcut, and the keys of the grid."""

    def __init__(self, parent: QWidget | None, commands: Iterable[Command]) -> None:
        super().__init__(parent, tr("Keys"))
        self.table = word_table(tr("Keys"), [tr("Key"), tr("What it does")])
        for command in commands:
            if command.keys:
                self._add(" / ".join(map(_native, command.keys)), tr(command.text))
        for key, text in GRID_KEYS:
            self._add(key, tr(text))
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(0, theme.dp(180))
        self.column.insertWidget(1, self.table, 1)
        self.resize(theme.dp(520), theme.dp(560))

    def _add(self, key: str, text: str) -> None:
        add_words(self.table, [key, text])


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
