from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.domain.indicator import Indicator, IndicatorId, Kind, RankBy
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.domain.unit import GroupId
from tracker.errors import ParameterMissing

MONEY = Indicator(IndicatorId(1), "M", "到位资金", "亿元", 2)
GROWN = Indicator(IndicatorId(2), "G", "投资", "亿元", 2, rank_by=RankBy.YOY)
RATE = Indicator(IndicatorId(3), "R", "开工率", "%", 2, kind=Kind.RATIO)


def line(method: Method, *, group: GroupId | None = None, **fields: object) -> SchemeLine:
    return SchemeLine(2026, group, IndicatorId(1), Decimal(10), method, **fields)  # type: ignore[arg-type]


def test_a_parameter_is_exact_or_its_absence_is_told() -> None:
    assert line(Method.PACE).full == 10
    assert line(Method.PROPORTIONAL, cap=Decimal("1.2")).needed("cap") == Fraction(6, 5)
    with pytest.raises(ParameterMissing, match="proportional needs “cap”"):
        line(Method.PROPORTIONAL).needed("cap")


@pytest.mark.parametrize(
    ("method", "basis", "indicator", "needs"),
    [
        (Method.PROPORTIONAL, None, MONEY, True),
        (Method.PER_ITEM, None, MONEY, False),
        (Method.EFFICACY, "completion", MONEY, True),
        (Method.EFFICACY, "cumulative", MONEY, False),
        (Method.RANK_POINTS, None, MONEY, True),
        (Method.RANK_POINTS, None, GROWN, False),
        (Method.RANK_POINTS, None, RATE, False),
    ],
)
def test_whether_points_hang_on_a_target(method: Method, basis: str | None, indicator: Indicator, needs: bool) -> None:
    assert line(method, basis=basis).needs_target(indicator) is needs


def test_a_groups_own_lines_come_in_addition() -> None:
    every, own = line(Method.PACE), line(Method.TIERS, group=GroupId(7))
    scheme = Scheme(2026, 1, (every, own))
    assert scheme.lines_of(GroupId(7)) == (every, own)
    assert scheme.lines_of(GroupId(8)) == (every,)
