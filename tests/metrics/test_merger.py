"""What is told of a merger before it is done is what happens when it is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.metrics.conftest import SmallCounty
from tracker.domain.period import Month
from tracker.exchange.new_book import make_sample
from tracker.metrics.live import Live
from tracker.metrics.merger import HeirChange, MergerEffect, merge, merger_effect
from tracker.store import journal, units
from tracker.store.book import Book
from tracker.store.faults import MergedIntoItself

JULY, SEPTEMBER = Month(2026, 7), Month(2026, 9)


@pytest.fixture
def filled(county: SmallCounty) -> SmallCounty:
    """a and c with money this year and last."""
    for unit, value, target in (("a", "6", "10"), ("c", "3", "10"), ("d", "1", "10"), ("e", "2", "10")):
        county.report(unit, "money", "2026-07", value)
        county.report(unit, "money", "2025-07", "2")
        county.aim(unit, "money", target)
    county.book.forget_steps()
    return county


def effect_of(county: SmallCounty, unit: str, into: str, *, last: Month = JULY, month: Month = SEPTEMBER) -> MergerEffect:
    return merger_effect(county.book, county.unit[unit], into=county.unit[into], last=last, month=month)


def of_money(county: SmallCounty, effect: MergerEffect) -> HeirChange:
    return next(change for change in effect.heir if change.indicator.id == county.indicator["money"])


def test_history_targets_and_last_years_base_go_to_the_heir(filled: SmallCounty) -> None:
    effect = effect_of(filled, "c", "a")
    money = of_money(filled, effect)
    assert effect.figures == 2
    assert (money.before.cumulative, money.before.target, money.before.last_year) == (6, 10, 2)
    assert (money.after.cumulative, money.after.target, money.after.last_year) == (9, 20, 4)


def test_ranks_that_move_are_told_and_the_merged_unit_has_none_any_more(filled: SmallCounty) -> None:
    moves = [
        (move.unit.name, move.rank_before, move.rank_after)
        for move in effect_of(filled, "e", "d").moves
        if move.indicator.id == filled.indicator["money"]
    ]
    assert moves == [("d", 2, 1), ("e", 1, None)]


def test_the_book_is_as_it_was_and_nothing_is_announced(filled: SmallCounty) -> None:
    told: list[object] = []
    filled.book.listen(told.append)
    before = units.units(filled.book), len(journal.entries(filled.book))
    effect_of(filled, "c", "a")
    assert (units.units(filled.book), len(journal.entries(filled.book))) == before
    assert told == []
    assert filled.book.undo_label is None


def test_it_is_told_for_a_month_in_which_the_merger_counts(filled: SmallCounty) -> None:
    assert effect_of(filled, "c", "a").month == SEPTEMBER
    assert effect_of(filled, "c", "a", month=Month(2026, 5)).month == Month(2026, 8)


def test_an_heir_that_is_not_listed_then_has_no_row(filled: SmallCounty) -> None:
    assert effect_of(filled, "c", "b").heir == ()


def test_a_merger_that_cannot_be_is_refused_as_if_it_were_done(filled: SmallCounty) -> None:
    with pytest.raises(MergedIntoItself):
        effect_of(filled, "a", "b")


def test_what_is_told_is_what_happens(tmp_path: Path) -> None:
    make_sample(tmp_path / "sample.tracker")
    with Book.open(tmp_path / "sample.tracker") as book:
        known = {unit.name: unit.id for unit in units.units(book)}
        unit, into = known["石桥镇"], known["柳林镇"]
        live = Live(book, month=SEPTEMBER)
        before = {indicator: {row.unit.id: row.rank for row in live.table(indicator.id).rows} for indicator in live.indicators}
        effect = merger_effect(book, unit, into=into, last=JULY, month=SEPTEMBER)
        with book.change("merge"):
            merge(book, unit, into=into, last=JULY)
        for change in effect.heir:
            assert live.table(change.indicator.id).row(into) == change.after
        moved = {
            (indicator.id, id_): (rank, row.rank if (row := live.table(indicator.id).row(id_)) is not None else None)
            for indicator, ranks in before.items()
            for id_, rank in ranks.items()
        }
        really = {place: ranks for place, ranks in moved.items() if ranks[0] != ranks[1]}
        assert {(move.indicator.id, move.unit.id): (move.rank_before, move.rank_after) for move in effect.moves} == really
        assert len(effect.moves) > 5
        live.close()
