"""The words of the domain are the words of the data folder: a renamed value would make every book and folder unreadable."""

from decimal import Decimal

from tracker.domain.indicator import Direction, EnteredBy, Indicator, IndicatorId, Kind, RankBy
from tracker.domain.scheme import Method, SchemeLine
from tracker.domain.target import PlanShare, Target, TargetSet


def test_an_indicator_is_a_flow_ranked_by_completion_where_a_higher_figure_is_better_unless_told_otherwise() -> None:
    indicator = Indicator(IndicatorId(1), "SWZJ", "实际到位省外资金", "亿元", 2)
    assert (indicator.kind, indicator.direction, indicator.rank_by) == (Kind.FLOW, Direction.HIGHER, RankBy.COMPLETION)
    assert (indicator.entered_by, indicator.factor) == (EnteredBy.MONTH, Decimal(1))
    assert indicator.numerator is None
    assert indicator.denominator is None


def test_the_words_that_are_stored_do_not_change() -> None:
    assert list(Kind) == ["flow", "stock", "ratio"]
    assert list(Direction) == ["higher", "lower"]
    assert list(RankBy) == ["completion", "cumulative", "yoy"]
    assert list(EnteredBy) == ["month", "cumulative"]
    assert list(TargetSet) == ["assigned", "stretch"]
    assert list(Method) == [
        "proportional",
        "proportional_bonus",
        "pace",
        "efficacy",
        "rank_points",
        "tiers",
        "per_item",
        "all_or_nothing",
    ]


def test_a_target_is_of_the_set_that_was_assigned_unless_told_otherwise() -> None:
    assert Target(2026, None, IndicatorId(1), Decimal(95)).set is TargetSet.ASSIGNED


def test_a_scheme_line_has_no_parameters_but_those_of_its_method() -> None:
    line = SchemeLine(2026, None, IndicatorId(1), Decimal(30), Method.PACE, cap=Decimal("1.2"))
    assert (line.bonus, line.bonus_cap, line.step, line.floor, line.each, line.tiers, line.basis) == (None,) * 5 + ((), None)


def test_a_plan_share_is_a_part_of_the_year() -> None:
    assert PlanShare(2026, IndicatorId(1), 9, Decimal("0.5625")).share < 1
