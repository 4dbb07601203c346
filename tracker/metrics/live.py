"""Everything the screen and the paper show of a book's months, kept fresh: an edit computes again only what it touches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.domain.unit import Group, Unit, UnitId
from tracker.metrics.contents import Contents
from tracker.metrics.roster import Roster
from tracker.metrics.table import IndicatorTable, Ints, month_ranks
from tracker.store import figures
from tracker.store.book import Book
from tracker.store.changed import Changed, RowChange
from tracker.store.scheme_drafts import DRAFTS

Refreshed = Callable[[frozenset[IndicatorId] | None], None]
Key = tuple[Month, IndicatorId]
Reach = tuple[Month, Month]
"""The first and the last month in which a change of one indicator shows."""

COMPUTED_FROM = frozenset({"figure", "target"})
"""Tables whose rows each touch one indicator."""
BESIDE = frozenset({"month_state", "report", "acceptance", "publication", "correction", "correction_figure"})
"""Tables from which nothing is computed; a change of any other is read anew."""
NARROW = COMPUTED_FROM | BESIDE
MANY = 5_000
"""From so many changed rows on, reading anew is quicker than taking each over."""


class Live:
    """A book's months in memory, one of them in view; follows the book's changes until closed.

    `table` computes when asked and remembers; after a change only the tables it touches are forgotten, and the listeners are told
    their indicators (None: all of them).
    """

    def __init__(self, book: Book, *, target_set: TargetSet = TargetSet.ASSIGNED, month: Month | None = None) -> None:
        self.book = book
        self._target_set = target_set
        self.month = month or figures.last_month(book) or Month(1900, 1)
        self._listeners: list[Refreshed] = []
        self._contents = Contents(book)
        self._forget()
        self._unlisten = book.listen(self._take_over)

    @property
    def whole(self) -> Book:
        """The book that the month is of, with its other months as they were published: `book` unless that is a frozen one."""
        return self.book

    @property
    def groups(self) -> list[Group]:
        """All groups by their position."""
        return self._contents.groups

    @property
    def units(self) -> list[Unit]:
        """All units, those of former months too, by group and position."""
        return self._contents.units

    @property
    def indicators(self) -> list[Indicator]:
        """All indicators by their position."""
        return self._contents.indicators

    @property
    def target_set(self) -> TargetSet:
        """The set of targets that everything is held against."""
        return self._target_set

    @property
    def as_printed(self) -> bool:
        """Whether ranks compare what is printed."""
        return self._contents.as_printed

    @property
    def roster(self) -> Roster:
        """Who is listed in the month, in the order in which they are shown."""
        return self._contents.roster(self.month)

    def roster_of(self, month: Month) -> Roster:
        """Who is listed in some other month."""
        return self._contents.roster(month)

    def show(self, month: Month | None = None, target_set: TargetSet | None = None) -> None:
        """Turn to another month or set of targets."""
        self.month = month or self.month
        self._target_set = target_set or self._target_set
        self._contents.keep_only(self.month.year)
        self._forget()
        self._tell(None)

    def table(self, indicator: IndicatorId, month: Month | None = None) -> IndicatorTable:
        """The indicator's month, the one in view if none is given; raises KeyError for an unknown indicator and SumTooLarge."""
        key = month or self.month, indicator
        found = self._tables.get(key)
        if found is None:
            found = self._tables[key] = self._compute(self._contents.indicator[indicator], key[0])
        return found

    def on_refresh(self, listener: Refreshed) -> Callable[[], None]:
        """Call `listener` with the indicators whose tables changed, None for all; gives the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """Follow the book no longer."""
        self._unlisten()

    def _forget(self) -> None:
        self._tables: dict[Key, IndicatorTable] = {}
        self._ranks_before: dict[Key, Ints] = {}

    def _compute(self, indicator: Indicator, month: Month) -> IndicatorTable:
        contents = self._contents
        return IndicatorTable(
            month=month,
            target_set=self._target_set,
            content=contents.content(indicator, month, self._target_set),
            as_printed=contents.as_printed,
            light_rule=contents.light_rule(indicator),
            rank_before=lambda: self._last_months_ranks(indicator, month),
            figures=None if indicator.kind is Kind.RATIO else contents.gathered(indicator.id, month),
        )

    def _last_months_ranks(self, indicator: Indicator, month: Month) -> Ints:
        """The rank that each unit listed in `month` had the month before, 0 for none; January has no month before (rule 5)."""
        key = month, indicator.id
        if key not in self._ranks_before:
            contents, cube = self._contents, self._contents.cube(month.year)
            ranks = np.zeros(cube.width, np.int64)
            if month.number > 1:
                content = contents.content(indicator, month.plus(-1), self._target_set)
                ranks[cube.positions(content.roster.ids)] = month_ranks(content, as_printed=contents.as_printed)
            self._ranks_before[key] = ranks[cube.positions(contents.roster(month).ids)]
        return self._ranks_before[key]

    def _take_over(self, changed: Changed) -> None:
        """Carry a change over into memory, then tell the listeners what it touched."""
        if tables_of(changed) <= NARROW and len(changed.rows) <= MANY:
            self._tell(self._carry_over([row for row in changed.rows if row.table in COMPUTED_FROM]))
        else:
            self._contents = Contents(self.book)
            self._forget()
            self._tell(None)

    def _carry_over(self, rows: Sequence[RowChange]) -> frozenset[IndicatorId]:
        """Take changed figures and targets into memory and forget the tables they are in; the indicators of those."""
        reaches: dict[IndicatorId, Reach] = {}
        for row in rows:
            image: Mapping[str, Any] = row.new or row.old or {}
            indicator = IndicatorId(image["indicator_id"])
            first, last = self._take(row, indicator, image)
            for shown in self._with_ratios(indicator):
                known = reaches.get(shown, (first, last))
                reaches[shown] = min(first, known[0]), max(last, known[1])
        for shown, (first, last) in reaches.items():
            for month, one in [key for key in self._tables if key[1] == shown and first <= key[0] <= last]:
                del self._tables[month, one]
            # Ranks of the month before are untouched by the first month's own figures, which is the month that one types in.
            for month, one in [key for key in self._ranks_before if key[1] == shown and first < key[0] <= last]:
                del self._ranks_before[month, one]
        return frozenset(reaches)

    def _take(self, row: RowChange, indicator: IndicatorId, image: Mapping[str, Any]) -> Reach:
        """Take one changed row into memory: a target shows in its year, a figure from its month to the end of two years later."""
        if row.table == "target":
            self._contents.forget_targets(image["year"], indicator)
            return Month(image["year"], 1), Month(image["year"], 12)
        month = Month.from_key(image["month"])
        self._contents.put(indicator, UnitId(image["unit_id"]), month, image["value"] if row.new else None)
        return month, Month(min(month.year + 2, 9999), 12)

    def _with_ratios(self, indicator: IndicatorId) -> list[IndicatorId]:
        """The indicator and the ratios that are made of it."""
        ratios = (ratio.id for ratio in self.indicators if indicator in (ratio.numerator, ratio.denominator))
        return [indicator, *ratios]

    def _tell(self, touched: frozenset[IndicatorId] | None) -> None:
        for listener in tuple(self._listeners):
            listener(touched)


def tables_of(changed: Changed) -> frozenset[str]:
    """What was changed; without the settings where they are drafts of schemes alone, from which nothing is computed."""
    of_settings = [row.new or row.old or {} for row in changed.rows if row.table == "setting"]
    drafts_alone = bool(of_settings) and all(image.get("key") == DRAFTS for image in of_settings)
    return changed.tables - {"setting"} if drafts_alone else changed.tables
