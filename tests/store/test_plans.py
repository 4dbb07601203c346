from __future__ import annotations

from decimal import Decimal

import pytest

from tests.store.county import County
from tracker.domain.indicator import IndicatorId
from tracker.domain.target import PlanShare
from tracker.store import plans
from tracker.store.faults import ShareOutOfRange, UnknownIndicator


def test_shares_are_kept_exactly_and_replaced(county: County) -> None:
    with county.book.change("plan"):
        for share in ("0.340277", "0.5", "0.0000000001", "1E-2"):
            plans.set_plan_share(county.book, PlanShare(2026, county.money, 7, Decimal(share)))
            assert [share.share for share in plans.plan(county.book)] == [Decimal(share)]


def test_shares_come_by_year_indicator_and_month(county: County) -> None:
    given = [
        PlanShare(2025, county.signed, 3, Decimal(0)),
        *(PlanShare(2026, county.money, month, Decimal(month) / 12) for month in (1, 6, 12)),
    ]
    with county.book.change("plan"):
        for share in reversed(given):
            plans.set_plan_share(county.book, share)
    assert plans.plan(county.book) == given
    with county.book.change("remove"):
        plans.remove_plan(county.book, 2026, county.money)
    assert plans.plan(county.book) == given[:1]


def test_what_a_share_cannot_be(county: County) -> None:
    for share in ("-0.1", "1.0001"):
        with pytest.raises(ShareOutOfRange, match=share.lstrip("-")), county.book.change("plan"):
            plans.set_plan_share(county.book, PlanShare(2026, county.money, 1, Decimal(share)))
    with pytest.raises(UnknownIndicator), county.book.change("plan"):
        plans.set_plan_share(county.book, PlanShare(2026, IndicatorId(99), 1, Decimal(1)))


def test_one_month_of_a_plan_can_be_given_back_to_the_calendar(county: County) -> None:
    with county.book.change("plan"):
        for month in (1, 2):
            plans.set_plan_share(county.book, PlanShare(2026, county.money, month, Decimal("0.1")))
    with county.book.change("blank"):
        plans.remove_plan_share(county.book, 2026, county.money, 1)
        plans.remove_plan_share(county.book, 2026, county.signed, 1)
    assert [share.month for share in plans.plan(county.book)] == [2]
