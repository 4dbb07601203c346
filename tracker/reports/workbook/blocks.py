"""The columns that an indicator has in the workbook: those of the paper, and what their formulas need beside them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from xlsxwriter.utility import xl_rowcol_to_cell

from tracker.domain.indicator import Indicator, Kind
from tracker.i18n import mark
from tracker.metrics.live import Live
from tracker.metrics.row import Rates, Row, Total
from tracker.metrics.table import IndicatorTable
from tracker.reports.ranking_columns import OF_TARGETS, Field, IndicatorColumns


class Extra(Enum):
    """A column that only the workbook has, by its heading."""

    BASE = mark("Last year’s\nsame months")
    BEFORE = mark("Month\nbefore")
    NUMERATOR = mark("Numerator")
    DENOMINATOR = mark("Denominator")


Heading = Field | Extra

MANY = 1_000
"""More columns than any indicator has."""


@dataclass(frozen=True)
class IndicatorBlock:
    """One indicator's columns from `first` on (counted from 0); `sides` are a ratio's numerator and denominator.

    The headings from `hidden` on are not on the paper: what the formulas of the others need.
    """

    columns: IndicatorColumns
    first: int
    headings: tuple[Heading, ...]
    sides: tuple[IndicatorTable, IndicatorTable] | None = None
    hidden: int = MANY

    @property
    def indicator(self) -> Indicator:
        """The indicator that the columns are of."""
        return self.columns.indicator

    @property
    def after(self) -> int:
        """The first column after the block."""
        return self.first + len(self.headings)

    @property
    def shown(self) -> int:
        """The first column that is hidden; the first one after the block where none is."""
        return self.first + min(self.hidden, len(self.headings))

    @property
    def wide(self) -> int:
        """How many columns are to be seen."""
        return self.shown - self.first

    @property
    def done(self) -> Field:
        """The column with what was reached by now."""
        return self.columns.done

    def column(self, heading: Heading) -> int:
        """Where a heading stands."""
        return self.first + self.headings.index(heading)

    def cell(self, heading: Heading, row: int) -> str:
        """The cell of a heading in a row (counted from 0), such as D7."""
        return str(xl_rowcol_to_cell(row, self.column(heading)))

    def side(self, at: int, rates: Rates) -> Rates:
        """The figures of the numerator (0) or the denominator (1) of the same unit, group or county as a ratio's `rates`."""
        if self.sides is None:
            raise LookupError(self.indicator.name)
        return _counterpart(self.sides[at], rates)


def blocks(live: Live, columns: list[IndicatorColumns], *, first: int) -> list[IndicatorBlock]:
    """The blocks of these indicators side by side, the first one from column `first` on."""
    made: list[IndicatorBlock] = []
    for one in columns:
        start, shown = made[-1].after if made else first, _headings(one)
        hidden = _needed(one, shown, leads=not made)
        made.append(IndicatorBlock(one, start, (*shown, *hidden), _sides(live, one.indicator), len(shown)))
    return made


def _headings(columns: IndicatorColumns) -> tuple[Heading, ...]:
    """The paper's columns, and what people want to see beside them: a ratio's sides, what growth is held against."""
    found: list[Heading] = []
    for field in columns.fields:
        if columns.indicator.kind is Kind.RATIO and field is Field.CUMULATIVE:
            found += [Extra.NUMERATOR, Extra.DENOMINATOR]
        found.append(field)
    for growth, of, base in ((Field.YOY, columns.done, Extra.BASE), (Field.MOM, Field.MONTH, Extra.BEFORE)):
        if growth in found:
            found.insert(found.index(of) + 1 if of in found else found.index(growth), base)
    return tuple(found)


def _needed(columns: IndicatorColumns, shown: tuple[Heading, ...], *, leads: bool) -> tuple[Heading, ...]:
    """What the formulas of the shown columns, and the leading rank's if it is of this indicator, refer to and nobody chose."""
    refers: dict[Heading, tuple[Heading, ...]] = {
        Field.COMPLETION: (columns.done, Field.TARGET),
        Field.GAP: (Field.COMPLETION,),
        Field.YOY: (columns.done, Extra.BASE),
        Field.MOM: (Field.MONTH, Extra.BEFORE),
        Field.SHARE: (columns.done,),
        Field.RANK: (columns.ranked_by,),
    }
    known, open_ = list(shown), [*shown, *([Field.RANK] if leads else [])]
    while open_:
        for wanted in refers.get(open_.pop(), ()):
            if wanted not in known and _exists(columns, wanted):
                known.append(wanted)
                open_.append(wanted)
    return tuple(known[len(shown) :])


def _exists(columns: IndicatorColumns, heading: Heading) -> bool:
    """Whether the indicator has such figures: without targets nothing is held against any."""
    return heading not in OF_TARGETS or columns.has_targets


def _sides(live: Live, indicator: Indicator) -> tuple[IndicatorTable, IndicatorTable] | None:
    if indicator.numerator is None or indicator.denominator is None:
        return None
    return live.table(indicator.numerator), live.table(indicator.denominator)


def _counterpart(table: IndicatorTable, rates: Rates) -> Rates:
    if isinstance(rates, Row):
        found = table.row(rates.unit.id)
        if found is None:
            raise LookupError(rates.unit.name)
        return found
    if not isinstance(rates, Total):
        raise TypeError(rates)
    return table.total(rates.group.id if rates.group is not None else None)
