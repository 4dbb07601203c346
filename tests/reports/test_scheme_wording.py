"""Every method is told with its numbers, as a county's rules tell it."""

from decimal import Decimal

import pytest

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.scheme import Method, SchemeLine
from tracker.reports.scheme_wording import rule_text

VISITS = Indicator(IndicatorId(1), code="V", name="招商小分队外出", unit="次", decimals=0, sort=1)


def line(method: Method, **parameters: object) -> SchemeLine:
    return SchemeLine(2026, None, VISITS.id, Decimal(20), method, **parameters)  # type: ignore[arg-type]


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("given", "told"),
    [
        (line(Method.PROPORTIONAL, cap=Decimal("1.2")), "按完成率计分，最高按120%计"),
        (line(Method.PROPORTIONAL, cap=Decimal("1.0")), "按完成率计分，最高计满分"),
        (line(Method.PACE, cap=Decimal("1.125")), "按完成率与序时进度之比计分，最高按112.5%计"),
        (
            line(Method.PROPORTIONAL_BONUS, bonus=Decimal("0.10"), bonus_cap=Decimal(3)),
            "按完成率计分，超过100%的每超1个百分点加0.1分，最多加3分",
        ),
        (
            line(Method.PROPORTIONAL_BONUS, bonus=Decimal("0.1"), bonus_cap=Decimal(3), tiers=((Decimal(10), Decimal("0.5")),)),
            "按完成率计分，超过100%的每超1个百分点按目标大小加分（目标10以上加0.5分、其余加0.1分），最多加3分",
        ),
        (
            line(
                Method.PROPORTIONAL_BONUS, bonus_cap=Decimal(3), tiers=((Decimal(10), Decimal(1)), (Decimal(0), Decimal("0.2")))
            ),
            "按完成率计分，超过100%的每超1个百分点按目标大小加分（目标10以上加1分、其余加0.2分），最多加3分",
        ),
        (line(Method.EFFICACY, basis="yoy"), "按功效系数法计分（比同比），组内最低计60%、最高计满分"),
        (line(Method.EFFICACY), "按功效系数法计分（比累计），组内最低计60%、最高计满分"),
        (
            line(Method.RANK_POINTS, step=Decimal("0.5"), floor=Decimal(4)),
            "按组内位次计分，第1名计满分，每后1位减0.5分，最低4分",
        ),
        (
            line(Method.TIERS, tiers=((Decimal("0.75"), Decimal(100)), (Decimal("0.5"), Decimal(60)))),
            "按完成率分档计分（达75%计100%、达50%计60%，不足不计分）",
        ),
        (line(Method.PER_ITEM, each=Decimal("0.25")), "每1次计0.25分，最高计满分"),
        (line(Method.ALL_OR_NOTHING), "完成年度目标计满分，未完成不计分"),
    ],
)
def test_a_method_is_told_with_its_numbers(given: SchemeLine, told: str) -> None:
    assert rule_text(given, VISITS) == told
