"""Everything the screen and the paper show of one month, kept fresh: an edit computes again only what it touches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.domain.unit import Group, Unit, UnitId
from tracker.metrics.cube import Cube, Matrix, unpacked
from tracker.metrics.measured import Goal, Measured
from tracker.metrics.quotient import Quotient
from tracker.metrics.roster import Roster, roster
from tracker.metrics.sums import Amounts, gather, gather_amounts, sums
from tracker.metrics.table import IndicatorTable, Ints, month_ranks
from tracker.store import figures, groups, indicators, plans, settings, targets, units
from tracker.store.book import Book
from tracker.store.changed import Changed, RowChange

Refreshed = Callable[[frozenset[IndicatorId] | None], None]

COMPUTED_FROM = frozenset({"figure", "target"})
"""Tables whose rows each touch one indicator; a month's state touches none; a change of any other is read anew."""
NARROW = COMPUTED_FROM | {"month_state"}
MANY = 5_000
"""From so many changed rows on, reading anew is quicker than taking each over."""


class Live:
    """One month of a book in memory; follows the book's changes until closed.

    `table` computes when asked and remembers; after a change only the tables it touches are forgotten, and the listeners are told
    their indicators (None: all of them).
    """

    def __init__(self, book: Book, *, target_set: TargetSet = TargetSet.ASSIGNED, month: Month | None = None) -> None:
        self._book = book
        self._target_set = target_set
        self.month = month or figures.last_month(book) or Month(1900, 1)
        self._listeners: list[Refreshed] = []
        self._read_structure()
        self._unlisten = book.listen(self._take_over)

    @property
    def target_set(self) -> TargetSet:
        """The set of targets that everything is held against."""
        return self._target_set

    @property
    def as_printed(self) -> bool:
        """Whether ranks compare what is printed."""
        return self._as_printed

    @property
    def roster(self) -> Roster:
        """Who is listed in the month, in the order in which they are shown."""
        return self._roster(self.month)

    def show(self, month: Month | None = None, target_set: TargetSet | None = None) -> None:
        """Turn to another month or set of targets."""
        self.month, year = month or self.month, self.month.year
        self._target_set, chosen = target_set or self._target_set, self._target_set
        if self.month.year != year:
            self._cube = self._new_cube()
        if self.month.year != year or self._target_set is not chosen:
            self._targets.clear()
        self._forget()
        self._tell(None)

    def table(self, indicator: IndicatorId) -> IndicatorTable:
        """The indicator's month; raises KeyError for an unknown indicator and SumTooLarge."""
        if indicator not in self._tables:
            self._tables[indicator] = self._compute(self._indicator[indicator])
        return self._tables[indicator]

    def on_refresh(self, listener: Refreshed) -> Callable[[], None]:
        """Call `listener` with the indicators whose tables changed, None for all; gives the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """Follow the book no longer."""
        self._unlisten()

    def _read_structure(self) -> None:
        book = self._book
        self.groups: list[Group] = groups.groups(book)
        self.units: list[Unit] = units.units(book)
        self.indicators: list[Indicator] = indicators.indicators(book)
        self._indicator = {indicator.id: indicator for indicator in self.indicators}
        self._as_printed = settings.rank_what_is_printed(book)
        self._paces = {(share.year, share.indicator, share.month): Fraction(share.share) for share in plans.plan(book)}
        self._cube = self._new_cube()
        self._targets: dict[IndicatorId, tuple[Amounts, int | None]] = {}
        self._forget()

    def _new_cube(self) -> Cube:
        return Cube(self._book, self.month.year, [unit.id for unit in self.units])

    def _forget(self) -> None:
        self._rosters: dict[Month, Roster] = {}
        self._tables: dict[IndicatorId, IndicatorTable] = {}
        self._ranks_before: dict[IndicatorId, Ints] = {}

    def _roster(self, month: Month) -> Roster:
        if month not in self._rosters:
            self._rosters[month] = roster(month, self.units, self.groups)
        return self._rosters[month]

    def _compute(self, indicator: Indicator) -> IndicatorTable:
        present = self._roster(self.month)
        content = self._content(indicator, self.month)
        return IndicatorTable(
            month=self.month,
            target_set=self._target_set,
            roster=present,
            content=content,
            ranks=month_ranks(content, as_printed=self._as_printed),
            ranks_before=self._last_months_ranks(indicator),
            figures=None if indicator.kind is Kind.RATIO else self._gathered(indicator.id, present),
        )

    def _content(self, indicator: Indicator, month: Month) -> Measured | Quotient:
        listed = self._roster(month)
        at = self._cube.place(month)
        if indicator.numerator is not None and indicator.denominator is not None:
            sides = (self._indicator[side] for side in (indicator.numerator, indicator.denominator))
            top, bottom = (sums(self._gathered(side.id, listed), side.kind, at).cumulative for side in sides)
            return Quotient(indicator, listed, top, bottom)
        totals = sums(self._gathered(indicator.id, listed), indicator.kind, at)
        return Measured(indicator, listed, totals, self._goal(indicator, listed))

    def _gathered(self, indicator: IndicatorId, listed: Roster) -> Matrix:
        return gather(self._cube.matrix(indicator), self._cube, listed)

    def _last_months_ranks(self, indicator: Indicator) -> Ints:
        """The rank that each unit listed now had the month before, 0 where it had none; January has no month before (rule 5)."""
        if indicator.id not in self._ranks_before:
            ranks = np.zeros(self._cube.width, np.int64)
            if self.month.number > 1:
                month = self.month.plus(-1)
                of_month = month_ranks(self._content(indicator, month), as_printed=self._as_printed)
                ranks[self._cube.positions(self._roster(month).ids)] = of_month
            self._ranks_before[indicator.id] = ranks[self._cube.positions(self._roster(self.month).ids)]
        return self._ranks_before[indicator.id]

    def _goal(self, indicator: Indicator, listed: Roster) -> Goal:
        amounts, county = self._targets_of(indicator.id)
        held = gather_amounts(amounts, self._cube, listed)
        return Goal(held, county, self._pace(indicator, listed.month))

    def _pace(self, indicator: Indicator, month: Month) -> Fraction | None:
        """The indicator's own plan, else month ÷ 12; a stock has none."""
        if indicator.kind is Kind.STOCK:
            return None
        return self._paces.get((month.year, indicator.id, month.number), Fraction(month.number, 12))

    def _targets_of(self, indicator: IndicatorId) -> tuple[Amounts, int | None]:
        """The targets of the year, one element a unit of the cube, and the county's own."""
        if indicator not in self._targets:
            ids, amounts, county = targets.packed(self._book, self.month.year, indicator, self._target_set)
            values, present = np.zeros(self._cube.width, np.int64), np.zeros(self._cube.width, np.bool_)
            at = self._cube.positions(unpacked(ids))
            values[at], present[at] = unpacked(amounts), True
            self._targets[indicator] = Amounts(values, present), county
        return self._targets[indicator]

    def _take_over(self, changed: Changed) -> None:
        """Carry a change over into memory, then tell the listeners what it touched."""
        if changed.tables <= NARROW and len(changed.rows) <= MANY:
            touched = self._carry_over([row for row in changed.rows if row.table in COMPUTED_FROM])
            self._tell(touched)
        else:
            self._read_structure()
            self._tell(None)

    def _carry_over(self, rows: Sequence[RowChange]) -> frozenset[IndicatorId]:
        """Take changed figures and targets into memory and forget the tables they are in; the indicators of those."""
        touched: set[IndicatorId] = set()
        moved_last_month: set[IndicatorId] = set()
        for row in rows:
            image: Mapping[str, Any] = row.new or row.old or {}
            indicator = IndicatorId(image["indicator_id"])
            touched.add(indicator)
            if row.table == "target":
                self._targets.pop(indicator, None)
                moved_last_month.add(indicator)
                continue
            month = Month.from_key(image["month"])
            self._cube.put(indicator, UnitId(image["unit_id"]), month, image["value"] if row.new else None)
            if month != self.month:
                moved_last_month.add(indicator)
        for indicator in self._with_ratios(moved_last_month):
            self._ranks_before.pop(indicator, None)
        every = self._with_ratios(touched)
        for indicator in every:
            self._tables.pop(indicator, None)
        return every

    def _with_ratios(self, touched: set[IndicatorId]) -> frozenset[IndicatorId]:
        """These indicators and the ratios that are made of them."""
        made = {ratio.id for ratio in self.indicators if {ratio.numerator, ratio.denominator} & touched}
        return frozenset(touched | made)

    def _tell(self, touched: frozenset[IndicatorId] | None) -> None:
        for listener in tuple(self._listeners):
            listener(touched)
