"""The month's course: who has reported, whom to remind, publishing, correcting, opening again; for one window."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.ui.dialogs.message import tell
from tracker.ui.dialogs.reason import ReasonDialog
from tracker.ui.months import month_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.store.book import Book
    from tracker.ui.main_window import MainWindow

# What needs numpy is imported where it is used: the first window has none.


class MonthCourse:
    """The commands of the 数据 menu; nothing happens where no book is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._session = window.session

    @property
    def is_published(self) -> bool:
        """Whether the month in view is published."""
        return self._window.summary is not None and self._window.summary.published

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

    def publish(self) -> None:
        """Show what stands against it, then publish the month."""
        from tracker.exchange.publishing import publish_month
        from tracker.ui.dialogs.publish import PublishDialog
        from tracker.ui.models.publishing import against

        book, live, hints = self._session.book, self._session.live, self._session.hints
        if book is None or live is None or hints is None:
            return
        self._window.finish_typing()
        dialog = PublishDialog(self._window, live, against(book, live, hints.open(), today=today()))
        agreed = bool(dialog.exec())
        dialog.deleteLater()
        if agreed:
            month = live.month
            self._do(book, tr("Publish {month}", month=month_text(month)), lambda: publish_month(book, month, today=today()))

    def reopen(self) -> None:
        """Ask why, then open the published month again."""
        from tracker.store.publications import reopen

        book, live = self._session.book, self._session.live
        if book is None or live is None:
            return
        month = live.month
        sentence = tr("Open {month} again?", month=month_text(month))
        note = tr(
            "Only while nobody has seen it: its figures can be changed again. The publication stays on record with the reason."
        )
        dialog = ReasonDialog(self._window, sentence, note, tr("Open again"))
        agreed, reason = bool(dialog.exec()), dialog.words
        dialog.deleteLater()
        if agreed:
            self._do(book, tr("Open {month} again", month=month_text(month)), lambda: reopen(book, month, reason))

    def correct(self) -> None:
        """Ask which figures are right and why, then correct the published month."""
        from tracker.store.corrections import correct
        from tracker.ui.dialogs.correct import CorrectDialog

        book, live = self._session.book, self._session.live
        if book is None or live is None:
            return
        month = live.month
        dialog = CorrectDialog(self._window, book, live)
        agreed, figures, reason = bool(dialog.exec()), dialog.corrected, dialog.reason
        dialog.deleteLater()
        if agreed:
            self._do(book, tr("Correct {month}", month=month_text(month)), lambda: correct(book, month, figures, reason))

    def list_corrections(self) -> None:
        """Open the list of the month's corrections."""
        from tracker.ui.dialogs.corrections import CorrectionsDialog

        book, live = self._session.book, self._session.live
        if book is None or live is None:
            return
        dialog = CorrectionsDialog(self._session, book, live, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _do(self, book: Book, label: str, write: Callable[[], object]) -> None:
        """One change that no undo takes back: what was published is opened again or corrected, never undone."""
        try:
            with book.change(label):
                write()
        except TrackerError as error:
            tell(self._window, str(error))
            return
        book.forget_steps()
        self._window.commands.refresh()
        self._session.say(tr("Done: {label}", label=label))


def today() -> datetime.date:
    """The calendar's day."""
    return datetime.datetime.now().astimezone().date()
