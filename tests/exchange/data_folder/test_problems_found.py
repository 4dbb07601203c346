"""Every problem is told with its file, row and column, all of them at once, and nothing is loaded then."""

import pytest

from tests.exchange.conftest import Folder
from tests.exchange.data_folder.county import picture
from tracker.domain.period import Month
from tracker.exchange.data_folder import DataFolderRefused, NoDataFolder, Problem, load
from tracker.store import months
from tracker.store.book import Book


def problems_of(book: Book, folder: Folder) -> tuple[Problem, ...]:
    """What keeps the folder out; the book must be as it was."""
    before = picture(book)
    with pytest.raises(DataFolderRefused) as refused:
        load(book, folder.path)
    assert picture(book) == before
    return refused.value.problems


CHANGES = [
    # file, what stands there, what is put there, then the row, the column and the words of the only problem
    ("units.csv", "U3,云峰街道", "U1,云峰街道", 4, "", "It repeats row 2."),
    ("units.csv", "U3,云峰街道,街道", "U3,云峰街道,", 4, "group", "The cell is empty."),
    ("units.csv", "U3,云峰街道", "U3,  ", 4, "name", "The cell is empty."),
    ("units.csv", "街道,3,2026-05", "街道,x,2026-05", 4, "sort", "“x” does not fit here."),
    ("units.csv", "街道,3,2026-05", "街道,3,2026-5月", 4, "valid_from", "“2026-5月” is not a month."),
    ("units.csv", "3,2026-05,,", "3,2026-05,2026-04,", 4, "valid_to", "The unit ends before it begins."),
    ("units.csv", "2026-06,U1", "2026-06,U9", 3, "merged_into", "There is no unit “U9”."),
    ("units.csv", "2026-06,U1", "2026-06,U2", 3, "merged_into", "“U2” is merged into itself, by way of U2."),
    ("units.csv", "2026-06,U1", ",U1", 3, "valid_to", "A merged unit needs the month it ended in."),
    ("units.csv", "U3,云峰街道,街道,3,2026-05,,", "U3,云峰街道,街道", 4, "", "The row has 3 cells, the header has 7."),
    ("units.csv", "U3,云峰街道", 'U3,"云峰"街道', 4, "", "The quotation marks do not pair up (',' expected after '\"')."),
    ("units.csv", "code,name", "code,nom", 1, "nom", "There is no such column here."),
    ("units.csv", "valid_to,merged_into", "valid_to,code", 1, "code", "The column is there twice."),
    ("indicators.csv", "S,新签约项目", "M,新签约项目", 3, "", "It repeats row 2."),
    ("indicators.csv", "S,新签约项目", "S,到位资金", 3, "name", "“到位资金” is the name of M too."),
    ("indicators.csv", "亿元,2,flow", "亿元,7,flow", 2, "decimals", "“7” does not fit here."),
    ("indicators.csv", "亿元,2,flow", "亿元,,flow", 2, "decimals", "The cell is empty."),
    ("indicators.csv", "亿元,2,flow", "亿元,2,Flow", 2, "kind", "“Flow” is not known here."),
    ("indicators.csv", "亿元,2,flow,higher", "亿元,2,flow,up", 2, "direction", "“up” is not known here."),
    ("indicators.csv", "flow,higher,cumulative", "flow,higher,rank", 4, "rank_by", "“rank” is not known here."),
    ("indicators.csv", "K,S,100", "K,,100", 5, "denominator", "A ratio needs one."),
    ("indicators.csv", "K,S,100", "K,Z,100", 5, "denominator", "There is no indicator “Z”."),
    (
        "indicators.csv",
        "K,S,100",
        "R,S,100",
        5,
        "numerator",
        "“R” is a ratio itself: a ratio is made of indicators that are not.",
    ),
    ("indicators.csv", "K,S,100", "K,S,百", 5, "factor", "“百” is not a plain number."),
    ("indicators.csv", "cumulative,,,,3", "cumulative,S,,,3", 4, "numerator", "Only a ratio has one."),
    ("targets.csv", "U1,M,60.5", "U8,M,60.5", 3, "unit", "There is no unit “U8”."),
    ("targets.csv", "U1,M,60.5", "U1,R,60.5", 3, "indicator", "“R” is a ratio: it is computed and has no target."),
    ("targets.csv", "U1,M,60.5", "U1,,60.5", 3, "indicator", "The cell is empty."),
    ("targets.csv", "60.5,assigned", "60.5,given", 3, "set", "“given” is not known here."),
    ("targets.csv", "60.5", "60.1234567", 3, "value", "60.1234567 has more than 6 decimals."),
    ("targets.csv", "60.5", "100000000000", 3, "value", "100000000000 is too large."),
    ("targets.csv", "70,stretch", "70,", 4, "", "It repeats row 3."),
    ("targets.csv", "2026,,M", "26,,M", 2, "year", "“26” does not fit here."),
    ("plan.csv", "2026,M,12", "2026,M,13", 3, "month", "“13” does not fit here."),
    ("plan.csv", "2026,M,12", "2026,M,1", 3, "", "It repeats row 2."),
    ("plan.csv", "0.05", "1.05", 2, "share", "1.05 is no share of the year's target."),
    ("plan.csv", "0.05", "-0.05", 2, "share", "-0.05 is no share of the year's target."),
    ("plan.csv", "0.05", "", 2, "share", "The cell is empty."),
    ("scheme.csv", "proportional_bonus", "proportionate", 2, "method", "“proportionate” is not known here."),
    ("scheme.csv", "2026,街道", "2026,村", 3, "group", "There is no group “村”."),
    ("scheme.csv", ",M,30", ",M,-30", 2, "points", "Full points cannot be negative."),
    ("scheme.csv", ",M,30", ",M,", 2, "points", "The cell is empty."),
    ("scheme.csv", "0.5:75", "0.5/75", 3, "tiers", "“0.5/75” is not a tier."),
    ("scheme.csv", "0.5:75", "0.5:x", 3, "tiers", "“x” is not a plain number."),
    ("scheme.csv", "0.5:75,", "0.5:75,target", 3, "basis", "“target” is not known here."),
    ("scheme.csv", ",0.1,3,", f",0.{'1' * 29},3,", 2, "bonus", f"0.{'1' * 29} has too many digits."),
    ("figures.csv", "U1,S,2026-01,3", "U7,S,2026-01,3", 3, "unit", "There is no unit “U7”."),
    ("figures.csv", "U1,S,2026-01,3", "U1,Z,2026-01,3", 3, "indicator", "There is no indicator “Z”."),
    ("figures.csv", "U1,S,2026-01,3", "U1,R,2026-01,3", 3, "indicator", "“R” is a ratio: it is computed, not entered."),
    ("figures.csv", "U1,S,2026-01,3", "U1,S,2026-00,3", 3, "month", "“2026-00” is not a month."),
    ("figures.csv", "U1,S,2026-01,3", "U1,S,Sep-26,3", 3, "month", "“Sep-26” is not a month."),
    ("figures.csv", "U1,S,2026-01,3", "U1,S,2026-01,3.5", 3, "value", "3.5 has more than 0 decimals."),
    ("figures.csv", "U1,S,2026-01,3", 'U1,S,2026-01,"1,234"', 3, "value", "“1,234” is not a plain number."),
    ("figures.csv", "U1,S,2026-01,3", "U1,S,2026-01,３", 3, "value", "“３” is not a plain number."),
    ("figures.csv", "U1,S,2026-01,3", "U1,S,2026-01,1E+05", 3, "value", "“1E+05” is not a plain number."),
    ("figures.csv", "U1,S,2026-01,3", "U1,S,2026-01,NaN", 3, "value", "“NaN” is not a plain number."),
    ("figures.csv", "U1,S,2026-01,3", "U1,S,2026-01,.", 3, "value", "“.” is not a plain number."),
    ("figures.csv", "U1,S,2026-01,3", "U1,S,2026-01,-100000000000", 3, "value", "-100000000000 is too large."),
    ("figures.csv", "U1,S,2026-01,3", "U1,M,2026-01,3", 3, "", "It repeats row 2."),
    ("figures.csv", "U1,S,2026-01,3", "U1,S,2026-01,3,9", 3, "", "The row has 5 cells, the header has 4."),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "row", "column", "what"), CHANGES, ids=[f"{change[0]}-{change[5][:40]}" for change in CHANGES]
)
def test_each_problem_is_told_with_its_place(
    book: Book, folder: Folder, file: str, old: str, new: str, row: int, column: str, what: str
) -> None:
    folder.change(file, old, new)
    found = problems_of(book, folder)
    assert (file, row, column, what) in [(problem.file, problem.row, problem.column, problem.what) for problem in found]
    assert {problem.file for problem in found} == {file}, "what follows from it is not told again"
    assert all(problem.advice for problem in found)


def test_all_problems_of_all_files_come_together(book: Book, folder: Folder) -> None:
    folder.change("units.csv", "2026-06,U1", "2026-06,U9")
    folder.change("indicators.csv", "K,S,100", "K,Z,100")
    folder.add("figures.csv", "U1,M,2026-02,x", "U1,S,2026-02,0.5", "U4,M,2026-13,1")
    found = problems_of(book, folder)
    assert [(problem.file, problem.row, problem.column) for problem in found] == [
        ("units.csv", 3, "merged_into"),
        ("indicators.csv", 5, "denominator"),
        ("figures.csv", 5, "value"),
        ("figures.csv", 6, "value"),
        ("figures.csv", 7, "unit"),
        ("figures.csv", 7, "month"),
    ]
    assert str(found[2]) == (
        "figures.csv, row 5, column value: “x” is not a plain number. Write digits with at most 2 decimals, like 1234.56."
    )


def test_the_message_counts_the_problems(book: Book, folder: Folder) -> None:
    folder.add("figures.csv", "U1,M,2026-02,x", "U1,M,2026-03,x")
    with pytest.raises(DataFolderRefused, match="Nothing was loaded: 2 problems in the data folder"):
        load(book, folder.path)


def test_rows_are_counted_as_a_spreadsheet_counts_them(book: Book, folder: Folder) -> None:
    folder.write("figures.csv", 'unit,indicator,month,value,note\n\nU1,M,2026-01,1,"one\ntwo"\n,,,,\nU1,M,2026-02,x,\n')
    assert [problem.row for problem in problems_of(book, folder)] == [5]


def test_a_circle_of_mergers_is_told_at_each_unit(book: Book, folder: Folder) -> None:
    folder.change("units.csv", "U1,城关镇,乡镇,1,,,", "U1,城关镇,乡镇,1,,2026-06,U3")
    folder.change("units.csv", "U3,云峰街道,街道,3,2026-05,,", "U3,云峰街道,街道,3,2026-05,2026-06,U1")
    assert [(problem.row, problem.column) for problem in problems_of(book, folder)] == [(2, "merged_into"), (4, "merged_into")]


def test_a_file_that_is_not_utf8_is_one_problem(book: Book, folder: Folder) -> None:
    (folder.path / "units.csv").write_bytes(folder.read("units.csv").encode("gb18030"))
    (problem,) = problems_of(book, folder)
    assert (problem.file, problem.row) == ("units.csv", None)
    assert "UTF-8" in problem.what
    assert "GB18030" in problem.advice


def test_a_file_with_half_a_character_in_the_middle_is_refused(book: Book, folder: Folder) -> None:
    text = folder.read("figures.csv").encode()
    (folder.path / "figures.csv").write_bytes(text + b"U1,M,2026-02,1\n" * 5000 + "镇".encode()[:2])
    assert problems_of(book, folder)[0].what == "The file is not UTF-8 text."


def test_an_empty_file_and_one_without_its_columns_are_problems(book: Book, folder: Folder) -> None:
    folder.write("plan.csv", "")
    folder.write("figures.csv", "unit,month\n")
    assert [(problem.file, problem.row, problem.column, problem.what) for problem in problems_of(book, folder)] == [
        ("plan.csv", None, "", "The file is empty."),
        ("figures.csv", 1, "indicator", "The column is missing."),
        ("figures.csv", 1, "value", "The column is missing."),
    ]


def test_a_folder_in_place_of_a_file_is_a_problem(book: Book, folder: Folder) -> None:
    (folder.path / "plan.csv").unlink()
    (folder.path / "plan.csv").mkdir()
    assert [problem.file for problem in problems_of(book, folder)] == ["plan.csv"]


def test_quotation_marks_that_do_not_end_are_a_problem(book: Book, folder: Folder) -> None:
    folder.add("figures.csv", '"U1,M,2026-02,1')
    (problem,) = problems_of(book, folder)
    assert (problem.file, problem.row) == ("figures.csv", 5)


def test_a_character_that_is_no_text_is_a_problem(book: Book, folder: Folder) -> None:
    folder.change("units.csv", "城关镇", "城\0关镇")
    folder.write("figures.csv", "unit,indicator,month,value,note\nU1,M,2026-01,1,a\0b\n")
    assert [(problem.file, problem.column) for problem in problems_of(book, folder)] == [
        ("units.csv", "name"),
        ("figures.csv", "note"),
    ]


def test_a_figure_of_a_published_month_is_a_problem_only_where_it_differs(book: Book, folder: Folder) -> None:
    load(book, folder.path)
    with book.change("publish"):
        months.set_state(book, Month(2026, 1), months.MonthState.PUBLISHED)
    assert not load(book, folder.path).changed
    folder.change("figures.csv", "2026-01,1.25", "2026-01,1.26")
    folder.add("figures.csv", "U3,M,2026-01,1", "U3,M,2026-02,1")
    assert [(problem.row, problem.what) for problem in problems_of(book, folder)] == [
        (2, "2026-01 is published: its figures stay as they are."),
        (5, "2026-01 is published: its figures stay as they are."),
    ]


def test_an_indicator_with_data_stays_what_it_is(book: Book, folder: Folder) -> None:
    load(book, folder.path)
    folder.keep_only("indicators.csv")
    folder.change("indicators.csv", "到位资金,亿元,2,flow", "到位资金,亿元,1,flow")
    folder.change("indicators.csv", "个,0,flow,higher,completion,,,", "个,0,ratio,higher,completion,M,K,")
    assert [(problem.row, problem.column, problem.what) for problem in problems_of(book, folder)] == [
        (2, "decimals", "The book has figures of “M” with more than 1 decimals."),
        (3, "kind", "“S” has figures, targets or ratios made of it in the book: it cannot become a ratio."),
        (5, "denominator", "“S” is a ratio itself: a ratio is made of indicators that are not."),
    ]


def test_no_folder_and_a_folder_of_other_things_are_told(book: Book, folder: Folder) -> None:
    with pytest.raises(NoDataFolder, match="There is no folder at"):
        load(book, folder.path / "none")
    with pytest.raises(NoDataFolder, match="There is no folder at"):
        load(book, folder.path / "units.csv")
    folder.keep_only()
    folder.write("notes.txt", "nothing")
    with pytest.raises(NoDataFolder, match="holds no data"):
        load(book, folder.path)
