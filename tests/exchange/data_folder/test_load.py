import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.exchange.conftest import Folder
from tests.exchange.data_folder.county import picture
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.exchange.data_folder import carry_out, load, plan_load, still_fits
from tracker.store import figures, groups, indicators, journal, plans, schemes, settings, targets, units
from tracker.store.book import Book
from tracker.store.faults import BookIsReadOnly


def by_code(book: Book) -> tuple[dict, dict]:
    """The book's units and indicators by code."""
    return {unit.code: unit for unit in units.units(book)}, {one.code: one for one in indicators.indicators(book)}


def figure(book: Book, unit: str, indicator: str, month: str) -> Figure | None:
    """One figure, by codes."""
    by_unit, by_indicator = by_code(book)
    return figures.figure(book, by_unit[unit].id, by_indicator[indicator].id, Month.parse(month))


def test_the_report_counts_the_rows(book: Book, folder: Folder) -> None:
    folder.write("Figures.csv", "x\n")
    report = load(book, folder.path)
    assert (report.units, report.indicators, report.targets, report.plan, report.scheme, report.figures) == (3, 4, 3, 2, 2, 3)
    assert report.changed
    assert report.ignored == ("Figures.csv",)


def test_a_load_is_one_entry_of_the_journal(book: Book, folder: Folder) -> None:
    before = len(journal.entries(book))
    load(book, folder.path)
    assert [entry.label for entry in journal.entries(book)[before:]] == ["Load folder"]


def test_loading_the_same_again_changes_nothing(book: Book, folder: Folder) -> None:
    load(book, folder.path)
    before = len(journal.entries(book))
    assert not load(book, folder.path).changed
    assert len(journal.entries(book)) == before


def test_groups_stand_in_the_order_of_their_first_unit(book: Book, folder: Folder) -> None:
    folder.write("units.csv", "code,name,group,sort\nU1,a,二类,3\nU2,b,一类,1\nU3,c,园区,2\n")
    folder.keep_only("units.csv")
    load(book, folder.path)
    assert [group.name for group in groups.groups(book)] == ["一类", "园区", "二类"]


def test_new_groups_come_after_those_of_the_book(book: Book, folder: Folder) -> None:
    load(book, folder.path)
    folder.write("units.csv", "code,name,group,sort\nU9,i,园区,0\n")
    folder.keep_only("units.csv")
    load(book, folder.path)
    assert [group.name for group in groups.groups(book)] == ["乡镇", "街道", "园区"]


def test_the_package_tells_the_order_of_groups(book: Book, folder: Folder) -> None:
    load(book, folder.path)
    folder.write("units.csv", "code,name,group,sort\nU9,i,园区,0\n")
    folder.write("datapackage.json", '{"groups": ["街道", "县直单位"]}')
    folder.keep_only("units.csv", "datapackage.json")
    load(book, folder.path)
    assert [group.name for group in groups.groups(book)] == ["街道", "县直单位", "乡镇", "园区"]


def test_what_the_folder_does_not_name_stays(book: Book, folder: Folder) -> None:
    load(book, folder.path)
    folder.keep_only("units.csv", "figures.csv", "targets.csv")
    folder.write("units.csv", "code,name,group\nU1,城关镇（新）,街道\nU4,白河镇,乡镇\n")
    folder.write("figures.csv", "unit,indicator,month,value\nU1,M,2026-01,2\nU4,M,2026-01,3\n")
    folder.write("targets.csv", "year,unit,indicator,value\n2026,U1,M,61\n")
    load(book, folder.path)
    by_unit, _ = by_code(book)
    assert sorted(by_unit) == ["U1", "U2", "U3", "U4"]
    assert (by_unit["U1"].name, by_unit["U1"].sort, by_unit["U4"].sort) == ("城关镇（新）", 1, 4)
    assert (by_unit["U2"].valid_to, by_unit["U2"].merged_into) == (Month(2026, 6), by_unit["U1"].id)
    assert [figure(book, unit, "M", "2026-01").value for unit in ("U1", "U2", "U4")] == [2, Decimal("-0.5"), 3]
    assert sorted(target.value for target in targets.targets(book)) == [61, 70, 100]
    assert len(plans.plan(book)) == 2
    assert len(schemes.scheme_lines(book)) == 2


def test_an_absent_column_leaves_what_is_there_and_an_empty_cell_does_not(book: Book, folder: Folder) -> None:
    load(book, folder.path)
    folder.keep_only("units.csv")
    folder.write("units.csv", "code,name,group\nU2,青石镇,乡镇\n")
    load(book, folder.path)
    assert by_code(book)[0]["U2"].valid_to == Month(2026, 6)
    folder.write("units.csv", "code,name,group,contact\nU2,青石镇,乡镇, 王主任 0371-1\n")
    load(book, folder.path)
    assert by_code(book)[0]["U2"].contact == "王主任 0371-1"
    folder.write("units.csv", "code,name,group,valid_to,merged_into\nU2,青石镇,乡镇,,\n")
    load(book, folder.path)
    assert by_code(book)[0]["U2"].valid_to is None
    assert by_code(book)[0]["U2"].contact == "王主任 0371-1"
    assert by_code(book)[0]["U2"].merged_into is None


def test_an_empty_value_takes_a_figure_or_a_target_away(book: Book, folder: Folder) -> None:
    load(book, folder.path)
    folder.keep_only("figures.csv", "targets.csv")
    folder.write("figures.csv", "unit,indicator,month,value\nU1,M,2026-01,\nU1,M,2026-05,\n")
    folder.write("targets.csv", "year,unit,indicator,value,set\n2026,U1,M,,stretch\n")
    load(book, folder.path)
    assert figure(book, "U1", "M", "2026-01") is None
    assert figure(book, "U1", "M", "2026-05") is None
    assert all(target.set is TargetSet.ASSIGNED for target in targets.targets(book))


def test_a_blank_is_not_zero(book: Book, folder: Folder) -> None:
    folder.write("figures.csv", "unit,indicator,month,value\nU1,M,2026-01,0.00\nU1,M,2026-02,\n")
    load(book, folder.path)
    assert figure(book, "U1", "M", "2026-01").value == 0
    assert figure(book, "U1", "M", "2026-02") is None


def test_a_years_scheme_is_replaced_as_a_whole(book: Book, folder: Folder) -> None:
    load(book, folder.path)
    folder.write("scheme.csv", "year,indicator,points,method\n2026,S,10,pace\n2026,S,10,pace\n2025,M,5,all_or_nothing\n")
    load(book, folder.path)
    assert [(line.year, line.points, line.method) for line in schemes.scheme_lines(book)] == [
        (2025, 5, "all_or_nothing"),
        (2026, 10, "pace"),
        (2026, 10, "pace"),
    ]


def test_typed_text_and_notes_are_kept_where_the_folder_does_not_tell_them(book: Book, folder: Folder) -> None:
    folder.write("figures.csv", "unit,indicator,month,value,typed,note\nU1,M,2026-01,1.5,1.5亿,核\nU1,M,2026-02,,约三亿,\n")
    load(book, folder.path)
    folder.write("figures.csv", "unit,indicator,month,value\nU1,M,2026-01,1.5\n")
    assert not load(book, folder.path).changed
    folder.write("figures.csv", "unit,indicator,month,value\nU1,M,2026-01,1.6\n")
    load(book, folder.path)
    assert figure(book, "U1", "M", "2026-01").typed == ""
    assert figure(book, "U1", "M", "2026-01").note == "核"
    assert figure(book, "U1", "M", "2026-02").unreadable


def test_a_byte_order_mark_spaces_and_empty_columns_are_no_matter(book: Book, folder: Folder) -> None:
    (folder.path / "units.csv").write_bytes(
        "code, name ,group,,\r\n U1 ,城关镇,　乡镇,,\r\n\r\nU2,青石镇,乡镇,,\r\n,,,,\r\n".encode("utf-8-sig")
    )
    folder.write("figures.csv", "unit,indicator,month,value\n U1, M,2026-1 , 1.50\nU1,M,2026-02,+.5\nU1,M,2026-03,-0\n")
    folder.keep_only("units.csv", "indicators.csv", "figures.csv")
    load(book, folder.path)
    assert sorted(by_code(book)[0]) == ["U1", "U2"]
    assert [group.name for group in groups.groups(book)] == ["乡镇"]
    assert [str(figure(book, "U1", "M", f"2026-0{month}").value) for month in (1, 2, 3)] == ["1.5", "0.5", "0"]


def test_a_merger_can_be_turned_round(book: Book, folder: Folder) -> None:
    load(book, folder.path)
    folder.change("units.csv", "U1,城关镇,乡镇,1,,,", "U1,城关镇,乡镇,1,,2026-08,U2")
    folder.change("units.csv", "2026-06,U1", ",")
    load(book, folder.path)
    by_unit, _ = by_code(book)
    assert by_unit["U1"].merged_into == by_unit["U2"].id
    assert by_unit["U2"].merged_into is None


def test_indicators_can_swap_names_and_kinds(book: Book, folder: Folder) -> None:
    folder.write("figures.csv", "unit,indicator,month,value\n")
    folder.keep_only("units.csv", "indicators.csv", "figures.csv")
    load(book, folder.path)
    folder.write(
        "indicators.csv",
        "code,name,unit,decimals,kind,numerator,denominator\n"
        "N,新的率,%,2,ratio,R,M\nM,新签约项目,亿元,2,flow,,\nS,到位资金,个,0,flow,,\nR,开工数,个,0,flow,,\nK,又一率,个,0,ratio,N2,M\nN2,又二,个,0,flow,,\n",
    )
    load(book, folder.path)
    _, by_indicator = by_code(book)
    assert (by_indicator["M"].name, by_indicator["S"].name, by_indicator["R"].kind) == ("新签约项目", "到位资金", "flow")
    assert by_indicator["N"].numerator == by_indicator["R"].id
    assert by_indicator["K"].numerator == by_indicator["N2"].id
    assert journal.verify(book) is None


def test_settings_come_with_the_folder_but_who_works_here_stays(book: Book, folder: Folder) -> None:
    with book.change("settings"):
        settings.set_title(book, "旧名")
        settings.set_clerk(book, "小王")
    told = {"office": "招商局", "clerk": "老李", "language": "zh_CN", "rank_what_is_printed": "yes"}
    folder.write("datapackage.json", json.dumps({"title": "云山县", "settings": told}))
    load(book, folder.path)
    assert (settings.title(book), settings.office(book), settings.clerk(book)) == ("云山县", "招商局", "小王")
    assert settings.language(book) == "zh_CN"
    assert settings.rank_what_is_printed(book)


def test_a_book_that_can_only_be_read_refuses(book: Book, folder: Folder) -> None:
    with Book.open(book.path, read_only=True) as reader, pytest.raises(BookIsReadOnly):
        load(reader, folder.path)


def test_a_plan_is_made_by_a_reader_and_carried_out_by_the_writer(book: Book, folder: Folder) -> None:
    with Book.open(book.path, read_only=True) as reader:
        plan = plan_load(reader, folder.path)
        overtaken = plan_load(reader, folder.path)
    assert still_fits(book, plan)
    assert carry_out(book, plan).changed
    assert not still_fits(book, overtaken)


def test_figures_alone_find_the_books_own_codes(new_book: Callable[[str], Book], folder: Folder) -> None:
    first, second = new_book("first"), new_book("second")
    load(first, folder.path)
    text = folder.read("figures.csv")
    folder.write("figures.csv", "unit,indicator,month,value\n")
    load(second, folder.path)
    folder.keep_only("figures.csv")
    folder.write("figures.csv", text)
    load(second, folder.path)
    assert picture(second) == picture(first)
