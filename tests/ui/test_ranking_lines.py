"""The order of the ranking's lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.ranking_county import County, make_county, open_county
from tracker.ui.models.ranking_board import IndicatorBoard
from tracker.ui.models.ranking_lines import LineKind, Place, line_at, places, ranks


@pytest.fixture
def county(tmp_path: Path) -> Iterator[County]:
    make_county(tmp_path / "county.tracker")
    with open_county(tmp_path / "county.tracker") as county:
        yield county


def names(county: County, code: str = "money", group: str | None = None, **order: object) -> list[str]:
    table = county.table(code)
    found = places(IndicatorBoard(table), None if group is None else county.group[group], **order)  # type: ignore[arg-type]
    return [line_at(table, place).name for place in found]


def test_the_county_lists_every_group_with_its_subtotal_and_the_total_last(county: County) -> None:
    assert names(county) == [
        *("城关镇", "石桥镇", "青山镇", "一类乡镇 subtotal"),
        *("双河乡", "竹沟乡", "二类乡镇 subtotal"),
        "County total",
    ]


def test_a_group_is_listed_alone_without_the_countys_total(county: County) -> None:
    assert names(county, group="二类乡镇") == ["双河乡", "竹沟乡", "二类乡镇 subtotal"]


def test_units_sort_by_value_within_their_group(county: County) -> None:
    by_month = names(county, value=lambda row: row.month_value, falling=True)
    assert by_month[:3] == ["城关镇", "青山镇", "石桥镇"]
    assert names(county, value=lambda row: row.month_value, falling=False)[:3] == ["石桥镇", "青山镇", "城关镇"]


def test_who_has_no_value_stands_last_whichever_way_it_is_sorted(county: County) -> None:
    for falling in (True, False):
        assert names(county, value=lambda row: row.yoy, falling=falling)[2] == "青山镇"


def test_equal_values_keep_the_order_of_the_ranks(county: County) -> None:
    assert names(county, value=lambda _row: 1, falling=True)[:3] == ["城关镇", "石桥镇", "青山镇"]


def test_who_has_no_rank_is_not_among_the_ranks(county: County) -> None:
    found = ranks(county.table())
    assert found[county.unit["城关镇"]] == 1
    assert county.unit["竹沟乡"] not in found


def test_a_line_knows_whose_figures_it_shows(county: County) -> None:
    table = county.table()
    unit = line_at(table, Place(LineKind.UNIT, county.unit["石桥镇"]))
    total = line_at(table, Place(LineKind.COUNTY, 0))
    assert (unit.unit, unit.row is not None) == (county.unit["石桥镇"], True)
    assert (total.unit, total.row) == (None, None)


def test_a_unit_that_is_not_listed_has_no_line(county: County) -> None:
    with pytest.raises(KeyError):
        line_at(county.table(), Place(LineKind.UNIT, county.unit["老河乡"]))
