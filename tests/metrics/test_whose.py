from __future__ import annotations

import pytest

from tests.metrics.lists_county import Towns
from tracker.domain.unit import GroupId, UnitId
from tracker.metrics.whose import Whole, is_listed, rates_of, rows_of


def test_a_units_a_groups_and_the_countys_figures_are_found(towns: Towns) -> None:
    towns.done(1, 2, 3, 4, 5, 6)
    table = towns.live().table(towns.money)
    assert [rates_of(table, one).cumulative for one in (towns.unit["b"], Whole(towns.group), Whole(None))] == [2, 15, 21]
    assert [rows_of(table, one) for one in (towns.unit["b"], Whole(towns.group), Whole(None))] == [
        *([1], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5]),
    ]


def test_who_is_listed(towns: Towns) -> None:
    table = towns.live().table(towns.money)
    listed = (towns.unit["a"], Whole(towns.group), Whole(None), UnitId(99), Whole(GroupId(99)))
    assert [is_listed(table.roster, one) for one in listed] == [True, True, True, False, False]
    for nobody in (UnitId(99), Whole(GroupId(99))):
        with pytest.raises(KeyError):
            rates_of(table, nobody)
