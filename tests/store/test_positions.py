from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.store.county import County, contents
from tracker.store import groups, indicators, positions, units

ORDERS: dict[str, Callable[[County], None]] = {
    "groups": lambda c: positions.order_groups(c.book, [c.streets, c.towns]),
    "units": lambda c: positions.order_units(c.book, [c.yunfeng, c.qingshi, c.chengguan]),
    "indicators": lambda c: positions.order_indicators(c.book, [c.rate, c.started, c.signed, c.money]),
}


def test_groups_units_and_indicators_come_in_the_order_that_was_told(county: County) -> None:
    with county.book.change("order"):
        for order in ORDERS.values():
            order(county)
    assert [group.name for group in groups.groups(county.book)] == ["街道", "乡镇"]
    assert [unit.name for unit in units.units(county.book)] == ["云峰街道", "青石镇", "城关镇"]
    assert [indicator.code for indicator in indicators.indicators(county.book)] == ["KGL", "KG", "QY", "SWZJ"]


@pytest.mark.parametrize("name", ORDERS)
def test_an_order_is_undone_and_redone(county: County, name: str) -> None:
    before = contents(county.book)
    with county.book.change(name):
        ORDERS[name](county)
    after = contents(county.book)
    assert after != before
    county.book.undo()
    assert contents(county.book) == before
    county.book.redo()
    assert contents(county.book) == after


def test_moving_one_place_changes_two_rows(county: County) -> None:
    told = []
    with county.book.change("tidy"):
        positions.order_units(county.book, [county.chengguan, county.qingshi, county.yunfeng])
    county.book.listen(told.append)
    with county.book.change("move"):
        positions.order_units(county.book, [county.qingshi, county.chengguan, county.yunfeng])
    assert len(told[0].rows) == 2
