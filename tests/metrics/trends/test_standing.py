from __future__ import annotations

from fractions import Fraction

from tests.metrics.conftest import SmallCounty
from tests.metrics.lists_county import SEPTEMBER, Towns
from tracker.domain.indicator import RankBy
from tracker.domain.light import Light
from tracker.domain.period import Month
from tracker.metrics.live import Live
from tracker.metrics.trends.standing import standing


def test_units_stand_in_the_order_of_their_completion_with_their_lights(towns: Towns) -> None:
    towns.done(80, 90, 70, 80, 10)
    found = standing(towns.live(), towns.money)
    assert [(bar.row.unit.code, bar.value, bar.light) for bar in found.bars] == [
        ("b", Fraction(9, 10), Light.GREEN),
        ("a", Fraction(4, 5), Light.GREEN),
        ("d", Fraction(4, 5), Light.GREEN),
        ("c", Fraction(7, 10), Light.YELLOW),
        ("e", Fraction(1, 10), Light.RED),
        ("s", 0, Light.RED),
    ]
    assert (found.pace, found.total_value, found.basis) == (Fraction(3, 4), Fraction(330, 600), RankBy.COMPLETION)
    assert {bar.group.name for bar in found.bars} == {"towns", "streets"}
    assert (found.group, found.is_published) == (None, False)


def test_a_group_stands_alone_with_its_own_total(towns: Towns) -> None:
    towns.done(80, 90)
    found = standing(towns.live(), towns.money, towns.group, published_months=[SEPTEMBER])
    assert [bar.row.unit.code for bar in found.bars] == ["b", "a", "c", "d", "e"]
    assert found.group is not None
    assert (found.group.id, found.total_value, found.is_published) == (towns.group, Fraction(170, 500), True)


def test_where_lower_is_better_the_least_is_first(towns: Towns) -> None:
    towns.done(80, 20, of=towns.complaints)
    found = standing(towns.live(), towns.complaints, towns.group)
    assert [bar.row.unit.code for bar in found.bars] == ["c", "d", "e", "b", "a"]


def test_what_is_ranked_otherwise_is_ordered_by_that_and_has_no_pace(county: SmallCounty) -> None:
    county.report("a", "grown", "2025-03", "2")
    county.report("a", "grown", "2026-03", "3")
    for unit, value in (("a", "1"), ("c", "4")):
        county.report(unit, "level", "2026-03", value)
        county.report(unit, "count", "2026-03", value)
        county.report(unit, "worse", "2026-03", "4")
    live = Live(county.book, month=Month(2026, 3))

    def order(code: str) -> list[tuple[str, Fraction | None]]:
        found = standing(live, county.indicator[code])
        assert found.pace is None
        return [(bar.row.unit.code, bar.value) for bar in found.bars]

    assert order("grown") == [("a", Fraction(1, 2)), ("c", None), ("b", None), ("d", None)]
    assert order("level") == [("c", 4), ("a", 1), ("b", None), ("d", None)]
    assert order("ratio") == [("c", 100), ("a", 25), ("b", None), ("d", None)]
