"""The month's course: who has reported, whom to remind; for one window."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from tracker.i18n import tr
from tracker.ui.months import month_text

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow

# What needs numpy is imported where it is used: the first window has none.


class MonthCourse:
    """The commands of the 数据 menu; nothing happens where no book is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._session = window.session

    def list_reports(self) -> None:
        """Open the list of who has reported; choosing a unit goes to its row."""
        from tracker.ui.dialogs.month_reports import MonthReportsDialog

        if self._session.book is None:
            return
        dialog = MonthReportsDialog(self._session, self._window, today=today())
        dialog.unit_chosen.connect(lambda unit: self._window.way.go_to(unit, None))
        dialog.exec()
        dialog.deleteLater()

    def copy_reminder(self) -> None:
        """Put the text that reminds whoever has not reported on the clipboard, and say so."""
        from tracker.metrics.reporting import month_reports
        from tracker.ui.models.chasing import chase_text

        book, live = self._session.book, self._session.live
        if book is None or live is None:
            return
        text = chase_text(month_reports(book, live, today=today()), today=today())
        if text:
            QGuiApplication.clipboard().setText(text)
            self._session.say(tr("Reminder copied; paste it in the chat."))
        else:
            self._session.say(tr("{month}: every unit has reported", month=month_text(live.month)))


def today() -> datetime.date:
    """The calendar's day."""
    return datetime.datetime.now().astimezone().date()
