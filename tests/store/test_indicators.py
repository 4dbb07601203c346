from __future__ import annotations

from decimal import Decimal

import pytest

from tests.store.county import County
from tracker.domain.indicator import Direction, EnteredBy, Indicator, IndicatorId, Kind, RankBy
from tracker.domain.scheme import Method, SchemeLine
from tracker.domain.target import PlanShare, Target
from tracker.errors import TooManyDecimals
from tracker.store import figures, indicators, plans, schemes, targets
from tracker.store.faults import (
    CodeIsTaken,
    DecimalsOutOfRange,
    KindIsFixed,
    NameIsBlank,
    NameIsTaken,
    RatioIncomplete,
    RatioOfRatio,
    StillUsed,
    UnknownIndicator,
)


def test_indicators_come_by_their_position(county: County) -> None:
    assert [indicator.id for indicator in indicators.indicators(county.book)] == [
        county.money,
        county.signed,
        county.started,
        county.rate,
    ]


def test_an_indicator_is_stored_as_it_was_given(county: County) -> None:
    with county.book.change("add"):
        id_ = indicators.add_indicator(
            county.book,
            code=" TS ",
            name=" 企业投诉率 ",
            unit="%",
            decimals=3,
            kind=Kind.RATIO,
            direction=Direction.LOWER,
            rank_by=RankBy.CUMULATIVE,
            entered_by=EnteredBy.CUMULATIVE,
            numerator=county.money,
            denominator=county.signed,
            factor=Decimal("0.10"),
            sort=9,
            definition="投诉 ÷ 签约",
        )
    assert indicators.indicator(county.book, id_) == Indicator(
        id_,
        "TS",
        "企业投诉率",
        "%",
        3,
        Kind.RATIO,
        Direction.LOWER,
        RankBy.CUMULATIVE,
        EnteredBy.CUMULATIVE,
        county.money,
        county.signed,
        Decimal("0.1"),
        9,
        "投诉 ÷ 签约",
    )


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"code": ""}, NameIsBlank),
        ({"name": " "}, NameIsBlank),
        ({"code": "QY"}, CodeIsTaken),
        ({"name": "新签约项目"}, NameIsTaken),
        ({"decimals": -1}, DecimalsOutOfRange),
        ({"decimals": 7}, DecimalsOutOfRange),
        ({"kind": Kind.RATIO}, RatioIncomplete),
        ({"kind": Kind.RATIO, "numerator": IndicatorId(1)}, RatioIncomplete),
        ({"numerator": IndicatorId(1), "denominator": IndicatorId(2)}, RatioIncomplete),
        ({"kind": Kind.RATIO, "numerator": IndicatorId(1), "denominator": IndicatorId(4)}, RatioOfRatio),
        ({"kind": Kind.RATIO, "numerator": IndicatorId(1), "denominator": IndicatorId(99)}, UnknownIndicator),
    ],
)
def test_what_an_indicator_cannot_be(county: County, fields: dict, fault: type[Exception]) -> None:
    with pytest.raises(fault), county.book.change("add"):
        indicators.add_indicator(county.book, **{"code": "X", "name": "x", "unit": "个", "decimals": 0, **fields})
    with pytest.raises(fault), county.book.change("change"):
        indicators.update_indicator(county.book, county.money, **fields)


def test_a_ratio_is_not_computed_from_itself(county: County) -> None:
    with pytest.raises(RatioOfRatio), county.book.change("change"):
        indicators.update_indicator(county.book, county.money, kind=Kind.RATIO, numerator=county.money, denominator=county.signed)


def test_an_unused_indicator_may_become_a_ratio_and_back(county: County) -> None:
    with county.book.change("become"):
        indicators.update_indicator(
            county.book, county.money, kind=Kind.RATIO, numerator=county.started, denominator=county.signed
        )
        indicators.update_indicator(county.book, county.money, sort=7)
        indicators.update_indicator(county.book, county.money, kind=Kind.FLOW, numerator=None, denominator=None)
    assert indicators.indicator(county.book, county.money).kind is Kind.FLOW


def test_an_indicator_in_use_cannot_become_a_ratio(county: County) -> None:
    county.put("1")
    with county.book.change("target"):
        other = indicators.add_indicator(county.book, code="X", name="x", unit="个", decimals=0)
        targets.set_target(county.book, Target(2026, None, other, Decimal(1)))
    parts = {"kind": Kind.RATIO, "numerator": county.started, "denominator": county.signed}
    for used in (county.money, other):
        with pytest.raises(KindIsFixed), county.book.change("become"):
            indicators.update_indicator(county.book, used, **parts)
    with pytest.raises(KindIsFixed), county.book.change("become"):
        indicators.update_indicator(
            county.book, county.signed, kind=Kind.RATIO, numerator=county.started, denominator=county.money
        )


def test_decimals_cannot_be_fewer_than_the_figures_have(county: County) -> None:
    county.put("-12.25")
    with pytest.raises(TooManyDecimals, match=r"-12\.25 has more than 1"), county.book.change("coarser"):
        indicators.update_indicator(county.book, county.money, decimals=1)
    county.put("12")
    with county.book.change("coarser"):
        indicators.update_indicator(county.book, county.money, decimals=0)


def test_an_indicator_in_use_stays_and_the_way_out_is_told(county: County) -> None:
    county.put("1")
    with county.book.change("use"):
        targeted = indicators.add_indicator(county.book, code="X", name="x", unit="个", decimals=0)
        targets.set_target(county.book, Target(2026, None, targeted, Decimal(1)))
        schemes.set_scheme_lines(county.book, 2026, [SchemeLine(2026, None, county.rate, Decimal(5), Method.RANK_POINTS)])
    for used, way_out in (
        (county.money, "Clear its figures"),
        (targeted, "Remove its targets"),
        (county.signed, "Remove that ratio"),
        (county.started, "Remove that ratio"),
        (county.rate, "Remove those lines"),
    ):
        with pytest.raises(StillUsed, match=way_out), county.book.change("remove"):
            indicators.remove_indicator(county.book, used)


def test_a_removed_indicator_takes_its_pace_plan_with_it(county: County) -> None:
    with county.book.change("plan"):
        plans.set_plan_share(county.book, PlanShare(2026, county.rate, 6, Decimal("0.5")))
    with county.book.change("remove"):
        indicators.remove_indicator(county.book, county.rate)
    assert plans.plan(county.book) == []
    county.book.undo()
    assert len(plans.plan(county.book)) == 1


def test_an_indicator_that_is_not_there(county: County) -> None:
    with pytest.raises(UnknownIndicator):
        indicators.indicator(county.book, IndicatorId(99))
    assert figures.figures(county.book, indicator=IndicatorId(99)) == []
