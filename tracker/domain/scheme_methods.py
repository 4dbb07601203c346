"""What each method of the scheme begins with when it is chosen, and which methods an indicator can feed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.scheme import BY_COMPLETION, EFFICACY_BASES, Method, SchemeLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.unit import GroupId

PARAMETERS = ("cap", "bonus", "bonus_cap", "step", "floor", "each", "basis")
"""A line's parameters that are None where its method does not take them; beside them the tiers."""

USUAL: Mapping[Method, Mapping[str, Any]] = {
    Method.PROPORTIONAL: {"cap": Decimal(1)},
    Method.PROPORTIONAL_BONUS: {"bonus": Decimal("0.1"), "bonus_cap": Decimal(3)},
    Method.PACE: {"cap": Decimal(1)},
    Method.EFFICACY: {"basis": "cumulative"},
    Method.RANK_POINTS: {"step": Decimal("0.5"), "floor": Decimal(0)},
    Method.TIERS: {
        "tiers": (
            (Decimal("0.8"), Decimal(100)),
            (Decimal("0.5"), Decimal(75)),
            (Decimal("0.2"), Decimal(50)),
        )
    },
    Method.PER_ITEM: {"each": Decimal(1)},
    Method.ALL_OR_NOTHING: {},
}
"""Common values of each method's parameters: to begin with, and to be changed."""


def methods_for(indicator: Indicator) -> list[Method]:
    """The methods that the indicator can feed: a ratio has no target, a level at month's end no pace."""
    if indicator.kind is Kind.RATIO:
        return [method for method in Method if method not in BY_COMPLETION]
    if indicator.kind is Kind.STOCK:
        return [method for method in Method if method is not Method.PACE]
    return list(Method)


def bases_for(indicator: Indicator) -> list[str]:
    """The figures of the indicator that efficacy can compare: a ratio has its own value alone."""
    return ["cumulative"] if indicator.kind is Kind.RATIO else list(EFFICACY_BASES)


def with_method(line: SchemeLine, method: Method) -> SchemeLine:
    """The line by another method with that one's usual parameters, and none that were the old one's."""
    fields: dict[str, Any] = dict.fromkeys(PARAMETERS) | {"tiers": ()} | dict(USUAL[method])
    return replace(line, method=method, **fields)


def with_indicator(line: SchemeLine, indicator: Indicator) -> SchemeLine:
    """The line for another indicator; by a method and of a basis that it can feed."""
    moved = replace(line, indicator=indicator.id)
    if moved.method not in methods_for(indicator):
        return with_method(moved, usual_method(indicator))
    if moved.basis is not None and moved.basis not in bases_for(indicator):
        return replace(moved, basis="cumulative")
    return moved


def usual_method(indicator: Indicator) -> Method:
    """What a line for the indicator begins with."""
    return Method.EFFICACY if indicator.kind is Kind.RATIO else Method.PROPORTIONAL


def new_line(year: int, from_month: int, indicator: Indicator, *, points: Decimal, group: GroupId | None = None) -> SchemeLine:
    """A line for the indicator with the usual method."""
    blank = SchemeLine(year, group, IndicatorId(indicator.id), points, Method.ALL_OR_NOTHING, from_month=from_month)
    return with_method(blank, usual_method(indicator))
