"""添加单位: which units a book gets, from the country's list of townships or from a list of one's own."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from tracker.i18n import tr
from tracker.store.unit_lists import UnitLine
from tracker.ui import theme
from tracker.ui.widgets.building import column
from tracker.ui.widgets.unit_picker import UnitPicker


class AddUnitsDialog(QDialog):
    """`asked` has the units once it was accepted."""

    def __init__(self, parent: QWidget | None, known: Collection[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Add units"))
        self.picker = UnitPicker(known)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.ok = self.buttons.button(kinds.Ok)
        self.ok.setText(tr("Add"))
        self.ok.setAutoDefault(False)  # Enter in the search takes what was found
        self.ok.setDefault(False)
        self.buttons.button(kinds.Cancel).setText(tr("Cancel"))
        self.buttons.button(kinds.Cancel).setAutoDefault(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.picker.changed.connect(self._show_count)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(16))
        outer.addWidget(self.picker, 1)
        outer.addWidget(self.buttons)
        self.resize(QSize(theme.dp(900), theme.dp(560)).boundedTo(self.screen().availableSize()))
        self._show_count()
        self.picker.setFocus()

    @property
    def asked(self) -> list[UnitLine]:
        """The units that are ticked."""
        return self.picker.lines

    def _show_count(self) -> None:
        count = len(self.picker.lines)
        self.ok.setText(tr("Add {count} units", count=count) if count else tr("Add"))
        self.ok.setEnabled(count > 0)
