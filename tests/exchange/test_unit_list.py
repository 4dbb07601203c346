from __future__ import annotations

import pytest

from tracker.exchange.unit_list import read_unit_list
from tracker.store.unit_lists import UnitLine

TOWNS = [UnitLine("城关镇", "镇"), UnitLine("小㙦乡", "乡"), UnitLine("经济开发区", "园区")]
GROUPED = [UnitLine("城关镇", "一类", "U1"), UnitLine("小㙦乡", "二类", "U2")]


def read(text: str, known: tuple[str, ...] = ()):
    return read_unit_list([line.split("\t") for line in text.split("\n")], source="list", known=known)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("城关镇\n小㙦乡\n经济开发区", TOWNS),
        ("\n 城关镇 \n\n小㙦乡\n经济开发区\n", TOWNS),
        ("单位名称\n城关镇\n小㙦乡\n经济开发区", TOWNS),
        ("序号\t单位\n1\t城关镇\n2\t小㙦乡\n3\t经济开发区", TOWNS),
        ("1\t城关镇\n2\t小㙦乡\n3\t经济开发区", TOWNS),
        ("\t城关镇\n\t小㙦乡\n\t经济开发区", TOWNS),
        ("U1\t城关镇\t一类\nU2\t小㙦乡\t二类", GROUPED),
        ("1\tU1\t城关镇\t一类\n2\tU2\t小㙦乡\t二类", GROUPED),
        ("分组\t名称\t代码\n一类\t城关镇\tU1\n二类\t小㙦乡\tU2", GROUPED),
        ("城关镇\t一类\n小㙦乡", [UnitLine("城关镇", "一类"), UnitLine("小㙦乡", "乡")]),
        ("U1\t城关镇\nU2\t小㙦乡", [UnitLine("城关镇", "镇", "U1"), UnitLine("小㙦乡", "乡", "U2")]),
        ("\tU1\t城关镇\n\t\t小㙦乡", [UnitLine("城关镇", "镇", "U1"), UnitLine("小㙦乡", "乡")]),
        ("分组\t单 位\n一类\t城关镇", [UnitLine("城关镇", "一类")]),
        ("代码\t分组", [UnitLine("代码", "分组")]),
        ("", []),
        ("\n\t\n", []),
    ],
)
def test_a_list_is_read_however_its_columns_stand(text: str, lines: list[UnitLine]) -> None:
    found = read(text)
    assert list(found.lines) == lines
    assert found.problems == ()


def test_what_cannot_be_taken_is_told_with_its_row_and_takes_nothing_with_it() -> None:
    found = read("代码\t名称\nU1\t城关镇\nU2\t城关镇\nU1\t白河镇\nU4\t\nU5\t东关街道\nU6\t青石镇", known=("东关街道",))
    assert [line.name for line in found.lines] == ["城关镇", "青石镇"]
    assert [(problem.row, problem.what) for problem in found.problems] == [
        (3, "“城关镇” is there already."),
        (4, "The code U1 stands in an earlier row."),
        (5, "There is no name in this row."),
        (6, "“东关街道” is there already."),
    ]
    assert str(found.problems[0]).startswith("list, row 3: ")
