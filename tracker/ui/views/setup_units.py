"""单位: the units as a sheet, their groups beside it; added, edited, put in order, merged, removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from tracker.domain.unit import Unit, UnitId
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.metrics.merger import merge
from tracker.store import positions, units
from tracker.store.book import Book
from tracker.store.faults import StillUsed
from tracker.store.unit_lists import UnitLine, add_units
from tracker.ui.dialogs.add_units import AddUnitsDialog
from tracker.ui.dialogs.merge_units import Merger, MergeUnitsDialog
from tracker.ui.dialogs.message import MessageDialog, tell
from tracker.ui.models.sheet_model import SheetModel
from tracker.ui.models.units_sheet import LAST, UnitsSheet
from tracker.ui.months import month_text
from tracker.ui.page import Fact, Status
from tracker.ui.session import Session
from tracker.ui.views.sheet_edits import SheetEdits
from tracker.ui.widgets.building import column, row
from tracker.ui.widgets.empty_tab import EmptyTab
from tracker.ui.widgets.first_focus import FirstFocus
from tracker.ui.widgets.group_panel import GroupPanel
from tracker.ui.widgets.setup_bar import SetupBar
from tracker.ui.widgets.sheet_table import SheetTable
from tracker.ui.widgets.total_row import Fill

NUMBERS = 64


class UnitsTab(FirstFocus):
    """A tab of the setup page: see SetupView for what it asks of one."""

    said = Signal(str)
    status_changed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.model = SheetModel(self)
        self.table = SheetTable(self.model, tr("Units"), names=NUMBERS)
        self.edits = SheetEdits(self.table)
        self.groups = GroupPanel(session)
        self.bar = SetupBar()
        self.empty = EmptyTab(
            tr("There are no units yet. Bring up the townships of your county, or paste a list."), [(tr("Add units…"), self.add)]
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self.edits.said.connect(self.said)
        self.table.grid.selection_moved.connect(self._tell)

    def _lay_out(self) -> None:
        self.writing = [
            self.bar.add_button(tr("Add units…"), self.add, icon="plus"),
            self.bar.add_button(tr("Merge into…"), self.merge, icon="git-merge"),
            self.bar.add_button(tr("Move up"), lambda: self.move_by(-1), icon="arrow-up", tip="Alt+↑"),
            self.bar.add_button(tr("Move down"), lambda: self.move_by(1), icon="arrow-down", tip="Alt+↓"),
            self.bar.add_button(tr("Remove"), self.remove, icon="trash"),
        ]
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.table, partial(self.move_by, step))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        beside = row()
        beside.addWidget(self._stack, 1)
        beside.addWidget(self.groups)
        outer = column(self)
        outer.addWidget(self.bar)
        outer.addWidget(Fill("line2", height=1))
        outer.addLayout(beside, 1)

    def title(self) -> str:
        return tr("Units")

    def refresh(self) -> None:
        """Show the book as it is now."""
        book = self._session.book
        if book is None:
            return
        sheet = UnitsSheet(book)
        self.model.show_sheet(book, sheet)
        self.groups.show_groups(book)
        self._stack.setCurrentWidget(self.table if sheet.units else self.empty)
        self.begin_at(self.table if sheet.units else self.empty)
        for button in (*self.writing, *self.empty.buttons):
            button.setEnabled(not book.read_only)
        self._tell()

    def set_density(self, compact: bool) -> None:
        self.table.set_density(compact)

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return self.edits.commands

    def can(self, command: str) -> bool:
        """Whether the command makes sense now."""
        return self.model.last_row >= 0 and (command in ("copy", "select_all") or not self.model.locked())

    def show_unit(self, unit: UnitId) -> bool:
        """Go to a unit's row; whether there is one."""
        return self.table.go_to(unit, 2)

    def _chosen(self) -> list[Unit]:
        sheet = self.model.sheet
        return [sheet.unit(row) for row in self.table.selected_rows] if isinstance(sheet, UnitsSheet) else []

    def _tell(self) -> None:
        chosen = self._chosen()
        names = "" if not chosen else chosen[0].name if len(chosen) == 1 else f"{chosen[0].name} – {chosen[-1].name}"
        self.status_changed.emit(Status(names, (Fact(tr("Units"), str(self.model.last_row + 1)),)))

    def add(self) -> None:
        """Ask for units and add them in one change."""
        book = self._session.book
        if book is None or book.read_only:
            return
        dialog = AddUnitsDialog(self.window(), [unit.name for unit in units.units(book)])
        if dialog.exec():
            self.add_lines(dialog.asked)

    def add_lines(self, lines: list[UnitLine]) -> None:
        """Add the units and go to the first of them."""
        added: list[UnitId] = []
        if self._change(_added(lines), lambda book: added.extend(add_units(book, lines))) and added:
            self.show_unit(added[0])

    def merge(self) -> None:
        """Ask where the unit in hand goes, its effect in sight, and merge it."""
        book, chosen = self._session.book, self._chosen()
        if book is None or book.read_only:
            return
        if len(chosen) != 1:
            self.said.emit(tr("Select the one unit that is to be merged into another."))
            return
        dialog = MergeUnitsDialog(self.window(), book, chosen[0], month=self._session.month)
        if dialog.exec():
            self._merge(chosen[0], dialog.asked)

    def _merge(self, unit: Unit, asked: Merger) -> None:
        book, into, last = self._session.book, asked.into, asked.last
        if book is None:
            return
        if into is None or last is None:
            words = tr("Take back the merger of {unit}", unit=unit.name)
            self._change(words, lambda book: units.update_unit(book, unit.id, merged_into=None))
            return
        heir = units.unit(book, into).name
        words = tr("Merge {unit} into {heir} after {month}", unit=unit.name, heir=heir, month=month_text(last))
        self._change(words, lambda book: merge(book, unit.id, into=into, last=last))

    def move_by(self, step: int) -> None:
        """Move the unit in hand up or down within its group."""
        sheet, chosen = self.model.sheet, self._chosen()
        if not isinstance(sheet, UnitsSheet) or len(chosen) != 1:
            self.said.emit(tr("Select the one unit that is to be moved."))
            return
        at = sheet.units.index(chosen[0])
        to = at + step
        if not 0 <= to < len(sheet.units) or sheet.units[to].group != chosen[0].group:
            self.said.emit(tr("It is at the end of its group. To move it on, give it another group."))
            return
        order = [unit.id for unit in sheet.units]
        order[at], order[to] = order[to], order[at]
        self._change(tr("Move unit {unit}", unit=chosen[0].name), lambda book: positions.order_units(book, order))

    def remove(self) -> None:
        """Remove the units in hand; what still hangs on one keeps all, and is told with the way out."""
        chosen = self._chosen()
        if not chosen:
            return
        names = tr(", ").join(unit.name for unit in chosen[:3]) + ("…" if len(chosen) > 3 else "")

        def do(book: Book) -> None:
            for unit in chosen:
                units.remove_unit(book, unit.id)

        self._change(tr("Remove units {names}", names=names), do)

    def _change(self, words: str, do: Callable[[Book], object]) -> bool:
        """Do it in one change of that label; whether it was done. Why not is told."""
        book = self._session.book
        if book is None:
            return False
        try:
            with book.change(words):
                do(book)
        except StillUsed as error:
            self._tell_way_out(error)
            return False
        except TrackerError as error:
            tell(self.window(), str(error))
            return False
        self.said.emit(words)
        return True

    def _tell_way_out(self, error: StillUsed) -> None:
        dialog = MessageDialog(self.window(), str(error))
        button = dialog.add_button(tr("Give it a last month"))
        button.clicked.connect(dialog.accept)
        if dialog.exec():
            self._go_to_last_month()

    def _go_to_last_month(self) -> None:
        rows = self.table.selected_rows
        if rows:
            columns = [column.key for column in self.model.here.columns]
            self.table.go_to(self.table.key_at(rows[0]), 1 + columns.index(LAST))


def _added(lines: list[UnitLine]) -> str:
    if len(lines) == 1:
        return tr("Add unit {unit}", unit=lines[0].name)
    return tr("Add {count} units: {first} …", count=len(lines), first=lines[0].name if lines else "")
