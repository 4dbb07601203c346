"""The columns of the ranking: what each shows of a line, how it is painted, sorted and copied, and which an indicator has."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from tracker.domain.amount import MISSING, decimals_of, format_number
from tracker.domain.indicator import Direction, Indicator, Kind, RankBy
from tracker.domain.light import GapRule
from tracker.i18n import mark, tr
from tracker.metrics.lights import light_text
from tracker.metrics.rates import PERCENT_DECIMALS, printed_gap
from tracker.metrics.row import Rates
from tracker.ui.models.ranking_lines import Line, Sort, Standing, Value

if TYPE_CHECKING:
    from tracker.metrics.table import IndicatorTable


class Paint(Enum):
    """How a cell is drawn."""

    NAME = "name"
    RANK = "rank"
    MOVE = "move"
    FIGURE = "figure"
    RATE = "rate"
    """The figure in bold that the bar stands beside."""
    SIGNED = "signed"
    GAP = "gap"
    BAR = "bar"
    LIGHT = "light"
    SPARKLINE = "sparkline"
    NOTHING = "nothing"
    """Room, so that a table of few columns keeps its figures near its names."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `narrow` is its least width at 100 %, `grows` its share of the width left over.

    `text` is what it says in words or figures; `value` what it sorts by, None where it cannot; `decimals` those of a number, None
    for a text. `spare` columns give way where the table is too narrow, the lowest number first; 0 never does.
    `under` is a second line of its header, `about` what the column is of where its key does not say it: a line of the scheme.
    """

    key: str
    title: str
    paint: Paint
    narrow: int
    grows: int
    text: Callable[[Line], str]
    value: Callable[[Any], Value | None] | None = None
    decimals: int | None = None
    spare: int = 0
    optional: bool = True
    shown: bool = True
    under: str = ""
    about: object = None

    @property
    def numeric(self) -> bool:
        """Whether it is a column of figures, which stand at the right."""
        return self.paint in (Paint.FIGURE, Paint.RATE, Paint.SIGNED, Paint.GAP)


RANK_COLUMN = {RankBy.COMPLETION: "completion", RankBy.CUMULATIVE: "cumulative", RankBy.YOY: "yoy"}
CUMULATIVE_TITLE = {Kind.FLOW: mark("To date"), Kind.STOCK: mark("At month's end"), Kind.RATIO: mark("Ratio")}


def ranked_by(indicator: Indicator) -> str:
    """The key of the column that the indicator is ranked by."""
    return "cumulative" if indicator.kind is Kind.RATIO else RANK_COLUMN[indicator.rank_by]


def natural_sort(indicator: Indicator) -> Sort:
    """The order of the ranks: by what the indicator is ranked by, the best first."""
    return Sort(ranked_by(indicator), falling=indicator.direction is Direction.HIGHER)


def columns(table: IndicatorTable) -> list[Column]:
    """Every column that means something for the indicator in that month, in the order of the page."""
    indicator, county = table.indicator, table.total(None)
    ratio, flow = indicator.kind is Kind.RATIO, indicator.kind is Kind.FLOW
    targets = has_targets(table)
    paced = targets and county.pace is not None
    found = [rank_column()]
    if table.ranks_before.any():
        found.append(move_column())
    found += [name_column()]
    if targets:
        found.append(replace(_figure("target", tr("Year's target"), target_decimals(table)), spare=4))
    if flow:
        found.append(_month(indicator.decimals, has_targets=targets))
    found.append(_cumulative(indicator))
    if targets:
        found += [_completion(), _bar(county, paced)]
    if paced if isinstance(table.light_rule, GapRule) else not ratio:
        found.append(_light(table))
    if paced:
        found.append(_gap())
    if not ratio:
        found += _growth(flow)
        found.append(_sparkline(table))
    return found if targets else [*found, _rest()]


def rank_column() -> Column:
    """位次."""
    text = _of_unit(lambda row: MISSING if row.rank is None else str(row.rank))
    return Column("rank", tr("Rank"), Paint.RANK, 48, 0, text, lambda row: row.rank, optional=False)


def move_column() -> Column:
    """升降."""
    return Column("move", tr("Change"), Paint.MOVE, 60, 0, _of_unit(move_text), lambda row: row.rank_change)


def name_column() -> Column:
    """The unit's name."""
    return Column("unit", tr("Unit"), Paint.NAME, 96, 3, lambda line: line.name, lambda row: row.unit.sort, optional=False)


def _figure(key: str, title: str, decimals: int, *, shown: bool = True) -> Column:
    def text(line: Line) -> str:
        return format_number(getattr(line.figures, key), decimals) or MISSING

    return Column(key, title, Paint.FIGURE, 68, 1, text, lambda row: getattr(row, key), decimals, shown=shown)


def _month(decimals: int, *, has_targets: bool) -> Column:
    def text(line: Line) -> str:
        if line.row is not None and is_unreported(line.row.flags, has_targets=has_targets):
            return tr("Not reported")
        return format_number(line.figures.month_value, decimals) or MISSING

    return Column("month_value", tr("Month"), Paint.FIGURE, 68, 1, text, lambda row: row.month_value, decimals, spare=3)


def _cumulative(indicator: Indicator) -> Column:
    title = tr(CUMULATIVE_TITLE[indicator.kind])
    column = _figure("cumulative", f"{title} %" if indicator.unit == "%" else title, indicator.decimals)
    leads = ranked_by(indicator) == "cumulative"
    return replace(column, paint=Paint.RATE, narrow=84, optional=False) if leads else column


def _percent(figures: Rates, key: str, *, signed: bool) -> str:
    rate = getattr(figures, key)
    return MISSING if rate is None else format_number(rate * 100, PERCENT_DECIMALS, signed=signed)


def _completion() -> Column:
    def text(line: Line) -> str:
        return _percent(line.figures, "completion", signed=False)

    return Column("completion", tr("Completion %"), Paint.RATE, 92, 1, text, lambda row: row.completion, PERCENT_DECIMALS)


def _bar(county: Rates, paced: bool) -> Column:
    title = tr("Pace {percent}%", percent=_percent(county, "pace", signed=False)) if paced else ""

    def text(line: Line) -> str:
        done, pace = (_percent(line.figures, key, signed=False) for key in ("completion", "pace"))
        return tr("{done}% done, pace {pace}%", done=done, pace=pace) if paced else tr("{done}% done", done=done)

    return Column("bar", title, Paint.BAR, 116, 5, text, spare=2)


def _light(table: IndicatorTable) -> Column:
    def text(line: Line) -> str:
        return "" if line.light is None else light_text(line.light, table.light_rule, table.indicator.direction)

    return Column("light", tr("Lights"), Paint.LIGHT, 48, 0, text)


def _gap() -> Column:
    def text(line: Line) -> str:
        gap = printed_gap(line.figures.completion, line.figures.pace)
        return format_number(gap, PERCENT_DECIMALS, signed=True) or MISSING

    return Column("gap", tr("Against pace"), Paint.GAP, 84, 1, text, lambda row: row.gap, PERCENT_DECIMALS)


def _growth(flow: bool) -> list[Column]:
    """同比 and what a user may add: 环比, last year's base, 占比."""

    def rate(key: str, title: str, *, signed: bool, shown: bool) -> Column:
        def text(line: Line) -> str:
            return _percent(line.figures, key, signed=signed)

        paint = Paint.SIGNED if signed else Paint.FIGURE
        return Column(key, title, paint, 80, 1, text, lambda row: getattr(row, key), PERCENT_DECIMALS, shown=shown)

    found = [rate("yoy", tr("YoY %"), signed=True, shown=True)]
    if flow:
        found.append(rate("mom", tr("MoM %"), signed=True, shown=False))
    return [*found, rate("share", tr("Share %"), signed=False, shown=False)]


def _sparkline(table: IndicatorTable) -> Column:
    decimals = table.indicator.decimals

    def text(line: Line) -> str:
        if line.row is None:
            return ""
        values = table.series(line.row.unit.id)
        return ", ".join(format_number(value, decimals) or MISSING for value in values)

    return Column("sparkline", tr("Last 12 months"), Paint.SPARKLINE, 112, 2, text, spare=1)


def _rest() -> Column:
    return Column("rest", "", Paint.NOTHING, 8, 24, lambda _line: "", spare=1, optional=False)


def _of_unit(text: Callable[[Standing], str]) -> Callable[[Line], str]:
    """The text of a unit's line; a total has none."""
    return lambda line: "" if line.standing is None else text(line.standing)


def move_text(row: Standing) -> str:
    """The change of rank with its sign, as it is copied: "▲2", "▽1", "–" for none, "—" where nothing can be compared."""
    if row.rank_change is None:
        return MISSING
    if row.rank_change == 0:
        return "–"
    return ("▲" if row.rank_change > 0 else "▽") + str(abs(row.rank_change))


def is_unreported(flags: Collection[str], *, has_targets: bool) -> bool:
    """Whether the month's figure is due and missing. Where others have a target, who has none and never reported owes none."""
    owes = not has_targets or "no_target" not in flags or "no_figures" not in flags
    return owes and "unreported" in flags


def has_targets(table: IndicatorTable) -> bool:
    """Whether anybody has a target for the indicator."""
    return table.indicator.kind is not Kind.RATIO and table.total(None).target is not None


def target_decimals(table: IndicatorTable) -> int:
    """The indicator's, or as many as the county's or a group's target needs: a target is never shown rounded."""
    targets = [total.target for total in table.totals if total.target is not None]
    return max([table.indicator.decimals, *map(decimals_of, targets)])
