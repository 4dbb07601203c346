"""单位 as a sheet: a line a unit, in the order in which tables list them."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.month_text import read_month
from tracker.domain.unit import Unit, UnitId
from tracker.errors import BadMonth
from tracker.i18n import mark, tr
from tracker.store import groups, units
from tracker.store.book import Book
from tracker.store.units import UnitFields
from tracker.ui.models.cells import Cell, CellKind, NameCell
from tracker.ui.models.sheet import Sheet, SheetColumn, SheetLine, Typing

CODE, NAME, GROUP, CONTACT, FIRST, LAST, MERGED = "code", "name", "group", "contact", "valid_from", "valid_to", "merged_into"
MONTHS = (FIRST, LAST)
_COLUMNS = (
    (CODE, mark("Code"), mark("Unit"), 84),
    (NAME, mark("Name"), mark("Unit"), 200),
    (GROUP, mark("Group"), mark("Unit"), 120),
    (CONTACT, mark("Contact"), mark("Unit"), 150),
    (FIRST, mark("First month"), mark("Listed"), 96),
    (LAST, mark("Listed until"), mark("Listed"), 96),
    (MERGED, mark("Merged into"), mark("Merger"), 160),
)


class UnitsSheet(Sheet):
    """Where a unit is merged into is told, not typed: it is done with its effect in sight."""

    corner = mark("No.")

    def __init__(self, book: Book) -> None:
        self._book = book
        self.units = units.units(book)
        self._groups = {group.id: group.name for group in groups.groups(book)}
        self._names = {unit.id: unit.name for unit in self.units}
        self.lines = [SheetLine(unit.id, NameCell(str(number))) for number, unit in enumerate(self.units, start=1)]
        self.columns = [SheetColumn(key, tr(title), tr(block), width=width) for key, title, block, width in _COLUMNS]

    def unit(self, row: int) -> Unit:
        """The unit in a row."""
        return self.units[row]

    def row_of(self, unit: UnitId) -> int | None:
        """The row of a unit."""
        return next((row for row, one in enumerate(self.units) if one.id == unit), None)

    def cell(self, row: int, column: int) -> Cell:
        computed = self.columns[column].key == MERGED
        kind = CellKind.COMPUTED if computed else CellKind.TYPED
        return Cell(self.text(row, column), kind, words=True, locked=self._book.read_only)

    def text(self, row: int, column: int) -> str:
        unit, key = self.units[row], self.columns[column].key
        texts = {
            CODE: unit.code,
            NAME: unit.name,
            GROUP: self._groups[unit.group],
            CONTACT: unit.contact,
            FIRST: str(unit.valid_from or ""),
            LAST: str(unit.valid_to or ""),
            MERGED: self._names[unit.merged_into] if unit.merged_into is not None else "",
        }
        return texts[str(key)]

    def refusal(self, row: int, column: int) -> str:
        if self.columns[column].key == MERGED:
            return tr("Use “Merge into…”: it shows what the merger changes before it is done.")
        return ""

    def reason(self, row: int, column: int, text: str) -> str:
        key = self.columns[column].key
        if key in MONTHS:
            try:
                read_month(text)
            except BadMonth as problem:
                return str(problem)
        elif not text.strip() and key != CONTACT:
            return tr("This must not be blank.")
        elif key == GROUP and text.strip() not in self._groups.values():
            return tr("There is no group “{name}”. Add it at the right first.", name=text.strip())
        return ""

    def put(self, typing: Typing) -> None:
        units.update_unit(self._book, self.units[typing.row].id, **self._fields(typing))

    def _fields(self, typing: Typing) -> UnitFields:
        key, text = self.columns[typing.column].key, typing.text.strip()
        if key == CODE:
            return {"code": text}
        if key == NAME:
            return {"name": text}
        if key == CONTACT:
            return {"contact": text}
        if key == GROUP:
            return {"group": next(id_ for id_, name in self._groups.items() if name == text)}
        return {"valid_from": read_month(text)} if key == FIRST else {"valid_to": read_month(text)}

    def label(self, typings: Sequence[Typing]) -> str:
        if len(typings) > 1:
            return tr("Change {count} cells of the units", count=len(typings))
        row, column, text = typings[0]
        return tr(
            "Change unit {unit}: {field} {old} → {new}",
            unit=self.units[row].name,
            field=self.columns[column].title,
            old=self.text(row, column) or "—",
            new=(str(read_month(text) or "") if self.columns[column].key in MONTHS else text) or "—",
        )
