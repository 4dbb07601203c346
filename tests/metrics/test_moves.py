from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.metrics.conftest import SmallCounty
from tracker.domain.period import Month
from tracker.metrics.live import Live
from tracker.metrics.moves import Move, moves, moves_if_corrected, moves_of
from tracker.store.corrections import Corrected, Correction, correct
from tracker.store.publications import publish

JULY = Month(2026, 7)


@pytest.fixture
def published(county: SmallCounty) -> SmallCounty:
    """July is published: a leads c, in the figure and in the ratio that is made of it; d is alone in its group."""
    for unit, count, worse in (("a", "4", "2"), ("c", "3", "2"), ("d", "1", "1")):
        county.report(unit, "count", "2026-07", count)
        county.report(unit, "worse", "2026-07", worse)
    with county.book.change("publish"):
        publish(county.book, JULY, today=date(2026, 8, 10))
    return county


def told(found: list[Move]) -> list[tuple[str, str, int | None, int | None]]:
    return [(move.indicator.code, move.unit.code, move.rank_before, move.rank_after) for move in found]


def corrected(county: SmallCounty, unit: str, indicator: str, value: str | None) -> Corrected:
    return county.unit[unit], county.indicator[indicator], None if value is None else Decimal(value)


def put_right(county: SmallCounty, *given: Corrected) -> Correction:
    with county.book.change("correct"):
        return correct(county.book, JULY, given, "a slip")


def test_two_states_of_a_month_are_compared_over_all_indicators_and_ratios(published: SmallCounty) -> None:
    before = Live(published.book, month=JULY)
    before.table(published.indicator["count"])
    assert moves(before, before) == []
    before.close()


def test_what_a_correction_would_move_is_told_before_it_is_made(published: SmallCounty) -> None:
    assert told(moves_if_corrected(published.book, JULY, [corrected(published, "c", "count", "5")])) == [
        ("count", "a", 1, 2),
        ("count", "c", 2, 1),
        ("ratio", "a", 1, 2),
        ("ratio", "c", 2, 1),
    ]
    assert moves_if_corrected(published.book, JULY, [corrected(published, "c", "count", "3")]) == []
    assert moves_if_corrected(published.book, JULY.plus(1), [corrected(published, "c", "count", "5")]) == []


def test_each_correction_is_told_after_those_before_it_whatever_is_changed_later(published: SmallCounty) -> None:
    first = put_right(published, corrected(published, "c", "count", "5"))
    second = put_right(published, corrected(published, "a", "count", "6"), corrected(published, "d", "count", None))
    published.report("a", "count", "2026-06", "90")
    published.aim("a", "count", "9")
    assert [move[:2] for move in told(moves_of(published.book, first))] == [
        ("count", "a"),
        ("count", "c"),
        ("ratio", "a"),
        ("ratio", "c"),
    ]
    assert told(moves_of(published.book, second)) == [
        ("count", "a", 2, 1),
        ("count", "c", 1, 2),
        ("count", "d", 1, None),
        ("ratio", "a", 2, 1),
        ("ratio", "c", 1, 2),
        ("ratio", "d", 1, None),
    ]
    assert told(moves_if_corrected(published.book, JULY, [corrected(published, "c", "count", "6")])) == [
        ("count", "c", 2, 1),
        ("ratio", "c", 2, 1),
    ]


def test_a_unit_that_is_listed_no_longer_has_no_rank(published: SmallCounty) -> None:
    before, after = (Live(published.book, month=month) for month in (JULY.plus(-1), JULY))
    assert all(move.rank_after is None for move in moves(before, after) if move.unit.code == "b")
    assert all(before.table(of).row(published.unit["b"]) for of in published.indicator.values())
    before.close()
    after.close()
