"""From a month's exact figures to cells: which figure a column shows, as text, as a number, and as another program reads it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import MINUS, MISSING, format_number, plain, round_half_up
from tracker.metrics.row import Rates
from tracker.ui.models.cells import Cell, CellKind
from tracker.ui.models.columns import Column, Part

Value = Decimal | Fraction | None


def value_of(column: Column, figures: Rates) -> Value:
    """The column's figure of a unit, a group or the county, unrounded; the completion in percent.

    A cumulative that is typed is blank while the month is: it is the month's report that is missing.
    """
    if column.part is Part.MONTH:
        return figures.month_value
    if column.part is Part.COMPLETION:
        return None if figures.completion is None else figures.completion * 100
    if column.typed and figures.month_value is None:
        return None
    return figures.cumulative


def figure_cell(column: Column, figures: Rates, kind: CellKind) -> Cell:
    """The cell for it; what is computed shows "—" where it cannot be, what is reported stays blank."""
    value = total_of(column, figures) if kind in (CellKind.GROUP, CellKind.TOTAL) else value_of(column, figures)
    missing = value is None and column.part is not Part.MONTH and kind is not CellKind.TYPED
    text = MISSING if missing else format_number(value, column.decimals)
    return Cell(
        text=text,
        kind=kind,
        negative=text.startswith(MINUS),
        missing=missing,
        block_end=column.last,
    )


def total_of(column: Column, figures: Rates) -> Value:
    """A group's or the county's figure; its cumulative counts those too who have not reported the month."""
    return figures.cumulative if column.part is Part.CUMULATIVE else value_of(column, figures)


def plain_text(column: Column, value: Value) -> str:
    """The figure as a spreadsheet reads it: stored amounts in full, rates as they are shown, "-" for minus; "" for none."""
    if value is None:
        return ""
    number = plain(value) if isinstance(value, Decimal) else round_half_up(value, column.decimals)
    return format(number, "f")
