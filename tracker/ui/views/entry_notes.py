"""Notes to figures of the entry grid: asked for, stored, removed, each as a change of the book."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.indicator import Kind
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.store.figures import figure, set_note
from tracker.ui.dialogs.note import NoteDialog
from tracker.ui.models.entry_sheet import EntrySheet
from tracker.ui.models.entry_spot import Spot
from tracker.ui.months import month_text
from tracker.ui.session import Session


class EntryNotes(QObject):
    """Works on one spot at a time."""

    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._parent = parent

    def can_edit(self, sheet: EntrySheet, spot: Spot | None) -> bool:
        """Whether the spot has a figure of its own that may have a note now; reads nothing: the window asks at every step."""
        if sheet.book.read_only or spot is None or spot.figure is None:
            return False
        reported = any(one.id == spot.indicator and one.kind is not Kind.RATIO for one in sheet.live.indicators)
        return reported and not sheet.marks.is_published(spot.month)

    def edit(self, spot: Spot | None) -> None:
        """Ask for the note to the spot's figure, and store it if it is another one."""
        book, live = self._session.book, self._session.live
        if book is None or live is None or spot is None or spot.figure is None:
            return
        there = figure(book, *spot.figure)
        before = there.note if there is not None else ""
        dialog = NoteDialog(self._parent, self._words(live, spot), before)
        if dialog.exec() and dialog.note != before:
            self._store(spot, dialog.note, self._words(live, spot))
        dialog.deleteLater()

    def _store(self, spot: Spot, note: str, place: str) -> None:
        book = self._session.book
        if book is None or spot.figure is None:
            return
        label = tr("Note on {place}", place=place) if note else tr("Remove the note on {place}", place=place)
        try:
            with book.change(label):
                set_note(book, *spot.figure, note=note)
        except TrackerError as problem:
            self.said.emit(str(problem))

    def _words(self, live: Live, spot: Spot) -> str:
        """云溪镇 · 实际到位省外资金 · 2026年9月."""
        unit = next((one.name for one in live.units if one.id == spot.unit), "")
        indicator = next((one.name for one in live.indicators if one.id == spot.indicator), "")
        return " · ".join((unit, indicator, month_text(spot.month)))
