"""还差多少: what a unit needs for a rank, the pace, the year's target, or to leave the black list, and what that takes a month.

Everybody else is taken to stay where they are. What adds up month by month can be needed so: a flow, of which more is better.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tracker.domain.indicator import Direction, Kind
from tracker.domain.list_rules import ListRules
from tracker.domain.period import Month
from tracker.domain.unit import Unit, UnitId
from tracker.metrics.lists_places import places_by_indicator
from tracker.metrics.live import Live
from tracker.metrics.needs_level import Level, equals, figure_of, level_at
from tracker.metrics.row import Row
from tracker.metrics.table import IndicatorTable


class Goal(StrEnum):
    """What is to be reached."""

    RANK = "rank"
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


@dataclass(frozen=True, slots=True)
class Case:
    """A unit of an indicator's month, and the next month of the year, in which the nearer goals are to be reached."""

    table: IndicatorTable
    later: IndicatorTable
    own: Row
    later_own: Row
    as_printed: bool

    @property
    def others(self) -> list[tuple[Fraction, Unit]]:
        """The figures of the ranked others of the group, the best first."""
        group, unit = self.own.unit.group, self.own.unit.id
        rows = (row for row in self.table.rows if row.unit.group == group and row.unit.id != unit and row.rank is not None)
        figures = ((figure_of(self.table, row), row.unit) for row in rows)
        return sorted(((figure, of) for figure, of in figures if figure is not None), key=lambda pair: pair[0], reverse=True)


def case_of(live: Live, table: IndicatorTable, unit: UnitId) -> Case | None:
    """What `needs` are told from; None where the unit is not ranked, or where more cannot help (see above)."""
    indicator, month = table.indicator, table.month
    if indicator.kind is not Kind.FLOW or indicator.direction is Direction.LOWER:
        return None
    later = live.table(indicator.id, month.plus(1)) if month.number < 12 else table
    own, later_own = table.row(unit), later.row(unit)
    if own is None or own.rank is None or later_own is None:
        return None
    return Case(table, later, own, later_own, live.as_printed)


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


def to_leave_black(case: Case, rules: ListRules) -> Need | None:
    """To leave the black list, by the smaller of two ways: on pace, or ahead of so many that others are the last.

    None for a unit that is not among the last and behind now.
    """
    place, count = places_by_indicator(case.table)[case.own.unit.id], rules.size_of(case.own.unit.group)
    if case.own.gap is None or case.own.gap >= 0 or not place.among_last(count):
        return None
    ways = [need for need in (for_pace(case), _ahead_of_last(case, count)) if need is not None]
    return replace(min(ways, key=lambda need: need.needed), goal=Goal.LEAVE_BLACK)


def usual_needs(case: Case, rules: ListRules) -> list[Need]:
    """What a reader asks for and the unit has not reached: the next rank up, the first few, pace, target, off the black list."""
    rank = case.own.rank or 1
    wanted = dict.fromkeys(one for one in (rank - 1, rules.size_of(case.own.unit.group)) if 0 < one < rank)
    found = [*(for_rank(case, one) for one in wanted), for_pace(case), for_target(case), to_leave_black(case, rules)]
    return [need for need in found if need is not None and need.missing > 0]


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
