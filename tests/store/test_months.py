from __future__ import annotations

from tests.store.county import SEPTEMBER, County
from tracker.store.months import MonthState, published, set_state, state


def test_a_month_is_open_until_it_is_published(county: County) -> None:
    assert state(county.book, SEPTEMBER) is MonthState.OPEN
    with county.book.change("publish"):
        set_state(county.book, SEPTEMBER, MonthState.PUBLISHED)
    assert state(county.book, SEPTEMBER) is MonthState.PUBLISHED
    assert published(county.book) == {SEPTEMBER}
    assert state(county.book, SEPTEMBER.plus(1)) is MonthState.OPEN
    with county.book.change("open"):
        set_state(county.book, SEPTEMBER, MonthState.OPEN)
    assert state(county.book, SEPTEMBER) is MonthState.OPEN
    assert published(county.book) == frozenset()
