"""录入: the grid units × indicators of the month in view, with the county's total under it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollBar, QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.store.changed import Changed
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.models.entry_month import Choice
from tracker.ui.models.entry_place import destination, find, revealed, still_there
from tracker.ui.models.entry_spot import Spot
from tracker.ui.models.entry_statistics import status_of
from tracker.ui.models.entry_total import EntryTotal
from tracker.ui.page import Page
from tracker.ui.session import Session
from tracker.ui.theme import dp, row_height
from tracker.ui.views.entry_bar import EntryBar
from tracker.ui.views.entry_commands import CELL_MENU, EntryCommands
from tracker.ui.views.entry_edits import EntryEdits
from tracker.ui.views.entry_find import EntryFind
from tracker.ui.views.entry_notes import EntryNotes
from tracker.ui.views.entry_position import EntryPosition
from tracker.ui.views.entry_return import Whereabouts, go_back, whereabouts
from tracker.ui.views.entry_widths import column_widths, names_width, room_for_total
from tracker.ui.widgets.figure_grid import FigureGrid
from tracker.ui.widgets.frozen_grid import bind
from tracker.ui.widgets.grid_menu import GridMenu
from tracker.ui.widgets.total_row import Fill, TotalRow


class EntryView(Page):
    """Keeps the cell and the scroll position when the month, the columns or the groups change."""

    reads = frozenset({"unit_group", "unit", "indicator", "target", "figure", "month_state"})

    spot_changed = Signal(object)
    """The current cell is another one; its Spot, None where there is none. Comes when the event loop comes round."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.bar = EntryBar()
        self.model = EntryModel(session, self)
        self.grid = FigureGrid(self.model, self.model)
        county = EntryTotal(self.model)
        self.total = TotalRow(county, county, self.grid)
        self.edits = EntryEdits(self.grid, self.model, session)
        self.notes = EntryNotes(session, self)
        self.finding = EntryFind(self.grid, self.model, self.edits)
        self._deeds = EntryCommands(self)
        self.down, self.across = QScrollBar(Qt.Orientation.Vertical), QScrollBar(Qt.Orientation.Horizontal)
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, wordWrap=True)
        self._over_bar = QWidget()
        self._stack = QStackedWidget()
        self._position = EntryPosition(self.grid, self.model)
        self._able: list[bool] = []
        self._spot: Spot | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        self._lay_out()
        self._connect()
        self.set_density(False)

    def _lay_out(self) -> None:
        self.grid.setAccessibleName(tr("Entry"))
        self.grid.names.setAccessibleName(tr("Unit"))
        self.total.setAccessibleName(tr("County total"))
        self._nothing.setContentsMargins(dp(24), dp(24), dp(24), dp(24))
        self._stack.addWidget(self._table())
        self._stack.addWidget(self._nothing)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.finding.bar)
        box.addWidget(Fill("line2", height=1))
        box.addWidget(self._stack, 1)
        self.setFocusProxy(self.grid)

    def _table(self) -> QWidget:
        """The grid, the total under it, and their scroll bars outside of both, so that the two are equally wide."""
        bind(self.down, self.grid.verticalScrollBar())
        bind(self.across, self.grid.horizontalScrollBar())
        beside = QVBoxLayout()
        beside.addWidget(self._over_bar)
        beside.addWidget(self.down, 1)
        sheet = QWidget()
        self._sheet = table = QGridLayout(sheet)
        table.setContentsMargins(0, 0, 0, 0)
        table.setSpacing(0)
        table.addWidget(self.grid, 0, 0, 1, 2)
        table.addLayout(beside, 0, 2)
        table.addWidget(Fill("text2", height=2), 1, 0, 1, 3)
        table.addWidget(self.total, 2, 0, 1, 2)
        table.addWidget(Fill("total"), 2, 2)
        table.addWidget(self.across, 3, 1)
        table.setColumnStretch(1, 1)
        return sheet

    def _connect(self) -> None:
        self.bar.entered_by_chosen.connect(lambda chosen: self.model.choose(replace(self.model.choice, entered_by=chosen)))
        self.bar.hidden_chosen.connect(lambda hidden: self.model.choose(replace(self.model.choice, hidden=hidden)))
        self.bar.group_chosen.connect(lambda group: self.model.choose(replace(self.model.choice, only=group)))
        self.model.modelAboutToBeReset.connect(self._position.keep)
        self.model.modelReset.connect(self._show_anew)
        self.model.refused.connect(self._say)
        self.model.dataChanged.connect(self._soon.start)
        self.model.totals_changed.connect(self._widen)
        self.grid.selection_moved.connect(self._soon.start)
        self.grid.refused.connect(self._say)
        self.edits.said.connect(self._say)
        self.notes.said.connect(self._say)
        GridMenu(self.grid).asked.connect(lambda place: self.menu_asked.emit(place, CELL_MENU))
        self.grid.fold_asked.connect(self._fold)

    def title(self) -> str:
        return tr("Entry")

    def refresh(self, changed: Changed | None) -> None:
        live, month = self.session.live, self.model.month
        if changed is not None:
            self.model.take(changed)
        elif live is None or month is None or month.book is not self.session.book:
            self.model.choose(Choice())
        else:
            self.model.choose(still_there(self.model.choice, live))

    def current_spot(self) -> Spot | None:
        """The current cell in the words of the book; None where there is none."""
        at, model = self.grid.selection.at, self.model
        inside = 0 <= at.row <= model.last_row and model.first_column <= at.column <= model.last_column
        return model.spot(*at) if inside else None

    def _fold(self, row: int, folded: bool | None) -> None:
        """Fold the group of a row, or open it; None turns it round."""
        month, choice = self.model.month, self.model.choice
        if month is None:
            return
        line = month.lines[row]
        was = line.group.id in choice.folded
        if folded is None or folded != was:
            self.model.choose(replace(choice, folded=choice.folded ^ {line.group.id}))

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return self._deeds.table

    def can(self, command: str) -> bool:
        return self._deeds.can(command)

    def jump_to(self, unit: UnitId | None, indicator: IndicatorId | None) -> bool:
        place = destination(self.model, self.grid.selection.at, unit, indicator)
        if place is None:
            return False
        self.model.choose(revealed(self.model.choice, place))
        at = find(self.model, place)
        if at is None:
            return False
        self.grid.go(at)
        self.grid.setFocus()
        return True

    def place(self) -> object:
        return whereabouts(self)

    def return_to(self, place: object) -> None:
        if isinstance(place, Whereabouts):
            go_back(self, place)

    def set_density(self, compact: bool) -> None:
        self._compact = compact
        self._measure()

    def _measure(self) -> None:
        """Set the height of the rows and the width of the names."""
        row, names = row_height(compact=self._compact), names_width(self.model, self.grid.editing.kit)
        self.grid.set_measures(row, names)
        self.total.set_measures(row, names)
        self._over_bar.setFixedHeight(2 * row)
        self._sheet.setColumnMinimumWidth(0, names)

    def _show_anew(self) -> None:
        """After a reset: columns as wide as their figures, hand and eye where they were, or why there is nothing to see."""
        if self.session.live is not None:
            self.bar.show_choice(self.session.live, self.model.choice)
        for column, width in enumerate(column_widths(self.model), start=self.model.first_column):
            self.grid.setColumnWidth(column, width)
        self._measure()
        empty = self.model.last_row < 0 or self.model.last_column < self.model.first_column
        self._nothing.setText(self._why_nothing() if empty else "")
        self._stack.setCurrentIndex(1 if empty else 0)
        self._position.restore()
        self._soon.start()

    def _why_nothing(self) -> str:
        live = self.session.live
        if live is None or not live.units:
            return tr("There are no units yet. Load a data folder from the menu “File”.")
        if not live.indicators:
            return tr("There are no indicators yet. Load a data folder from the menu “File”.")
        return tr("No unit is listed in this month.")

    def _widen(self, first: int, last: int) -> None:
        """Give a column more room when its total has outgrown it; it does not shrink under the hand."""
        for column in range(first, last + 1):
            wanted = room_for_total(self.model, column)
            if wanted > self.grid.columnWidth(column):
                self.grid.setColumnWidth(column, wanted)

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

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme, another type: what is painted with changes too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            for delegate in (self.grid.delegate, self.total.delegate):
                delegate.forget_kit()
