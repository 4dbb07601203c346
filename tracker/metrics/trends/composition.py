"""Who carries the total? The groups' parts of the county's, or the units' of a group's, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.period import Month
from tracker.domain.unit import Group, GroupId
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.metrics.table import IndicatorTable
from tracker.metrics.trends.span import months_up_to, published_in
from tracker.metrics.trends.subject import Subject

MOST = 5
"""So many parts are told apart; the smaller ones are one."""

Amounts = tuple[Fraction | None, ...]


class RatioHasNoParts(TrackerError):
    def __init__(self, indicator: Indicator) -> None:
        super().__init__(
            tr(
                "“{indicator}” is a ratio, which does not add up: it has no composition. Choose another one.",
                indicator=indicator.name,
            )
        )


@dataclass(frozen=True, slots=True)
class Part:
    """One part's cumulatives; `subjects` are several where it is the rest. `share` is of the total in the last month."""

    subjects: tuple[Subject, ...]
    amounts: Amounts
    share: Fraction | None

    @property
    def is_rest(self) -> bool:
        """Whether it is what is left beside the larger parts."""
        return len(self.subjects) > 1


@dataclass(frozen=True, slots=True)
class Composition:
    """The parts, the largest of the last month first and the rest last, which add up to `total` in each month."""

    indicator: Indicator
    group: Group | None
    months: tuple[Month, ...]
    parts: tuple[Part, ...]
    total: Amounts
    published: frozenset[Month]


def composition(
    live: Live,
    indicator: IndicatorId,
    group: GroupId | None = None,
    *,
    years: int = 1,
    published_months: Iterable[Month] | None = None,
) -> Composition:
    """Cumulatives of the county by group, or of a group by unit. Raises RatioHasNoParts, KeyError for what is not known."""
    table, months = live.table(indicator), months_up_to(live.month, years)
    if table.indicator.kind is Kind.RATIO:
        raise RatioHasNoParts(table.indicator)
    tables = [live.table(indicator, month) for month in months]
    owner = next((one for one in table.roster.groups if one.id == group), None)
    if group is not None and owner is None:
        raise KeyError(group)
    told = [(subject, tuple(_amount(subject, one) for one in tables)) for subject in _subjects(tables, group)]
    told.sort(key=lambda one: -(one[1][-1] or 0))
    total = tuple(_added([amounts[at] for _, amounts in told]) for at in range(len(months)))
    parts = [Part((subject,), amounts, _share(amounts[-1], total[-1])) for subject, amounts in told]
    return Composition(
        table.indicator, owner, months, tuple(_gathered(parts, total[-1])), total, published_in(live.book, published_months)
    )


def _subjects(tables: Sequence[IndicatorTable], group: GroupId | None) -> list[Subject]:
    """Whoever was there in any of the months, the last month's own first."""
    if group is None:
        return list(dict.fromkeys(Subject(group=one) for table in reversed(tables) for one in table.roster.groups))
    units = (unit for table in reversed(tables) for unit in table.roster.units if unit.group == group)
    return list(dict.fromkeys(Subject(unit=unit) for unit in units))


def _amount(subject: Subject, table: IndicatorTable) -> Fraction | None:
    rates = subject.rates(table)
    return None if rates is None or rates.cumulative is None else Fraction(rates.cumulative)


def _added(amounts: Iterable[Fraction | None]) -> Fraction | None:
    there = [amount for amount in amounts if amount is not None]
    return sum(there, Fraction(0)) if there else None


def _share(amount: Fraction | None, total: Fraction | None) -> Fraction | None:
    return None if amount is None or not total else amount / total


def _gathered(parts: list[Part], total: Fraction | None) -> list[Part]:
    """At most MOST parts: the smaller ones made one, unless it is a single one."""
    if len(parts) <= MOST:
        return parts
    kept, rest = parts[: MOST - 1], parts[MOST - 1 :]
    amounts = tuple(_added(part.amounts[at] for part in rest) for at in range(len(parts[0].amounts)))
    return [*kept, Part(tuple(subject for part in rest for subject in part.subjects), amounts, _share(amounts[-1], total))]
