from __future__ import annotations

from itertools import islice

import pytest

from tests.store.county import County, contents
from tracker.store import groups, units
from tracker.store.book import Book
from tracker.store.faults import CodeIsTaken, NameIsBlank
from tracker.store.unit_lists import UnitLine, add_units, free_codes

LINES = [
    UnitLine("白河镇", "乡镇"),
    UnitLine(" 㙟垴镇 ", " 园区 ", "P1"),
    UnitLine("东关街道", "街道"),
    UnitLine("临港园区", "园区"),
]


def test_units_of_a_list_are_added_behind_those_that_are_there(county: County) -> None:
    with county.book.change("add"):
        ids = add_units(county.book, LINES)
    names = {group.id: group.name for group in groups.groups(county.book)}
    assert [(unit.code, unit.name, names[unit.group]) for unit in units.units(county.book)] == [
        ("U1", "城关镇", "乡镇"),
        ("U2", "青石镇", "乡镇"),
        ("U04", "白河镇", "乡镇"),
        ("U3", "云峰街道", "街道"),
        ("U05", "东关街道", "街道"),
        ("P1", "㙟垴镇", "园区"),
        ("U06", "临港园区", "园区"),
    ]
    assert [units.unit(county.book, id_).name for id_ in ids] == ["白河镇", "㙟垴镇", "东关街道", "临港园区"]


def test_an_empty_book_begins_with_the_first_code_and_group(book: Book) -> None:
    with book.change("add"):
        add_units(book, [UnitLine("白河镇", "镇"), UnitLine("红岩乡", "乡")])
    assert [(unit.code, unit.sort) for unit in units.units(book)] == [("U01", 1), ("U02", 2)]
    assert [(group.name, group.sort) for group in groups.groups(book)] == [("镇", 1), ("乡", 2)]


def test_it_is_undone_and_redone(county: County) -> None:
    before = contents(county.book)
    with county.book.change("add"):
        add_units(county.book, LINES)
    after = contents(county.book)
    county.book.undo()
    assert contents(county.book) == before
    county.book.redo()
    assert contents(county.book) == after


@pytest.mark.parametrize(
    ("line", "fault"),
    [(UnitLine(" ", "乡镇"), NameIsBlank), (UnitLine("x", " "), NameIsBlank), (UnitLine("x", "乡镇", "U1"), CodeIsTaken)],
)
def test_a_line_that_will_not_do(county: County, line: UnitLine, fault: type[Exception]) -> None:
    with pytest.raises(fault), county.book.change("add"):
        add_units(county.book, [line])


def test_a_free_code_is_beyond_all_that_are_taken() -> None:
    assert list(islice(free_codes([]), 2)) == ["U01", "U02"]
    assert list(islice(free_codes(["U09", "X99", "U7", "U"]), 2)) == ["U10", "U11"]
