"""Choose what of a month's ranking is wanted, by the codes and names that people write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.indicator import Indicator
from tracker.domain.period import Month
from tracker.domain.unit import Group, Unit
from tracker.errors import ExchangeError
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.metrics.row import Row, Total
from tracker.metrics.table import IndicatorTable


class NothingForMonth(ExchangeError):
    def __init__(self, month: Month, first: Month, last: Month) -> None:
        super().__init__(
            tr("There are no figures for {month}. The book has {first} to {last}.", month=month, first=first, last=last)
        )


class BookHasNoFigures(ExchangeError):
    def __init__(self) -> None:
        super().__init__(tr("The book has no figures yet. Enter or load some first."))


class NoSuchIndicator(ExchangeError):
    def __init__(self, code: str, existing: Sequence[Indicator]) -> None:
        codes = ", ".join(indicator.code for indicator in existing)
        super().__init__(tr("There is no indicator “{code}”. The book has: {codes}.", code=code, codes=codes or tr("none")))


class NoSuchGroup(ExchangeError):
    def __init__(self, name: str, existing: Sequence[Group]) -> None:
        names = ", ".join(group.name for group in existing)
        super().__init__(tr("There is no group “{name}”. The book has: {names}.", name=name, names=names or tr("none")))


class NoSuchUnit(ExchangeError):
    def __init__(self, name: str, month: Month) -> None:
        super().__init__(tr("No unit “{name}” is listed in {month}. Give its name or its code.", name=name, month=month))


@dataclass(frozen=True, slots=True)
class Ranking:
    """A month's tables, of every group or (`group`) of one alone; ranks are within each group either way."""

    month: Month
    tables: tuple[IndicatorTable, ...]
    group: Group | None = None

    def rows(self, table: IndicatorTable) -> list[Row]:
        """The units' rows in the book's order."""
        return [row for row in table.rows if self.group is None or row.unit.group == self.group.id]

    def totals(self, table: IndicatorTable) -> list[Total]:
        """The groups' totals and then the county's; of one group alone, its own."""
        return [
            total for total in table.totals if self.group is None or (total.group is not None and total.group.id == self.group.id)
        ]


def check_month(month: Month, first: Month | None, last: Month | None) -> None:
    """Raise NothingForMonth where the month is outside what the book has, BookHasNoFigures where it has nothing."""
    if first is None or last is None:
        raise BookHasNoFigures
    if not first <= month <= last:
        raise NothingForMonth(month, first, last)


def choose_indicators(existing: Sequence[Indicator], codes: Sequence[str]) -> list[Indicator]:
    """The indicators of those codes, in their order, each once; all of them where no code is given. Raises NoSuchIndicator."""
    by_code = {indicator.code: indicator for indicator in existing}
    for code in codes:
        if code not in by_code:
            raise NoSuchIndicator(code, existing)
    return [by_code[code] for code in dict.fromkeys(codes)] or list(existing)


def choose_group(existing: Sequence[Group], name: str | None) -> Group | None:
    """The group of that name, None for None. Raises NoSuchGroup."""
    if name is None:
        return None
    for group in existing:
        if group.name == name:
            return group
    raise NoSuchGroup(name, existing)


def choose_units(listed: Sequence[Unit], names: Sequence[str], month: Month) -> list[Unit]:
    """The units of the month with those codes or names, in their order, each once. Raises NoSuchUnit."""
    found: list[Unit] = []
    for name in names:
        chosen = [unit for unit in listed if unit.code == name] or [unit for unit in listed if unit.name == name]
        if not chosen:
            raise NoSuchUnit(name, month)
        found += chosen
    return list(dict.fromkeys(found))


def ranking_of(live: Live, codes: Sequence[str] = (), group: str | None = None) -> Ranking:
    """The ranking of the month that `live` shows."""
    chosen = choose_indicators(live.indicators, codes)
    return Ranking(live.month, tuple(live.table(indicator.id) for indicator in chosen), choose_group(live.groups, group))
