"""The sentence over a chart, which says what it shows, and the line under it, which says what is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tracker.domain.indicator import Direction, Indicator, RankBy
from tracker.domain.period import Month
from tracker.metrics.trends.pace import Measure, PaceTrend
from tracker.metrics.trends.standing import Standing
from tracker.reports.charts.figures import amount, percent, points, signed_points
from tracker.reports.charts.look import Look


def months_text(month: Month, look: Look) -> str:
    """January to the month: 2026年1-9月."""
    if month.number == 1:
        return look.tr("{month} {year}", year=month.year, month=1)
    return look.tr("January to {month} {year}", year=month.year, month=month.number)


def period_text(months: Sequence[Month], look: Look) -> str:
    """All of the months that are drawn: 2026年1-9月, over several years 2025年1月至2026年9月."""
    first, last = months[0], months[-1]
    if first.year == last.year:
        return months_text(last, look)
    ends = [look.tr("{month} {year}", year=month.year, month=month.number) for month in (first, last)]
    return look.tr("{first} to {last}", first=ends[0], last=ends[1])


def gap_text(gap: Decimal | None, indicator: Indicator, look: Look) -> str:
    """超序时进度1.95个百分点; of what should be low, 高于序时进度1.95个百分点; "" without a pace."""
    tr = look.tr
    if gap is None:
        return ""
    if gap == 0:
        return tr("level with the pace")
    size = signed_points(abs(gap)).removeprefix("+")
    if indicator.direction is Direction.LOWER:
        if gap > 0:
            return tr("{points} percentage points above the pace", points=size)
        return tr("{points} percentage points below the pace", points=size)
    if gap > 0:
        return tr("{points} percentage points ahead of the pace", points=size)
    return tr("{points} percentage points behind the pace", points=size)


def joined(look: Look, *parts: str) -> str:
    """The parts that say something, in one sentence without its full stop."""
    return look.tr(", and ").join(part for part in parts if part)


def pace_title(trend: PaceTrend, look: Look) -> str:
    """云溪镇9月底完成76.95%，超序时进度1.95个百分点，居第4位."""
    tr, rates = look.tr, trend.last.rates
    who: dict[str, object] = {"name": look.name(trend.subject.name), "month": trend.month.number}
    if rates is None or rates.cumulative is None:
        return tr("{name} has no figures up to month {month}", **who)
    if trend.measure is Measure.COMPLETION:
        done = tr("{name} has done {percent}% by the end of month {month}", percent=percent(rates.completion), **who)
    else:
        told = amount(rates.cumulative, trend.indicator)
        done = tr("{name} has {amount} by the end of month {month}", amount=told, **who)
    rank = tr("rank {rank} of {count}", rank=trend.rank, count=trend.ranked) if trend.rank is not None else ""
    return joined(look, done, gap_text(points(rates), trend.indicator, look), rank)


def pace_subtitle(trend: PaceTrend, look: Look) -> str:
    """实际到位省外资金，2026年1-9月累计占年度目标的比重（%）；灰线为同组其他单位."""
    tr = look.tr
    values = {"indicator": " ".join(trend.indicator.name.split()), "period": months_text(trend.month, look)}
    if trend.measure is Measure.COMPLETION:
        said = tr("{indicator}, {period}, cumulative as a share of the target, %; last year’s of the same target", **values)
    else:
        said = tr("{indicator}, {period}, cumulative, {unit}", unit=" ".join(trend.indicator.unit.split()), **values)
    if not trend.others:
        return said
    if trend.subject.unit is not None:
        return tr("{said}; grey: the other units of the group", said=said)
    return tr("{said}; grey: the groups", said=said)


def standing_title(standing: Standing, look: Look) -> str:
    """18家单位中7家达到序时进度，柳林镇居首，龙泉镇居末."""
    tr = look.tr
    placed = [bar for bar in standing.bars if bar.value is not None]
    if not placed:
        return tr("No unit has a figure to be ordered by")
    first, last = look.name(placed[0].row.unit.name), look.name(placed[-1].row.unit.name)
    ends = tr("{first} first, {last} last", first=first, last=last) if len(placed) > 1 else ""
    if standing.pace is None:
        return joined(look, tr("{count} units in order", count=len(placed)), ends)
    lower = standing.indicator.direction is Direction.LOWER
    kept = sum(1 for bar in placed if (gap := points(bar.row)) is not None and (gap <= 0 if lower else gap >= 0))
    return joined(look, tr("{count} of {units} units keep the pace", count=kept, units=len(placed)), ends)


def standing_subtitle(standing: Standing, look: Look) -> str:
    """实际到位省外资金，2026年1-9月完成率（%）；右侧为超欠序时（个百分点）."""
    tr = look.tr
    values = {"indicator": " ".join(standing.indicator.name.split()), "period": months_text(standing.month, look)}
    if standing.basis is RankBy.COMPLETION:
        said = tr("{indicator}, {period}, completion of the target of the year, %", **values)
    elif standing.basis is RankBy.YOY:
        said = tr("{indicator}, {period}, growth on last year, %", **values)
    else:
        said = tr("{indicator}, {period}, cumulative, {unit}", unit=" ".join(standing.indicator.unit.split()), **values)
    if standing.pace is not None:
        said = tr("{said}; at the right the distance to the pace in percentage points", said=said)
    return tr("{said}; published", said=said) if standing.is_published else said
