from __future__ import annotations

from decimal import Decimal

import pytest

from tests.store.county import County
from tracker.domain.indicator import IndicatorId
from tracker.domain.target import Target, TargetSet
from tracker.domain.unit import UnitId
from tracker.errors import AmountTooLarge, TooManyDecimals
from tracker.store import targets
from tracker.store.faults import RatioHasNoTarget, UnknownIndicator, UnknownUnit


def test_both_sets_and_the_countys_own_target_stand_side_by_side(county: County) -> None:
    given = [
        Target(2026, None, county.money, Decimal(100)),
        Target(2026, county.chengguan, county.money, Decimal("30.5")),
        Target(2026, county.chengguan, county.money, Decimal(0), TargetSet.STRETCH),
        Target(2027, county.chengguan, county.money, Decimal("-1.000001")),
    ]
    with county.book.change("set"):
        for target in given:
            targets.set_target(county.book, target)
    assert targets.targets(county.book) == given
    assert targets.targets(county.book, 2026) == given[:3]
    assert targets.targets(county.book, 2025) == []
    assert targets.target_sets(county.book, 2026) == {TargetSet.ASSIGNED, TargetSet.STRETCH}
    assert targets.target_sets(county.book, 2027) == {TargetSet.ASSIGNED}


def test_a_target_takes_the_place_of_the_one_before(county: County) -> None:
    for unit in (None, county.chengguan):
        for value in (1, 2):
            with county.book.change("set"):
                targets.set_target(county.book, Target(2026, unit, county.money, Decimal(value)))
    assert [target.value for target in targets.targets(county.book)] == [2, 2]


def test_a_target_is_removed_for_its_own_place_alone(county: County) -> None:
    with county.book.change("set"):
        for unit in (None, county.chengguan, county.qingshi):
            targets.set_target(county.book, Target(2026, unit, county.money, Decimal(1)))
    with county.book.change("remove"):
        targets.remove_target(county.book, year=2026, unit=None, indicator=county.money)
        targets.remove_target(county.book, year=2026, unit=county.qingshi, indicator=county.money)
        targets.remove_target(county.book, year=2026, unit=county.chengguan, indicator=county.money, set=TargetSet.STRETCH)
    assert [target.unit for target in targets.targets(county.book)] == [county.chengguan]


def test_targets_are_packed_for_computing(county: County) -> None:
    with county.book.change("set"):
        targets.set_target(county.book, Target(2026, county.chengguan, county.money, Decimal("1.5")))
        targets.set_target(county.book, Target(2026, county.qingshi, county.money, Decimal(2)))
        targets.set_target(county.book, Target(2026, None, county.money, Decimal(9)))
    ids, values, own = targets.packed(county.book, 2026, county.money, TargetSet.ASSIGNED)
    pairs = dict(zip(ids.split(","), values.split(","), strict=True))
    assert pairs == {str(county.chengguan): "1500000", str(county.qingshi): "2000000"}
    assert own == 9_000_000
    assert targets.packed(county.book, 2026, county.money, TargetSet.STRETCH) == ("", "", None)


def test_what_a_target_cannot_be(county: County) -> None:
    for target, fault in (
        (Target(2026, None, county.rate, Decimal(1)), RatioHasNoTarget),
        (Target(2026, None, IndicatorId(99), Decimal(1)), UnknownIndicator),
        (Target(2026, UnitId(99), county.money, Decimal(1)), UnknownUnit),
        (Target(2026, None, county.money, Decimal("0.0000001")), TooManyDecimals),
        (Target(2026, None, county.money, Decimal(10**11)), AmountTooLarge),
    ):
        with pytest.raises(fault), county.book.change("set"):
            targets.set_target(county.book, target)
