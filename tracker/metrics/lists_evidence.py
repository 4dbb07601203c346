"""The evidence of the lists in words: with which figures a unit is praised, warned or named, so that a director can defend it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from tracker.domain.amount import format_number
from tracker.domain.exemption import Exemption
from tracker.domain.indicator import Direction, Indicator, Kind, RankBy
from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.metrics.lists_counts import Count
from tracker.metrics.lists_late import Late
from tracker.metrics.lists_month import MonthLists
from tracker.metrics.lists_places import Place
from tracker.metrics.lists_red_black import Evidence
from tracker.metrics.lists_running import Running
from tracker.metrics.lists_zero import Nothing
from tracker.metrics.rates import PERCENT_DECIMALS, printed_gap
from tracker.metrics.row import Row
from tracker.metrics.scoring.score import SCORE_DECIMALS


def standing_text(lists: MonthLists, of: Evidence) -> str:
    """完成率 60.57%，落后序时 14.43 个百分点，组内第 9 位/9; by score, the score and its place come first."""
    indicator = lists.lead.indicator
    place, done = place_text(of.place), [completion_text(of, indicator), gap_text(of, indicator)]
    if lists.scores is None:
        row = lists.lead.row(of.unit.id)
        ranked = "" if row is None else _ranked_text(row, indicator)
        return joined(ranked, *done, place)
    score = lists.scores.by_unit[of.unit.id].value
    points = tr("score {score}", score=format_number(score, SCORE_DECIMALS))
    return joined(points, place, tr("{indicator}: {text}", indicator=indicator.name, text=joined(*done)))


def completion_text(of: Evidence, indicator: Indicator) -> str:
    """完成率 60.57%; of what should stay low, how much of the limit is used."""
    percent = _percent(of.completion)
    if indicator.direction is Direction.LOWER:
        return tr("{percent} of the limit used", percent=percent)
    return tr("completion {percent}", percent=percent)


def gap_text(of: Evidence, indicator: Indicator) -> str:
    """落后序时 14.43 个百分点; "" where there is no pace."""
    gap = printed_gap(of.completion, of.pace)
    if gap is None:
        return ""
    if gap == 0:
        return tr("level with the pace")
    points = format_number(abs(gap), PERCENT_DECIMALS)
    if indicator.direction is Direction.LOWER:
        above = tr("{points} percentage points above the pace", points=points)
        return above if gap > 0 else tr("{points} percentage points below the pace", points=points)
    ahead = tr("{points} percentage points ahead of the pace", points=points)
    return ahead if gap > 0 else tr("{points} percentage points behind the pace", points=points)


def place_text(place: Place) -> str:
    """组内第 9 位/9."""
    return tr("no. {rank}/{ranked} in its group", rank=place.rank, ranked=place.ranked)


def running_text(of: Running) -> str:
    """9月第 9 位/9，8月第 8 位/9."""
    return joined(*(_review_text(month, place) for month, place in of.reviews))


def _review_text(month: Month, place: Place) -> str:
    return tr("month {number}: no. {rank}/{ranked}", number=month.number, rank=place.rank, ranked=place.ranked)


def nothing_text(of: Nothing, month: Month) -> str:
    """What it means that there is nothing: reported as 0 or not reported at all, and whether anything was asked of the unit."""
    span = tr("month 1-{number}", number=month.number) if month.number > 1 else tr("month {number}", number=1)
    told = tr("{span}: reported as 0", span=span) if of.reported else tr("{span}: no figure at all", span=span)
    return joined(told, tr("with a target") if of.has_target else tr("without a target"))


def late_text(of: Late, due: date) -> str:
    """By when it was due, when it came, how many days late, in how many months running."""
    told = [tr("due by {day}", day=_day(due))]
    if of.received is None:
        told.append(tr("has not come, {days} days over", days=of.days))
    else:
        told.append(tr("came on {day}, {days} days late", day=_day(of.received), days=of.days))
    if of.running > 1:
        told.append(tr("late {count} months running", count=of.running))
    return joined(*told)


def ends_text(of: Count) -> str:
    """第一：实际到位省外资金；末位：新签约项目."""
    found = []
    if of.first:
        found.append(tr("first in {indicators}", indicators=_names(of.first)))
    if of.last:
        found.append(tr("last in {indicators}", indicators=_names(of.last)))
    return tr("; ").join(found)


def exempt_text(exemption: Exemption) -> str:
    """免责（2026年6月至2026年9月）：受灾停产."""
    first, last = (tr("{year}-{number:02d}", year=month.year, number=month.number) for month in (exemption.first, exemption.last))
    if first == last:
        return tr("exempt in {month}: {reason}", month=first, reason=exemption.reason)
    return tr("exempt from {first} to {last}: {reason}", first=first, last=last, reason=exemption.reason)


def joined(*parts: str) -> str:
    """The parts that say something, in one line."""
    return tr(", and ").join(part for part in parts if part)


def _ranked_text(row: Row, indicator: Indicator) -> str:
    """What the place goes by, where that is not the completion."""
    if indicator.rank_by is RankBy.COMPLETION:
        return ""
    if indicator.rank_by is RankBy.YOY and indicator.kind is not Kind.RATIO:
        return "" if row.yoy is None else _growth_text(row.yoy)
    amount = format_number(row.cumulative, indicator.decimals)
    return tr("to date {amount} {unit}", amount=amount, unit=indicator.unit)


def _growth_text(growth: Fraction) -> str:
    """A fall is told, never signed."""
    if growth == 0:
        return tr("the same as last year")
    size = _percent(abs(growth))
    return tr("up {percent} on last year", percent=size) if growth > 0 else tr("down {percent} on last year", percent=size)


def _percent(rate: Fraction) -> str:
    return f"{format_number(rate * 100, PERCENT_DECIMALS)}%"


def _day(day: date) -> str:
    return tr("{month:02d}-{day:02d}", month=day.month, day=day.day)


def _names(indicators: tuple[Indicator, ...]) -> str:
    return tr(", ").join(indicator.name for indicator in indicators)
