"""Rows and lines by hand, for the formulas alone."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import to_millionths
from tracker.domain.indicator import IndicatorId
from tracker.domain.scheme import Method, SchemeLine
from tracker.domain.unit import GroupId, Unit, UnitId
from tracker.metrics.row import Inputs, Row

UNIT = Unit(UnitId(1), "a", "a", GroupId(1), 1)


def row(
    cumulative: str | None = None,
    target: str | None = None,
    *,
    pace: Fraction | None = Fraction(3, 4),
    last_year: str | None = None,
    rank: int | None = None,
) -> Row:
    """A flow's row."""
    amounts = (None if text is None else to_millionths(Decimal(text)) for text in (cumulative, target, last_year))
    done, aim, before = amounts
    return Row(inputs=Inputs(target=aim, cumulative=done, last_year=before, pace=pace, by_month=True), unit=UNIT, rank=rank)


def line(method: Method, points: str = "10", **parameters: str) -> SchemeLine:
    """A line for every group; tiers as 0.8:100;0.5:75."""
    pairs = (pair.split(":") for pair in parameters.pop("tiers", "").split(";") if pair)
    tiers = tuple((Decimal(least), Decimal(value)) for least, value in pairs)
    basis = parameters.pop("basis", None)
    numbers = {name: Decimal(text) for name, text in parameters.items()}
    return SchemeLine(2026, None, IndicatorId(1), Decimal(points), method, tiers=tiers, basis=basis, **numbers)
