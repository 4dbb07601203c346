"""还差多少: what a unit needs for a rank, the pace, the year's target, or to leave the black list, and what that takes a month.

Everybody else is taken to stay where they are. What adds up month by month can be needed so: a flow, of which more is better.
A group or the county, having no rank, needs something for the pace and the target alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from tracker.domain.exemption import Exemption
from tracker.domain.indicator import Direction, Indicator, Kind
from tracker.domain.list_rules import ListRules
from tracker.domain.period import Month
from tracker.domain.unit import Unit
from tracker.i18n import tr
from tracker.metrics.lists_places import places_by_indicator
from tracker.metrics.live import Live
from tracker.metrics.needs_level import Level, equals, figure_of, level_at
from tracker.metrics.row import Row, Total
from tracker.metrics.table import IndicatorTable
from tracker.metrics.whose import Whose, is_listed, rates_of


class Goal(StrEnum):
    """What is to be reached."""

    RANK = "rank"
    FIRST_FEW = "first_few"
    PACE = "pace"
    TARGET = "target"
    LEAVE_BLACK = "leave_black"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a goal takes: the cumulative `needed` by the end of `by`, what is `missing` to it, and that over the `months` left.

    `level` is the exact cumulative behind it. `reference` is the unit that stands there and `at` its figure, or the share of the
    target. `ties`: with just this amount the two are equal, otherwise the unit is ahead. `monthly` is None where no month is
    left; `times` is it as a multiple of the mean month so far.
    """

    goal: Goal
    rank: int | None = None
    reference: Unit | None = None
    at: Fraction
    by: Month
    level: Level
    ties: bool = False
    needed: Decimal
    missing: Decimal
    months: int
    monthly: Fraction | None
    times: Fraction | None


@dataclass(frozen=True, eq=False)
class Case:
    """A unit of an indicator's month, or a total, and the next month of the year, in which the nearer goals are to be reached."""

    table: IndicatorTable
    later: IndicatorTable
    own: Row | Total
    later_own: Row | Total
    as_printed: bool

    @property
    def rank(self) -> int:
        """The unit's rank; 0 of a total."""
        return (self.own.rank or 0) if isinstance(self.own, Row) else 0

    @cached_property
    def others(self) -> list[tuple[Fraction, Unit]]:
        """The figures of the ranked others of the group, the best first; a total stands beside nobody."""
        if isinstance(self.own, Total):
            return []
        group, unit = self.own.unit.group, self.own.unit.id
        rows = (row for row in self.table.rows if row.unit.group == group and row.unit.id != unit and row.rank is not None)
        figures = ((figure_of(self.table, row), row.unit) for row in rows)
        return sorted(((figure, of) for figure, of in figures if figure is not None), key=lambda pair: pair[0], reverse=True)


def case_of(live: Live, table: IndicatorTable, whose: Whose) -> Case | None:
    """What `needs` are told from; None where there are none, as `why_none` tells. Raises KeyError for who is not listed."""
    own = rates_of(table, whose)
    if why_none(live, table, whose):
        return None
    later = _later(live, table)
    return Case(table, later, own, rates_of(later, whose), live.as_printed)


def why_none(live: Live, table: IndicatorTable, whose: Whose) -> str:
    """Why nothing can be needed; "" where it can. Raises KeyError for who is not listed."""
    own, found = rates_of(table, whose), _why_none_of(table.indicator)
    if found:
        return found
    if isinstance(own, Row) and own.rank is None:
        return tr("The unit is not ranked for this indicator, so there is no rank and no target to reach.")
    if not is_listed(_later(live, table).roster, whose):
        return tr("It is no longer listed next month.")
    return ""


def _why_none_of(indicator: Indicator) -> str:
    if indicator.kind is Kind.STOCK:
        return tr("A level does not add up month by month, so nothing can be said to be missing.")
    if indicator.kind is Kind.RATIO:
        return tr("A ratio does not add up month by month, so nothing can be said to be missing.")
    if indicator.direction is Direction.LOWER:
        return tr("Lower is better here: reporting more brings nobody forward.")
    return ""


def _later(live: Live, table: IndicatorTable) -> IndicatorTable:
    """The next month of the year; in December December."""
    return live.table(table.indicator.id, table.month.plus(1)) if table.month.number < 12 else table


def for_rank(case: Case, rank: int, *, strictly: bool = False) -> Need | None:
    """To be of that rank: equal with who stands there, or (`strictly`) ahead. None where so few others are ranked."""
    others = case.others
    if not 1 <= rank <= len(others):
        return None
    figure, unit = others[rank - 1]
    return _beside(case, Goal.RANK, figure, unit, strictly=strictly)


def for_pace(case: Case) -> Need | None:
    """To be on pace at the end of the next month."""
    pace, target = case.later_own.pace, _target(case)
    return None if pace is None or target is None else _need(case, Goal.PACE, Level(pace * target, strictly=False), pace)


def for_target(case: Case) -> Need | None:
    """To fulfil the year's target by December."""
    target = _target(case)
    year_end = Month(case.table.month.year, 12)
    return None if target is None else _need(case, Goal.TARGET, Level(target, strictly=False), Fraction(1), by=year_end)


def to_leave_black(case: Case, rules: ListRules, exemptions: Iterable[Exemption] = ()) -> Need | None:
    """To leave the black list, by the smaller of two ways: on pace, or ahead of so many that others are the last.

    None for a unit that is not among the last and behind now, or is exempt.
    """
    own, month = case.own, case.table.month
    if isinstance(own, Total) or own.gap is None or own.gap >= 0:
        return None
    place, count = places_by_indicator(case.table)[own.unit.id], rules.size_of(own.unit.group)
    exempt = any(one.unit == own.unit.id and one.covers(case.table.indicator.id, month) for one in exemptions)
    if exempt or not place.among_last(count):
        return None
    ways = [need for need in (for_pace(case), _ahead_of_last(case, count)) if need is not None]
    return replace(min(ways, key=lambda need: need.needed), goal=Goal.LEAVE_BLACK)


def usual_needs(case: Case, rules: ListRules, exemptions: Iterable[Exemption] = (), *, rank: int | None = None) -> list[Need]:
    """What a reader asks for and the unit has not reached: a rank, the first few, pace, target, off the black list.

    `rank` is the one asked for, the next one up if none is given.
    """
    found = [for_rank(case, rank or case.rank - 1), _for_first_few(case, rules, rank or case.rank - 1)]
    found += [for_pace(case), for_target(case), to_leave_black(case, rules, exemptions)]
    return [need for need in found if need is not None and need.missing > 0]


def _for_first_few(case: Case, rules: ListRules, asked: int) -> Need | None:
    """To be among the first of the group; None where it is, or where that very rank is asked for anyway."""
    few = 0 if isinstance(case.own, Total) else rules.size_of(case.own.unit.group)
    need = for_rank(case, few) if few not in (0, asked) and few < case.rank else None
    return None if need is None else replace(need, goal=Goal.FIRST_FEW)


def _target(case: Case) -> Fraction | None:
    target = case.later_own.target
    return None if target is None or target <= 0 else Fraction(target)


def _ahead_of_last(case: Case, count: int) -> Need | None:
    """Ahead of so many that they are the last; a unit that is black has more than that ahead of it."""
    figure, unit = case.others[-count]
    return _beside(case, Goal.LEAVE_BLACK, figure, unit, strictly=True)


def _beside(case: Case, goal: Goal, figure: Fraction, unit: Unit, *, strictly: bool) -> Need | None:
    """Equal with another unit or ahead of it, and the rank that this gives."""
    level = level_at(case.table, case.later_own, figure, strictly=strictly, as_printed=case.as_printed)
    if level is None:
        return None
    need = _need(case, goal, level, figure)
    ties = equals(case.table, case.later_own, need.needed, figure, as_printed=case.as_printed)
    rank = 1 + sum(other > figure for other, _ in case.others)
    return replace(need, reference=unit, ties=ties, rank=rank)


def _need(case: Case, goal: Goal, level: Level, at: Fraction, *, by: Month | None = None) -> Need:
    month = case.table.month
    by = by or case.later.month
    done = Fraction(case.own.cumulative or 0)
    needed = level.least(case.table.indicator.decimals)
    missing, months = _missing(case, needed), month.until(by)
    monthly = Fraction(missing) / months if months else None
    times = monthly / (done / month.number) if monthly is not None and done > 0 else None
    return Need(goal=goal, at=at, by=by, level=level, needed=needed, missing=missing, months=months, monthly=monthly, times=times)


def _missing(case: Case, needed: Decimal) -> Decimal:
    """A flow's cumulative is a decimal; nothing reported is 0."""
    done = case.own.cumulative
    return max(needed - done, Decimal(0)) if isinstance(done, Decimal) else needed
