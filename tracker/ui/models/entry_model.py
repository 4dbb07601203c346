"""录入 as an item model: the sheet of the book, whichever way round it is, as it is typed into and as the book changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from tracker.errors import TrackerError
from tracker.store.changed import Changed
from tracker.ui.models.entry_choice import Choice
from tracker.ui.models.entry_reader import EntryReader
from tracker.ui.models.entry_refusals import locked, refusal
from tracker.ui.models.entry_sheet import EntrySheet
from tracker.ui.models.entry_spot import FigureKey
from tracker.ui.models.entry_touched import FOLLOWED, MANY, touched_by
from tracker.ui.models.entry_writing import Outcome, Typing, label_of, write
from tracker.ui.session import Session

Index = QModelIndex | QPersistentModelIndex


class EntryModel(EntryReader):
    """Follows the book as narrowly as a change allows; each edit is one change of it."""

    refused = Signal(str)
    """Why what was typed could not be stored."""
    totals_changed = Signal(list)
    """The columns whose county total is another one."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.choice = Choice()
        self._hints: Mapping[FigureKey, str] = {}

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
        others = {key for key in before.keys() | hints.keys() if before.get(key) != hints.get(key)}
        if len(others) > MANY:
            self._cells.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(self.last_row, self.last_column))
            return
        for key in others:
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

    def refusal(self, row: int, column: int) -> str:
        return refusal(self.here, row, column)

    def locked(self) -> str:
        """Why nothing at all can be typed now; "" where something can."""
        return "" if self.sheet is None else locked(self.sheet)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = index.column() > 0 and not self.refusal(index.row(), index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Store what was typed into a cell; False, and `refused` says why, where it could not be."""
        typing = self.typing(index.row(), index.column(), str(value)) if role == Qt.ItemDataRole.EditRole else None
        if typing is None:
            return False
        try:
            self.write([typing], label_of(typing))
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


def _runs(columns: Sequence[int]) -> list[list[int]]:
    """Sorted columns in stretches without a gap."""
    runs: list[list[int]] = []
    for column in columns:
        if runs and runs[-1][-1] == column - 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    return runs
