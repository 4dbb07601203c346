"""榜单: the month's red and black lists, who is last again and again, who has nothing, who is late; each with its evidence."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.exemption import Exemption
from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.metrics.lists_month import ByWhat, MonthLists, leading_indicator, month_lists
from tracker.metrics.lists_named import ListKind, NamedList, named_lists
from tracker.store.undo_log import TABLES
from tracker.ui import theme
from tracker.ui.context_menu import LINE
from tracker.ui.exemption_deeds import ExemptionDeeds
from tracker.ui.models.lists_lines import ListChoice, ListLine, kinds_offered, list_lines
from tracker.ui.models.lists_text import lists_text
from tracker.ui.models.ranking_board import SCORE
from tracker.ui.page import Fact, Page, Status
from tracker.ui.session import Session
from tracker.ui.views.lists_bar import ListsBar
from tracker.ui.views.ranking_boards import boards_offered
from tracker.ui.widgets.empty_page import EmptyPage
from tracker.ui.widgets.lists_table import ListsTable

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.store.changed import Changed

ON_ENTRY = (ListKind.ZERO, ListKind.LATE)
"""The lists that lead to the entry page; the others lead to the ranking."""
COUNTED = (ListKind.RED, ListKind.BLACK, ListKind.RUNNING, ListKind.LATE)
MENU = ("open_named", LINE, "exempt", "end_exemption", LINE, "copy", LINE, "exemptions", "list_rules")


class ListsView(Page):
    """The page; what is chosen in its bar lasts while it lives."""

    reads = frozenset(TABLES)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._by: object = None
        self._choice = ListChoice()
        self.lists: MonthLists | None = None
        self._named: list[NamedList] = []
        self.deeds = ExemptionDeeds(session, self)
        self.bar = ListsBar()
        self.table = ListsTable(tr("Lists and lights"))
        self.empty = EmptyPage("", tr("Set up units and indicators"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.begin_at(self.table)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.bar)
        page.addWidget(self._stack, 1)

    def _connect(self) -> None:
        bar, ask = self.bar, self.command_requested.emit
        bar.basis.picked.connect(self._choose_basis)
        bar.kinds.picked.connect(lambda kind: self._choose(replace(self._choice, kind=kind)))
        bar.groups.picked.connect(lambda group: self._choose(replace(self._choice, group=group)))
        bar.copy_table.clicked.connect(lambda: self._copy(everything=True))
        bar.copy_text.clicked.connect(self.copy_words)
        bar.rules.clicked.connect(lambda: ask("list_rules"))
        bar.exemptions.clicked.connect(lambda: ask("exemptions"))
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._tell)
        self.table.menu_asked.connect(self._ask_for_menu)
        self.empty.asked.connect(lambda: ask("setup"))

    def title(self) -> str:
        return tr("Lists and lights")

    def refresh(self, changed: Changed | None) -> None:
        book, kept = self.session.book, self._current()
        try:
            live = self.session.ranked
            offered = [] if live is None else boards_offered(live)
            by = self._basis(live, offered)
            today = datetime.datetime.now().astimezone().date()
            self.lists = None if book is None or live is None or by is None else month_lists(book, live, by, today=today)
        except TrackerError as error:  # what is kept of a published month is damaged; a scheme cannot work
            self._show_empty(str(error))
            return
        if self.lists is None or live is None:
            self._show_empty(tr("There are no units or no indicators yet."))
            return
        self._named = named_lists(self.lists)
        groups = [(group.id, group.name) for group in live.roster.groups]
        if self._choice.group not in (None, *(id_ for id_, _ in groups)):
            self._choice = replace(self._choice, group=None)
        chosen = (self._by, self._choice.kind, self._choice.group)
        self.bar.offer(offered, kinds_offered(self._named), [(None, tr("Whole county")), *groups], chosen=chosen)
        self._show(kept)

    def _basis(self, live: Live | None, offered: Sequence[tuple[object, str]]) -> ByWhat | None:
        """What was chosen; the leading indicator where that is not offered."""
        if live is None or not live.indicators:
            return None
        if self._by not in [value for value, _ in offered]:
            lead = leading_indicator(live)
            self._by = None if lead is None else lead.id
        return ByWhat(None if self._by == SCORE else next(one.id for one in live.indicators if one.id == self._by))

    def _show(self, kept: tuple[ListKind, UnitId | None] | None) -> None:
        self.table.lines.show(list_lines(self._named, self._choice))
        self._stack.setCurrentIndex(0)
        self.bar.enable_copies(True)
        rows = [row for row, line in enumerate(self.table.lines.records) if (line.of.kind, line.unit) == kept]
        if rows:
            self.table.choose_row(rows[0])
        self._tell()

    def _show_empty(self, sentence: str) -> None:
        self.lists, self._named = None, []
        self.table.lines.show([])
        self.empty.tell(sentence)
        self._stack.setCurrentIndex(1)
        self.bar.enable_copies(False)
        self.status_changed.emit(None)
        self.commands_changed.emit()

    def _choose_basis(self, by: object) -> None:
        self._by = by
        self.refresh(None)

    def _choose(self, choice: ListChoice) -> None:
        self._choice = choice
        self._show(self._current())

    @property
    def line(self) -> ListLine | None:
        """The line in hand."""
        found = self.table.record
        return found if isinstance(found, ListLine) else None

    def _current(self) -> tuple[ListKind, UnitId | None] | None:
        return None if self.line is None else (self.line.of.kind, self.line.unit)

    def _open(self, line: ListLine) -> None:
        """Go to where the line's unit stands on the page that its list is of."""
        if line.unit is None and line.of.kind is not ListKind.LIGHTS:
            return
        if line.of.kind in ON_ENTRY:
            self.figure_requested.emit(line.unit, line.of.indicator)
        else:
            by_score = self.lists is not None and self.lists.scores is not None and line.of.kind is not ListKind.LIGHTS
            self.place_requested.emit("ranking", line.unit, SCORE if by_score else line.of.indicator)

    def open_current(self) -> None:
        """The same for the line in hand."""
        if self.line is not None:
            self._open(self.line)

    @property
    def _exemption(self) -> Exemption | None:
        """What exempts the unit in hand."""
        return None if self.line is None or self.line.named is None else self.line.named.exemption

    def exempt(self) -> None:
        """Exempt the unit in hand, from what its list is about."""
        if self.line is not None and self.line.unit is not None:
            self.deeds.exempt(self.line.unit, self.line.of.indicator)

    def end_exemption(self) -> None:
        """Exempt the unit in hand no longer."""
        if self._exemption is not None:
            self.deeds.end(self._exemption)

    def copy_words(self) -> None:
        """Put what is shown on the clipboard in words."""
        if self.lists is not None:
            QGuiApplication.clipboard().setText(lists_text(self.table.lines.records, self.lists.month))
            self.session.say(tr("Lists copied; paste them in the chat."))

    def _copy(self, *, everything: bool) -> None:
        count = self.table.copy_all() if everything or not self.table.rows else self.table.copy()
        self.session.say(tr("{lines} rows copied; paste them in WPS or Excel.", lines=count))

    def _ask_for_menu(self, place: QPoint) -> None:
        self.menu_asked.emit(place, MENU)

    def _tell(self) -> None:
        context = self.line.named.name if self.line is not None and self.line.named is not None else tr("Lists and lights")
        counted = [one for one in self._named if one.kind in COUNTED]
        self.status_changed.emit(Status(context, tuple(Fact(one.title, str(one.count)) for one in counted)))
        self.commands_changed.emit()

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {
            "copy": lambda: self._copy(everything=False),
            "select_all": self.table.selectAll,
            "open_named": self.open_current,
            "exempt": self.exempt,
            "end_exemption": self.end_exemption,
        }

    def can(self, command: str) -> bool:
        if command == "open_named":
            return self.line is not None and (self.line.unit is not None or self.line.of.kind is ListKind.LIGHTS)
        if command == "exempt":
            return self.line is not None and self.line.unit is not None and self.deeds.can_change()
        if command == "end_exemption":
            return self._exemption is not None and self.deeds.can_change()
        return self.lists is not None

    def jump_to(self, unit: UnitId | None, indicator: IndicatorId | None) -> bool:
        if indicator is not None and unit is None:
            return False
        for row, line in enumerate(self.table.lines.records):
            if line.unit is not None and line.unit == unit:
                self.table.choose_row(row)
                return True
        return False

    def set_density(self, compact: bool) -> None:
        self.table.set_compact(compact)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colors().base)
