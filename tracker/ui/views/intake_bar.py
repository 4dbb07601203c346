"""The bars of 收表: above, where files come from and what is shown; below, what is written and the receipts."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from tracker.i18n import tr
from tracker.ui.models.intake_lines import SHOWN_WORDS, IntakeChoice
from tracker.ui.theme import dp
from tracker.ui.views.hints_bar import outlined
from tracker.ui.widgets.building import CutLabel, row
from tracker.ui.widgets.flow_layout import FlowBar
from tracker.ui.widgets.ranking_choice import LabelledCombo
from tracker.ui.widgets.ranking_segments import Segments


class IntakeBar(FlowBar):
    """The choices are widgets of their own, which the page fills; in a narrow window they go on in a second line."""

    def __init__(self) -> None:
        super().__init__()
        self.files = outlined(tr("Choose files…"), "file-plus", tr("Files that units sent in; they can be dropped here as well"))
        self.folder = outlined(tr("Choose a folder…"), "folder-open", tr("A folder with everything that units sent in"))
        self.order = Segments(tr("Headings"))
        self.shown = LabelledCombo(tr("Shown lines"))
        self.words = outlined(tr("Senders’ words…"), "chat-text", tr("What was explained of the words that senders use"))
        self.forms = outlined(tr("Make forms…"), "table", tr("A form for each unit, to be filled in and sent back"))
        for widget in (self.files, self.folder, self.order, self.shown):
            self.flow.addWidget(widget)
        self.flow.push()
        for widget in (self.words, self.forms):
            self.flow.addWidget(widget)

    def show_choice(self, choice: IntakeChoice) -> None:
        """Offer what there is, with what is in force chosen."""
        self.order.offer([(False, tr("By file")), (True, tr("By unit"))], choice.by_unit)
        self.shown.offer([(shown, tr(text)) for shown, text in SHOWN_WORDS.items()], choice.shown)


class IntakeFoot(QWidget):
    """What the plan comes to, and the one button that writes."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.words = CutLabel()
        self.keep = QCheckBox(tr("Keep the files in the book"))
        self.keep.setToolTip(tr("As evidence: the files themselves are stored in the book, with their SHA-256"))
        tip = tr("For each sender what was taken and what was not, to be sent back")
        self.receipts = outlined(tr("Receipts…"), "receipt", tip)
        self.write = QPushButton()
        self.write.setProperty("role", "primary")
        line = row(self, gap=dp(8))
        line.setContentsMargins(dp(12), dp(6), dp(12), dp(6))
        line.addWidget(self.words, 1)
        for widget in (self.keep, self.receipts, self.write):
            line.addWidget(widget)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Say on the button how much it would write."""
        self.write.setText(tr("Write {count} figures", count=count) if count else tr("Nothing to write"))
