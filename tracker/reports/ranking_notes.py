"""The notes under the table: pace, order, who has no target, who has not reported, mergers, the county's own target."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from tracker.domain.amount import format_number
from tracker.domain.indicator import Direction, Kind, RankBy
from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.domain.unit import Unit
from tracker.metrics.rates import PERCENT_DECIMALS
from tracker.reports.light_notes import light_note
from tracker.reports.note_lists import Printed, by_indicator, listed, units_of
from tracker.reports.ranking_columns import NOTHING, Field, IndicatorColumns, number
from tracker.reports.titles import whole
from tracker.reports.wording import tr


def notes(printed: Printed) -> tuple[str, ...]:
    """The notes in order, without those that have nothing to tell."""
    makers: tuple[Callable[[Printed], str], ...] = (
        _pace,
        _ranks,
        light_note,
        _dashes,
        late_reports,
        _without_figure,
        mergers,
        _own_targets,
        _left_out,
    )
    return tuple(text for text in (make(printed) for make in makers) if text)


def _pace(printed: Printed) -> str:
    """Which pace completion is held against; an indicator with a plan of its own is named."""
    paces: dict[Fraction, list[str]] = {}
    for columns in printed.columns:
        pace = columns.table.total(None).pace
        if Field.GAP in columns.fields and pace is not None:
            paces.setdefault(pace, []).append(columns.indicator.name)
    if not paces:
        return target_set(printed)
    month = printed.month.number
    usual = Fraction(month, 12)
    parts = [tr("pace {percent}% ({month} ÷ 12)", percent=_percent(usual), month=month)] if usual in paces else []
    for pace, names in paces.items():
        if pace != usual:
            parts.append(tr("{indicators} by plan {percent}%", indicators=listed(names), percent=_percent(pace)))
    said = tr("Due by now: {paces}. Ahead or behind = completion − pace, in percentage points.", paces=tr("; ").join(parts))
    return said + target_set(printed)


def target_set(printed: Printed) -> str:
    stretch = printed.target_set is TargetSet.STRETCH and printed.held_to_targets
    return tr("Targets are the county’s stretch targets.") if stretch else ""


def _ranks(printed: Printed) -> str:
    """How places are given, what the leading ones are of, and what the arrows compare with."""
    compared = tr("compared as printed") if printed.as_printed else tr("compared unrounded")
    basis = _bases(printed.columns)
    said = tr("Ranks are within the group, {basis}, {compared}; equal ones are shared.", basis=basis, compared=compared)
    if printed.lead:
        said += tr("The leading rank is that of {indicator}.", indicator=printed.lead)
    if printed.compared:
        said += tr("▲ up, ▽ down, against {month}.", month=month_text(printed.month.plus(-1)))
    return said


def _bases(columns: Sequence[IndicatorColumns]) -> str:
    """What most indicators are ranked by, and in brackets those that differ."""
    bases: dict[str, list[str]] = {}
    for one in columns:
        bases.setdefault(_basis(one), []).append(one.indicator.name)
    commonest = max(bases, key=lambda basis: len(bases[basis]))
    others = [tr("{indicators} {basis}", indicators=listed(bases[basis]), basis=basis) for basis in bases if basis != commonest]
    return tr("{basis} ({others})", basis=commonest, others=tr("; ").join(others)) if others else commonest


def _basis(columns: IndicatorColumns) -> str:
    indicator = columns.indicator
    lower = indicator.direction is Direction.LOWER
    if indicator.kind is Kind.RATIO:
        return tr("by ratio, lowest first") if lower else tr("by ratio, highest first")
    if indicator.rank_by is RankBy.COMPLETION:
        return tr("by completion, lowest first") if lower else tr("by completion, highest first")
    if indicator.rank_by is RankBy.YOY:
        return tr("by YoY, lowest first") if lower else tr("by YoY, highest first")
    if indicator.kind is Kind.STOCK:
        return tr("by the month’s figure, lowest first") if lower else tr("by the month’s figure, highest first")
    return tr("by cumulative, lowest first") if lower else tr("by cumulative, highest first")


def _dashes(printed: Printed) -> str:
    """What "-" stands for, and who has no target for what."""
    if not any(NOTHING in columns.row_cells(row) for columns in printed.columns for row in printed.rows(columns)):
        return ""
    said = tr("“-” is no target, no figure, or no base in last year.")
    without = units_of(printed, printed.held_to_targets, lambda _, row: "no_target" in row.flags)
    return said + (tr("No target: {units}.", units=without) if without else "")


def late_reports(printed: Printed) -> str:
    """Who has not reported, and how that is counted: with the months before, as 0 where there is none."""
    month = month_text(printed.month)
    started, empty = [], []
    behind: dict[Month, list[str]] = {}
    for columns in printed.columns:
        late = [row for row in printed.rows(columns) if columns.late(row)]
        awaited = [row for row in printed.rows(columns) if columns.awaited(row)]
        newest = _newest(columns, printed) if late and len(late) == len(awaited) else None
        if newest is not None:
            behind.setdefault(newest, []).append(columns.indicator.name)
        else:
            started.append((columns, [row.unit for row in late if row.cumulative is not None]))
        empty.append((columns, [row.unit for row in late if row.cumulative is None]))
    said = []
    if behind:
        months = [
            tr("{indicators} as of {month}", indicators=listed(names), month=month_text(newest))
            for newest, names in behind.items()
        ]
        said.append(tr("Nothing is reported for {month} yet: {indicators}.", month=month, indicators=tr("; ").join(months)))
    if reported_before := by_indicator(printed, started):
        said.append(tr("Not reported for {month}, counted up to the month before: {units}.", month=month, units=reported_before))
    if never := by_indicator(printed, empty):
        said.append(tr("Nothing reported this year (0, where completion counts): {units}.", units=never))
    return "".join(said)


def _newest(columns: IndicatorColumns, printed: Printed) -> Month | None:
    """The last month of this year for which any printed unit reported; None where there is none."""
    span = printed.month.number
    filled = [at for unit in printed.units for at, value in enumerate(columns.table.series(unit.id, span)) if value is not None]
    return Month(printed.month.year, max(filled) + 1) if filled else None


def _without_figure(printed: Printed) -> str:
    """Stocks that have no figure this month: nothing stands for it, and they are not ranked."""
    stocks = [columns for columns in printed.columns if columns.indicator.kind is Kind.STOCK]
    without = units_of(printed, stocks, lambda _, row: row.month_value is None)
    return tr("No figure for {month}, not ranked: {units}.", month=month_text(printed.month), units=without) if without else ""


def mergers(printed: Printed) -> str:
    """Which units carry others' figures in this year's or last year's months."""
    said = [
        tr("{old} was merged into {new} after {month} {year}", old=old, new=new, year=after.year, month=after.number)
        for old, new, after in _merged(printed)
    ]
    if not said:
        return ""
    mergers = tr("; ").join(said)
    return tr("{mergers}; figures, targets and last year’s base are counted together (comparable basis).", mergers=mergers)


def _merged(printed: Printed) -> Iterator[tuple[str, str, Month]]:
    """(unit that ended, printed unit that carries it on, its last month). What ended before last year is in no figure now."""
    known = {unit.id: unit for unit in printed.all_units}
    shown = {unit.id for unit in printed.units}
    for unit in printed.all_units:
        ended = unit.valid_to
        if ended is None or ended >= printed.month or ended.year < printed.month.year - 1:
            continue
        heir: Unit | None = unit
        while heir is not None and heir.valid_to is not None and heir.valid_to < printed.month:
            heir = known.get(heir.merged_into) if heir.merged_into is not None else None
        if heir is not None and heir.id in shown:
            yield unit.name, heir.name, ended


def _own_targets(printed: Printed) -> str:
    """The county's own target beside the sum of the units', where both exist."""
    said = []
    for columns in printed.held_to_targets:
        total, decimals = columns.table.total(None), columns.target_decimals
        if total.targets_sum is None or total.target is None or total.targets_sum == total.target:
            continue
        said.append(
            tr(
                "{indicator} {own} {unit} (sum of the units’ targets {sum} {unit})",
                indicator=columns.indicator.name,
                own=number(total.target, decimals),
                sum=number(total.targets_sum, decimals),
                unit=columns.indicator.unit,
            )
        )
    if not said:
        return ""
    targets = tr("; ").join(said)
    return tr("The total is held against {county}’s own target: {targets}.", county=whole(printed.place), targets=targets)


def _left_out(printed: Printed) -> str:
    """The groups that the total counts and the sheet does not list."""
    if not printed.left_out:
        return ""
    ids = {group.id for group in printed.left_out}
    units = sum(unit.group in ids for unit in printed.all_units if unit.listed_in(printed.month))
    names = listed([group.name for group in printed.left_out])
    return tr("The total of {county} counts {groups} too, {count} units.", county=whole(printed.place), groups=names, count=units)


def _percent(pace: Fraction) -> str:
    return format_number(pace * 100, PERCENT_DECIMALS)


def month_text(month: Month) -> str:
    return tr("month {month}", month=month.number)
