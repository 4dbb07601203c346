from __future__ import annotations

import pytest

from tests.exchange.conftest import Folder
from tracker.domain.office_text import OfficeText, OfficeTextKind
from tracker.domain.period import Month
from tracker.exchange.data_folder import DataFolderRefused, dump, load
from tracker.store.book import Book
from tracker.store.office_texts import office_text, office_texts

TEXTS = 'month,kind,text\n2026-08,number,〔2026〕8号\n2026-09,problems,"一是项目少,进度慢。\n二是“服务”不够。"\n'
SEPTEMBER = Month(2026, 9)


@pytest.fixture
def told(folder: Folder) -> Folder:
    folder.write("texts.csv", TEXTS)
    return folder


def test_texts_are_loaded_with_their_lines(book: Book, told: Folder) -> None:
    load(book, told.path)
    assert office_texts(book) == [
        OfficeText(Month(2026, 8), OfficeTextKind.NUMBER, "〔2026〕8号"),
        OfficeText(SEPTEMBER, OfficeTextKind.PROBLEMS, "一是项目少,进度慢。\n二是“服务”不够。"),
    ]


def test_a_text_replaces_the_one_there_and_an_empty_one_takes_it_away(book: Book, told: Folder) -> None:
    load(book, told.path)
    assert not load(book, told.path).changed
    told.write("texts.csv", "month,kind,text\n2026-09,problems,\n2026-09,next_steps,加快。\n")
    load(book, told.path)
    assert office_text(book, Month(2026, 8), OfficeTextKind.NUMBER) == "〔2026〕8号"
    assert office_text(book, SEPTEMBER, OfficeTextKind.PROBLEMS) == ""
    assert office_text(book, SEPTEMBER, OfficeTextKind.NEXT_STEPS) == "加快。"


def test_the_file_is_dumped_where_there_is_something_in_it(book: Book, told: Folder, new_book, tmp_path) -> None:
    load(book, told.path)
    dump(book, tmp_path / "dumped")
    assert (tmp_path / "dumped" / "texts.csv").read_text("utf-8") == TEXTS
    dump(new_book("empty"), tmp_path / "dumped")
    assert not (tmp_path / "dumped" / "texts.csv").exists()


@pytest.mark.parametrize(
    ("row", "column", "what"),
    [
        ("2026-13,number,x", "month", "“2026-13” is not a month."),
        (",number,x", "month", "The cell is empty."),
        ("2026-09,praise,x", "kind", "“praise” is not known here."),
        ("2026-09,,x", "kind", "The cell is empty."),
        ("2026-08,number,x", "", "It repeats row 2."),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_place(book: Book, told: Folder, row: str, column: str, what: str) -> None:
    told.write("texts.csv", f"month,kind,text\n2026-08,number,1\n{row}\n")
    with pytest.raises(DataFolderRefused) as refused:
        load(book, told.path)
    (problem,) = refused.value.problems
    assert (problem.file, problem.row, problem.column, problem.what) == ("texts.csv", 3, column, what)
    assert office_texts(book) == []
