"""本月: how the month stands at a glance, and the way to whatever is to be done about it; every line leads somewhere."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.metrics.reporting import UnitReport
from tracker.metrics.row import Row
from tracker.store.journal import Entry
from tracker.store.undo_log import TABLES
from tracker.ui import theme
from tracker.ui.models.home_month import Check, CountyLine, HomeMonth, Named, home_month
from tracker.ui.page import Page
from tracker.ui.session import Session
from tracker.ui.summary import summary_of
from tracker.ui.views.home_columns import LAST_COLUMNS, EndsLine
from tracker.ui.views.home_sections import HomeSections
from tracker.ui.views.home_steps import HomeSteps
from tracker.ui.widgets.building import scrolled
from tracker.ui.widgets.column_board import ColumnBoard
from tracker.ui.widgets.empty_page import EmptyPage

if TYPE_CHECKING:
    from tracker.store.changed import Changed


class HomeView(Page):
    """The steps above, below them the parts in up to three stacks, which scroll together."""

    reads = frozenset(TABLES)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.steps = HomeSteps()
        self.parts = HomeSections()
        self.month: HomeMonth | None = None
        self.empty = EmptyPage(tr("There are no units or no indicators yet."), tr("Set up units and indicators"))
        parts = self.parts
        board = ColumnBoard(
            [parts.reports, parts.chase, parts.checks], [parts.county, parts.ends], [parts.moves, parts.named, parts.recent]
        )
        self.area = scrolled(board)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.begin_at(self.steps.collect)

    def _lay_out(self) -> None:
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.steps)
        column.addWidget(self.area, 1)
        self._stack.addWidget(content)
        self._stack.addWidget(self.empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._stack)

    def _connect(self) -> None:
        parts, ask = self.parts, self.command_requested.emit
        self.steps.asked.connect(ask)
        self.empty.asked.connect(lambda: ask("setup"))
        parts.reports.opened.connect(lambda _group, _column: ask("reports"))
        parts.reports.linked.connect(lambda: ask("reports"))
        parts.chase.opened.connect(lambda report, _column: self._go_to_report(report))
        parts.chase.linked.connect(lambda: ask("copy_reminder"))
        parts.checks.opened.connect(lambda check, _column: self._go_to_check(check))
        parts.checks.linked.connect(lambda: ask("next_hint"))
        parts.county.opened.connect(lambda line, _column: self._go_to_indicator(line))
        parts.county.linked.connect(lambda: ask("ranking"))
        parts.ends.opened.connect(self._go_to_end)
        parts.ends.linked.connect(lambda: ask("ranking"))
        parts.moves.opened.connect(lambda row, _column: self._go_to_row(row))
        parts.moves.linked.connect(lambda: ask("ranking"))
        parts.named.opened.connect(lambda line, _column: self._go_to_named(line))
        parts.recent.opened.connect(lambda entry, _column: self._go_to_entry(entry))
        parts.recent.linked.connect(lambda: ask("journal"))

    def title(self) -> str:
        return tr("This month")

    def refresh(self, changed: Changed | None) -> None:
        book, live, hints = self.session.book, self.session.live, self.session.hints
        if book is None or live is None or hints is None or not live.indicators or not live.roster.units:
            self.month = None
            self._stack.setCurrentIndex(1)
            return
        today = datetime.datetime.now().astimezone().date()
        self.month = home_month(book, live, self.session.ranked or live, hints, today=today)
        self.steps.show_month(self.month, summary_of(book, live, hints), writable=self.session.writable)
        self.parts.show_month(self.month, live, today=today)
        self._stack.setCurrentIndex(0)

    def _go(self, page: str, unit: UnitId | None, indicator: IndicatorId | None) -> None:
        self.place_requested.emit(page, unit, indicator)

    def _go_to_report(self, report: UnitReport) -> None:
        self._go("entry", report.unit.id, None)

    def _go_to_check(self, check: Check) -> None:
        self._go("entry", check.unit.id, check.indicator.id)

    def _go_to_indicator(self, line: CountyLine) -> None:
        self._go("ranking", None, line.indicator.id)

    def _go_to_end(self, line: EndsLine, column: int) -> None:
        row = line.last if column in LAST_COLUMNS and line.last is not None else line.first or line.last
        if row is not None:
            self._go_to_row(row)

    def _go_to_row(self, row: Row) -> None:
        if self.month is not None and self.month.lead is not None:
            self._go("ranking", row.unit.id, self.month.lead.id)

    def _go_to_named(self, named: Named) -> None:
        self._go("ranking", named.units[0].id if named.units else None, named.indicator.id)

    def _go_to_entry(self, entry: Entry) -> None:
        self.entry_requested.emit(entry.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colors().base)
