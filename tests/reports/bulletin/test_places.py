"""Units by rank in the words of a bulletin."""

from decimal import Decimal

import pytest

from tracker.domain.indicator import Direction, Indicator, IndicatorId, Kind, RankBy
from tracker.domain.unit import GroupId, Unit, UnitId
from tracker.metrics.row import Inputs, Row
from tracker.reports.bulletin import places

pytestmark = pytest.mark.usefixtures("chinese")
MONEY = Indicator(IndicatorId(1), "M", "到位资金", "亿元", 2)


def row(name: str, rank: int | None, cumulative: str = "1", target: str = "2") -> Row:
    def whole(text: str) -> int:
        return int(Decimal(text) * 10**6)

    unit = Unit(UnitId(ord(name[0])), name, name, GroupId(1), sort=1)
    return Row(
        unit=unit,
        rank=rank,
        inputs=Inputs(cumulative=whole(cumulative), target=whole(target), last_year=whole("2"), by_month=True),
    )


def test_the_first_three_are_named_and_the_others_follow() -> None:
    rows = [row("丁镇", 4, "0.5"), row("乙镇", 2, "1.5"), row("甲镇", 1, "1.8"), row("丙镇", 3), row("戊镇", None)]
    assert places.standings(rows, MONEY) == "前三位依次是甲镇（90.00%）、乙镇（75.00%）、丙镇（50.00%）；其后依次是丁镇（25.00%）"


def test_those_that_tie_share_a_place() -> None:
    rows = [row("甲镇", 1, "1.8"), row("乙镇", 2), row("丙镇", 2), row("丁镇", 4, "0.5")]
    said = "前三位依次是甲镇（90.00%）、乙镇、丙镇（并列第2位，50.00%）；其后依次是丁镇（25.00%）"
    assert places.standings(rows, MONEY) == said


def test_where_a_tie_makes_more_than_three_first_ones_nobody_counts_them() -> None:
    rows = [row("甲镇", 1), row("乙镇", 1), row("丙镇", 1), row("丁镇", 1), row("戊镇", 5, "0.5")]
    said = "居前列的是甲镇、乙镇、丙镇、丁镇（并列第1位，50.00%）；其后依次是戊镇（25.00%）"
    assert places.standings(rows, MONEY) == said


def test_a_small_group_is_named_in_order() -> None:
    assert places.standings([row("甲镇", 1), row("乙镇", 2, "0.5")], MONEY) == "依次是甲镇（50.00%）、乙镇（25.00%）"
    assert places.standings([row("甲镇", 1), row("乙镇", None)], MONEY) == "参与排名的仅甲镇（50.00%）"
    assert places.standings([row("甲镇", None)], MONEY) == ""


def test_the_figure_is_the_one_that_ranks() -> None:
    growth = Indicator(IndicatorId(2), "G", "投资", "亿元", 2, rank_by=RankBy.YOY)
    level = Indicator(IndicatorId(3), "L", "在谈项目", "个", 0, kind=Kind.STOCK, rank_by=RankBy.CUMULATIVE)
    assert places.measured_by(row("甲镇", 1, "1"), growth) == "同比下降50.00%"
    assert places.measured_by(row("甲镇", 1, "7"), level) == "7个"


def test_the_basis_tells_the_direction() -> None:
    growth = Indicator(IndicatorId(2), "G", "投资", "亿元", 2, rank_by=RankBy.YOY)
    complaints = Indicator(IndicatorId(4), "C", "投诉", "件", 0, direction=Direction.LOWER, rank_by=RankBy.CUMULATIVE)
    assert places.basis(MONEY) == "按到位资金完成率由高到低排名"
    assert places.basis(growth) == "按投资同比增幅由高到低排名"
    assert places.basis(complaints) == "按投诉由低到高排名"
