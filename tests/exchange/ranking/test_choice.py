import pytest

from tracker.domain.period import Month
from tracker.exchange.ranking.choice import (
    BookHasNoFigures,
    NoSuchGroup,
    NoSuchIndicator,
    NothingForMonth,
    check_month,
    ranking_of,
)
from tracker.metrics.live import Live


def test_everything_is_chosen_where_nothing_is_named(live: Live) -> None:
    ranking = ranking_of(live)
    assert [table.indicator.code for table in ranking.tables] == ["M", "S", "K", "R"]
    assert len(ranking.rows(ranking.tables[0])) == 4
    assert [total.group and total.group.name for total in ranking.totals(ranking.tables[0])] == ["乡镇", "街道", None]


def test_indicators_come_in_the_order_in_which_they_are_named_and_once(live: Live) -> None:
    assert [table.indicator.code for table in ranking_of(live, ["K", "M", "K"]).tables] == ["K", "M"]


def test_a_group_alone_has_its_rows_and_its_total(live: Live) -> None:
    ranking = ranking_of(live, ["M"], "街道")
    assert [row.unit.name for row in ranking.rows(ranking.tables[0])] == ["云峰街道"]
    assert [total.group and total.group.name for total in ranking.totals(ranking.tables[0])] == ["街道"]


def test_what_is_not_there_is_told_with_what_is(live: Live) -> None:
    with pytest.raises(NoSuchIndicator, match=r"There is no indicator “Z”. The book has: M, S, K, R."):
        ranking_of(live, ["M", "Z"])
    with pytest.raises(NoSuchGroup, match=r"There is no group “园区”. The book has: 乡镇, 街道."):
        ranking_of(live, group="园区")


def test_a_month_must_lie_where_there_are_figures() -> None:
    first, last = Month(2025, 1), Month(2026, 2)
    for month in (first, Month(2025, 7), last):
        check_month(month, first, last)
    with pytest.raises(NothingForMonth, match=r"There are no figures for 2026-03. The book has 2025-01 to 2026-02."):
        check_month(Month(2026, 3), first, last)
    with pytest.raises(NothingForMonth):
        check_month(Month(2024, 12), first, last)
    with pytest.raises(BookHasNoFigures):
        check_month(first, None, None)
