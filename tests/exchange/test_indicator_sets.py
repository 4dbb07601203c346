from __future__ import annotations

from pathlib import Path

from tracker.exchange.indicator_sets import add_indicators, add_template, indicators_of
from tracker.exchange.new_book import make_sample
from tracker.store import indicators
from tracker.store.book import Book


def test_a_template_is_added_in_the_callers_change(tmp_path: Path) -> None:
    with Book.create(tmp_path / "new.tracker") as book:
        with book.change("use the template"):
            add_template(book, "investment")
        assert [one.code for one in indicators.indicators(book)][:2] == ["SWZJ", "WZ"]
        assert book.undo_label == "use the template"
        book.undo()
        assert indicators.indicators(book) == []


def test_the_indicators_of_last_years_book_come_with_everything_but_their_ids(tmp_path: Path) -> None:
    make_sample(tmp_path / "last.tracker")
    given = indicators_of(tmp_path / "last.tracker")
    with Book.create(tmp_path / "new.tracker") as book:
        with book.change("first"):
            indicators.add_indicator(book, code="X", name="x", unit="个", decimals=0, sort=99)
        with book.change("take over"):
            new = add_indicators(book, given[::-1])
        taken = {one.code: one for one in indicators.indicators(book)}
    assert [one.code for one in given] == [code for code in taken if code != "X"]
    for one in given:
        mine = taken[one.code]
        assert (mine.name, mine.definition, mine.kind, mine.factor, mine.sort) == (
            one.name,
            one.definition,
            one.kind,
            one.factor,
            one.sort,
        )
        assert mine.id == new[one.id]
        assert mine.numerator == (None if one.numerator is None else new[one.numerator])
