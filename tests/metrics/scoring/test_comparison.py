from __future__ import annotations

from decimal import Decimal

from tests.metrics.conftest import SmallCounty
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.metrics.live import Live
from tracker.metrics.scoring.comparison import compare


def scheme(county: SmallCounty, money: int, count: int) -> Scheme:
    first = SchemeLine(2026, None, county.indicator["money"], Decimal(money), Method.PROPORTIONAL, cap=Decimal(1))
    second = SchemeLine(2026, None, county.indicator["count"], Decimal(count), Method.PER_ITEM, each=Decimal(1))
    return Scheme(2026, 1, tuple(line for line in (first, second) if line.points))


def test_the_units_that_change_place_are_marked(county: SmallCounty) -> None:
    for unit, done, count in (("a", "10", "0"), ("c", "5", "9")):
        county.aim(unit, "money", "10")
        county.report(unit, "money", "2026-09", done)
        county.report(unit, "count", "2026-09", count)
    live = Live(county.book, month=Month(2026, 9))
    a, c, d, e = compare(live, scheme(county, 90, 10), scheme(county, 10, 90))
    assert [(one.unit.code, one.group.name) for one in (a, c, d, e)] == [
        *(("a", "towns"), ("c", "towns")),
        *(("d", "streets"), ("e", "streets")),
    ]
    assert ((a.before.rank, a.after.rank, a.places), (c.before.rank, c.after.rank, c.places)) == ((1, 2, -1), (2, 1, 1))
    assert [one.changes_place for one in (a, c, d, e)] == [True, True, False, False]


def test_a_rank_under_one_scheme_alone_is_a_change_without_a_number(county: SmallCounty) -> None:
    live = Live(county.book, month=Month(2026, 9))
    first, *_ = compare(live, scheme(county, 10, 0), scheme(county, 0, 10))
    assert (first.changes_place, first.places) == (True, None)
