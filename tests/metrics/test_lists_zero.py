from __future__ import annotations

from tests.metrics.lists_county import Towns
from tracker.domain.list_rules import ZeroRule
from tracker.domain.period import Month
from tracker.metrics.lists_zero import zero_list, zero_lists


def test_a_reported_zero_is_told_from_no_report(towns: Towns) -> None:
    towns.done(0, 3, None, 2, -2, of=towns.signed)
    towns.done(0, 0, None, 0, 2, of=towns.signed, month=Month(2026, 5))
    found = zero_list(towns.live().table(towns.signed))
    assert [(one.unit.code, one.reported, one.has_target) for one in found.units] == [
        *(("a", True, False), ("c", False, False)),
        *(("e", True, False), ("s", False, False)),
    ]
    assert found.rule == "Nothing at all of signed by 2026-09."
    assert {one.has_target for one in zero_list(towns.live().table(towns.money)).units} == {True}


def test_only_rules_whose_month_has_come_name_anybody(towns: Towns) -> None:
    towns.done(1, month=Month(2026, 6))
    towns.done(9, 9)
    rules = (ZeroRule(towns.money, 6), ZeroRule(towns.signed, 12))
    (found,) = zero_lists(towns.live(), rules)
    assert (found.indicator.code, str(found.month)) == ("M", "2026-06")
    assert towns.codes(found.units) == ["b", "c", "d", "e", "s"]
