from __future__ import annotations

from decimal import Decimal

import pytest

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.domain.scheme_methods import bases_for, methods_for, new_line, usual_method, with_indicator, with_method
from tracker.domain.scheme_rules import Setting, faults
from tracker.domain.unit import GroupId

MONEY, LEVEL, RATE = (
    Indicator(IndicatorId(at), name, name, "", 2, kind=kind)
    for at, (name, kind) in enumerate((("money", Kind.FLOW), ("level", Kind.STOCK), ("rate", Kind.RATIO)))
)
PLAIN = new_line(2026, 3, MONEY, points=Decimal(30), group=GroupId(4))


def wrong(line: SchemeLine) -> list[str]:
    setting = Setting({one.id: one for one in (MONEY, LEVEL, RATE)}, [], [], range(1, 13))
    return [fault.text for fault in faults(Scheme(2026, 3, (line,)), setting)]


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("indicator", [MONEY, LEVEL, RATE])
def test_what_is_offered_for_an_indicator_works_as_it_is_offered(method: Method, indicator: Indicator) -> None:
    line = with_method(new_line(2026, 3, indicator, points=Decimal(30)), method)
    assert (method in methods_for(indicator)) == (not wrong(line))


def test_a_new_line_begins_with_the_usual_method() -> None:
    assert SchemeLine(2026, GroupId(4), MONEY.id, Decimal(30), Method.PROPORTIONAL, cap=Decimal(1), from_month=3) == PLAIN
    assert usual_method(RATE) is Method.EFFICACY


def test_another_method_keeps_nothing_of_the_one_before() -> None:
    tiered = with_method(PLAIN, Method.TIERS)
    assert tiered.cap is None
    assert tiered.tiers[0] == (Decimal("0.8"), Decimal(100))
    back = with_method(tiered, Method.PROPORTIONAL)
    assert back == PLAIN


def test_another_indicator_changes_only_what_it_cannot_feed() -> None:
    by_item = with_method(PLAIN, Method.PER_ITEM)
    assert with_indicator(by_item, RATE).method is Method.PER_ITEM
    assert with_indicator(PLAIN, RATE) == with_method(
        new_line(2026, 3, RATE, points=Decimal(30), group=GroupId(4)), Method.EFFICACY
    )
    growth = SchemeLine(2026, None, MONEY.id, Decimal(10), Method.EFFICACY, basis="yoy")
    assert with_indicator(growth, LEVEL).basis == "yoy"
    assert with_indicator(growth, RATE).basis == "cumulative"
    assert bases_for(RATE) == ["cumulative"]
