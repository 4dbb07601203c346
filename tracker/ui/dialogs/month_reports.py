"""报送情况: who has reported for the month, when, whole or in part, in time or late; and the text that reminds the others."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QSpinBox, QWidget

from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.metrics.reporting import MonthReports, Standing, UnitReport, month_reports
from tracker.store import reports
from tracker.ui import theme
from tracker.ui.dialogs.arrival import ArrivalDialog
from tracker.ui.dialogs.message import tell
from tracker.ui.models.chasing import chase_text, day_text
from tracker.ui.models.record_model import RecordModel
from tracker.ui.models.report_columns import deadline_text, report_columns
from tracker.ui.months import month_text
from tracker.ui.session import Session
from tracker.ui.widgets.building import column, label, named, room_for, row
from tracker.ui.widgets.dialog_buttons import button_line, table_button
from tracker.ui.widgets.ranking_segments import Segments
from tracker.ui.widgets.record_table import RecordTable

LATE = "late"


class MonthReportsDialog(QDialog):
    """Follows the book while it is open; `unit_chosen` when a row is opened, and then it closes."""

    unit_chosen = Signal(object)
    """A UnitId."""

    def __init__(self, session: Session, parent: QWidget | None, *, today: datetime.date) -> None:
        super().__init__(parent)
        self._session = session
        self._today = today
        self._found = self._read()
        self.heading, self.due = label(name="sentence"), label(name="note")
        self.shown = Segments(tr("Which units"))
        self.model: RecordModel[UnitReport] = RecordModel(report_columns(self._found.deadline), self)
        self.table = RecordTable(self.model, tr("Who has reported"))
        self.day = _day_box(self)
        self.chase = table_button(tr("Copy the reminder"), self._copy_reminder, role="primary")
        self.copy = table_button(tr("Copy table"), self._copy_table)
        self.arrival = table_button(tr("Date of arrival…"), self._ask_for_arrival)
        self.leave = table_button(tr("Close"), self.reject)
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Who has reported"))
        outer = column(self, margin=theme.dp(20), gap=theme.dp(10))
        outer.addWidget(self.heading)
        line = row(gap=theme.dp(8))
        line.addWidget(self.due, 1)
        line.addWidget(label(tr("Due by this day of the next month")))
        line.addWidget(self.day)
        outer.addLayout(line)
        outer.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self.table, 1)
        outer.addLayout(button_line((self.chase, self.copy, self.arrival), self.leave))
        self.resize(room_for(self, 940, 620))

    def _connect(self) -> None:
        self.shown.picked.connect(lambda _which: self._show())
        self.table.opened.connect(self._choose_unit)
        self.table.chosen.connect(self._enable)
        self.day.editingFinished.connect(self._set_day)
        self._session.data_changed.connect(self._read_again)

    def _read(self) -> MonthReports:
        book, live = self._session.book, self._session.live
        assert book is not None, "the dialog is opened on a book"
        assert live is not None, "a book has its figures"
        return month_reports(book, live, today=self._today)

    def _read_again(self) -> None:
        self._found = self._read()
        self._show()

    def _show(self) -> None:
        """Show the units that are asked for; the one that is current stays so."""
        found, was = self._found, self.table.record
        sent = len(found.standing(Standing.IN_PART)) + len(found.standing(Standing.COMPLETE))
        month, of = month_text(found.month), len(found.reports)
        self.heading.setText(tr("{month}: {sent} of {of} units have reported", month=month, sent=sent, of=of))
        self.due.setText(tr("Due by {day}, {left}", day=day_text(found.deadline), left=deadline_text(found, self._today)))
        self.day.setValue(found.deadline.day)
        which = self.shown.value
        self._offer(which)
        self.model.columns = report_columns(found.deadline)
        self.model.show(report for report in found.reports if _is_shown(report, which))
        rows = [at for at, report in enumerate(self.model.records) if was is not None and report.unit.id == was.unit.id]
        if self.model.records:
            self.table.choose_row(rows[0] if rows else 0)
        self._enable()

    def _offer(self, which: object) -> None:
        found = self._found
        counted = {
            None: (tr("All"), len(found.reports)),
            Standing.MISSING: (tr("Not reported"), len(found.standing(Standing.MISSING))),
            Standing.IN_PART: (tr("In part"), len(found.standing(Standing.IN_PART))),
            LATE: (tr("Late"), sum(report.late for report in found.reports)),
        }
        self.shown.offer([(value, f"{text} {count}") for value, (text, count) in counted.items()], which)

    def _enable(self) -> None:
        writable = self._session.writable
        self.arrival.setEnabled(writable and self.table.record is not None)
        self.day.setEnabled(writable)
        self.chase.setEnabled(bool(chase_text(self._found, today=self._today)))

    def _choose_unit(self, report: UnitReport) -> None:
        self.accept()
        self.unit_chosen.emit(report.unit.id)

    def _copy_reminder(self) -> None:
        QGuiApplication.clipboard().setText(chase_text(self._found, today=self._today))
        self._session.say(tr("Reminder copied; paste it in the chat."))

    def _copy_table(self) -> None:
        count = self.table.copy_all()
        self._session.say(tr("{lines} rows copied; paste them in WPS or Excel.", lines=count))

    def _ask_for_arrival(self) -> None:
        report, book = self.table.record, self._session.book
        if report is None or book is None:
            return
        dialog = ArrivalDialog(self, report, self._found.month, today=self._today)
        if dialog.exec():
            name = report.unit.name
            with book.change(tr("{unit}: date of arrival", unit=name)):
                reports.set_arrival(book, report.unit.id, self._found.month, dialog.day)
        dialog.deleteLater()

    def _set_day(self) -> None:
        book, day = self._session.book, self.day.value()
        if book is None or not self._session.writable or day == reports.deadline_day(book):
            return
        try:
            with book.change(tr("Reports are due by day {day}", day=day)):
                reports.set_deadline_day(book, day)
        except TrackerError as error:
            tell(self, str(error))


def _is_shown(report: UnitReport, which: object) -> bool:
    return which is None or (report.late if which == LATE else report.standing is which)


def _day_box(dialog: QWidget) -> QSpinBox:
    box = named(QSpinBox(dialog), tr("Due by this day of the next month"))
    box.setRange(1, 31)
    box.setFixedWidth(theme.dp(64))
    return box
