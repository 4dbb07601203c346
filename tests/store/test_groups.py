from __future__ import annotations

from decimal import Decimal

import pytest

from tests.store.county import County
from tracker.domain.scheme import Method, SchemeLine
from tracker.domain.unit import Group, GroupId
from tracker.store import groups, schemes
from tracker.store.faults import NameIsBlank, NameIsTaken, StillUsed, TextUnusable, UnknownGroup


def test_groups_come_by_their_position(county: County) -> None:
    with county.book.change("add"):
        parks = groups.add_group(county.book, "  园区 ", sort=0)
    assert groups.groups(county.book) == [
        Group(parks, "园区", 0),
        Group(county.towns, "乡镇", 1),
        Group(county.streets, "街道", 2),
    ]


def test_a_group_keeps_its_own_name_when_it_moves(county: County) -> None:
    with county.book.change("move"):
        groups.update_group(county.book, county.towns, sort=7)
    assert groups.group(county.book, county.towns) == Group(county.towns, "乡镇", 7)


@pytest.mark.parametrize(
    ("name", "fault"),
    [("乡镇", NameIsTaken), (" 街道 ", NameIsTaken), ("", NameIsBlank), ("　 ", NameIsBlank), ("\ud800", TextUnusable)],
)
def test_a_name_that_will_not_do(county: County, name: str, fault: type[Exception]) -> None:
    with pytest.raises(fault), county.book.change("add"):
        groups.add_group(county.book, name)


def test_a_group_cannot_take_anothers_name(county: County) -> None:
    with pytest.raises(NameIsTaken), county.book.change("rename"):
        groups.update_group(county.book, county.towns, name="街道")


def test_a_group_with_units_stays_and_the_way_out_is_told(county: County) -> None:
    with pytest.raises(StillUsed, match="Move its units"), county.book.change("remove"):
        groups.remove_group(county.book, county.towns)


def test_a_group_in_the_scheme_stays(county: County) -> None:
    with county.book.change("scheme"):
        parks = groups.add_group(county.book, "园区")
        schemes.set_scheme_lines(county.book, 2026, [SchemeLine(2026, parks, county.money, Decimal(5), Method.PACE)])
    with pytest.raises(StillUsed, match="Remove those lines"), county.book.change("remove"):
        groups.remove_group(county.book, parks)


def test_a_group_that_is_not_there(county: County) -> None:
    with pytest.raises(UnknownGroup):
        groups.group(county.book, GroupId(99))
