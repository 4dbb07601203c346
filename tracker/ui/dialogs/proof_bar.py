"""The bar of the proof-reader: where the text comes from, the month of its figures, what is listed, from finding to finding."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from tracker.i18n import tr
from tracker.ui.widgets.building import tool_button
from tracker.ui.widgets.flow_layout import FlowBar
from tracker.ui.widgets.ranking_choice import LabelledCombo


class ProofBar(FlowBar):
    """Buttons and choices; the dialog connects them."""

    def __init__(self, month: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open = _outlined(tr("Open a file…"), "folder-open", tr("A bulletin as .docx or .txt") + "  Ctrl+O")
        self.paste = _outlined(tr("Paste a text"), "clipboard-text", tr("The clipboard’s text in place of what is here"))
        self.month = LabelledCombo(tr("Figures to"))
        months = [(number, tr("month {number}", number=number)) for number in range(1, 13)]
        self.month.offer([(None, tr("as the text says")), *months], month)
        self.month.setToolTip(tr("The month that the figures run to, where the text does not say"))
        self.listed = LabelledCombo(tr("Findings listed"))
        self.listed.offer([(False, tr("what needs a look")), (True, tr("everything"))], False)
        self.before = _outlined(tr("Finding before"), "caret-up", "Shift+F8")
        self.next = _outlined(tr("Next finding"), "caret-down", "F8")
        self.copy = _outlined(tr("Copy what to mend"), "copy", tr("What is wrong and how to write it, for the author"))
        for widget in (self.open, self.paste, self.month):
            self.flow.addWidget(widget)
        self.flow.push()
        for widget in (self.listed, self.before, self.next, self.copy):
            self.flow.addWidget(widget)
        self.tell(needs_a_look=False, found=False)

    def tell(self, *, needs_a_look: bool, found: bool) -> None:
        """Whether anything needs a look, and whether anything was found."""
        for button in (self.before, self.next):
            button.setEnabled(found)
        self.copy.setEnabled(needs_a_look)


def _outlined(text: str, icon: str, tip: str) -> QToolButton:
    button = tool_button(text, tip=tip, icon=icon)
    button.setProperty("role", "outlined")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
