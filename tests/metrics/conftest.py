"""A small county in a real book: two groups, a merger, a late starter, all kinds of indicators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from tests.metrics.lists_county import Towns, five_towns
from tracker.domain.figure import Figure
from tracker.domain.indicator import Direction, IndicatorId, Kind, RankBy
from tracker.domain.period import Month
from tracker.domain.target import Target, TargetSet
from tracker.domain.unit import UnitId
from tracker.store.book import Book
from tracker.store.figures import set_figure
from tracker.store.groups import add_group
from tracker.store.indicators import add_indicator
from tracker.store.targets import set_target
from tracker.store.units import add_unit


@dataclass(frozen=True)
class SmallCounty:
    """The book and its ids by code."""

    book: Book
    unit: dict[str, UnitId]
    indicator: dict[str, IndicatorId]

    def report(self, unit: str, indicator: str, month: str, value: str | None) -> None:
        """Enter one figure, in a change of its own."""
        with self.book.change("enter"):
            amount = None if value is None else Decimal(value)
            set_figure(self.book, Figure(self.unit[unit], self.indicator[indicator], Month.parse(month), amount))

    def aim(self, unit: str | None, indicator: str, value: str, target_set: TargetSet = TargetSet.ASSIGNED) -> None:
        """Set a target for 2026."""
        with self.book.change("target"):
            owner = None if unit is None else self.unit[unit]
            set_target(self.book, Target(2026, owner, self.indicator[indicator], Decimal(value), target_set))


@pytest.fixture
def county(tmp_path: Path) -> Iterator[SmallCounty]:
    """Units a, b, c in one group, d, e in another; b merges into a after June 2026, e starts in May 2026."""
    with Book.create(tmp_path / "county.tracker", title="County") as book:
        with book.change("set up"):
            towns, streets = add_group(book, "towns"), add_group(book, "streets")
            unit = {code: add_unit(book, code=code, name=code, group=towns) for code in "ac"}
            unit["b"] = add_unit(book, code="b", name="b", group=towns, valid_to=Month(2026, 6), merged_into=unit["a"])
            unit["d"] = add_unit(book, code="d", name="d", group=streets)
            unit["e"] = add_unit(book, code="e", name="e", group=streets, valid_from=Month(2026, 5))
            indicator = {
                "money": add_indicator(book, code="money", name="money", unit="亿元", decimals=2),
                "count": add_indicator(book, code="count", name="count", unit="个", decimals=0, rank_by=RankBy.CUMULATIVE),
                "grown": add_indicator(book, code="grown", name="grown", unit="亿元", decimals=2, rank_by=RankBy.YOY),
                "level": add_indicator(
                    book, code="level", name="level", unit="个", decimals=0, kind=Kind.STOCK, rank_by=RankBy.CUMULATIVE
                ),
                "worse": add_indicator(book, code="worse", name="worse", unit="件", decimals=0, direction=Direction.LOWER),
            }
            indicator["ratio"] = add_indicator(
                book,
                code="ratio",
                name="ratio",
                unit="%",
                decimals=2,
                kind=Kind.RATIO,
                rank_by=RankBy.CUMULATIVE,
                numerator=indicator["count"],
                denominator=indicator["worse"],
                factor=Decimal(100),
            )
        yield SmallCounty(book, unit, indicator)


@pytest.fixture
def towns(tmp_path: Path) -> Iterator[Towns]:
    """Five towns with equal targets in a group, and a street alone in another."""
    with five_towns(tmp_path / "towns.tracker") as made:
        yield made
