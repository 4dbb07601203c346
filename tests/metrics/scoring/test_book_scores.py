from __future__ import annotations

from decimal import Decimal

import pytest

from tests.metrics.conftest import SmallCounty
from tracker.domain.period import Month
from tracker.domain.scheme import Method, SchemeLine
from tracker.metrics.live import Live
from tracker.metrics.scoring.book_scores import NoScheme, book_scores
from tracker.store.schemes import set_scheme_lines


def test_the_months_year_says_the_scheme_and_the_month_before_the_moves(county: SmallCounty) -> None:
    with county.book.change("scheme"):
        line = SchemeLine(2026, None, county.indicator["count"], Decimal(10), Method.PER_ITEM, each=Decimal(1))
        set_scheme_lines(county.book, 2026, [line])
    for unit, august, september in (("a", "3", "0"), ("c", "1", "5")):
        county.report(unit, "count", "2026-08", august)
        county.report(unit, "count", "2026-09", september)
    live = Live(county.book, month=Month(2026, 9))
    table = book_scores(county.book, live)
    assert table.lines == (line,)
    assert [table.by_unit[county.unit[code]].rank_change for code in "ac"] == [-1, 1]
    live.show(Month(2026, 1))
    assert {score.rank_change for score in book_scores(county.book, live).by_unit.values()} == {None}
    live.show(Month(2025, 12))
    with pytest.raises(NoScheme, match="no scheme for 2025"):
        book_scores(county.book, live)
