"""A claim's inputs in one unit of measure, as they are shown: 1005136万元 of 80亿元 are 1005136 and 800000."""

from __future__ import annotations

from decimal import Decimal

from tracker.domain.amount import round_half_up
from tracker.domain.proof.plain_text import PlainText
from tracker.domain.proof.quantity import Quantity
from tracker.domain.proof.statement import Statement
from tracker.metrics.proof.claim import Input

_LONGEST = 40
"""Decimals beyond which none come: one 亩 in 平方米 has no end."""


def inputs_of(statement: Statement, read: PlainText) -> tuple[Input, ...]:
    """The inputs by name, the month last where the pace is reckoned from it."""
    quantities = [quantity for _, quantity in statement.inputs]
    common = _common(quantities)
    shown = [
        Input(name, value, common.unit.name, read.original_span(quantity.start, quantity.end))
        for name, quantity in statement.inputs
        if (value := _in_unit(quantity, common)) is not None
    ]
    if statement.month is not None:
        shown.append(Input("month", Decimal(statement.month), "", None))
    return tuple(shown)


def _common(quantities: list[Quantity]) -> Quantity:
    """The quantity whose unit all are given in: the smallest in which all come out even, as 平方米 do in 亩, not 亩 in 平方米."""
    by_size = sorted(quantities, key=lambda quantity: quantity.unit.factor)
    return next(one for one in by_size if all(_in_unit(other, one) is not None for other in quantities))


def _in_unit(quantity: Quantity, common: Quantity) -> Decimal | None:
    """The amount in the other's unit, None where it does not come out even."""
    if quantity.unit == common.unit:
        return quantity.printed
    value = quantity.value / common.unit.factor
    places = next((places for places in range(_LONGEST) if 10**places % value.denominator == 0), None)
    return None if places is None else round_half_up(value, places)
