from decimal import Decimal

import pytest

from tracker.domain.figure import Figure
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId


@pytest.mark.parametrize(
    ("value", "typed", "unreadable"),
    [
        (None, "", False),
        (None, "约30万", True),
        (Decimal(0), "0", False),
        (Decimal("0.86"), "=0.52+0.34", False),
        (Decimal(1), "", False),
    ],
)
def test_a_figure_is_unreadable_where_something_typed_has_no_value(value: Decimal | None, typed: str, unreadable: bool) -> None:
    assert Figure(UnitId(1), IndicatorId(1), Month(2026, 9), value, typed).unreadable is unreadable


def test_a_blank_is_not_zero() -> None:
    blank, zero = (Figure(UnitId(1), IndicatorId(1), Month(2026, 9), value) for value in (None, Decimal(0)))
    assert blank != zero
