"""A month as a frame keeps exact figures and nullable ranks."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tests.metrics.conftest import SmallCounty
from tracker.domain.period import Month
from tracker.metrics.frame import FIGURES, to_frame
from tracker.metrics.live import Live


def test_a_frame_has_a_row_a_unit_with_exact_figures(county: SmallCounty) -> None:
    county.aim("a", "money", "3")
    county.report("a", "money", "2026-09", "1.00")
    frame = to_frame(Live(county.book, month=Month(2026, 9)).table(county.indicator["money"]))
    assert list(frame.columns) == ["unit", "name", "group", *FIGURES, "rank", "rank_change", "flags"]
    assert frame["unit"].tolist() == ["a", "c", "d", "e"]
    assert frame["group"].tolist() == ["towns", "towns", "streets", "streets"]
    assert frame.loc[0, "completion"] == Fraction(1, 3)
    assert frame.loc[0, "cumulative"] == Decimal(1)
    assert frame["rank"].isna().tolist() == [False, True, True, True]
    assert frame.loc[1, "cumulative"] is None
