from __future__ import annotations

from fractions import Fraction

from tests.metrics.conftest import SmallCounty
from tests.metrics.lists_county import Towns
from tracker.domain.period import Month
from tracker.metrics.live import Live
from tracker.metrics.trends.multiples import multiples
from tracker.metrics.trends.pace import Measure

MARCH = Month(2026, 3)


def test_every_unit_has_its_course_the_furthest_first(towns: Towns) -> None:
    towns.done(10, 20, month=Month(2026, 1))
    towns.done(5, 0, month=MARCH)
    found = multiples(towns.live(MARCH), towns.money, towns.group, published_months=[MARCH])
    assert [(small.unit.code, small.values) for small in found.smalls] == [
        ("b", (Fraction(1, 5), None, Fraction(1, 5))),
        ("a", (Fraction(1, 10), None, Fraction(3, 20))),
        ("c", (None, None, None)),
        ("d", (None, None, None)),
        ("e", (None, None, None)),
    ]
    assert found.pace == (Fraction(1, 12), Fraction(2, 12), Fraction(3, 12))
    assert (found.measure, found.published) == (Measure.COMPLETION, {MARCH})
    assert found.group is not None


def test_where_lower_is_better_the_least_is_first(towns: Towns) -> None:
    towns.done(80, 20, of=towns.complaints, month=MARCH)
    found = multiples(towns.live(MARCH), towns.complaints)
    assert [small.unit.code for small in found.smalls][:2] == ["b", "a"]
    assert found.group is None


def test_amounts_where_nobody_has_a_target_and_no_line_where_one_has_none(county: SmallCounty) -> None:
    county.report("a", "money", "2026-03", "2")
    county.report("c", "money", "2026-03", "3")
    live = Live(county.book, month=MARCH)
    found = multiples(live, county.indicator["money"])
    assert (found.measure, set(found.pace)) == (Measure.AMOUNT, {None})
    assert [(small.unit.code, small.last) for small in found.smalls][:2] == [("c", 3), ("a", 2)]
    county.aim("a", "money", "4")
    held = multiples(live, county.indicator["money"], years=2)
    assert (held.measure, len(held.months)) == (Measure.COMPLETION, 15)
    assert [(small.unit.code, small.last) for small in held.smalls][:2] == [("a", Fraction(1, 2)), ("c", None)]
    assert {small.values[0] for small in held.smalls} == {None}
