"""收到日期: the clerk's own word on when a unit's report of a month arrived."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDialog, QDialogButtonBox, QWidget

from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.metrics.reporting import UnitReport
from tracker.ui import theme
from tracker.ui.months import month_text
from tracker.ui.widgets.building import column, label, named


class ArrivalDialog(QDialog):
    """After it is accepted `day` is the date, None where the report has not come."""

    def __init__(self, parent: QWidget | None, report: UnitReport, month: Month, *, today: datetime.date) -> None:
        super().__init__(parent)
        self.day: datetime.date | None = report.received
        sentence = tr("When did {unit} report for {month}?", unit=report.unit.name, month=month_text(month))
        self.setWindowTitle(tr("Date of arrival"))
        self.setAccessibleName(sentence)
        self.date = named(QDateEdit(), tr("Date of arrival"))
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setDate(_qt_date(report.received or today))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self.buttons.button(kinds.Save).setText(tr("Save"))
        self.buttons.button(kinds.Cancel).setText(tr("Cancel"))
        self.none = self.buttons.addButton(tr("It has not come"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.none.setEnabled(report.received is not None)
        self.none.clicked.connect(lambda: self._take(None))
        self.buttons.accepted.connect(lambda: self._take(_day_of(self.date.date())))
        self.buttons.rejected.connect(self.reject)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(12))
        outer.addWidget(label(sentence, name="sentence", wraps=True))
        outer.addWidget(self.date)
        outer.addWidget(self.buttons)
        self.setMinimumWidth(theme.dp(420))
        self.date.setFocus()

    def _take(self, day: datetime.date | None) -> None:
        self.day = day
        self.accept()


def _qt_date(day: datetime.date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day_of(day: QDate) -> datetime.date:
    return datetime.date(day.year(), day.month(), day.day())
