from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from datetime import date
from decimal import Decimal

import pytest

from tests.exchange.conftest import Folder
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.exchange.data_folder import load
from tracker.exchange.publishing import computed_otherwise, publish_month
from tracker.metrics.shown import live_of
from tracker.store import check, figures, indicators, months, units
from tracker.store.book import Book
from tracker.store.publications import publications, publish, reopen
from tracker.store.schemes import set_scheme_lines
from tracker.store.snapshot import computed

JANUARY = Month(2026, 1)
TODAY = date(2026, 2, 8)


@pytest.fixture
def filled(book: Book, folder: Folder) -> Book:
    load(book, folder.path)
    return book


def problems(book: Book, change: Callable[[str], str]) -> list[str]:
    """What is told of January, published with another text in place of what this program computes."""
    with book.change("publish"):
        publish_month(book, JANUARY, today=TODAY)
    with closing(live_of(book, JANUARY)) as live:
        text = computed(live.book)
    with book.change("publish again"):
        reopen(book, JANUARY, "a slip")
        publish(book, JANUARY, today=TODAY, computed=change(text))
    return [problem.text for problem in computed_otherwise(book)]


def test_a_publication_has_the_ranking_in_both_sets_of_targets(filled: Book) -> None:
    with filled.change("publish"):
        publish_month(filled, JANUARY, today=TODAY)
    with closing(live_of(filled, JANUARY)) as live:
        told = json.loads(computed(live.book))
    assert [told[name]["indicators"]["M"]["rows"][0]["target"] for name in ("assigned", "stretch")] == [60.5, 70]
    assert list(computed_otherwise(filled)) == []
    assert check.check(filled) == []


def test_a_publication_has_the_scores_where_there_is_a_scheme(filled: Book) -> None:
    with filled.change("publish"):
        publish_month(filled, JANUARY, today=TODAY)
    with closing(live_of(filled, JANUARY)) as live:
        told = json.loads(computed(live.book))["scores"]
    assert told["month"] == "2026-01"
    assert all(told["scores"].values())
    with filled.change("publish without a scheme"):
        reopen(filled, JANUARY, "a slip")
        set_scheme_lines(filled, 2026, [])
        publish_month(filled, JANUARY, today=TODAY)
    with closing(live_of(filled, JANUARY)) as live:
        assert "scores" not in json.loads(computed(live.book))
    assert list(computed_otherwise(filled)) == []


def test_what_a_later_version_tells_beside_is_no_difference(filled: Book) -> None:
    assert problems(filled, lambda text: text.replace('"mom": null, ', "")) == []
    assert list(computed_otherwise(filled)) == []


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ('"cumulative": 1.25', '"cumulative": 1.26', "M"),
        ('"rank": 1', '"rank": 2', "Composite score, M"),
        ('"K": {', '"Z": {', "Z"),
        ('"target": 60.5', '"target": [60.5]', "M"),
        ('"points": 0.', '"points": 1.', "Composite score"),
        ('"rank_change": null', '"rank_change": {"a": 1}', "Composite score, K, M, R, S"),
        ('{"unit": "U1"', '{"unit": "U0"}, {"unit": "U1"', "Composite score, K, M, R, S"),
    ],
)
def test_what_a_later_version_computes_otherwise_is_told(filled: Book, old: str, new: str, codes: str) -> None:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    (told,) = problems(filled, change)
    assert told.startswith(f"This version computes other figures for {codes} than")


def test_a_publication_without_its_ranking_or_with_a_lost_snapshot_is_passed_over(filled: Book) -> None:
    assert problems(filled, lambda _: "") == []
    filled.connection.execute("UPDATE blob SET content = x'00'")
    assert list(computed_otherwise(filled)) == []
    assert len(check.check(filled)) == 2


def test_a_month_that_a_folder_tells_is_published_is_so_with_what_was_loaded(book: Book, folder: Folder) -> None:
    folder.write("datapackage.json", '{"published": ["2026-01"]}')
    load(book, folder.path)
    assert months.published(book) == {JANUARY}
    (published,) = publications(book)
    assert published.dated == date.today()
    with closing(live_of(book, JANUARY)) as live:
        assert live.book is not book
    assert not load(book, folder.path).changed
    book.undo()
    assert publications(book) == []
    assert figures.last_month(book) is None
    book.redo()
    assert publications(book) == [published]
    with book.change("another month"):
        unit, indicator = units.units(book)[0].id, indicators.indicators(book)[0].id
        figures.set_figure(book, Figure(unit, indicator, JANUARY.plus(1), Decimal(1)))
    book.undo()
    assert check.check(book) == []
