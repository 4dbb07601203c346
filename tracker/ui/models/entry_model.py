"""录入 as an item model: the cells of one sheet, whichever way round it is; the names in the first column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.metrics.row import Rates
from tracker.store.changed import Changed
from tracker.ui.models.cells import Cell, Comparison, NameCell, Role
from tracker.ui.models.columns import Column, Subject
from tracker.ui.models.entry_cells import full_title, header_block, header_word, make_cell, name_cell, spoken_cell
from tracker.ui.models.entry_choice import Choice
from tracker.ui.models.entry_figures import Value, plain_text
from tracker.ui.models.entry_ghosts import cell_tooltip, comparisons
from tracker.ui.models.entry_refusals import locked, refusal
from tracker.ui.models.entry_sheet import EntrySheet
from tracker.ui.models.entry_spot import FigureKey, Spot
from tracker.ui.models.entry_touched import FOLLOWED, touched_by
from tracker.ui.models.entry_writing import Outcome, Typing, edit_text, write
from tracker.ui.months import month_text
from tracker.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Display = Qt.ItemDataRole
NO_INDEX = QModelIndex()
ASPECTS = {
    Display.DisplayRole: "text",
    Role.KIND: "kind",
    Role.HINT: "hint",
    Role.NOTE: "note",
    Role.LOCKED: "locked",
    Role.BLOCK_END: "block_end",
}
"""What can be asked of a cell by a role of its own; a name has only some of it."""


class EntryModel(QAbstractTableModel):
    """Column 0 holds the names, column n the figures of `column(n)`. `sheet` is None while no book is open."""

    first_column = 1
    refused = Signal(str)
    """Why what was typed could not be stored."""
    totals_changed = Signal(list)
    """The columns whose county total is another one."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.sheet: EntrySheet | None = None
        self.choice = Choice()
        self._hints: Mapping[FigureKey, str] = {}
        self._cells: dict[tuple[int, int], Cell] = {}
        self._roles: dict[int, Callable[[int, int], Any]] = {
            Role.CELL: self.any_cell,
            Role.VALUE: self.value,
            Display.EditRole: self.edit_text,
            Display.ToolTipRole: self.tooltip,
            Display.AccessibleTextRole: self._spoken,
            **{role: partial(self._aspect, name) for role, name in ASPECTS.items()},
        }

    def reset(self) -> None:
        """Lay the sheet out anew: other lines, other columns."""
        self.beginResetModel()
        book, live = self._session.book, self._session.live
        self._cells.clear()
        self.sheet = None
        if book is not None and live is not None:
            self.sheet = EntrySheet(book, live, self.choice, self._hints)
        self.endResetModel()

    def choose(self, choice: Choice) -> None:
        """Show the book in another way."""
        self.choice = choice
        self.reset()

    def set_hints(self, hints: Mapping[FigureKey, str]) -> None:
        """Mark these figures, and no others, as worth another look, each with its reason; repaints only what differs."""
        before, self._hints = self._hints, hints
        if self.sheet is None:
            return
        self.sheet.hints = hints
        for key in {key for key in before.keys() | hints.keys() if before.get(key) != hints.get(key)}:
            for row, column in self.sheet.cells_of(key):
                self._cells.pop((row, column), None)
                self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def take(self, changed: Changed) -> None:
        """Follow a change of the book, as narrowly as it allows."""
        sheet = self.sheet
        if sheet is None or changed.tables - FOLLOWED:
            self.reset()
            return
        touched = touched_by(changed, sheet.live.units, sheet.live.indicators)
        if touched is None:
            sheet.marks.forget()
            self._cells.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(self.last_row, self.last_column))
            self.totals_changed.emit(list(range(self.first_column, self.last_column + 1)))
        else:
            sheet.marks.take(changed.rows)
            self._show(*sheet.reach(touched))

    def _show(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Make these cells anew, and the names beside them."""
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
            for column in columns:
                self._cells.pop((row, column), None)
            for run in _runs(columns):
                self.dataChanged.emit(self.index(row, run[0]), self.index(row, run[-1]))
        if columns:
            self.totals_changed.emit(list(columns))

    @property
    def last_row(self) -> int:
        return len(self.sheet.lines) - 1 if self.sheet else -1

    @property
    def last_column(self) -> int:
        return len(self.sheet.columns) if self.sheet else 0

    @property
    def here(self) -> EntrySheet:
        """The sheet; of whoever asks for a cell there must be one."""
        if self.sheet is None:
            raise RuntimeError("no book is open")
        return self.sheet

    def column(self, column: int) -> Column:
        """What the column fixes; the first one of figures is column 1."""
        return self.here.column(column)

    def subject(self, row: int, column: int) -> Subject | None:
        """What the cell shows a figure of; None for a name and in a heading of indicators."""
        return self.here.subject(row, column) if column else None

    def spot(self, row: int, column: int) -> Spot | None:
        """The cell in the words of the book; None for a name."""
        return self.here.spot(row, column) if column else None

    def is_unit(self, row: int) -> bool:
        return self.here.is_typed_row(row)

    def is_typed(self, column: int) -> bool:
        return column > 0 and self.column(column).typed

    def is_filled(self, row: int, column: int) -> bool:
        return bool(self.cell(row, column).text)

    def refusal(self, row: int, column: int) -> str:
        return refusal(self.here, row, column)

    def locked(self) -> str:
        """Why nothing at all can be typed now; "" where something can."""
        return "" if self.sheet is None else locked(self.sheet)

    def compare(self, row: int, column: int, text: str) -> list[Comparison]:
        subject, figures = self.subject(row, column), self.figures(row, column)
        return comparisons(subject, figures, text) if subject is not None and figures is not None else []

    def figures(self, row: int, column: int) -> Rates | None:
        """The unit's or the group's figures that the cell is one of; None where there can be none."""
        return self.here.figures(row, column)

    def cell(self, row: int, column: int) -> Cell:
        """The cell of a figure, made when first asked for."""
        found = self._cells.get((row, column))
        if found is None:
            found = self._cells[row, column] = make_cell(self.here, row, column)
        return found

    def any_cell(self, row: int, column: int) -> Cell | NameCell:
        """The cell, or in the first column the name."""
        return self.cell(row, column) if column else name_cell(self.here, row)

    def _aspect(self, name: str, row: int, column: int) -> object:
        return getattr(self.any_cell(row, column), name, None)

    def value(self, row: int, column: int) -> Value:
        """The unrounded figure, None for a blank, an unreadable cell and the names."""
        return None if column == 0 or self.cell(row, column).unreadable else self.here.value(row, column)

    def edit_text(self, row: int, column: int) -> str:
        """What the editor begins with."""
        unit, subject = self.here.lines[row].unit, self.subject(row, column)
        if unit is None or subject is None:
            return ""
        cell = self.cell(row, column)
        return edit_text(self.here.book, Typing(unit, subject, cell.text if cell.unreadable else ""), self.value(row, column))

    def plain_text(self, row: int, column: int) -> str:
        """The cell as another program reads it: names as they are, figures in full."""
        cell, subject = self.any_cell(row, column), self.subject(row, column)
        if isinstance(cell, NameCell) or cell.unreadable or subject is None:
            return cell.text
        return plain_text(subject, self.value(row, column))

    def tooltip(self, row: int, column: int) -> str:
        """What the pointer is told after a moment."""
        subject, figures = self.subject(row, column), self.figures(row, column) if column else None
        if self.here.lines[row].unit is None or subject is None or figures is None:
            return ""
        return cell_tooltip(subject, figures, self.cell(row, column))

    def _spoken(self, row: int, column: int) -> str:
        if column:
            return spoken_cell(self.here, row, column, self.cell(row, column))
        name = name_cell(self.here, row)
        return " ".join(filter(None, [name.text, name.detail, name.tag]))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else self.last_row + 1

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() or self.sheet is None else self.last_column + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = index.column() > 0 and not self.refusal(index.row(), index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Display.DisplayRole) -> Any:
        give = self._roles.get(role)
        return give(index.row(), index.column()) if give is not None and index.isValid() else None

    def setData(self, index: Index, value: Any, role: int = Display.EditRole) -> bool:
        """Store what was typed into a cell; False, and `refused` says why, where it could not be."""
        typing = self.typing(index.row(), index.column(), str(value)) if role == Display.EditRole else None
        if typing is None:
            return False
        subject, text = typing.subject, typing.text
        words = {"indicator": subject.indicator.name, "unit": typing.unit.name, "month": month_text(subject.month)}
        label = (
            tr("Enter {indicator} of {unit}, {month}", **words) if text else tr("Clear {indicator} of {unit}, {month}", **words)
        )
        try:
            self.write([typing], label)
        except TrackerError as problem:
            self.refused.emit(str(problem))
            return False
        return True

    def typing(self, row: int, column: int, text: str) -> Typing | None:
        """The text as typed into that cell; None where one cannot type."""
        unit, subject = self.here.lines[row].unit, self.subject(row, column)
        if unit is None or subject is None or self.refusal(row, column):
            return None
        return Typing(unit, subject, text)

    def write(self, typings: Sequence[Typing], label: str) -> Outcome:
        """Store texts in the book, in one change; raises TrackerError, and then nothing was changed."""
        return write(self.here.book, self.here.live, self.here.marks, typings, label)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Display.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical or self.sheet is None or section > self.last_column:
            return None
        if role == Role.BLOCK:
            return header_block(self.sheet, section)
        if role == Display.AccessibleTextRole and section:
            return full_title(self.sheet, None, section)
        return header_word(self.sheet, section) if role in (Display.DisplayRole, Display.AccessibleTextRole) else None


def _runs(columns: Sequence[int]) -> list[list[int]]:
    """Sorted columns in stretches without a gap."""
    runs: list[list[int]] = []
    for column in columns:
        if runs and runs[-1][-1] == column - 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    return runs
