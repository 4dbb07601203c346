from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.metrics.conftest import SmallCounty
from tests.metrics.lists_county import Towns
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.domain.unit import GroupId
from tracker.metrics.live import Live
from tracker.metrics.trends.composition import MOST, RatioHasNoParts, composition
from tracker.store.figures import set_figure
from tracker.store.units import add_unit

MARCH = Month(2026, 3)


def test_the_groups_make_the_county_the_largest_first(towns: Towns) -> None:
    towns.done(1, 2, month=Month(2026, 1))
    towns.done(None, None, 3, None, None, 10, month=MARCH)
    found = composition(towns.live(MARCH), towns.money)
    assert [(part.subjects[0].name, part.amounts, part.share) for part in found.parts] == [
        ("streets", (None, None, 10), Fraction(10, 16)),
        ("towns", (3, 3, 6), Fraction(6, 16)),
    ]
    assert found.total == (3, 3, 16)
    assert (found.group, found.published) == (None, frozenset())


def test_the_units_make_a_group(towns: Towns) -> None:
    towns.done(1, 2, 3, month=MARCH)
    found = composition(towns.live(MARCH), towns.money, towns.group, published_months=[MARCH])
    assert [part.subjects[0].name for part in found.parts] == ["c", "b", "a", "d", "e"]
    assert [part.share for part in found.parts] == [Fraction(1, 2), Fraction(1, 3), Fraction(1, 6), None, None]
    assert found.total == (None, None, 6)
    assert found.group is not None
    assert found.published == {MARCH}


def test_of_many_units_the_smaller_ones_are_one_part(towns: Towns) -> None:
    with towns.book.change("more"):
        more = [add_unit(towns.book, code=code, name=code, group=towns.group) for code in "xyz"]
        for at, unit in enumerate(more):
            set_figure(towns.book, Figure(unit, towns.money, MARCH, Decimal(50 + at)))
    towns.done(10, 20, 30, month=MARCH)
    found = composition(towns.live(MARCH), towns.money, towns.group)
    assert len(found.parts) == MOST
    assert [part.is_rest for part in found.parts] == [False] * 4 + [True]
    rest = found.parts[-1]
    assert {subject.name for subject in rest.subjects} == {"a", "b", "d", "e"}
    assert (rest.amounts, rest.share) == ((None, None, 30), Fraction(30, 213))
    assert found.total[-1] == sum(part.amounts[-1] or 0 for part in found.parts)


def test_a_unit_that_was_merged_since_is_a_part_of_its_months(county: SmallCounty) -> None:
    county.report("a", "money", "2026-05", "1")
    county.report("b", "money", "2026-05", "2")
    live = Live(county.book, month=Month(2026, 7))
    towns = next(group.id for group in live.groups if group.name == "towns")
    found = composition(live, county.indicator["money"], towns)
    parts = {part.subjects[0].name: part.amounts[4:] for part in found.parts}
    assert parts["b"] == (2, 2, None)
    assert parts["a"] == (1, 1, 3)
    assert found.total[4:] == (3, 3, 3)


def test_a_ratio_has_no_parts_and_an_unknown_group_none_either(county: SmallCounty) -> None:
    live = Live(county.book, month=Month(2026, 7))
    with pytest.raises(RatioHasNoParts, match="“ratio” is a ratio"):
        composition(live, county.indicator["ratio"])
    with pytest.raises(KeyError):
        composition(live, county.indicator["money"], GroupId(99))


def test_a_total_of_nothing_has_no_shares(towns: Towns) -> None:
    towns.done(1, -1, month=MARCH)
    found = composition(towns.live(MARCH), towns.money, towns.group)
    assert found.total[-1] == 0
    assert {part.share for part in found.parts} == {None}
