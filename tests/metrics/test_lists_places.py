from __future__ import annotations

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.metrics.lists_county import SEPTEMBER, Towns
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.metrics.lists_places import places_by_indicator, places_by_score
from tracker.metrics.scoring.month_scores import score_table


def test_units_stand_from_the_first_down_and_from_the_last_up(towns: Towns) -> None:
    towns.done(90, 80, 80, 10, 10, 5)
    places = places_by_indicator(towns.live().table(towns.money))
    found = {place.unit.code: (place.group.name, place.rank, place.from_last, place.ranked) for place in places.values()}
    assert found == {
        "a": ("towns", 1, 5, 5),
        "b": ("towns", 2, 3, 5),
        "c": ("towns", 2, 3, 5),
        "d": ("towns", 4, 1, 5),
        "e": ("towns", 4, 1, 5),
        "s": ("streets", 1, 1, 1),
    }


def test_nobody_of_a_small_group_is_at_both_ends(towns: Towns) -> None:
    towns.done(90, 80, 80, 10, 10, 5)
    street = places_by_indicator(towns.live().table(towns.money))[towns.unit["s"]]
    assert street.among_first(1)
    assert not street.among_last(1)


def test_units_stand_by_score_too(towns: Towns) -> None:
    towns.done(1, 5, 3, of=towns.signed)
    line = SchemeLine(2026, None, towns.signed, Decimal(10), Method.PER_ITEM, each=Decimal(1))
    places = places_by_score(score_table(towns.live(), Scheme(2026, 1, (line,))))
    assert [places[towns.unit[code]].rank for code in "abc"] == [3, 1, 2]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.lists(st.integers(0, 4), min_size=5, max_size=5))
def test_a_place_from_the_last_is_one_more_than_how_many_are_behind(towns: Towns, amounts: list[int]) -> None:
    towns.done(*amounts, month=SEPTEMBER)
    places = places_by_indicator(towns.live().table(towns.money))
    for code, amount in zip("abcde", amounts, strict=True):
        assert places[towns.unit[code]].from_last == 1 + sum(other < amount for other in amounts)
