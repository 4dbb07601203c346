"""回执: for each sender what was taken of its files and what was not, to be pasted into a chat or printed."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QWidget

from tracker.exchange.submissions.plan import Plan
from tracker.exchange.submissions.receipt import Key, Receipt, receipts
from tracker.i18n import tr
from tracker.reports.document_file import save
from tracker.reports.receipt import ReceiptPaper, receipts_pdf
from tracker.store.settings import office
from tracker.ui import theme
from tracker.ui.dialogs.message import tell, tell_result
from tracker.ui.intake_deeds import today
from tracker.ui.models.record_model import RecordColumn, RecordModel
from tracker.ui.session import Session
from tracker.ui.widgets.building import column, named, room_for, row
from tracker.ui.widgets.dialog_buttons import button_line, table_button
from tracker.ui.widgets.notice import Notice
from tracker.ui.widgets.record_table import RecordTable


class ReceiptsDialog(QDialog):
    """The senders at the left, the receipt of the one in hand at the right; `unwritten` figures are ticked and wait."""

    def __init__(
        self, session: Session, taken: tuple[Plan, Collection[Key]], parent: QWidget | None, *, unwritten: int = 0
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Receipts"))
        self._session = session
        self.receipts = receipts(*taken)
        self.model: RecordModel[Receipt] = RecordModel((RecordColumn(tr("Sender"), _sender, strong=True),), self)
        self.model.show(self.receipts)
        self.table = RecordTable(self.model, tr("Sender"))
        self.text = named(QPlainTextEdit(), tr("Receipt"))
        self.copy = table_button(tr("Copy this one"), self._copy, role="primary")
        self.copy_all = table_button(tr("Copy all"), self._copy_all)
        self.save = table_button(tr("Save all as PDF…"), self._ask_where)
        self.leave = table_button(tr("Close"), self.reject)
        self.notice = Notice()
        self._lay_out()
        if unwritten:
            self.notice.tell(tr("{count} ticked figures are not written yet: here they count as not taken.", count=unwritten))
        self.table.chosen.connect(self._show)
        if self.receipts:
            self.table.choose_row(0)
        self._show()

    def _lay_out(self) -> None:
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.table.setFixedWidth(theme.dp(176))
        both = row(gap=theme.dp(12))
        both.addWidget(self.table)
        both.addWidget(self.text, 1)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(12))
        outer.addWidget(self.notice)
        outer.addLayout(both, 1)
        outer.addLayout(button_line((self.copy, self.copy_all, self.save), self.leave))
        self.resize(room_for(self, 900, 560))

    def _show(self) -> None:
        shown = self.table.record
        self.text.setPlainText(shown.text if isinstance(shown, Receipt) else "")
        for button in (self.copy, self.copy_all, self.save):
            button.setEnabled(bool(self.receipts))

    def _copy(self) -> None:
        shown = self.table.record
        if isinstance(shown, Receipt):
            QGuiApplication.clipboard().setText(shown.text)
            self._session.say(tr("Receipt copied; paste it in the chat."))

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(one.text for one in self.receipts))
        self._session.say(tr("{count} receipts copied.", count=len(self.receipts)))

    def _ask_where(self) -> None:
        path = self._session.folder() / f"{tr('Receipts')}.pdf"
        chosen, _kind = QFileDialog.getSaveFileName(self, tr("Save all as PDF"), str(path), tr("PDF files (*.pdf)"))
        if chosen:
            self.save_pdf(Path(chosen))

    def save_pdf(self, path: Path) -> None:
        """Set all of them in the background, a page or more for each sender."""
        book, made, day = self._session.book, self.receipts, today()
        if book is None:
            return
        office_name = office(book)
        task = self._session.tasks.run(tr("Setting the receipts"), lambda _progress: set_pdf(path, made, office_name, day))
        task.returned.connect(self._tell_saved)
        task.failed.connect(self._tell_failed)

    def _tell_saved(self, path: Path) -> None:
        tell_result(self, tr("The receipts are saved."), path)

    def _tell_failed(self, error: Exception) -> None:
        tell(self, str(error))


def set_pdf(path: Path, made: Collection[Receipt], office_name: str, day: datetime.date) -> Path:
    """Write the receipts as a PDF; for a thread of its own. Raises ReportError."""
    papers = [ReceiptPaper(one.title, one.lines) for one in made]
    save(receipts_pdf(papers, office=office_name, date=day), path)
    return path


def _sender(receipt: Receipt) -> str:
    return tr("Nobody known") if receipt.unit is None else receipt.unit.name
