"""First and last of each group, and who moved."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.metrics.conftest import SmallCounty
from tracker.domain.figure import Figure
from tracker.domain.indicator import Direction, IndicatorId, Kind, RankBy
from tracker.domain.period import Month
from tracker.metrics.ends import group_ends, moved
from tracker.metrics.live import Live
from tracker.metrics.row import Row
from tracker.store.book import Book
from tracker.store.figures import set_figure
from tracker.store.groups import add_group
from tracker.store.indicators import add_indicator
from tracker.store.units import add_unit

MARCH = Month(2026, 3)


@pytest.fixture
def county(tmp_path: Path) -> Iterator[SmallCounty]:
    """Seven units in one group, two in another, ranked by their cumulative."""
    with Book.create(tmp_path / "county.tracker") as book:
        with book.change("set up"):
            towns, parks = add_group(book, "towns", sort=1), add_group(book, "parks", sort=2)
            unit = {code: add_unit(book, code=code, name=code, group=towns, sort=at) for at, code in enumerate("abcdefg")}
            unit |= {code: add_unit(book, code=code, name=code, group=parks, sort=at) for at, code in enumerate("xy")}
            money = add_indicator(book, code="money", name="money", unit="亿元", decimals=2, rank_by=RankBy.CUMULATIVE)
            level = add_indicator(book, code="level", name="level", unit="个", decimals=0, kind=Kind.STOCK)
            worse = add_indicator(book, code="worse", name="worse", unit="件", decimals=0, direction=Direction.LOWER)
        yield SmallCounty(book, unit, {"money": money, "level": level, "worse": worse})


@pytest.fixture
def live(county: SmallCounty) -> Iterator[Live]:
    found = Live(county.book, month=MARCH)
    yield found
    found.close()


def enter(county: SmallCounty, month: int, values: str, *, code: str = "money") -> None:
    """One digit a unit in alphabetical order; "-" for nothing."""
    with county.book.change("enter"):
        for unit, value in zip(county.unit.values(), values, strict=False):
            if value != "-":
                set_figure(county.book, Figure(unit, county.indicator[code], Month(2026, month), Decimal(value)))


def names(rows: list[Row] | tuple[Row, ...]) -> str:
    return "".join(row.unit.name for row in rows)


def money(county: SmallCounty) -> IndicatorId:
    return county.indicator["money"]


def test_first_and_last_of_each_group_and_nobody_twice(county: SmallCounty, live: Live) -> None:
    enter(county, 3, "765432121")
    ends = group_ends(live.table(money(county)))
    assert [(each.group.name, names(each.first), names(each.last)) for each in ends] == [
        ("towns", "abc", "efg"),
        ("parks", "xy", ""),
    ]
    assert [names(each.last) for each in group_ends(live.table(money(county)), 4)] == ["efg", ""]


def test_a_group_without_ranked_units_is_left_out(county: SmallCounty, live: Live) -> None:
    enter(county, 3, "7654321")
    assert [each.group.name for each in group_ends(live.table(money(county)))] == ["towns"]


def test_who_moved_furthest_stands_first(county: SmallCounty, live: Live) -> None:
    enter(county, 2, "7654321")
    enter(county, 3, "0000009")
    assert [(row.unit.name, row.rank_change) for row in moved(live.table(money(county)))][:2] == [("g", 6), ("a", -1)]
    enter(county, 3, "0000000")
    assert moved(live.table(money(county))) == []
