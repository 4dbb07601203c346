"""The sheet that the entry grid shows: lines × columns one way round, and what each cell of it is in the words of the book."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from tracker.domain.indicator import Kind
from tracker.metrics.live import Live
from tracker.metrics.row import Rates
from tracker.store.book import Book
from tracker.ui.models.columns import Column, Part, Subject
from tracker.ui.models.entry_choice import Choice, Heading, Way
from tracker.ui.models.entry_figures import Value, total_of, value_of
from tracker.ui.models.entry_layout import Layout, lay_out
from tracker.ui.models.entry_lines import Line
from tracker.ui.models.entry_marks import Marks
from tracker.ui.models.entry_spot import FigureKey, Spot
from tracker.ui.models.entry_touched import Touched
from tracker.ui.widgets.grid_moves import At

NO_BLOCK = range(0)


class EntrySheet:
    """Read from the book and its live figures when made; rows count from 0, columns of figures from 1."""

    def __init__(self, book: Book, live: Live, choice: Choice, hints: Mapping[FigureKey, str]) -> None:
        self.book = book
        self.live = live
        self.month = live.month
        self.way = choice.way
        self.hints = hints
        self.marks = Marks(book)
        self.layout: Layout = lay_out(live, choice, self.marks)
        self.lines, self.columns = self.layout.lines, self.layout.columns
        self._units = {unit.id: unit for unit in live.units}
        self._indicators = {indicator.id: indicator for indicator in live.indicators}

    @property
    def has_total(self) -> bool:
        """Whether the county's total says something: it does not of indicators that cannot be added."""
        return self.way is not Way.INDICATORS_MONTHS

    @cached_property
    def _blocks(self) -> list[range]:
        starts = [at for at, column in enumerate(self.columns, start=1) if column.first]
        return [range(start, end) for start, end in zip(starts, [*starts[1:], len(self.columns) + 1], strict=True)]

    @cached_property
    def _block_at(self) -> dict[int, range]:
        return {at: block for block in self._blocks for at in block}

    def column(self, at: int) -> Column:
        """The column of figures at a place."""
        return self.columns[at - 1]

    def block(self, at: int) -> range:
        """The columns that stand under the same upper header as this one."""
        return self._block_at.get(at, NO_BLOCK)

    def subject(self, row: int, at: int) -> Subject | None:
        """What the cell shows; None in a heading of indicators."""
        return self.column(at).subject(self.lines[row].indicator)

    def spot(self, row: int, at: int) -> Spot:
        """The cell in the words of the book."""
        line, column, subject = self.lines[row], self.column(at), self.subject(row, at)
        part = subject.part if subject is not None else column.part or Part.MONTH
        indicator = subject.indicator.id if subject is not None else None
        group = line.group or self.layout.group
        unit = line.unit.id if line.unit is not None else None
        return Spot(unit, indicator, column.month, part, group.id if group is not None else None)

    def find(self, spot: Spot) -> At | None:
        """The spot's cell, or the nearest one: the heading where it is folded away; None where it is not shown."""
        row, column = self._row_of(spot), self._column_of(spot)
        return At(row, column) if row is not None and column is not None else None

    def _row_of(self, spot: Spot) -> int | None:
        if self.way is Way.INDICATORS_MONTHS:
            indicator = self._indicators.get(spot.indicator) if spot.indicator is not None else None
            if indicator is None:
                return None
            return self.lines.rows.get(indicator.id, self._folded(indicator.kind))
        heading = self.lines.headings.get(spot.group) if spot.group is not None else None
        if spot.unit is None:
            return heading
        return self.lines.rows.get(spot.unit, self._folded(spot.group))

    def _folded(self, heading: Heading | None) -> int | None:
        """The row of a heading whose lines are folded away."""
        row = self.lines.headings.get(heading) if heading is not None else None
        return row if row is not None and self.lines[row].folded else None

    def _column_of(self, spot: Spot) -> int | None:
        """The column of the spot's part, else the typed one of its indicator and month, else any of them."""
        own = self._indicators.get(spot.indicator) if spot.indicator is not None else None
        found = [(at, column.subject(own)) for at, column in enumerate(self.columns, start=1)]
        wanted = spot.indicator, spot.month
        meant = [(at, one) for at, one in found if one is not None and (one.indicator.id, one.month) == wanted]
        exact = [at for at, one in meant if one.part is spot.part]
        typed = [at for at, one in meant if one.typed]
        return next(iter([*exact, *typed, *(at for at, _ in meant)]), None)

    def cells_of(self, key: FigureKey) -> list[At]:
        """The cells in which the figure is typed, or a ratio computed: one, or none where it is not shown."""
        unit, indicator, month = key
        if self.layout.unit is not None and self.layout.unit.id != unit:
            return []
        row = self.lines.rows.get(indicator if self.layout.unit is not None else unit)
        own = self._indicators.get(indicator)
        subjects = [(at, column.subject(own)) for at, column in enumerate(self.columns, start=1) if column.month == month]
        typed = [at for at, one in subjects if one is not None and one.carries_hints and one.indicator.id == indicator]
        return [At(row, at) for at in typed] if row is not None else []

    def reach(self, touched: Touched) -> tuple[list[int], list[int]]:
        """The rows and the columns that are to be shown anew."""
        columns = [
            at
            for at, column in enumerate(self.columns, start=1)
            if column.month >= touched.since and (column.indicator is None or column.indicator.id in touched.indicators)
        ]
        return sorted(self._rows_of(touched)), columns

    def _rows_of(self, touched: Touched) -> set[int]:
        if self.way is Way.INDICATORS_MONTHS:
            unit = self.layout.unit
            shown = touched.indicators if unit is not None and unit.id in touched.units else frozenset()
            return {self.lines.rows[one] for one in shown if one in self.lines.rows}
        rows = {self.lines.rows[unit] for unit in touched.units if unit in self.lines.rows}
        groups = {self._units[unit].group for unit in touched.units if unit in self._units}
        return rows | {self.lines.headings[group] for group in groups if group in self.lines.headings}

    def heading_of(self, row: int) -> Heading | None:
        """What heads the line, or is headed by it; None where there are no headings."""
        above = (self.lines[at].heads for at in range(row, -1, -1))
        return next((heading for heading in above if heading is not None), None)

    def figures(self, row: int, at: int) -> Rates | None:
        """The figures that the cell is one of; None where nobody is listed in its month, and in a heading of indicators."""
        line, subject = self.lines[row], self.subject(row, at)
        return None if subject is None else self._figures(line, subject)

    def _figures(self, line: Line, subject: Subject) -> Rates | None:
        table = self.live.table(subject.indicator.id, subject.month)
        if line.unit is not None:
            found = table.rates(line.unit.id)
            return found if subject.typed or found is None else self._begun(subject, found)
        listed = {group.id for group in table.roster.groups}
        if line.group is None or line.group.id not in listed:
            return None
        return self._begun(subject, table.total(line.group.id))

    def _begun(self, subject: Subject, figures: Rates) -> Rates | None:
        """The figures, unless they only carry earlier ones on into a month after the one in view."""
        return figures if subject.month <= self.month or figures.month_value is not None else None

    def county(self, at: int) -> Rates | None:
        """The county's figures in a column; None where lines have each their own indicator."""
        subject = self.column(at).subject(None)
        if subject is None:
            return None
        return self._begun(subject, self.live.table(subject.indicator.id, subject.month).total(None))

    def value(self, row: int, at: int) -> Value:
        """The unrounded figure; None for a blank and where there can be none."""
        line, subject = self.lines[row], self.subject(row, at)
        figures = self._figures(line, subject) if subject is not None else None
        if subject is None or figures is None:
            return None
        return value_of(subject, figures) if line.unit is not None else total_of(subject, figures)

    def is_typed_row(self, row: int) -> bool:
        """Whether one types in the line: not in a heading, nor in a ratio's line."""
        line = self.lines[row]
        return line.heads is None and (line.indicator is None or line.indicator.kind is not Kind.RATIO)
