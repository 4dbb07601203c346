"""录入 as an item model: units × indicators of the month in view, each indicator in its columns, the names in the first one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from tracker.domain.parsing import read_amount
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.metrics.row import Rates, Row
from tracker.store.changed import Changed
from tracker.ui.models.cells import Cell, Comparison, HeaderBlock, NameCell, Role
from tracker.ui.models.columns import Column
from tracker.ui.models.entry_figures import Value, plain_text, total_of, value_of
from tracker.ui.models.entry_ghosts import comparisons, tooltip
from tracker.ui.models.entry_month import Choice, EntryMonth
from tracker.ui.models.entry_refusals import locked, refusal
from tracker.ui.models.entry_spot import FigureKey, Spot
from tracker.ui.models.entry_touched import Touched, touched_by
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
    """Column 0 holds the names, column n the figures of `column(n)`. `month` is None while no book is open."""

    first_column = 1
    refused = Signal(str)
    """Why what was typed could not be stored."""
    totals_changed = Signal(int, int)
    """The first and the last column whose county total is another one."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.month: EntryMonth | None = None
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
        """Show the session's month anew: other units, other columns."""
        self.beginResetModel()
        book, live = self._session.book, self._session.live
        self._cells.clear()
        self.month = None
        if book is not None and live is not None:
            self.month = EntryMonth(book, live, self.choice, self._hints)
        self.endResetModel()

    def choose(self, choice: Choice) -> None:
        """Show the month in another way."""
        self.choice = choice
        self.reset()

    def set_hints(self, hints: Mapping[FigureKey, str]) -> None:
        """Mark these figures, and no others, as worth another look, each with its reason; repaints only what differs."""
        before, self._hints = self._hints, hints
        month = self.month
        if month is None:
            return
        month.hints = hints
        for unit, indicator, of in {key for key in before.keys() | hints.keys() if before.get(key) != hints.get(key)}:
            row, block = month.lines.row_of_unit.get(unit), month.block(indicator)
            if row is not None and block and of == month.live.month:
                for column in block:
                    self._cells.pop((row, column), None)
                self.dataChanged.emit(self.index(row, block[0]), self.index(row, block[-1]))

    def take(self, changed: Changed) -> None:
        """Follow a change of the book, as narrowly as it allows."""
        month = self.month
        if month is None or changed.tables - {"figure"}:
            self.reset()
            return
        touched = touched_by(changed, month.live.units, month.live.indicators, month.live.month)
        if touched is None:
            month.read_marks()
            self._cells.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(self.last_row, self.last_column))
            self.totals_changed.emit(1, self.last_column)
        else:
            month.marks.take(changed.rows)
            self._refresh(touched)

    def _refresh(self, touched: Touched) -> None:
        month = self.month
        if month is None:
            return
        rows, blocks = month.rows_of(touched.units), [month.block(indicator) for indicator in touched.indicators]
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
            for block in filter(None, blocks):
                for column in block:
                    self._cells.pop((row, column), None)
                self.dataChanged.emit(self.index(row, block[0]), self.index(row, block[-1]))
        for block in filter(None, blocks):
            self.totals_changed.emit(block[0], block[-1])

    @property
    def last_row(self) -> int:
        return len(self.month.lines) - 1 if self.month else -1

    @property
    def last_column(self) -> int:
        return len(self.month.columns) if self.month else 0

    def column(self, column: int) -> Column:
        """What the column shows; the first one of figures is column 1."""
        return self._here.columns[column - 1]

    def block(self, column: int) -> range:
        """The columns of the column's indicator."""
        return self._here.block(self.column(column).indicator.id)

    @property
    def _here(self) -> EntryMonth:
        if self.month is None:
            raise RuntimeError("no book is open")
        return self.month

    def spot(self, row: int, column: int) -> Spot | None:
        """The cell in the words of the book; None for a name."""
        return self._here.spot(self._here.lines[row], self.column(column)) if column else None

    def is_unit(self, row: int) -> bool:
        return self._here.lines[row].unit is not None

    def is_typed(self, column: int) -> bool:
        return column > 0 and self.column(column).typed

    def is_filled(self, row: int, column: int) -> bool:
        return bool(self.cell(row, column).text)

    def refusal(self, row: int, column: int) -> str:
        return refusal(self._here.book, self._here.marks, self._here.lines[row], self.column(column))

    def locked(self) -> str:
        """Why nothing at all can be typed now; "" where something can."""
        return "" if self.month is None else locked(self.month.book, self.month.marks)

    def compare(self, row: int, column: int, text: str) -> list[Comparison]:
        figures = self.figures(row, column)
        return comparisons(self.column(column), figures, text) if isinstance(figures, Row) else []

    def figures(self, row: int, column: int) -> Rates:
        """The unit's or the group's figures of the column's indicator."""
        return self._here.figures(self._here.lines[row], self.column(column).indicator.id)

    def county(self, column: int) -> Rates:
        """The county's."""
        return self._here.live.table(self.column(column).indicator.id).total(None)

    def cell(self, row: int, column: int) -> Cell:
        """The cell of a figure, made when first asked for."""
        found = self._cells.get((row, column))
        if found is None:
            found = self._cells[row, column] = self._here.cell(self._here.lines[row], self.column(column))
        return found

    def any_cell(self, row: int, column: int) -> Cell | NameCell:
        """The cell, or in the first column the name."""
        return self.cell(row, column) if column else self._here.name_cell(self._here.lines[row])

    def _aspect(self, name: str, row: int, column: int) -> object:
        return getattr(self.any_cell(row, column), name, None)

    def value(self, row: int, column: int) -> Value:
        """The unrounded figure, None for a blank, an unreadable cell and the names."""
        if column == 0:
            return None
        shown, figures = self.column(column), self.figures(row, column)
        if not self.is_unit(row):
            return total_of(shown, figures)
        return None if self.cell(row, column).unreadable else value_of(shown, figures)

    def edit_text(self, row: int, column: int) -> str:
        """What the editor begins with."""
        unit = self._here.lines[row].unit
        if column == 0 or unit is None:
            return ""
        cell, shown = self.cell(row, column), self.column(column)
        typing = Typing(unit, shown, cell.text if cell.unreadable else "")
        return edit_text(self._here.book, self._here.live.month, typing, self.value(row, column))

    def plain_text(self, row: int, column: int) -> str:
        """The cell as another program reads it: names as they are, figures in full."""
        cell = self.any_cell(row, column)
        if isinstance(cell, NameCell) or cell.unreadable:
            return cell.text
        return plain_text(self.column(column), self.value(row, column))

    def tooltip(self, row: int, column: int) -> str:
        """What the pointer is told after a moment."""
        if column == 0 or not self.is_unit(row):
            return ""
        cell, shown, figures = self.cell(row, column), self.column(column), self.figures(row, column)
        indicator = shown.indicator
        reason = read_amount(cell.text, unit=indicator.unit, decimals=indicator.decimals).reason if cell.unreadable else ""
        return tooltip(shown, figures, reason=reason or cell.hint, note=cell.note) if isinstance(figures, Row) else ""

    def _spoken(self, row: int, column: int) -> str:
        name = self._here.name_cell(self._here.lines[row])
        if column == 0:
            return " ".join(filter(None, [name.text, name.detail, name.tag]))
        cell = self.cell(row, column)
        text = tr("{text}, cannot be read", text=cell.text) if cell.unreadable else cell.text or tr("blank")
        text = f"{text}, {cell.hint}" if cell.hint else text
        return f"{name.text}, {self.column(column).full_title}: {text}"

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else self.last_row + 1

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() or self.month is None else self.last_column + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = index.column() > 0 and not self.refusal(index.row(), index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Display.DisplayRole) -> Any:
        give = self._roles.get(role)
        return give(index.row(), index.column()) if give is not None and index.isValid() else None

    def setData(self, index: Index, value: Any, role: int = Display.EditRole) -> bool:
        """Store what was typed into a cell; False, and `refused` says why, where it could not be."""
        unit, text = self._here.lines[index.row()].unit, str(value)
        if role != Display.EditRole or unit is None:
            return False
        column = self.column(index.column())
        words = {"indicator": column.indicator.name, "unit": unit.name, "month": month_text(self._here.live.month)}
        label = (
            tr("Enter {indicator} of {unit}, {month}", **words) if text else tr("Clear {indicator} of {unit}, {month}", **words)
        )
        try:
            self.write([Typing(unit, column, text)], label)
        except TrackerError as problem:
            self.refused.emit(str(problem))
            return False
        return True

    def typing(self, row: int, column: int, text: str) -> Typing | None:
        """The text as typed into that cell; None where one cannot type."""
        unit = self._here.lines[row].unit
        return Typing(unit, self.column(column), text) if unit is not None and self.is_typed(column) else None

    def write(self, typings: Sequence[Typing], label: str) -> Outcome:
        """Store texts in the book, in one change; raises TrackerError, and then nothing was changed."""
        return write(self._here.book, self._here.live, self._here.marks, typings, label)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Display.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical or section > self.last_column:
            return None
        if section == 0:
            return tr("Unit") if role in (Display.DisplayRole, Display.AccessibleTextRole) else None
        column = self.column(section)
        if role == Role.BLOCK:
            block = self.block(section)
            return HeaderBlock(column.indicator.name, column.indicator.unit, block[0], block[-1])
        if role == Display.DisplayRole:
            return column.title
        return column.full_title if role == Display.AccessibleTextRole else None
