from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.county import SEPTEMBER, County
from tracker.domain.exemption import Exemption, ExemptionId
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.store.exemptions import end_exemption, exempt, exemptions
from tracker.store.faults import MonthsReversed, UnknownIndicator, UnknownUnit
from tracker.store.indicators import remove_indicator
from tracker.store.month_faults import ReasonIsBlank
from tracker.store.units import remove_unit


def store(county: County, new: Exemption) -> Exemption:
    with county.book.change("exempt"):
        return replace(new, id=exempt(county.book, new))


def test_an_exemption_is_in_force_from_its_first_to_its_last_month(county: County) -> None:
    whole = store(county, Exemption(county.chengguan, None, Month(2026, 3), SEPTEMBER, "受灾"))
    one = store(county, Exemption(county.yunfeng, county.money, SEPTEMBER, Month(2027, 2), "新设"))
    assert exemptions(county.book) == [whole, one]
    assert exemptions(county.book, Month(2026, 3)) == [whole]
    assert exemptions(county.book, SEPTEMBER) == [whole, one]
    assert exemptions(county.book, Month(2026, 2)) == []


def test_an_exemption_covers_its_indicator_or_everything(county: County) -> None:
    whole = Exemption(county.chengguan, None, SEPTEMBER, SEPTEMBER, "受灾")
    one = replace(whole, indicator=county.money)
    assert whole.covers(county.money, SEPTEMBER)
    assert whole.covers(None, SEPTEMBER)
    assert one.covers(county.money, SEPTEMBER)
    assert not one.covers(None, SEPTEMBER)
    assert not one.covers(county.signed, SEPTEMBER)
    assert not whole.covers(county.money, Month(2026, 10))


def test_an_exemption_is_taken_back(county: County) -> None:
    whole = store(county, Exemption(county.chengguan, None, SEPTEMBER, SEPTEMBER, "受灾"))
    with county.book.change("end"):
        end_exemption(county.book, whole.id)
        end_exemption(county.book, ExemptionId(99))
    assert exemptions(county.book) == []


def test_what_an_exemption_cannot_be(county: County) -> None:
    good = Exemption(county.chengguan, county.money, SEPTEMBER, SEPTEMBER, "受灾")
    for wrong, fault in (
        (replace(good, reason=" "), ReasonIsBlank),
        (replace(good, unit=UnitId(99)), UnknownUnit),
        (replace(good, indicator=IndicatorId(99)), UnknownIndicator),
        (replace(good, last=Month(2026, 8)), MonthsReversed),
    ):
        with pytest.raises(fault):
            store(county, wrong)
    assert exemptions(county.book) == []


def test_exemptions_go_with_their_unit_and_indicator(county: County) -> None:
    store(county, Exemption(county.chengguan, None, SEPTEMBER, SEPTEMBER, "受灾"))
    store(county, Exemption(county.yunfeng, county.rate, SEPTEMBER, SEPTEMBER, "新设"))
    with county.book.change("remove"):
        remove_unit(county.book, county.chengguan)
        remove_indicator(county.book, county.rate)
    assert exemptions(county.book) == []
