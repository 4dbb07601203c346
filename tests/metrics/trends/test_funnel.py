"""Chinese here is data: names of indicators that tell their stage."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from tests.metrics.conftest import SmallCounty
from tests.metrics.lists_county import five_towns
from tracker.domain.indicator import Kind
from tracker.domain.period import Month
from tracker.metrics.live import Live
from tracker.metrics.trends.funnel import NoStages, funnel, stage_word, stages_of
from tracker.store.indicators import add_indicator

MARCH = Month(2026, 3)


def test_stages_are_found_by_their_names_and_counted_together(tmp_path: Path) -> None:
    with five_towns(tmp_path / "book.tracker") as towns:
        with towns.book.change("stages"):
            add_indicator(towns.book, code="QYE", name="签约额", unit="亿元", decimals=2, kind=Kind.STOCK, sort=10)
            made = [
                add_indicator(towns.book, code=code, name=name, unit=unit, decimals=0, sort=11 + at)
                for at, (code, name, unit) in enumerate(
                    (
                        ("TC", "新投产项目", "个"),
                        ("QY", "新签约项目", "个"),
                        ("KGE", "开工额", "亿元"),
                        ("KG", "新开工项目", "个"),
                    )
                )
            ]
        produced, signed, _, started = made
        towns.done(4, 6, 0, None, None, 2, of=signed, month=MARCH)
        towns.done(2, 3, 0, None, None, 3, of=started, month=MARCH)
        towns.done(1, None, 0, of=produced, month=MARCH)
        found = funnel(towns.live(MARCH))
        assert [stage.code for stage in found.stages] == ["QY", "KG", "TC"]
        assert [stage_word(stage) for stage in found.stages] == ["签约", "开工", "投产"]
        assert found.county.amounts == (12, 8, 1)
        assert found.county.conversions == (Fraction(8, 12), Fraction(1, 8))
        assert found.county.through == Fraction(1, 12)
        assert [(flow.subject.name, flow.amounts, flow.conversions) for flow in found.groups] == [
            ("towns", (Decimal(10), Decimal(5), Decimal(1)), (Fraction(1, 2), Fraction(1, 5))),
            ("streets", (Decimal(2), Decimal(3), None), (Fraction(3, 2), None)),
        ]
        assert not found.is_published
        assert funnel(towns.live(MARCH), published_months=[MARCH]).is_published
        assert [stage.code for stage in stages_of(towns.live().indicators)] == ["QY", "KG", "TC"]


def test_stages_may_be_named_and_a_stage_of_nothing_becomes_nothing(county: SmallCounty) -> None:
    county.report("a", "money", "2026-03", "0")
    county.report("a", "grown", "2026-03", "2")
    live = Live(county.book, month=MARCH)
    found = funnel(live, [county.indicator["money"], county.indicator["grown"]])
    assert (found.county.amounts, found.county.conversions) == ((0, 2), (None,))
    assert stage_word(found.stages[0]) == "money"


@pytest.mark.parametrize("codes", [(), ("money",), ("money", "count"), ("money", "money"), ("count", "level")])
def test_what_are_no_stages_is_refused(county: SmallCounty, codes: tuple[str, ...]) -> None:
    live = Live(county.book, month=MARCH)
    with pytest.raises(NoStages, match="two indicators"):
        funnel(live, [county.indicator[code] for code in codes])
