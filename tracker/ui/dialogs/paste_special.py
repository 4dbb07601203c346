"""选择性粘贴: asks in which way to paste, with the letters that hands know from Excel."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.paste_way import PasteWay
from tracker.ui.widgets.building import column, label


class PasteSpecialDialog(QDialog):
    """What to paste, what to do with what is there, and how the block lies."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Paste special"))
        self.everything = QRadioButton(tr("&All, with the calculations"))
        self.values = QRadioButton(tr("Only &values"))
        self.replaces = QRadioButton(tr("&Replace what is there"))
        self.adds = QRadioButton(tr("A&dd to what is there"))
        self.skip_blanks = QCheckBox(tr("Skip &blank cells"))
        self.transpose = QCheckBox(tr("Transpos&e rows and columns"))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        for kind, words in ((kinds.Ok, tr("Paste")), (kinds.Cancel, tr("Cancel"))):
            self.buttons.button(kind).setText(words)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.everything.setChecked(True)
        self.replaces.setChecked(True)
        self.everything.setFocus()

    def _lay_out(self) -> None:
        outer = column(self, margin=theme.dp(20), gap=theme.dp(16))
        outer.addLayout(self._choices(tr("What is pasted"), self.everything, self.values))
        outer.addLayout(self._choices(tr("How"), self.replaces, self.adds))
        switches = column(gap=theme.dp(8))
        switches.addWidget(self.skip_blanks)
        switches.addWidget(self.transpose)
        outer.addLayout(switches)
        outer.addWidget(self.buttons)
        self.setMinimumWidth(theme.dp(320))

    def _choices(self, heading: str, *choices: QRadioButton) -> QVBoxLayout:
        """Radio buttons of which one is chosen, under a heading."""
        group = QButtonGroup(self)
        box = column(gap=theme.dp(8))
        box.addWidget(label(heading, name="section"))
        for choice in choices:
            group.addButton(choice)
            box.addWidget(choice)
        return box

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter alone chooses too, as in Excel: there is no field here to type it into."""
        letter = event.text().upper()
        marked = (self.everything, self.values, self.replaces, self.adds, self.skip_blanks, self.transpose)
        choice = next((one for one in marked if letter and one.text().partition("&")[2][:1].upper() == letter), None)
        if choice is None:
            super().keyPressEvent(event)
        else:
            choice.setFocus()
            choice.click()

    @property
    def way(self) -> PasteWay:
        """What is chosen."""
        return PasteWay(
            values=self.values.isChecked(),
            transpose=self.transpose.isChecked(),
            skip_blanks=self.skip_blanks.isChecked(),
            add=self.adds.isChecked(),
        )
