from pathlib import Path

import pytest

from tracker.domain.indicator import Kind
from tracker.exchange.new_book import make_book, make_sample, making_book
from tracker.store import indicators, journal, settings, units
from tracker.store.book import Book
from tracker.store.faults import BookExists


def test_a_blank_book_has_a_title_and_nothing_else(tmp_path: Path) -> None:
    make_book(tmp_path / "new" / "book.tracker", title="云山县", office="招商局")
    with Book.open(tmp_path / "new" / "book.tracker") as book:
        assert (settings.title(book), settings.office(book)) == ("云山县", "招商局")
        assert indicators.indicators(book) == []


def test_the_investment_template_has_the_usual_ten_indicators(tmp_path: Path) -> None:
    make_book(tmp_path / "book.tracker", title="云山县", template="investment")
    with Book.open(tmp_path / "book.tracker") as book:
        found = {indicator.name: indicator for indicator in indicators.indicators(book)}
    assert len(found) == 10
    assert found["在谈项目"].kind is Kind.STOCK
    assert found["项目开工率"].numerator == found["新开工亿元以上项目"].id
    assert found["项目开工率"].denominator == found["新签约亿元以上项目"].id
    assert all(indicator.definition for indicator in found.values())


def test_a_file_that_is_there_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "book.tracker").write_text("mine")
    with pytest.raises(BookExists):
        make_book(tmp_path / "book.tracker", title="云山县")
    assert (tmp_path / "book.tracker").read_text() == "mine"


def test_a_book_that_could_not_be_filled_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), making_book(tmp_path / "book.tracker", title="") as book:
        with book.change("half"):
            settings.set_office(book, "x")
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_the_sample_county_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "云山县.tracker"
    for _ in range(2):
        make_sample(path)
        with Book.open(path) as book:
            assert len(units.units(book)) == 18
            assert journal.verify(book) is None
            assert len(journal.entries(book)) == 2
