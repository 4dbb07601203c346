"""记录: who changed what and when, the newest first; each entry row by row in words, to be checked, copied, reverted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.store import figures, indicators, journal, units
from tracker.store.journal import Entry, EntryFilter
from tracker.store.undo_log import TABLES
from tracker.ui import theme
from tracker.ui.models.journal_model import entry_columns
from tracker.ui.models.record_model import RecordModel
from tracker.ui.page import Page, Status
from tracker.ui.session import Session
from tracker.ui.theme import dp
from tracker.ui.views.journal_bar import EVERYTHING, JournalBar
from tracker.ui.views.journal_deeds import JournalDeeds
from tracker.ui.views.journal_entry import JournalEntryPanel
from tracker.ui.widgets.building import scrolled
from tracker.ui.widgets.empty_page import EmptyPage
from tracker.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from tracker.store.changed import Changed

AT_ONCE = 200
"""So many entries are read at a time."""
LEAST = 300
"""The height that both parts need together; a lower window scrolls."""
SPLIT = "journal/split"


class JournalView(Page):
    """The entries above, the chosen one below; which are shown is chosen in the bar."""

    reads = frozenset(TABLES)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.bar = JournalBar()
        self.model: RecordModel[Entry] = RecordModel(entry_columns(), self)
        self.table = RecordTable(self.model, tr("Entries of the journal"))
        self.entry = JournalEntryPanel()
        self.deeds = JournalDeeds(self)
        self.empty = EmptyPage(tr("No entry is as asked for."), tr("Show all"))
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.begin_at(self.table)

    def _lay_out(self) -> None:
        for part in (self.table, self.entry):
            self.splitter.addWidget(part)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes(_sizes(self.session.settings.text(SPLIT)))
        self.splitter.setMinimumHeight(dp(LEAST))
        self._stack.addWidget(scrolled(self.splitter))
        self._stack.addWidget(self.empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.bar)
        page.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.wanted.connect(lambda _filter: self._show_entries())
        self.bar.revert.clicked.connect(self.deeds.revert)
        self.bar.check.clicked.connect(self.deeds.check_chain)
        self.bar.copy.clicked.connect(self.deeds.copy_all)
        self.empty.asked.connect(lambda: self.bar.choose(EVERYTHING))
        self.table.chosen.connect(self._show_entry)
        self.splitter.splitterMoved.connect(self._remember_split)

    def title(self) -> str:
        return tr("Journal")

    @property
    def chosen(self) -> Entry | None:
        """The entry that is shown below."""
        record = self.table.record
        return record if isinstance(record, Entry) else None

    def refresh(self, changed: Changed | None) -> None:
        if self.session.book is None:
            self.model.show(())
            self.entry.show_entry(None, None)
            return
        if changed is None or changed.tables & {"unit", "indicator", "setting"}:
            self._offer()
        self._show_entries()

    def show_figure(self, unit: UnitId | None, indicator: IndicatorId | None, month: Month | None) -> None:
        """Show only what changed the figure of a unit, an indicator, a month, or of what is given of them together."""
        self.bar.choose(EntryFilter(unit=unit, indicator=indicator, month=month))

    def show_entry(self, entry: int) -> None:
        """Choose the entry of that id, among all."""
        if self.bar.filter != EVERYTHING:
            self.bar.choose(EVERYTHING)
        while self.model.records and self.model.records[-1].id > entry and self.model.canFetchMore():
            self.model.fetchMore()
        rows = [at for at, each in enumerate(self.model.records) if each.id == entry]
        if rows:
            self.table.choose_row(rows[0])

    def _offer(self) -> None:
        book = self.session.book
        if book is None:
            return
        first, last = figures.first_month(book), figures.last_month(book)
        months = [last.plus(-back) for back in range(first.until(last) + 1)] if first and last else []
        self.bar.offer(units.units(book), indicators.indicators(book), months, journal.people(book))

    def _show_entries(self) -> None:
        """Read the newest entries; one below the top that was chosen stays so, at the top the newest is."""
        was = self.chosen if self.table.currentIndex().row() > 0 else None
        first = self._read(None)
        self.model.show(first, self._following)
        self._stack.setCurrentIndex(0 if first else 1)
        rows = [at for at, entry in enumerate(first) if was is not None and entry.id == was.id]
        if first:
            self.table.choose_row(rows[0] if rows else 0)
        else:
            self._show_entry()

    def _following(self, shown: int) -> Sequence[Entry]:
        return self._read(self.model.records[shown - 1].id) if shown else []

    def _read(self, before: int | None) -> list[Entry]:
        book = self.session.book
        if book is None:
            return []
        return journal.entries(book, newest_first=True, limit=AT_ONCE, filter=self.bar.filter, before=before)

    def _show_entry(self) -> None:
        entry = self.chosen
        self.entry.show_entry(self.session.book, entry)
        self.bar.revert.setEnabled(self.deeds.can_revert(entry))
        self.status_changed.emit(None if entry is None else Status(tr("Entry {number}", number=entry.id)))
        self.commands_changed.emit()

    def _remember_split(self) -> None:
        self.session.settings.set_text(SPLIT, " ".join(map(str, self.splitter.sizes())))

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"copy": self.deeds.copy, "select_all": self.table.selectAll}

    def can(self, command: str) -> bool:
        return self.model.rowCount() > 0

    def set_density(self, compact: bool) -> None:
        for table in (self.table, self.entry.table):
            table.set_compact(compact)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colors().base)


def _sizes(text: str) -> list[int]:
    """The heights of both parts, as remembered, else three to two."""
    words = text.split()
    return [int(word) for word in words] if len(words) == 2 and all(map(str.isdecimal, words)) else [300, 200]
