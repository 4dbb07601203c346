"""The columns that an indicator has on the sheet, and the text of every figure in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cached_property

from tracker.domain.amount import decimals_of, format_number
from tracker.domain.indicator import Indicator, Kind, RankBy
from tracker.domain.light import Light, LightRule
from tracker.domain.print_setup import USUAL_COLUMNS, SheetColumn
from tracker.domain.unit import UnitId
from tracker.i18n import mark
from tracker.metrics.rates import PERCENT_DECIMALS, printed_gap
from tracker.metrics.row import Rates, Row, Total
from tracker.metrics.table import IndicatorTable
from tracker.reports.sheet import Band, Column
from tracker.reports.wording import one_line, tr

NOTHING = "-"
"""Printed where there is no target or no figure; a note says so."""


class Field(Enum):
    """A column of an indicator, by its heading; named as SheetColumn names it."""

    TARGET = mark("Year’s\ntarget")
    MONTH = mark("Month’s own")
    CUMULATIVE = mark("Cumulative")
    COMPLETION = mark("Completion")
    GAP = mark("Ahead or\nbehind")
    YOY = mark("YoY")
    MOM = mark("MoM")
    SHARE = mark("Share")
    LIGHT = mark("Light signal")
    RANK = mark("Rank")


LIGHTS = {Light.GREEN: mark("green"), Light.YELLOW: mark("yellow"), Light.RED: mark("red")}
CENTRED = frozenset({Field.RANK, Field.LIGHT})
OF_TARGETS = frozenset({Field.TARGET, Field.COMPLETION, Field.GAP})
IN_PERCENT = frozenset({Field.COMPLETION, Field.YOY, Field.MOM, Field.SHARE})
NOT_OF = {
    Kind.FLOW: frozenset[Field](),
    Kind.STOCK: frozenset({Field.CUMULATIVE, Field.GAP, Field.MOM}),
    Kind.RATIO: frozenset(Field) - {Field.CUMULATIVE, Field.RANK},
}
"""The columns that mean nothing for a kind: a ratio has only itself, a stock no cumulative and no pace."""
RANKED_BY = {RankBy.COMPLETION: Field.COMPLETION, RankBy.CUMULATIVE: Field.CUMULATIVE, RankBy.YOY: Field.YOY}


@dataclass(frozen=True)
class IndicatorColumns:
    """One indicator's part of the table; `with_rank` is off where the leading column already is its rank.

    `wanted`: the office's columns in their order. `lights`: the units' lights by `light_rule`; none, no column of them.
    """

    table: IndicatorTable
    with_rank: bool = True
    wanted: Sequence[SheetColumn] = USUAL_COLUMNS
    lights: Mapping[UnitId, Light] = field(default_factory=dict)
    light_rule: LightRule | None = None

    @property
    def indicator(self) -> Indicator:
        """The indicator that the columns are of."""
        return self.table.indicator

    @cached_property
    def has_targets(self) -> bool:
        """Whether anybody has a target for it."""
        return any(row.target is not None for row in self.table.rows) or self.table.total(None).target is not None

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Of the wanted columns those that mean something, in their order; always one of figures."""
        wanted = [Field[column.name] for column in self.wanted]
        if self.done not in wanted:
            wanted = self._with_done(wanted)
        without = set(NOT_OF[self.indicator.kind])
        without |= set() if self.has_targets else OF_TARGETS
        without |= set() if self.with_rank else {Field.RANK}
        without |= set() if self.lights else {Field.LIGHT}
        return tuple(field for field in wanted if field not in without)

    def _with_done(self, wanted: list[Field]) -> list[Field]:
        """The columns with what was reached by now, where they would else hold no figure of this indicator."""
        other = Field.CUMULATIVE if self.done is Field.MONTH else Field.MONTH
        means = set(wanted) - NOT_OF[self.indicator.kind] - CENTRED - (set() if self.has_targets else OF_TARGETS)
        if other in wanted and other not in means:
            return [self.done if field is other else field for field in wanted]
        return wanted if means else [self.done, *wanted]

    @property
    def done(self) -> Field:
        """The column of what was reached by now: a stock's is its level."""
        return Field.MONTH if self.indicator.kind is Kind.STOCK else Field.CUMULATIVE

    @property
    def ranked_by(self) -> Field:
        """The column whose figures are ranked: a stock's cumulative is its month."""
        kind, field = self.indicator.kind, RANKED_BY[self.indicator.rank_by]
        if kind is Kind.RATIO:
            return Field.CUMULATIVE
        return Field.MONTH if kind is Kind.STOCK and field is Field.CUMULATIVE else field

    def band(self) -> Band:
        """The heading with the unit of measure, and the columns under it."""
        name = tr("{indicator} ({unit})", indicator=self.indicator.name, unit=self.indicator.unit)
        columns = (Column(tr(field.value), bold=field is self.ranked_by, centred=field in CENTRED) for field in self.fields)
        return Band(one_line(name if self.indicator.unit else self.indicator.name), tuple(columns))

    def row_cells(self, row: Row) -> tuple[str, ...]:
        """The texts of one unit."""
        return tuple(self._of_row(field, row) for field in self.fields)

    def total_cells(self, total: Total) -> tuple[str, ...]:
        """The texts of a group or of the county; they have no rank and no light."""
        return tuple("" if field in CENTRED else self._figure(field, total) for field in self.fields)

    def awaited(self, row: Row) -> bool:
        """Whether the unit owes a figure: it has a target, or reported before, or nobody has a target."""
        return row.target is not None or row.cumulative is not None or not self.has_targets

    def late(self, row: Row) -> bool:
        """Whether the unit has not reported a flow that it owes."""
        return self.indicator.kind is Kind.FLOW and row.month_value is None and self.awaited(row)

    def _of_row(self, field: Field, row: Row) -> str:
        if field is Field.RANK:
            return NOTHING if row.rank is None else str(row.rank)
        if field is Field.LIGHT:
            return self.light(row)
        if field is Field.MONTH and self.late(row):
            return tr("not reported")
        return self._figure(field, row)

    def light(self, row: Row) -> str:
        """The unit's light in a word, "-" where it has none."""
        light = self.lights.get(row.unit.id)
        return NOTHING if light is None else tr(LIGHTS[light])

    def _figure(self, field: Field, rates: Rates) -> str:
        if field is Field.GAP:
            return number(printed_gap(rates.completion, rates.pace), PERCENT_DECIMALS, signed=True)
        if field is Field.COMPLETION or field is Field.SHARE:
            return number(percent(rates.completion if field is Field.COMPLETION else rates.share), PERCENT_DECIMALS)
        if field is Field.YOY or field is Field.MOM:
            return number(percent(rates.yoy if field is Field.YOY else rates.mom), PERCENT_DECIMALS, signed=True)
        if field is Field.TARGET:
            return number(rates.target, self.target_decimals)
        return number(rates.cumulative if field is Field.CUMULATIVE else rates.month_value, self.indicator.decimals)

    @cached_property
    def target_decimals(self) -> int:
        """The indicator's, or as many as the finest target needs: a target is never shown rounded."""
        targets = [row.target for row in self.table.rows] + [total.target for total in self.table.totals]
        return max([self.indicator.decimals, *(decimals_of(target) for target in targets if target is not None)])


def number(value: Fraction | Decimal | None, decimals: int, *, signed: bool = False) -> str:
    """The figure as it is printed, rounded once; "-" for None."""
    return NOTHING if value is None else format_number(value, decimals, signed=signed)


def percent(rate: Fraction | None) -> Fraction | None:
    """The rate in percent, unrounded."""
    return None if rate is None else rate * 100


def change_mark(change: int | None) -> str:
    """The move since last month: ▲2 up, ▽1 down, – none; nothing where there is nothing to compare with."""
    if change is None:
        return ""
    return "–" if change == 0 else f"▲{change}" if change > 0 else f"▽{-change}"
