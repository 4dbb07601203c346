"""The month that the entry grid shows: its lines, its columns, its marks, and the cells that come of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from tracker.domain.indicator import EnteredBy, IndicatorId
from tracker.domain.unit import GroupId, UnitId
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.metrics.row import Rates
from tracker.store.book import Book
from tracker.ui.models.cells import Cell, CellKind, NameCell
from tracker.ui.models.columns import Column, entry_columns
from tracker.ui.models.entry_figures import figure_cell
from tracker.ui.models.entry_lines import Line, Lines, lines
from tracker.ui.models.entry_marks import Marks
from tracker.ui.models.entry_spot import FigureKey, Spot

NO_BLOCK = range(0)


@dataclass(frozen=True, slots=True)
class Choice:
    """How the month is shown: what is typed for every flow (None: as each says), the only group, what is hidden or folded."""

    entered_by: EnteredBy | None = None
    only: GroupId | None = None
    hidden: frozenset[IndicatorId] = frozenset()
    folded: frozenset[GroupId] = frozenset()


class EntryMonth:
    """Read from the book and its live figures when made."""

    def __init__(self, book: Book, live: Live, choice: Choice, hints: Mapping[FigureKey, str]) -> None:
        self.book = book
        self.live = live
        self.hints = hints
        self.marks = Marks(book, live.month)
        self.locked = self.marks.published or book.read_only
        shown = [indicator for indicator in live.indicators if indicator.id not in choice.hidden]
        with_targets = {indicator.id for indicator in shown if live.table(indicator.id).total(None).target is not None}
        self.columns = entry_columns(shown, entered_by=choice.entered_by, with_targets=with_targets)
        self._blocks = _blocks(self.columns)
        self._units = {unit.id: unit for unit in live.units}
        self.lines: Lines = lines(live.groups, live.units, live.month, folded=choice.folded, only=choice.only)

    def read_marks(self) -> None:
        """Read the month's marks anew."""
        self.marks = Marks(self.book, self.live.month)

    def block(self, indicator: IndicatorId) -> range:
        """The model's columns of an indicator; empty where it is not shown."""
        return self._blocks.get(indicator, NO_BLOCK)

    def rows_of(self, units: Iterable[UnitId]) -> list[int]:
        """The rows of these units and of their groups, those that are shown."""
        rows: set[int | None] = set()
        for unit in units:
            rows.add(self.lines.row_of_unit.get(unit))
            if unit in self._units:
                rows.add(self.lines.row_of_group.get(self._units[unit].group))
        return sorted(row for row in rows if row is not None)

    def figures(self, line: Line, indicator: IndicatorId) -> Rates:
        """The figures of the line's unit or group."""
        table = self.live.table(indicator)
        row = table.row(line.unit.id) if line.unit is not None else table.total(line.group.id)
        if row is None:
            raise LookupError(line)
        return row

    def cell(self, line: Line, column: Column) -> Cell:
        """The cell where the line and the column meet."""
        figures = self.figures(line, column.indicator.id)
        if line.unit is None:
            return figure_cell(column, figures, CellKind.GROUP)
        if not column.typed:
            return figure_cell(column, figures, CellKind.COMPUTED)
        place = line.unit.id, column.indicator.id
        note, unreadable = self.marks.notes.get(place, ""), self.marks.unreadable.get(place, "")
        hint = self.hints.get((*place, self.live.month), "")
        if unreadable:
            return Cell(unreadable, unreadable=True, hint=hint, note=note, locked=self.locked, block_end=column.last)
        cell = figure_cell(column, figures, CellKind.TYPED)
        return replace(cell, hint=hint, note=note, locked=self.locked) if hint or note or self.locked else cell

    def spot(self, line: Line, column: Column) -> Spot:
        """The cell where the line and the column meet, in the words of the book."""
        unit = line.unit.id if line.unit is not None else None
        return Spot(unit, column.indicator.id, self.live.month, column.part, line.group.id)

    def name_cell(self, line: Line) -> NameCell:
        """The name at the line's left."""
        if line.unit is None:
            detail = tr("{count} units, subtotal", count=line.size)
            return NameCell(line.group.name, CellKind.GROUP, detail=detail, folded=line.folded)
        return NameCell(line.unit.name, tag="" if self.marks.has_reported(line.unit.id) else tr("not reported"))


def _blocks(columns: Collection[Column]) -> dict[IndicatorId, range]:
    places: dict[IndicatorId, list[int]] = {}
    for at, column in enumerate(columns, start=1):
        places.setdefault(column.indicator.id, []).append(at)
    return {indicator: range(found[0], found[-1] + 1) for indicator, found in places.items()}
