from __future__ import annotations

from decimal import Decimal

import pytest

from tests.exchange.conftest import Folder
from tracker.domain.period import Month
from tracker.domain.scheme import Terms
from tracker.exchange.data_folder import DataFolderRefused, dump, load
from tracker.store import adjustments, exemptions, scheme_versions
from tracker.store.book import Book

TERMS = "year,from_month,total,late,missing,most\n2026,1,30,1,1,5\n2026,7,,,0.5,\n"
ADJUSTMENTS = (
    "unit,month,points,reason,document\nU1,2026-03,2.5,省级表彰,3号\nU1,2026-03,2.5,省级表彰,3号\nU3,2026-06,-1,迟报,8号\n"
)
EXEMPTIONS = "unit,indicator,first,last,reason\nU1,M,2026-03,2026-05,受灾\nU3,,2026-05,2026-12,新设\n"
SCHEME = "year,indicator,points,method,from_month\n2026,M,30,all_or_nothing,\n2026,M,40,all_or_nothing,7\n"


@pytest.fixture
def judged(folder: Folder) -> Folder:
    for name, text in (
        ("scheme.csv", SCHEME),
        ("scheme_terms.csv", TERMS),
        ("adjustments.csv", ADJUSTMENTS),
        ("exemptions.csv", EXEMPTIONS),
    ):
        folder.write(name, text)
    return folder


def test_versions_terms_points_by_hand_and_exemptions_are_loaded(book: Book, judged: Folder) -> None:
    load(book, judged.path)
    assert [(version.from_month, version.lines[0].points, version.terms) for version in scheme_versions.versions(book, 2026)] == [
        (1, 30, Terms(Decimal(30), Decimal(1), Decimal(1), Decimal(5))),
        (7, 40, Terms(missing=Decimal("0.5"))),
    ]
    assert [(one.month, one.points, one.document) for one in adjustments.adjustments(book)] == [
        (Month(2026, 3), Decimal("2.5"), "3号"),
        (Month(2026, 3), Decimal("2.5"), "3号"),
        (Month(2026, 6), Decimal(-1), "8号"),
    ]
    assert [(one.indicator is None, one.first, one.last, one.reason) for one in exemptions.exemptions(book)] == [
        (False, Month(2026, 3), Month(2026, 5), "受灾"),
        (True, Month(2026, 5), Month(2026, 12), "新设"),
    ]


def test_what_is_there_already_is_not_entered_again(book: Book, judged: Folder) -> None:
    load(book, judged.path)
    assert not load(book, judged.path).changed
    judged.write("adjustments.csv", ADJUSTMENTS + "U3,2026-06,-1,迟报,8号\n")
    load(book, judged.path)
    assert [one.document for one in adjustments.adjustments(book)] == ["3号", "3号", "8号", "8号"]


def test_the_files_are_dumped_where_there_is_something_in_them_and_go_with_it(
    book: Book, judged: Folder, new_book, tmp_path
) -> None:
    load(book, judged.path)
    dump(book, tmp_path / "dumped")
    assert (tmp_path / "dumped" / "scheme_terms.csv").read_text("utf-8") == TERMS
    assert (tmp_path / "dumped" / "adjustments.csv").read_text("utf-8") == ADJUSTMENTS
    assert (tmp_path / "dumped" / "exemptions.csv").read_text("utf-8") == EXEMPTIONS
    assert (tmp_path / "dumped" / "scheme.csv").read_text("utf-8").splitlines()[0].endswith(",basis,from_month")
    dump(new_book("empty"), tmp_path / "dumped")
    gone = ("scheme_terms.csv", "adjustments.csv", "exemptions.csv")
    assert not [name for name in gone if (tmp_path / "dumped" / name).exists()]


@pytest.mark.parametrize(
    ("file", "old", "new", "row", "column", "what"),
    [
        ("scheme_terms.csv", "2026,7", "2026,13", 3, "from_month", "“13” does not fit here."),
        ("scheme_terms.csv", "2026,7", "2026,1", 3, "", "It repeats row 2."),
        ("scheme_terms.csv", "30,1,1,5", "30,-1,1,5", 2, "late", "It cannot be below zero."),
        ("adjustments.csv", "U3", "U9", 4, "unit", "There is no unit “U9”."),
        ("adjustments.csv", "-1", "0", 4, "points", "0 points change nothing."),
        ("adjustments.csv", "8号", "", 4, "document", "The cell is empty."),
        ("adjustments.csv", "2026-06", "", 4, "month", "The cell is empty."),
        ("exemptions.csv", "M", "Z", 2, "indicator", "There is no indicator “Z”."),
        ("exemptions.csv", "2026-12", "2026-01", 3, "last", "The exemption ends before it begins."),
        ("scheme.csv", ",7", ",0", 3, "from_month", "“0” does not fit here."),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_place(
    book: Book, judged: Folder, file: str, old: str, new: str, row: int, column: str, what: str
) -> None:
    judged.write(file, judged.read(file).replace(old, new))
    with pytest.raises(DataFolderRefused) as refused:
        load(book, judged.path)
    (problem,) = refused.value.problems
    assert (problem.file, problem.row, problem.column, problem.what) == (file, row, column, what)
