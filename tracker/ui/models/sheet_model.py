"""A Sheet as an item model for the grid. Column 0 holds the names, column n the sheet's column n − 1."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from tracker.errors import DataError, DomainError, TrackerError
from tracker.i18n import tr
from tracker.store.book import Book
from tracker.ui.models.cells import Cell, Comparison, HeaderBlock, NameCell, Role
from tracker.ui.models.sheet import Sheet, SheetColumn, Typing

Index = QModelIndex | QPersistentModelIndex
Display = Qt.ItemDataRole
NO_INDEX = QModelIndex()
Key = tuple[Hashable, Hashable]


@dataclass(frozen=True, slots=True)
class Refused:
    """A text that was typed or pasted and could not be stored: it stays in its cell, red, until something takes its place."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many texts were stored, and of how many others the cell now says why they were not."""

    stored: int
    refused: tuple[str, ...] = ()


class SheetModel(QAbstractTableModel):
    """`sheet` is None while no book is open. A text that cannot be stored is not lost: see Refused."""

    first_column = 1
    said = Signal(str)
    """Why what was typed could not be stored."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self._book: Book | None = None
        self._refused: dict[Key, Refused] = {}

    def show_sheet(self, book: Book, sheet: Sheet) -> None:
        """Show this state; where it has the same lines and columns as the one before, the hand stays where it is."""
        before = self.sheet
        if book is not self._book:
            self._refused.clear()
        if before is None or _form(before) != _form(sheet) or book is not self._book:
            self.beginResetModel()
            self.sheet, self._book = sheet, book
            self.endResetModel()
        else:
            self.sheet = sheet
            if self.last_row >= 0:
                self.dataChanged.emit(self.index(0, 0), self.index(self.last_row, self.last_column))

    @property
    def here(self) -> Sheet:
        if self.sheet is None:
            raise RuntimeError("no sheet is shown")
        return self.sheet

    @property
    def last_row(self) -> int:
        return len(self.sheet.lines) - 1 if self.sheet is not None else -1

    @property
    def last_column(self) -> int:
        return len(self.sheet.columns) if self.sheet is not None else 0

    def column(self, column: int) -> SheetColumn:
        """The sheet's column behind the model's."""
        return self.here.columns[column - 1]

    def is_typed_row(self, row: int) -> bool:
        return self.here.lines[row].typed

    def is_typed_column(self, column: int) -> bool:
        row = next((row for row in range(self.last_row + 1) if self.is_typed_row(row)), -1)
        return column > 0 and row >= 0 and not self.here.refusal(row, column - 1)

    def is_filled(self, row: int, column: int) -> bool:
        return bool(self.any_cell(row, column).text)

    def locked(self) -> str:
        """Why nothing at all can be typed; "" where something can."""
        read_only = self._book is not None and self._book.read_only
        return tr("The book is open for reading only; nothing can be changed in it.") if read_only else ""

    def refusal(self, row: int, column: int) -> str:
        if column == 0 or not self.is_typed_row(row):
            return tr("This cell is computed from the others.")
        return self.locked() or self.here.refusal(row, column - 1)

    def compare(self, row: int, column: int, text: str) -> list[Comparison]:
        """While one types: why it cannot be taken."""
        reason = self.here.reason(row, column - 1, text)
        return [Comparison(reason, bad=True)] if reason and text.strip() else []

    def any_cell(self, row: int, column: int) -> Cell | NameCell:
        if column == 0:
            return self.here.lines[row].name
        cell = self.here.cell(row, column - 1)
        refused = self._refused.get(self._key(row, column))
        ends = self._block(column)[-1] == column
        if refused is not None:
            return Cell(refused.text, unreadable=True, block_end=ends)
        return replace(cell, block_end=True) if ends else cell

    def edit_text(self, row: int, column: int) -> str:
        """What the editor begins with: the text that was refused, else the cell's own."""
        refused = self._refused.get(self._key(row, column))
        return refused.text if refused is not None else self.here.text(row, column - 1)

    def plain_text(self, row: int, column: int) -> str:
        """The cell as another program reads it."""
        return self.any_cell(row, 0).text if column == 0 else self.edit_text(row, column)

    def _key(self, row: int, column: int) -> Key:
        return self.here.lines[row].key, self.column(column).key

    def _block(self, column: int) -> range:
        """The model's columns under the same words."""
        words, first, last = self.column(column).block, column, column
        while words and first > 1 and self.column(first - 1).block == words:
            first -= 1
        while words and last < self.last_column and self.column(last + 1).block == words:
            last += 1
        return range(first, last + 1)

    def write(self, typings: Sequence[Typing]) -> Outcome:
        """Store texts in one change; raises BookError, and then none is stored.

        A text that the book refuses stays in its cell and takes no other with it. Nothing typed over such a text gives back
        what is stored.
        """
        book, sheet = self._book, self.here
        if book is None:
            return Outcome(0)
        new = [typing for typing in typings if typing.text.strip() != sheet.text(typing.row, typing.column - 1)]
        kept = [typing for typing in new if typing.text.strip() or self._key(typing.row, typing.column) not in self._refused]
        for typing in typings:
            self._refused.pop(self._key(typing.row, typing.column), None)
        inner = [Typing(row, column - 1, text.strip()) for row, column, text in kept]
        reasons = {typing: reason for typing in inner if (reason := sheet.reason(*typing))}
        ready = [typing for typing in inner if typing not in reasons]
        if ready:
            with book.change(sheet.label(ready)):
                reasons |= _put_all(sheet, ready)
        for typing, reason in reasons.items():
            key = sheet.lines[typing.row].key, sheet.columns[typing.column].key
            self._refused[key] = Refused(typing.text, reason)
        self.dataChanged.emit(self.index(0, 0), self.index(self.last_row, self.last_column))
        return Outcome(len(inner) - len(reasons), tuple(reasons.values()))

    def setData(self, index: Index, value: Any, role: int = Display.EditRole) -> bool:
        """Store what was typed; False where nothing can be stored at all."""
        if role != Display.EditRole or index.column() == 0:
            return False
        try:
            outcome = self.write([Typing(index.row(), index.column(), str(value))])
        except TrackerError as problem:
            self.said.emit(str(problem))
            return False
        for reason in outcome.refused:
            self.said.emit(reason)
        return True

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else self.last_row + 1

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() or self.sheet is None else self.last_column + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.refusal(index.row(), index.column()) else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Display.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Display.DisplayRole:
            return self.any_cell(row, column).text
        if role == Display.EditRole:
            return self.edit_text(row, column) if column else None
        if role == Role.CELL:
            return self.any_cell(row, column)
        if role == Display.ToolTipRole:
            return self.tip(row, column)
        return self._spoken(row, column) if role == Display.AccessibleTextRole else None

    def tip(self, row: int, column: int) -> str:
        """What the pointer is told after a moment: why a text was refused, or what to look at again."""
        if column == 0:
            return ""
        refused = self._refused.get(self._key(row, column))
        return refused.reason if refused is not None else self.here.cell(row, column - 1).hint

    def _spoken(self, row: int, column: int) -> str:
        name = self.here.lines[row].name
        if column == 0:
            return " ".join(filter(None, [name.text, name.detail]))
        words = [self.any_cell(row, column).text or tr("blank"), self.tip(row, column)]
        return f"{name.text}, {self.column(column).full_title}: {', '.join(filter(None, words))}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Display.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical or self.sheet is None or section > self.last_column:
            return None
        if section == 0:
            return tr(self.here.corner) if role in (Display.DisplayRole, Display.AccessibleTextRole) else None
        column = self.column(section)
        if role == Role.BLOCK:
            block = self._block(section)
            return HeaderBlock(column.block, column.measure, block[0], block[-1])
        if role == Role.WORDS:
            return column.decimals is None
        if role == Display.DisplayRole:
            return column.title
        return column.full_title if role == Display.AccessibleTextRole else None


def _put_all(sheet: Sheet, typings: Sequence[Typing]) -> dict[Typing, str]:
    """Put each; why the book refuses those that it does."""
    reasons: dict[Typing, str] = {}
    for typing in typings:
        try:
            sheet.put(typing)
        except (DataError, DomainError) as problem:
            reasons[typing] = str(problem)
    return reasons


def _form(sheet: Sheet) -> tuple[object, ...]:
    return tuple(line.key for line in sheet.lines), tuple(column.key for column in sheet.columns)
