"""免责名单: who is exempt from the black list, for which months and why; added to and ended here."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from tracker.domain.exemption import Exemption
from tracker.i18n import tr
from tracker.store.exemptions import exemptions
from tracker.ui import theme
from tracker.ui.exemption_deeds import ExemptionDeeds
from tracker.ui.models.exemption_columns import exemption_columns
from tracker.ui.models.journal_names import Names
from tracker.ui.models.record_model import RecordModel
from tracker.ui.session import Session
from tracker.ui.widgets.building import column, label, room_for
from tracker.ui.widgets.dialog_buttons import button_line, table_button
from tracker.ui.widgets.record_table import RecordTable


class ExemptionsDialog(QDialog):
    """Follows the book while it is open."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Exemptions from the black list"))
        self._session = session
        self._deeds = ExemptionDeeds(session, self)
        self.model: RecordModel[Exemption] = RecordModel((), self)
        self._read()
        self.table = RecordTable(self.model, tr("Exemptions from the black list"))
        self.add = table_button(tr("Add…"), lambda: self._deeds.exempt(None, None), role="primary")
        self.end = table_button(tr("End the exemption"), self._end)
        self.copy = table_button(tr("Copy table"), self._copy)
        self.leave = table_button(tr("Close"), self.reject)
        self._lay_out()
        self.table.chosen.connect(self._enable)
        session.data_changed.connect(self._read_again)
        self._enable()

    def _lay_out(self) -> None:
        outer = column(self, margin=theme.dp(20), gap=theme.dp(10))
        note = tr(
            "Who is exempt is never on the black list, but is shown beside it with the reason. Published months keep theirs."
        )
        outer.addWidget(label(note, name="note", wraps=True))
        outer.addWidget(self.table, 1)
        outer.addLayout(button_line((self.add, self.end, self.copy), self.leave))
        self.resize(room_for(self, 860, 480))

    def _read(self) -> None:
        book = self._session.book
        if book is not None:
            self.model.columns = exemption_columns(Names(book))
            self.model.show(exemptions(book))

    def _read_again(self) -> None:
        row = self.table.currentIndex().row()
        self._read()
        if self.model.records:
            self.table.choose_row(max(0, min(row, len(self.model.records) - 1)))
        self._enable()

    def _enable(self) -> None:
        writable = self._session.writable
        self.add.setEnabled(writable)
        self.end.setEnabled(writable and self.table.record is not None)
        self.copy.setEnabled(bool(self.model.records))

    def _end(self) -> None:
        if self.table.record is not None:
            self._deeds.end(self.table.record)

    def _copy(self) -> None:
        self._session.say(tr("{lines} rows copied; paste them in WPS or Excel.", lines=self.table.copy_all()))
