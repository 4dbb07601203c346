"""A new year: what belongs to a year (pace plan, scheme, targets) is carried over from the last one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from tracker.domain.amount import round_half_up
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.target import Target, TargetSet
from tracker.domain.unit import Unit, UnitId
from tracker.store import indicators, plans, scheme_versions, schemes, targets, units
from tracker.store.bounds import year_of

if TYPE_CHECKING:
    from tracker.store.book import Book

_Place = tuple[UnitId | None, IndicatorId, TargetSet]


@dataclass(frozen=True, slots=True)
class Carried:
    """How much is carried over: indicators with a pace plan, lines of the scheme, targets."""

    plans: int
    scheme_lines: int
    targets: int


def carry_over(book: Book, *, last: int, new: int, percent: Decimal | None) -> Carried:
    """Give the year `new` what `last` had: its plan and scheme, and its targets × `percent` ÷ 100, without them where it is None.

    Targets are rounded half up to their indicator's decimals. Those of a unit that has ended by then go to the one it was
    merged into, or nowhere. What the new year has already stays. Raises YearOutOfRange.
    """
    year_of(new)
    return Carried(
        plans=_carry_plans(book, last, new),
        scheme_lines=_carry_scheme(book, last, new),
        targets=0 if percent is None else _carry_targets(book, last, new, percent),
    )


def _carry_plans(book: Book, last: int, new: int) -> int:
    shares = plans.plan(book)
    planned = {share.indicator for share in shares if share.year == new}
    carried = [share for share in shares if share.year == last and share.indicator not in planned]
    for share in carried:
        plans.set_plan_share(book, replace(share, year=new))
    return len({share.indicator for share in carried})


def _carry_scheme(book: Book, last: int, new: int) -> int:
    """The version that was in force at last is the new year's from January on."""
    versions = scheme_versions.versions(book, last)
    if not versions or schemes.scheme_lines(book, new):
        return 0
    lines = [replace(line, year=new, from_month=1) for line in versions[-1].lines]
    schemes.set_scheme_lines(book, new, lines)
    scheme_versions.set_terms(book, new, 1, versions[-1].terms)
    return len(lines)


def _carry_targets(book: Book, last: int, new: int, percent: Decimal) -> int:
    there = {_place(target) for target in targets.targets(book, new)}
    decimals = {indicator.id: indicator.decimals for indicator in indicators.indicators(book)}
    sums = _with_heirs(targets.targets(book, last), units.units(book), Month(new, 1))
    carried = {place: value for place, value in sums.items() if place not in there}
    for (unit, indicator, of), value in carried.items():
        scaled = round_half_up(value * percent / 100, decimals[indicator]) if percent != 100 else value
        targets.set_target(book, Target(new, unit, indicator, scaled, of))
    return len(carried)


def _with_heirs(old: Iterable[Target], known: Iterable[Unit], month: Month) -> dict[_Place, Decimal]:
    """The targets of those who are there from `month` on, with the targets of whoever was merged into them before."""
    by_id = {unit.id: unit for unit in known}
    sums: dict[_Place, Decimal] = {}
    for target in old:
        unit = None if target.unit is None else by_id[target.unit]
        while unit is not None and unit.valid_to is not None and unit.valid_to < month:
            unit = None if unit.merged_into is None else by_id[unit.merged_into]
        if unit is not None or target.unit is None:
            place = (None if unit is None else unit.id, target.indicator, target.set)
            sums[place] = sums.get(place, Decimal(0)) + target.value
    return sums


def _place(target: Target) -> _Place:
    return target.unit, target.indicator, target.set
