"""关于 and 快捷键: what the program is, and every key it knows."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFormLayout, QHeaderView, QLineEdit, QWidget

from tracker import __version__
from tracker.i18n import mark, tr
from tracker.ui import theme
from tracker.ui.actions import Command
from tracker.ui.dialogs.message import MessageDialog
from tracker.ui.models.carried import carried
from tracker.ui.widgets.building import add_words, named, room_for, word_table

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


class AboutDialog(MessageDialog):
    """Name, version, licence, where the program keeps its own files, and the licences of what it carries of others."""

    def __init__(self, parent: QWidget | None, settings_file: Path, log: Path) -> None:
        super().__init__(parent, tr("County tracker"), _about())
        self.files = [_path(tr("Settings file"), settings_file), _path(tr("Log file"), log)]
        form = QFormLayout()
        form.setHorizontalSpacing(theme.dp(12))
        form.setVerticalSpacing(theme.dp(6))
        for field in self.files:
            form.addRow(field.accessibleName(), field)
        self.column.insertLayout(2, form)
        self.licences = word_table(tr("What it carries of others"), [tr("What"), tr("Author"), tr("Licence")])
        for each in carried():
            add_words(self.licences, [each.what, each.by, each.licence])
        header = self.licences.header()
        header.setStretchLastSection(True)
        for column, width in enumerate((260, 220)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.licences.setColumnWidth(column, theme.dp(width))
        self.column.insertWidget(3, self.licences, 1)
        self.licences.setVisible(self.licences.topLevelItemCount() > 0)
        self.resize(room_for(self, 760, 560))


def _path(name: str, path: Path) -> QLineEdit:
    """A path to read and to copy, whole in the tip where it is longer than the field."""
    made = named(QLineEdit(str(path)), name)
    made.setReadOnly(True)
    made.setCursorPosition(0)
    made.setToolTip(str(path))
    return made


def _about() -> str:
    return "\n".join(
        (
            tr("Version {version}", version=__version__),
            tr("Monthly figures of a county's units: entered, ranked, explained and printed. Everything stays on this computer."),
            tr("Licence: {name}", name="Apache License 2.0"),
            f"Python {platform.python_version()} · Qt {qVersion()}",
        )
    )


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
        self.resize(room_for(self, 520, 560))

    def _add(self, key: str, text: str) -> None:
        add_words(self.table, [key, text])


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
