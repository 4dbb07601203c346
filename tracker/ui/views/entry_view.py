"""录入: figures typed into a grid, which is the book one of three ways round: by month, by indicator or by unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.store.changed import Changed
from tracker.ui.models.entry_choice import Choice, Way, revealed, still_there, turned
from tracker.ui.models.entry_destination import destination
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.models.entry_spot import Spot
from tracker.ui.models.entry_statistics import status_of
from tracker.ui.page import Page
from tracker.ui.session import Session
from tracker.ui.views.entry_bar import EntryBar
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

    reads = frozenset({"unit_group", "unit", "indicator", "target", "figure", "month_state"})

    spot_changed = Signal(object)
    """The current cell is another one; its Spot, None where there is none. Comes when the event loop comes round."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.bar, self.strip = EntryBar(), FilterStrip()
        self.model = EntryModel(session, self)
        self.table = EntryTable(self.model)
        self.grid, self.total = self.table.grid, self.table.total
        self.edits = EntryEdits(self.grid, self.model, session)
        self.columns = EntryColumns(self.grid, self.model, session.settings)
        self.notes = EntryNotes(session, self)
        self.finding = EntryFind(self.grid, self.model, self.edits)
        self.explain = EntryExplain(self)
        self._deeds = EntryCommands(self)
        self.empty = EntryEmpty()
        self.empty.setup_asked.connect(self.setup_requested)
        self._stack = QStackedWidget()
        self._position = EntryPosition(self.grid, self.model)
        self._able: list[bool] = []
        self._spot: Spot | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        self._lay_out()
        self._connect_bar()
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
        self.setFocusProxy(self.grid)

    def _connect_bar(self) -> None:
        bar = self.bar
        bar.way_chosen.connect(self.turn)
        bar.entered_by_chosen.connect(lambda chosen: self._choose(entered_by=chosen))
        bar.hidden_chosen.connect(lambda hidden: self._choose(hidden=hidden))
        bar.indicator_chosen.connect(lambda indicator: self._choose(indicator=indicator))
        bar.unit_chosen.connect(lambda unit: self._choose(unit=unit))
        bar.group_chosen.connect(lambda group: self._choose(only=group))
        bar.filter_chosen.connect(lambda chosen: self._choose(filter=chosen))
        self.strip.cleared.connect(self.show_all_lines)

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
        self.grid.fold_asked.connect(self._fold)

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

    def _choose(self, **fields: object) -> None:
        self.model.choose(replace(self.model.choice, **fields))  # type: ignore[arg-type]

    def turn(self, way: Way) -> None:
        """Show the book another way round, with the current cell in it: in a month's sheet its month comes into view."""
        spot = self.current_spot()
        if spot is not None and spot.unit is None and way is Way.INDICATORS_MONTHS:
            spot = self._first_of_group(spot)
        choice = self.columns.ordered(turned(self.model.choice, way, spot))
        self._position.aim(spot)
        if way is Way.UNITS_INDICATORS and spot is not None and spot.month != self.session.month:
            self.model.choice = choice
            self.session.set_month(spot.month)  # which refreshes this page
        else:
            self.model.choose(choice)

    def _first_of_group(self, spot: Spot) -> Spot:
        """The same cell of the first unit that a subtotal counts."""
        units = self.session.live.units if self.session.live is not None else []
        first = next((unit.id for unit in units if unit.group == spot.group and unit.listed_in(spot.month)), None)
        return replace(spot, unit=first)

    def show_all_lines(self) -> None:
        """Take every filter away."""
        self._choose(only=None, filter=None)

    def current_spot(self) -> Spot | None:
        """The current cell in the words of the book; None where there is none."""
        at, model = self.grid.selection.at, self.model
        inside = 0 <= at.row <= model.last_row and model.first_column <= at.column <= model.last_column
        return model.spot(*at) if inside else None

    def _fold(self, row: int, folded: bool | None) -> None:
        """Fold the lines below the heading of a row, or open them; None turns it round."""
        sheet, choice = self.model.sheet, self.model.choice
        heading = sheet.heading_of(row) if sheet is not None else None
        if heading is not None and (folded is None or folded != (heading in choice.folded)):
            self._choose(folded=choice.folded ^ {heading})

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
        return spot is not None and self._go_to(spot)

    def _go_to(self, spot: Spot) -> bool:
        """Show the spot's cell, without the filter if that hides it; whether it could be."""
        choice = revealed(self.model.choice, spot)
        for shown in (choice, replace(choice, filter=None)):
            self.model.choose(shown)
            at = self.model.sheet.find(spot) if self.model.sheet is not None else None
            if (at is not None and self.model.here.lines[at.row].heads is None) or (spot.unit is None and at is not None):
                self.grid.go(at)
                self.grid.setFocus()
                return True
        return False

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
