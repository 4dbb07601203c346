"""录入: figures typed into a grid, which is the book one of three ways round: by month, by indicator or by unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.store.changed import Changed
from tracker.ui.models.entry_choice import Choice, still_there
from tracker.ui.models.entry_destination import destination
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.models.entry_spot import Spot
from tracker.ui.models.entry_statistics import status_of
from tracker.ui.page import Page
from tracker.ui.session import Session
from tracker.ui.views.entry_bar import EntryBar
from tracker.ui.views.entry_choosing import EntryChoosing
from tracker.ui.views.entry_clipboard import EntryClipboard
from tracker.ui.views.entry_columns import EntryColumns
from tracker.ui.views.entry_commands import CELL_MENU, EntryCommands
from tracker.ui.views.entry_edits import EntryEdits
from tracker.ui.views.entry_empty import EntryEmpty
from tracker.ui.views.entry_explain import EntryExplain
from tracker.ui.views.entry_filter import FilterStrip
from tracker.ui.views.entry_find import EntryFind
from tracker.ui.views.entry_notes import EntryNotes
from tracker.ui.views.entry_position import EntryPosition
from tracker.ui.views.entry_return import Whereabouts, go_back, whereabouts
from tracker.ui.views.entry_table import EntryTable
from tracker.ui.widgets.grid_menu import GridMenu
from tracker.ui.widgets.total_row import Fill


class EntryView(Page):
    """Keeps the cell and the scroll position when the way round, the month, the columns or the lines change."""

    reads = frozenset({"setting", "unit_group", "unit", "indicator", "target", "figure", "month_state"})

    spot_changed = Signal(object)
    """The current cell is another one; its Spot, None where there is none. Comes when the event loop comes round."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.bar, self.strip = EntryBar(), FilterStrip()
        self.model = EntryModel(session, self)
        self.table = EntryTable(self.model)
        self.grid, self.total = self.table.grid, self.table.total
        self.edits = EntryEdits(self.grid, self.model)
        self.clipboard = EntryClipboard(self.grid, self.model, self.edits)
        self.columns = EntryColumns(self.grid, self.model, session.settings)
        self.notes = EntryNotes(session, self)
        self.finding = EntryFind(self.grid, self.model, self.edits)
        self.explain = EntryExplain(self)
        self._position = EntryPosition(self.grid, self.model)
        self.choosing = EntryChoosing(self, self._position)
        self._deeds = EntryCommands(self)
        self.empty = EntryEmpty()
        self.empty.setup_asked.connect(self.setup_requested)
        self._stack = QStackedWidget()
        self._able: list[bool] = []
        self._spot: Spot | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        self._lay_out()
        self._connect_grid()

    def _lay_out(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (self.bar, self.finding.bar, Fill("line2", height=1), self.strip):
            box.addWidget(widget)
        beside = QHBoxLayout()
        beside.addWidget(self._stack, 1)
        beside.addWidget(self.explain.panel)
        box.addLayout(beside, 1)
        self.begin_at(self.grid)

    def _connect_grid(self) -> None:
        self.model.modelAboutToBeReset.connect(self._position.keep)
        self.model.modelReset.connect(self._show_anew)
        self.model.refused.connect(self._say)
        self.model.dataChanged.connect(self._soon.start)
        self.columns.changed.connect(self.model.choose)
        self.grid.selection_moved.connect(self._soon.start)
        self.grid.refused.connect(self._say)
        self.edits.said.connect(self._say)
        self.notes.said.connect(self._say)
        GridMenu(self.grid).asked.connect(lambda place: self.menu_asked.emit(place, CELL_MENU))

    def title(self) -> str:
        return tr("Entry")

    def refresh(self, changed: Changed | None) -> None:
        live, sheet = self.session.live, self.model.sheet
        if changed is not None:
            self.model.take(changed)
        elif live is None or sheet is None or sheet.book is not self.session.book:
            self.model.choose(self.columns.ordered(Choice(way=self.model.choice.way)))
        else:
            self.model.choose(still_there(self.model.choice, live))

    def current_spot(self) -> Spot | None:
        """The current cell in the words of the book; None where there is none."""
        at, model = self.grid.selection.at, self.model
        inside = 0 <= at.row <= model.last_row and model.first_column <= at.column <= model.last_column
        return model.spot(*at) if inside else None

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return self._deeds.table

    def can(self, command: str) -> bool:
        return self._deeds.can(command)

    def jump_to(self, unit: UnitId | None, indicator: IndicatorId | None) -> bool:
        live = self.session.live
        spot = None
        if live is not None and self.model.sheet is not None:
            spot = destination(live, self.model.choice, self.current_spot(), unit=unit, indicator=indicator)
        return spot is not None and self.choosing.go_to(spot)

    def place(self) -> object:
        return whereabouts(self)

    def return_to(self, place: object) -> None:
        if isinstance(place, Whereabouts):
            go_back(self, place)

    def set_density(self, compact: bool) -> None:
        self.table.set_density(compact)

    def _show_anew(self) -> None:
        """After a reset: columns as wide as they are to be, hand and eye where they were, or why there is nothing to see."""
        sheet, choice = self.model.sheet, self.model.choice
        self.columns.fit()
        self.table.measure()
        empty = self.model.last_row < 0 or self.model.last_column < self.model.first_column
        if empty:
            self.empty.tell(self.session.live, filtered=choice.is_filtered)
        self._stack.setCurrentIndex(1 if empty else 0)
        self._position.restore()
        if sheet is not None and choice.is_filtered:
            self.strip.tell(sheet.lines.left_out, totals=sheet.has_total)
        self.strip.setVisible(sheet is not None and choice.is_filtered)
        self._show_bar()
        self._soon.start()

    def _show_bar(self) -> None:
        sheet, spot = self.model.sheet, self.current_spot()
        if sheet is not None:
            lead = (spot.indicator if spot is not None else None) or next((one.id for one in sheet.live.indicators), None)
            self.bar.show_choice(sheet.live, self.model.choice, sheet.layout, lead)

    def _tell(self) -> None:
        """Tell the window what is selected, and what can be done if that is another now. A page that is not seen may be stale."""
        if not self.isVisible():
            return
        spot = self.current_spot()
        if spot != self._spot:
            self._spot = spot
            self.spot_changed.emit(spot)
        self.status_changed.emit(status_of(self.model, self.grid.selection.at, self.grid.selection.spans))
        able = [self.can(command) for command in self.commands]
        if able != self._able:
            self._able = able
            self.commands_changed.emit()

    def _say(self, text: str) -> None:
        """Say a passing word, after the status of the selection, which would take its place."""
        self._soon.stop()
        self._tell()
        self.session.say(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()
