from __future__ import annotations

from decimal import Decimal

import pytest

from tests.store.county import SEPTEMBER, County
from tracker.domain.period import Month
from tracker.domain.target import Target
from tracker.domain.unit import GroupId, Unit, UnitId
from tracker.store import groups, targets, units
from tracker.store.faults import (
    CodeIsTaken,
    MergedIntoItself,
    MergerHasNoEnd,
    MonthsReversed,
    NameIsBlank,
    StillUsed,
    UnknownGroup,
    UnknownUnit,
)


def names(county: County) -> list[str]:
    return [unit.name for unit in units.units(county.book)]


def test_units_come_by_their_groups_position_and_then_their_own(county: County) -> None:
    assert names(county) == ["城关镇", "青石镇", "云峰街道"]
    with county.book.change("move"):
        groups.update_group(county.book, county.streets, sort=0)
        units.update_unit(county.book, county.qingshi, sort=0)
    assert names(county) == ["云峰街道", "青石镇", "城关镇"]


def test_a_unit_is_stored_as_it_was_given(county: County) -> None:
    given = {"sort": 5, "valid_from": Month(2025, 1), "valid_to": Month(2026, 6), "merged_into": county.chengguan}
    with county.book.change("add"):
        id_ = units.add_unit(county.book, code=" U4 ", name=" 㙟垴镇 ", group=county.towns, **given)
    assert units.unit(county.book, id_) == Unit(
        id_, "U4", "㙟垴镇", county.towns, 5, Month(2025, 1), Month(2026, 6), county.chengguan
    )


def test_two_units_may_have_the_same_name_but_not_the_same_code(county: County) -> None:
    with county.book.change("add"):
        units.add_unit(county.book, code="U4", name="城关镇", group=county.towns)
    with pytest.raises(CodeIsTaken, match="U1"), county.book.change("add"):
        units.add_unit(county.book, code=" U1", name="城关镇", group=county.towns)
    with pytest.raises(CodeIsTaken), county.book.change("rename"):
        units.update_unit(county.book, county.qingshi, code="U1")


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"code": " "}, NameIsBlank),
        ({"name": ""}, NameIsBlank),
        ({"group": GroupId(99)}, UnknownGroup),
        ({"valid_from": Month(2026, 5), "valid_to": Month(2026, 4)}, MonthsReversed),
        ({"merged_into": UnitId(99), "valid_to": SEPTEMBER}, UnknownUnit),
        ({"merged_into": UnitId(1)}, MergerHasNoEnd),
    ],
)
def test_what_a_unit_cannot_be(county: County, fields: dict, fault: type[Exception]) -> None:
    with pytest.raises(fault), county.book.change("add"):
        units.add_unit(county.book, **{"code": "U9", "name": "x", "group": county.towns, **fields})
    with pytest.raises(fault), county.book.change("change"):
        units.update_unit(county.book, county.qingshi, **fields)


def test_a_unit_is_never_merged_into_itself(county: County) -> None:
    with county.book.change("merge"):
        units.update_unit(county.book, county.qingshi, valid_to=SEPTEMBER, merged_into=county.chengguan)
        units.update_unit(county.book, county.yunfeng, valid_to=SEPTEMBER, merged_into=county.qingshi)
    for into in (county.chengguan, county.qingshi, county.yunfeng):
        with pytest.raises(MergedIntoItself), county.book.change("merge"):
            units.update_unit(county.book, county.chengguan, valid_to=SEPTEMBER, merged_into=into)


def test_a_circle_that_somebody_else_made_does_not_hang_us(county: County) -> None:
    with county.book.change("circle"):
        county.book.write("UPDATE unit SET valid_to = 202609, merged_into = ? WHERE id = ?", (county.yunfeng, county.qingshi))
        county.book.write("UPDATE unit SET valid_to = 202609, merged_into = ? WHERE id = ?", (county.qingshi, county.yunfeng))
    with pytest.raises(MergedIntoItself), county.book.change("merge"):
        units.update_unit(county.book, county.chengguan, valid_to=SEPTEMBER, merged_into=county.yunfeng)


def test_a_unit_with_figures_targets_or_mergers_stays_and_the_way_out_is_told(county: County) -> None:
    with county.book.change("use"):
        targets.set_target(county.book, Target(2026, county.qingshi, county.money, Decimal(1)))
        units.update_unit(county.book, county.chengguan, valid_to=SEPTEMBER, merged_into=county.yunfeng)
    county.put("1")
    for unit, way_out in (
        (county.chengguan, "last month"),
        (county.qingshi, "Remove its targets"),
        (county.yunfeng, "Change that merger"),
    ):
        with pytest.raises(StillUsed, match=way_out), county.book.change("remove"):
            units.remove_unit(county.book, unit)
    assert len(names(county)) == 3


def test_whether_a_unit_has_figures_is_answered_by_an_index(county: County) -> None:
    plan = county.book.rows(
        "EXPLAIN QUERY PLAN SELECT 1 FROM figure WHERE unit_id = 1 AND indicator_id IN (SELECT id FROM indicator)"
    )
    assert "figure_packed (indicator_id=? AND unit_id=?)" in plan[0][-1]


def test_a_unit_that_is_not_there(county: County) -> None:
    with pytest.raises(UnknownUnit), county.book.change("remove"):
        units.remove_unit(county.book, UnitId(99))
