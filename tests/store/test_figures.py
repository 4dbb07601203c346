from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.store.county import SEPTEMBER, County
from tracker.domain.figure import Figure
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.errors import AmountTooLarge, TooManyDecimals
from tracker.store import figures, journal
from tracker.store.book import Book
from tracker.store.faults import MonthIsPublished, RatioHasNoFigures, TextUnusable, UnknownIndicator, UnknownUnit
from tracker.store.months import MonthState, set_state

AUGUST = Month(2026, 8)


def put_all(county: County, *given: Figure) -> None:
    with county.book.change("import"):
        figures.set_figures(county.book, given)


@pytest.fixture
def published(county: County) -> County:
    """A county with one figure in August, which is published."""
    county.put("7", month=AUGUST, note="checked")
    with county.book.change("publish"):
        set_state(county.book, AUGUST, MonthState.PUBLISHED)
    return county


def test_a_figure_keeps_its_value_exactly_and_the_text_that_was_typed(county: County) -> None:
    county.put("0.10", typed="０.１０", note="by phone")
    assert county.stored() == Figure(county.chengguan, county.money, SEPTEMBER, Decimal("0.1"), "０.１０", "by phone")
    assert county.book.row("SELECT value FROM figure") == (100_000,)


def test_nothing_is_not_zero(county: County) -> None:
    assert county.stored() is None
    county.put("0")
    assert county.stored() == county.figure("0")


def test_a_figure_without_value_text_and_note_is_removed(county: County) -> None:
    county.put("1", note="n")
    county.put(None)
    assert county.stored() is None
    county.put(None)
    assert [entry.label for entry in journal.entries(county.book)] == ["set up", "type", "type"]


def test_what_could_not_be_read_stays_as_text_without_value(county: County) -> None:
    county.put("3", month=AUGUST)
    county.put(None, typed="三十多")
    stored = county.stored()
    assert stored is not None
    assert (stored.value, stored.typed, stored.unreadable) == (None, "三十多", True)
    assert figures.unreadable(county.book, SEPTEMBER) == [stored]
    assert figures.unreadable(county.book, AUGUST) == []


def test_a_note_survives_new_values(county: County) -> None:
    county.put("1", note="late")
    county.put("2", typed="2")
    assert county.stored() == county.figure("2", typed="2", note="late")
    county.put(None, typed="?")
    assert county.stored() == county.figure(None, typed="?", note="late")
    put_all(county, county.figure("3"))
    assert county.stored() == county.figure("3", note="late")
    county.put("3", note="other")
    put_all(county, county.figure("4", note="third"))
    assert county.stored() == county.figure("4", note="third")


def test_a_note_alone_keeps_its_place(county: County) -> None:
    place = (county.chengguan, county.money, SEPTEMBER)
    with county.book.change("note"):
        figures.set_note(county.book, *place, note="does not report")
    assert county.stored() == county.figure(None, note="does not report")
    assert figures.unreadable(county.book, SEPTEMBER) == []
    assert figures.marked(county.book, SEPTEMBER) == [county.figure(None, note="does not report")]
    assert figures.filled_cells(county.book, SEPTEMBER) == {}
    with county.book.change("note"):
        figures.set_note(county.book, *place, note="")
    assert county.stored() is None


def test_a_note_is_changed_and_removed_without_touching_the_figure(county: County) -> None:
    place = (county.chengguan, county.money, SEPTEMBER)
    county.put("1", typed="1")
    for note in ("a", "b", ""):
        with county.book.change("note"):
            figures.set_note(county.book, *place, note=note)
        assert county.stored() == county.figure("1", typed="1", note=note)
    entries = len(journal.entries(county.book))
    with county.book.change("note"):
        figures.set_note(county.book, *place, note="")
    assert len(journal.entries(county.book)) == entries


def test_what_a_figure_cannot_be(county: County) -> None:
    for figure, fault in (
        (county.figure("1.005"), TooManyDecimals),
        (county.figure("0.0000001"), TooManyDecimals),
        (county.figure("100000000000"), AmountTooLarge),
        (Figure(county.chengguan, county.signed, SEPTEMBER, Decimal("1.5")), TooManyDecimals),
        (Figure(county.chengguan, county.rate, SEPTEMBER, Decimal(1)), RatioHasNoFigures),
        (Figure(county.chengguan, county.rate, SEPTEMBER, None, "x"), RatioHasNoFigures),
        (Figure(UnitId(99), county.money, SEPTEMBER, Decimal(1)), UnknownUnit),
        (Figure(county.chengguan, IndicatorId(99), SEPTEMBER, Decimal(1)), UnknownIndicator),
        (county.figure("1", typed="\0"), TextUnusable),
        (county.figure("1", note="\ud800"), TextUnusable),
    ):
        with pytest.raises(fault), county.book.change("type"):
            figures.set_figure(county.book, figure)
        with pytest.raises(fault):
            put_all(county, county.figure("2"), figure)
    assert figures.figures(county.book) == []


def test_too_many_decimals_are_refused_not_rounded(county: County) -> None:
    with pytest.raises(TooManyDecimals, match=r"1\.005 has more than 2 decimals"):
        county.put("1.005")
    county.put("1.500")
    assert county.stored() == county.figure("1.5")


def test_a_published_months_figures_stay(published: County) -> None:
    for attempt in (
        published.figure("8", month=AUGUST),
        published.figure(None, month=AUGUST),
        published.figure("7", month=AUGUST, note="x"),
    ):
        with pytest.raises(MonthIsPublished, match="2026-08 is published"), published.book.change("type"):
            figures.set_figure(published.book, attempt)
        with pytest.raises(MonthIsPublished):
            put_all(published, published.figure("1"), attempt)
    for note in ("x", ""):
        with pytest.raises(MonthIsPublished), published.book.change("note"):
            figures.set_note(published.book, published.chengguan, published.money, AUGUST, note=note)
    with pytest.raises(MonthIsPublished), published.book.change("type"):
        figures.set_figure(published.book, Figure(published.qingshi, published.money, AUGUST, Decimal(1)))
    assert figures.figures(published.book) == [published.figure("7", month=AUGUST, note="checked")]


def test_the_same_figures_again_are_no_change_of_a_published_month(published: County) -> None:
    put_all(published, published.figure("7", month=AUGUST), published.figure("1"), published.figure("7.0", month=AUGUST))
    assert published.stored() == published.figure("1")


def test_a_month_that_is_opened_again_takes_figures(published: County) -> None:
    with published.book.change("correct"):
        set_state(published.book, AUGUST, MonthState.OPEN)
        figures.set_figure(published.book, published.figure("8", month=AUGUST))
        set_state(published.book, AUGUST, MonthState.PUBLISHED)
    published.book.undo()
    assert published.stored(AUGUST) == published.figure("7", month=AUGUST, note="checked")
    published.book.redo()
    assert published.stored(AUGUST) == published.figure("8", month=AUGUST, note="checked")


def test_a_correction_writes_past_the_lock_and_only_what_is_new(published: County) -> None:
    with published.book.change("correct"):
        figures.overwrite(published.book, published.figure("7", month=AUGUST))
    assert published.book.undo_label != "correct"
    with published.book.change("correct"):
        figures.overwrite(published.book, published.figure("8", month=AUGUST))
    assert published.stored(AUGUST) == published.figure("8", month=AUGUST, note="checked")


def test_a_figure_that_is_typed_no_longer_comes_from_where_it_was_imported(county: County) -> None:
    with county.book.change("import"):
        figures.set_figure(county.book, replace(county.figure("7"), source="a.xlsx › 表1!C7"))
    assert county.stored() == replace(county.figure("7"), source="a.xlsx › 表1!C7")
    with county.book.change("note"):
        figures.set_note(county.book, county.chengguan, county.money, SEPTEMBER, note="late")
    assert county.stored() == replace(county.figure("7", note="late"), source="a.xlsx › 表1!C7")
    county.put("7")
    assert county.stored() == county.figure("7", note="late")


def test_figures_are_found_by_month_unit_and_indicator(county: County) -> None:
    places = [(unit, indicator, month) for month in (AUGUST, SEPTEMBER) for unit in (2, 3) for indicator in (1, 3)]
    given = [Figure(UnitId(unit), IndicatorId(indicator), month, Decimal(unit)) for unit, indicator, month in places]
    put_all(county, *reversed(given))
    assert figures.figures(county.book) == given
    assert figures.figures(county.book, month=AUGUST) == given[:4]
    assert figures.figures(county.book, unit=UnitId(2)) == [figure for figure in given if figure.unit == 2]
    assert figures.figures(county.book, indicator=IndicatorId(3), month=SEPTEMBER) == [given[5], given[7]]
    assert figures.figures(county.book, unit=UnitId(2), indicator=IndicatorId(3), month=SEPTEMBER) == [given[5]]
    assert figures.filled_cells(county.book, AUGUST) == {2: 2, 3: 2}


def test_the_first_and_the_last_month(county: County) -> None:
    assert (figures.first_month(county.book), figures.last_month(county.book)) == (None, None)
    for month in (SEPTEMBER, Month(2024, 12), Month(2025, 1)):
        county.put("1", month=month)
    assert (figures.first_month(county.book), figures.last_month(county.book)) == (Month(2024, 12), SEPTEMBER)


def test_the_last_of_several_figures_for_one_place_counts(county: County) -> None:
    put_all(county, county.figure("1"), county.figure(None), county.figure("2"), county.figure("3"))
    assert county.stored() == county.figure("3")
    put_all(county, county.figure("4"), county.figure(None))
    assert county.stored() is None


def test_many_figures_may_come_from_an_iterator_and_are_one_change(county: County) -> None:
    def stream() -> Iterator[Figure]:
        for number in range(2500):
            yield county.figure(str(number), month=Month(1900, 1).plus(number))

    with county.book.change("import"):
        figures.set_figures(county.book, stream())
    assert journal.entries(county.book)[-1].changes == 2500
    county.book.undo()
    assert figures.figures(county.book) == []


def test_packed_figures_are_all_values_of_the_span_in_one_order(county: County) -> None:
    put_all(
        county,
        *(
            Figure(unit, indicator, month, Decimal(unit * 100 + indicator) - month.number)
            for unit in (county.chengguan, county.qingshi)
            for indicator in (county.money, county.signed)
            for month in (Month(2025, 12), AUGUST, SEPTEMBER, Month(2026, 10))
        ),
        Figure(county.yunfeng, county.money, SEPTEMBER, None, "?"),
        Figure(county.yunfeng, county.started, SEPTEMBER, None, note="nothing"),
    )
    packed = list(figures.packed(county.book, Month(2025, 12), SEPTEMBER))
    assert [indicator for indicator, _, _ in packed] == [county.signed, county.money]
    for indicator, keys, values in packed:
        unpacked = dict(zip(map(int, keys.split(",")), map(int, values.split(",")), strict=True))
        assert list(unpacked) == sorted(unpacked)
        assert unpacked == {
            unit * 1_000_000 + month.key: (unit * 100 + indicator - month.number) * 1_000_000
            for unit in (county.chengguan, county.qingshi)
            for month in (Month(2025, 12), AUGUST, SEPTEMBER)
        }
    (only,) = figures.packed(county.book, Month(2025, 12), SEPTEMBER, county.money)
    assert only == packed[1]
    assert list(figures.packed(county.book, Month(2020, 1), Month(2020, 12))) == []


def test_packing_reads_the_covering_index_alone(county: County) -> None:
    for which, more in (("", ()), ("AND indicator_id = ?", (1,))):
        plan = county.book.rows("EXPLAIN QUERY PLAN " + figures._PACKED.format(which=which), (202501, 202612, *more))
        assert len(plan) == 1, "neither sorted nor looked up"
        assert "COVERING INDEX figure_packed" in plan[0][-1]


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        ("SELECT * FROM figure WHERE month = 1 ORDER BY month, unit_id, indicator_id", "figure_key"),
        ("SELECT * FROM figure WHERE unit_id = 1 AND indicator_id = 1 AND month = 1", "figure_key"),
        ("SELECT * FROM figure WHERE month = 1 AND value IS NULL AND typed <> ''", "figure_without_value"),
        ("SELECT min(month) FROM figure", "figure_key"),
    ],
)
def test_what_the_screen_asks_for_is_answered_by_an_index(county: County, statement: str, index: str) -> None:
    plan = county.book.rows(f"EXPLAIN QUERY PLAN {statement}")
    assert len(plan) == 1
    assert index in plan[0][-1]


def test_a_packing_that_is_given_up_lets_the_writer_in(county: County) -> None:
    put_all(county, county.figure("1"), Figure(county.chengguan, county.signed, SEPTEMBER, Decimal(1)))
    county.book.connection.execute("PRAGMA busy_timeout = 20")
    with Book.open(county.book.path, read_only=True) as reader:
        packing = figures.packed(reader, AUGUST, SEPTEMBER)
        next(packing)
        packing.close()
        county.put("2")
    assert county.stored() == county.figure("2")


def test_a_hundred_thousand_figures_are_stored_in_seconds(county: County) -> None:
    units = (county.chengguan, county.qingshi, county.yunfeng)
    months = [Month(1900, 1).plus(number) for number in range(8000)]
    many = [
        Figure(unit, indicator, month, Decimal(5))
        for month in months
        for unit in units
        for indicator in (county.money, county.signed)
    ]
    many = [replace(figure, note="") for figure in many]
    start = time.perf_counter()
    put_all(county, *many)
    assert time.perf_counter() - start < 30  # about 2 seconds; far off where an index is missed
    assert county.book.row("SELECT count(*) FROM figure") == (len(many),)
