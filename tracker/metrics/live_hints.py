"""The hints of the month in view, kept fresh beside its figures: an edit looks again only at the cells that it touches."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tracker.domain.hint import MOST_MONTHS, Hint, HintRules
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.metrics.hints import Arrived, hints_of
from tracker.metrics.live import NARROW, Live, tables_of
from tracker.store import figures
from tracker.store.acceptances import Acceptance, acceptances
from tracker.store.book import Book
from tracker.store.changed import Changed, Image, RowChange
from tracker.store.hint_rules import hint_rules

MANY = 500
"""From so many changed rows on, looking at everything again is quicker than at each cell."""


class LiveHints:
    """The hints of the month that `live` shows; follows the book's changes until closed.

    It reads no figures itself but those of `live`, and listens after it. What is asked for is computed then, and remembered.
    """

    def __init__(self, book: Book, live: Live) -> None:
        self._book = book
        self._live = live
        self._read_month()
        self._ends = (live.on_refresh(self._take_refresh), book.listen(self._take_over))

    def close(self) -> None:
        """Follow the book no longer."""
        for end in self._ends:
            end()

    def hints(self, rules: HintRules | None = None) -> list[Hint]:
        """The month's hints by row and column of the grid, a cell's most serious one first.

        Under other `rules` they are computed for this once.
        """
        row = self._live.roster.row_of
        found: list[Hint] = []
        for indicator in self._live.indicators:
            of_units = self._of(indicator.id) if rules is None else self._look(indicator.id, rules)
            found += (hint for unit in of_units for hint in of_units[unit])
        return sorted(found, key=lambda hint: row[hint.unit])  # stable: the indicators stay in their order

    def open(self, rules: HintRules | None = None) -> list[Hint]:
        """Those of the month's hints, under other `rules` if such are given, that nobody has accepted."""
        return [hint for hint in self.hints(rules) if self.acceptance(hint) is None]

    def acceptance(self, hint: Hint) -> Acceptance | None:
        """What was said when the hint was accepted; None where it was not, or of another figure."""
        said = self._accepted.get((hint.unit, hint.indicator, hint.rule))
        return said if said is not None and said.value == hint.value else None

    def of(self, unit: UnitId, indicator: IndicatorId) -> tuple[Hint, ...]:
        """The hints of one cell, the most serious one first."""
        return self._of(indicator).get(unit, ())

    def _of(self, indicator: IndicatorId) -> dict[UnitId, tuple[Hint, ...]]:
        found = self._found.get(indicator)
        if found is None:
            found = self._found[indicator] = self._look(indicator, self.rules)
            self._stale.pop(indicator, None)
        rows = self._stale.pop(indicator, None)
        if rows:
            for row in rows:
                found.pop(self._live.roster.units[row].id, None)
            found |= self._look(indicator, self.rules, rows)
        return found

    def _look(self, indicator: IndicatorId, rules: HintRules, rows: set[int] | None = None) -> dict[UnitId, tuple[Hint, ...]]:
        arrived = Arrived(self._unreadable.get(indicator, {}), self._reported)
        return hints_of(self._live.table(indicator), rules, arrived, rows=rows)

    def _read_month(self) -> None:
        """Read the rules, and what the figures of the month carry beside their values; compute nothing before it is asked for."""
        month, roster = self._live.month, self._live.roster
        self.rules = hint_rules(self._book)
        self._found: dict[IndicatorId, dict[UnitId, tuple[Hint, ...]]] = {}
        self._stale: dict[IndicatorId, set[int]] = {}
        self._row_of = roster.row_of | {merged: row for row, merged in roster.predecessors}
        self._filled = Counter(figures.filled_cells(self._book, month))
        self._reported = set(self._filled)
        self._read_acceptances()
        self._unreadable: dict[IndicatorId, dict[UnitId, str]] = {}
        for figure in figures.unreadable(self._book, month):
            self._unreadable.setdefault(figure.indicator, {})[figure.unit] = figure.typed

    def _read_acceptances(self) -> None:
        said = acceptances(self._book, self._live.month)
        self._accepted = {(one.unit, one.indicator, one.rule): one for one in said}

    def _take_refresh(self, touched: frozenset[IndicatorId] | None) -> None:
        if touched is None:
            self._read_month()

    def _take_over(self, changed: Changed) -> None:
        rows = [row for row in changed.rows if row.table == "figure"]
        if tables_of(changed) - NARROW or len(rows) > MANY:
            self._read_month()
            return
        for row in rows:
            self._carry_over(row)
        self._read_acceptances()  # a figure that comes back brings its acceptance back

    def _carry_over(self, changed: RowChange) -> None:
        """Take over one changed figure, of the month or of its history."""
        image: Image = changed.new or changed.old or {}
        unit, indicator, month = _place(image)
        if month == self._live.month:
            for old_or_new, step in ((changed.old, -1), (changed.new, 1)):
                self._count(old_or_new, step)
        row = self._row_of.get(unit)
        if row is not None and 0 <= month.until(self._live.month) <= MOST_MONTHS:
            self._touch(row, indicator)

    def _count(self, image: Image | None, step: int) -> None:
        """Keep up with what was typed into the month, and with who has reported."""
        if image is None:
            return
        unit, indicator, _ = _place(image)
        typed = str(image["typed"])
        texts = self._unreadable.setdefault(indicator, {})
        texts.pop(unit, None)
        if step > 0 and typed and image["value"] is None:
            texts[unit] = typed
        if typed or image["value"] is not None:
            self._filled[unit] += step
        if (self._filled[unit] > 0) != (unit in self._reported):
            self._reported ^= {unit}
            for each in self._live.indicators if unit in self._row_of else ():
                self._touch(self._row_of[unit], each.id)

    def _touch(self, row: int, indicator: IndicatorId) -> None:
        """Look again at a cell, and at the ratios made of it, when they are next asked for."""
        for each in self._live.indicators:
            if indicator in (each.id, each.numerator, each.denominator):
                self._stale.setdefault(each.id, set()).add(row)


def _place(image: Any) -> tuple[UnitId, IndicatorId, Month]:
    return UnitId(image["unit_id"]), IndicatorId(image["indicator_id"]), Month.from_key(image["month"])
