"""The figure of a hint as it stands in its cell, what may be meant instead, and what is typed in its place."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tracker.domain.amount import format_number, plain
from tracker.domain.figure import Figure
from tracker.domain.hint import Hint
from tracker.domain.indicator import EnteredBy, Indicator, Kind
from tracker.domain.parsing import read_amount

if TYPE_CHECKING:
    from tracker.metrics.live import Live  # numpy


def indicator_of(live: Live, hint: Hint) -> Indicator:
    """The hint's indicator."""
    return next(indicator for indicator in live.indicators if indicator.id == hint.indicator)


def held_before(live: Live, hint: Hint) -> Decimal:
    """What the typed figure held last month already: the year's months before where the cumulative is typed, else 0."""
    indicator = indicator_of(live, hint)
    figures = live.table(hint.indicator).row(hint.unit)
    if indicator.kind is not Kind.FLOW or indicator.entered_by is not EnteredBy.CUMULATIVE or figures is None:
        return Decimal(0)
    cumulative = figures.cumulative if isinstance(figures.cumulative, Decimal) else Decimal(0)
    return cumulative - (figures.month_value or Decimal(0))


def shown_figure(live: Live, hint: Hint) -> str:
    """The figure as it stands in its cell; what was typed where that could not be read, "" for a blank."""
    return (
        hint.typed
        if hint.value is None
        else format_number(hint.value + held_before(live, hint), indicator_of(live, hint).decimals)
    )


def shown_suggestion(live: Live, hint: Hint) -> str:
    """The figure that may be meant, as it would stand in the cell; "" where there is none."""
    if hint.suggestion is None:
        return ""
    return format_number(hint.suggestion + held_before(live, hint), indicator_of(live, hint).decimals)


def editing_begins_with(live: Live, hint: Hint) -> str:
    """What the editor begins with: the figure in full, or what was typed."""
    return hint.typed if hint.value is None else format(plain(hint.value + held_before(live, hint)), "f")


def suggestion_to_type(live: Live, hint: Hint) -> str:
    """The suggestion as one would type it into the cell; "" where there is none."""
    return "" if hint.suggestion is None else format(plain(hint.suggestion + held_before(live, hint)), "f")


def typed_figure(live: Live, hint: Hint, text: str) -> Figure:
    """The figure that is typed in the place of the hint's.

    As in the entry grid: what cannot be read is kept as such, and a typed cumulative is stored as the month's own value.
    """
    indicator, typed = indicator_of(live, hint), text.strip()
    reading = read_amount(typed, unit=indicator.unit, decimals=indicator.decimals)
    value = None if reading.value is None else reading.value - held_before(live, hint)
    kept = typed if value is not None or reading.reason else ""  # a word for "blank" is not kept
    return Figure(hint.unit, hint.indicator, hint.month, value, kept)
