"""Reads a table's rows: each cell of a column of figures, with what its row, its column and its sheet say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tracker.domain.sender_word import WordKind
from tracker.exchange.submissions.captions import is_of_another_thing
from tracker.exchange.submissions.columns import Column, is_of_another_year, month_of, year_alone
from tracker.exchange.submissions.facts import Facts, Remark, SentFigure
from tracker.exchange.submissions.grid import Grid
from tracker.exchange.submissions.measure_words import measure_in
from tracker.exchange.submissions.names import Names
from tracker.exchange.submissions.sheet import Sheet, address
from tracker.exchange.submissions.words import Basis, bare, basis_of, is_note, is_number, is_total
from tracker.i18n import tr


class RowReader:
    """Reads one table. `remarks` tell what was not taken, `missing` which facts figures lacked: unit, indicator, month."""

    def __init__(self, grid: Grid, context: Facts, names: Names, sheet: Sheet) -> None:
        self._grid, self._context, self._names, self._sheet = grid, context, names, sheet
        self._year = context.month.year if context.month is not None else grid.year
        self._place = f"{sheet.name}!" if sheet.name else ""
        self._columns = [one for one in grid.columns if not one.passed_over and not is_of_another_year(one, context)]
        self._units_across = any(column.facts.unit is not None for column in self._columns)
        self._weaker = {column.at: column.facts.over(replace(context, measure="")) for column in self._columns}
        self._unsaid: set[int] = set()
        self._units_down = any(names.unit(grid.filled[row][at]) is not None for row in grid.body for at in grid.labels)
        self._indicators_down = any(names.indicator(grid.filled[row][at]) is not None for row in grid.body for at in grid.labels)
        self._filled = {one.at for one in self._columns if any(is_number(grid.filled[row][one.at]) for row in grid.body)}
        self._above: dict[int, str] = {}
        self._strange: set[int] = set()
        self._hidden: set[int] = set()
        self.remarks: list[Remark] = []
        self.missing: set[str] = set()

    def figures(self) -> Iterator[SentFigure]:
        """The figures in the order of their cells; blank cells are none."""
        for row in self._grid.body:
            labels = self._labels(row)
            named = " ".join(label for label in labels if not is_number(label))
            cells = [(column, text) for column in self._columns if (text := self._grid.filled[row][column.at])]
            if not cells or any(map(is_total, labels)):
                continue
            if is_of_another_thing(labels) or any(self._is_of_another_year(label) for label in labels):
                continue
            facts = self._facts(row, labels)
            if not self._is_named(facts):
                self._tell_strange(row, named, cells)
                continue
            for column, text in cells:
                yield from self._figure(row, column, text, facts)

    def _labels(self, row: int) -> list[str]:
        """The words that name the row; a blank one before the last is that of the row above, as in a list of blocks."""
        for at in self._grid.labels[:-1]:
            if text := self._grid.filled[row][at]:
                self._above[at] = text
        last = self._grid.filled[row][self._grid.labels[-1]]
        before = [self._above.get(at, "") for at in self._grid.labels[:-1]] if last else []
        return [text for text in (*before, last) if text]

    def _facts(self, row: int, labels: list[str]) -> Facts:
        facts = Facts()
        for label in reversed(labels):
            unit, indicator = self._names.unit(label), self._names.indicator(label)
            basis = basis_of(label if unit is None and indicator is None else self._names.beside_indicator(label))
            facts = facts.over(Facts(unit, indicator, month_of(label, self._year), basis, measure_in(label)))
        if len(labels) > 1:  # what the office has explained of them together
            facts = facts.over(Facts(indicator=self._names.known.indicators.get(bare(" ".join(labels)))))
        if self._grid.measures is not None and (measure := self._grid.filled[row][self._grid.measures]):
            facts = Facts(measure=measure).over(facts)
        return facts

    def _is_of_another_year(self, label: str) -> bool:
        """Whether the row is last year's beside this year's: 2025年."""
        said = month_of(label, self._year)
        return year_alone(label) not in {None, self._year} or (said is not None and said.year != self._year)

    def _is_named(self, facts: Facts) -> bool:
        """Whether the row is one of those that the table's names are for."""
        if self._indicators_down and facts.indicator is None:
            return False
        return not (self._units_down and facts.unit is None)

    def _tell_strange(self, row: int, named: str, cells: list[tuple[Column, str]]) -> None:
        """Tell of a row with figures under a name that is not known; notes and signatures are no such rows."""
        if (
            not named
            or is_note(named)
            or self._names.is_of_another_thing(named)
            or self._names.is_passed_over(named)
            or not any(is_number(text) for _, text in cells)
        ):
            return
        reason = (
            tr("No indicator of the book is called so: the row was not taken.")
            if self._indicators_down
            else tr("No unit of the book is called so: the row was not taken.")
        )
        kind = WordKind.INDICATOR if self._indicators_down else WordKind.UNIT
        self.remarks.append(
            Remark(f"{self._place}{address(row, self._grid.labels[-1])}", reason, named, word=named, unknown=kind)
        )

    def _figure(self, row: int, column: Column, text: str, facts: Facts) -> Iterator[SentFigure]:
        known = facts.over(self._weaker[column.at])
        where = f"{self._place}{address(row, column.at)}"
        if self._is_strange(column):
            self._tell_strange_column(column, text)
            return
        if known.unit is None or known.indicator is None or known.month is None:
            lacking = {"unit": known.unit, "indicator": known.indicator, "month": known.month}
            self.missing.add(next(name for name, fact in lacking.items() if fact is None))
            return
        if row in self._sheet.hidden_rows or column.at in self._sheet.hidden_columns:
            self._tell_hidden(row, column, where)
            return
        if self._names.is_ratio(known.indicator):
            return
        basis = known.basis or self._assumed(column)
        measure = self._names.measure_of(known.indicator, known.measure, self._context.measure)
        yield SentFigure(known.unit, known.indicator, known.month, basis, text, measure, where)

    def _tell_hidden(self, row: int, column: Column, where: str) -> None:
        """Say once of each row or column that it is hidden: nobody who looks at the sheet sees its figures."""
        line = -1 - column.at if column.at in self._sheet.hidden_columns else row
        if line not in self._hidden:
            self._hidden.add(line)
            self.remarks.append(Remark(where, tr("This row or column is hidden: its figures were not taken."), column.title))

    def _assumed(self, column: Column) -> Basis:
        """What counts where neither heading nor title says 当月 or 累计: the month's own; a person is told, once a column."""
        if column.at not in self._unsaid:
            self._unsaid.add(column.at)
            where = f"{self._place}{address(max(self._grid.heading.stop - 1, 0), column.at)}"
            reason = tr(
                "It does not say whether it is the month's own or the cumulative: taken as the month's own, please check."
            )
            self.remarks.append(Remark(where, reason, column.title))
        return Basis.MONTH

    def _is_strange(self, column: Column) -> bool:
        """Whether the column should name an indicator, and does not."""
        if self._units_across and column.facts.unit is None:
            return True
        if self._says_nothing(column):
            return True
        if self._indicators_down or column.facts.indicator is not None:
            return False
        return self._context.indicator is None or (column.strange and column.facts.basis is None)

    def _says_nothing(self, column: Column) -> bool:
        """Whether another column for the same thing says what it counts and this one does not, or none of several says it."""
        if not (column.strange or not column.heading) or column.facts.basis is not None:
            return False
        what = column.facts.unit, column.facts.indicator
        alike = [one for one in self._columns if one is not column and (one.facts.unit, one.facts.indicator) == what]
        return any(one.facts.basis is not None or one.at in self._filled for one in alike)

    def _tell_strange_column(self, column: Column, text: str) -> None:
        if column.at not in self._strange and is_number(text):
            self._strange.add(column.at)
            where = f"{self._place}{address(max(self._grid.heading.stop - 1, 0), column.at)}"
            reason, kind = self._why_strange(column)
            self.remarks.append(
                Remark(where, reason, column.title, word=column.title.split(" ")[-1] if kind else "", unknown=kind)
            )

    def _why_strange(self, column: Column) -> tuple[str, WordKind | None]:
        if self._units_across and column.facts.unit is None:
            return tr("No unit of the book is called so: the column was not taken."), WordKind.UNIT
        if self._says_nothing(column):
            return tr("The heading does not say which of several figures the column gives: it was not taken."), None
        return tr("No indicator of the book is called so: the column was not taken."), WordKind.INDICATOR
