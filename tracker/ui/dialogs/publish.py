"""发布: what is not done yet, what is frozen and who stands first, before a month is published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.models.publishing import Against, First, against_columns, first_columns, firsts
from tracker.ui.models.record_model import RecordModel
from tracker.ui.months import month_text
from tracker.ui.widgets.building import column, label, room_for
from tracker.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from tracker.metrics.live import Live


class PublishDialog(QDialog):
    """Nothing here forbids: the office decides."""

    def __init__(self, parent: QWidget | None, live: Live, not_done: Sequence[Against]) -> None:
        super().__init__(parent)
        month = live.month
        self.setWindowTitle(tr("Publish"))
        self.sentence = label(tr("Publish {month}?", month=month_text(month)), name="sentence")
        self.setAccessibleName(self.sentence.text())
        self.against: RecordModel[Against] = RecordModel(against_columns(), self)
        self.firsts: RecordModel[First] = RecordModel(first_columns(), self)
        self.against.show(not_done)
        self.firsts.show(firsts(live))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(tr("Publish month {number}", number=month.number))
        self.buttons.button(kinds.Ok).setDefault(True)
        self.buttons.button(kinds.Cancel).setText(tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out(month)

    def _lay_out(self, month: Month) -> None:
        outer = column(self, margin=theme.dp(20), gap=theme.dp(10))
        outer.addWidget(self.sentence)
        if self.against.records:
            outer.addWidget(_table(self.against, tr("Not done yet")), 2)
        else:
            outer.addWidget(label(tr("All units have reported, everything can be read."), name="note", wraps=True))
        outer.addWidget(label(_frozen(month), name="note", wraps=True))
        if self.firsts.records:
            outer.addWidget(_table(self.firsts, tr("First place")), 3)
        outer.addWidget(self.buttons)
        self.resize(room_for(self, 720, 560))


def _table(model: RecordModel[Against] | RecordModel[First], name: str) -> RecordTable:
    table = RecordTable(model, name)
    table.setMinimumHeight(theme.dp(84))
    return table


def _frozen(month: Month) -> str:
    return tr(
        "The figures of {month} are locked. Its ranking is kept with its figures, targets and rules, and prints the same for "
        "ever. What turns out to be wrong is put right by a numbered correction.",
        month=month_text(month),
    )
