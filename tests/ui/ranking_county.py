"""A small county for the ranking's tests: two groups whose ranks change in September, one indicator of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tracker.domain.figure import Figure
from tracker.domain.indicator import Direction, IndicatorId, Kind, RankBy
from tracker.domain.period import Month
from tracker.domain.target import Target, TargetSet
from tracker.domain.unit import GroupId, UnitId
from tracker.metrics.live import Live
from tracker.metrics.table import IndicatorTable
from tracker.store import figures, groups, indicators, settings, targets, units
from tracker.store.book import Book
from tracker.ui.models.ranking_board import IndicatorBoard

SEPTEMBER = Month(2026, 9)

TOWNS = {"城关镇": ("10", "0.80", "2.30"), "石桥镇": ("9", "0.73", "0.67"), "青山镇": ("14", "0.94", "0.96")}
"""Target, each month from January to August, September. 石桥镇 led until 城关镇 passed it: 87.00, 72.33, 60.57 %."""
VILLAGES = {"双河乡": ("5", "0.40", None), "竹沟乡": (None, "0.10", "0.10")}


@dataclass(frozen=True)
class County:
    """The open book, its live figures, and the ids by name."""

    book: Book
    live: Live
    unit: dict[str, UnitId]
    group: dict[str, GroupId]
    indicator: dict[str, IndicatorId]

    def table(self, code: str = "money") -> IndicatorTable:
        """The indicator's September."""
        return self.live.table(self.indicator[code])

    def board(self, code: str = "money") -> IndicatorBoard:
        """The same as the ranking shows it."""
        return IndicatorBoard(self.table(code))

    def report(self, unit: str, value: str | None, code: str = "money", month: Month = SEPTEMBER) -> None:
        """Enter one figure, in a change of its own."""
        amount = None if value is None else Decimal(value)
        with self.book.change("enter"):
            figures.set_figure(self.book, Figure(self.unit[unit], self.indicator[code], month, amount))


def make_county(path: Path) -> None:
    """Write the county's book."""
    with Book.create(path, title="云山县2026年招商引资台账") as book, book.change("set up"):
        settings.set_office(book, "云山县招商服务中心")
        county = _structure(book)
        for unit, (target, usual, last) in (TOWNS | VILLAGES).items():
            if target is not None:
                _aim(book, county.unit[unit], county.indicator["money"], target)
            _fill(book, county, unit, usual, last)
        _aim(book, None, county.indicator["money"], "50")
        _aim(book, county.unit["城关镇"], county.indicator["complaints"], "12")
        _aim(book, county.unit["石桥镇"], county.indicator["complaints"], "12")


@contextmanager
def open_county(path: Path) -> Iterator[County]:
    """The county of `make_county`, open for writing, with its live figures of September."""
    with Book.open(path) as book:
        live = Live(book, month=SEPTEMBER)
        yield County(
            book,
            live,
            {unit.name: unit.id for unit in live.units},
            {group.name: group.id for group in live.groups},
            {indicator.code: indicator.id for indicator in live.indicators},
        )
        live.close()


@dataclass(frozen=True)
class _Structure:
    unit: dict[str, UnitId]
    indicator: dict[str, IndicatorId]


def _structure(book: Book) -> _Structure:
    towns, villages = groups.add_group(book, "一类乡镇", sort=1), groups.add_group(book, "二类乡镇", sort=2)
    placed = [(name, towns) for name in TOWNS] + [(name, villages) for name in VILLAGES]
    unit = {name: units.add_unit(book, code=f"U{at}", name=name, group=group, sort=at) for at, (name, group) in enumerate(placed)}
    unit["老河乡"] = units.add_unit(
        book, code="OLD", name="老河乡", group=villages, sort=9, valid_to=Month(2026, 3), merged_into=unit["双河乡"]
    )

    def add(code: str, name: str, measure: str, decimals: int, **more: object) -> IndicatorId:
        return indicators.add_indicator(book, code=code, name=name, unit=measure, decimals=decimals, **more)  # type: ignore[arg-type]

    signed = add("signed", "新签约项目", "个", 0, sort=2, rank_by=RankBy.CUMULATIVE)
    started = add("started", "新开工项目", "个", 0, sort=3, rank_by=RankBy.CUMULATIVE)
    indicator = {
        "money": add("money", "实际到位省外资金", "亿元", 2, sort=1),
        "signed": signed,
        "started": started,
        "rate": add(
            "rate", "开工率", "%", 2, sort=4, kind=Kind.RATIO, numerator=started, denominator=signed, factor=Decimal(100)
        ),
        "talks": add("talks", "在谈项目", "个", 0, sort=5, kind=Kind.STOCK, rank_by=RankBy.CUMULATIVE),
        "complaints": add("complaints", "投诉件", "件", 0, sort=6, direction=Direction.LOWER),
        "growth": add("growth", "税收", "万元", 0, sort=7, rank_by=RankBy.YOY),
    }
    return _Structure(unit, indicator)


def _aim(book: Book, unit: UnitId | None, indicator: IndicatorId, value: str, target_set: TargetSet = TargetSet.ASSIGNED) -> None:
    targets.set_target(book, Target(2026, unit, indicator, Decimal(value), target_set))


def _fill(book: Book, county: _Structure, unit: str, usual: str, last: str | None) -> None:
    """A year and nine months of money; a few counts in September. 青山镇 has nothing last year."""
    of, values = county.unit[unit], []
    if unit != "青山镇":
        values += [(Month(2025, number), "0.70") for number in range(1, 13)]
    values += [(Month(2026, number), usual) for number in range(1, 9)]
    values += [(SEPTEMBER, last)] if last is not None else []
    money = [Figure(of, county.indicator["money"], month, Decimal(value)) for month, value in values]
    counts = {"signed": len(unit) + of % 3, "started": of % 2, "talks": 10 - of % 4, "complaints": 6 + of % 5, "growth": 100 + of}
    figures.set_figures(book, money)
    figures.set_figures(book, [Figure(of, county.indicator[code], SEPTEMBER, Decimal(value)) for code, value in counts.items()])
