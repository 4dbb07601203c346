from __future__ import annotations

from decimal import Decimal

from tests.metrics.conftest import SmallCounty, county
from tracker.domain.target import TargetSet
from tracker.store.settings import set_clerk
from tracker.store.target_history import target_history
from tracker.store.targets import remove_target

__all__ = ["county"]  # a fixture


def test_who_set_a_target_and_changed_it_is_told_the_newest_first(county: SmallCounty) -> None:
    with county.book.change("clerk"):
        set_clerk(county.book, "经办甲")
    county.report("a", "money", "2026-09", "3")
    county.aim("a", "money", "9")
    county.aim("a", "money", "12.5")
    county.aim("a", "money", "20", TargetSet.STRETCH)
    county.aim("c", "money", "7")
    of, unit = county.indicator["money"], county.unit["a"]
    with county.book.change("remove"):
        remove_target(county.book, year=2026, unit=unit, indicator=of)
    found = target_history(county.book, year=2026, unit=unit, indicator=of, set=TargetSet.ASSIGNED)
    assert [(event.name, event.label, event.old, event.new) for event in found] == [
        ("经办甲", "remove", Decimal("12.5"), None),
        ("经办甲", "target", Decimal(9), Decimal("12.5")),
        ("经办甲", "target", None, Decimal(9)),
    ]
    assert found[0].at >= found[1].at
    assert found[0].entry > found[1].entry
    assert target_history(county.book, year=2025, unit=unit, indicator=of, set=TargetSet.ASSIGNED) == []


def test_the_countys_own_target_is_nobodys(county: SmallCounty) -> None:
    county.aim(None, "money", "50")
    county.aim("a", "money", "9")
    of = county.indicator["money"]
    found = target_history(county.book, year=2026, unit=None, indicator=of, set=TargetSet.ASSIGNED)
    assert [event.new for event in found] == [50]
