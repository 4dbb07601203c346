"""From a month's exact figures to cells: which figure a subject is, as text, as a number, and as another program reads it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import MINUS, MISSING, format_number, plain, round_half_up
from tracker.metrics.row import Rates
from tracker.ui.models.cells import Cell, CellKind
from tracker.ui.models.columns import Part, Subject

Value = Decimal | Fraction | None


def value_of(subject: Subject, figures: Rates) -> Value:
    """The subject's figure of a unit, a group or the county, unrounded; the completion in percent.

    A cumulative that is typed is blank while the month is: it is the month's report that is missing.
    """
    if subject.part is Part.MONTH:
        return figures.month_value
    if subject.part is Part.TARGET:
        return figures.target
    if subject.part is Part.COMPLETION:
        return None if figures.completion is None else figures.completion * 100
    if subject.typed and figures.month_value is None:
        return None
    return figures.cumulative


def figure_cell(subject: Subject, figures: Rates, kind: CellKind, *, block_end: bool = False) -> Cell:
    """The cell for it; what is computed shows "—" where it cannot be, what is reported stays blank."""
    value = total_of(subject, figures) if kind in (CellKind.GROUP, CellKind.TOTAL) else value_of(subject, figures)
    missing = value is None and subject.part is not Part.MONTH and kind is not CellKind.TYPED
    text = MISSING if missing else format_number(value, subject.decimals)
    return Cell(text=text, kind=kind, negative=text.startswith(MINUS), missing=missing, block_end=block_end)


def total_of(subject: Subject, figures: Rates) -> Value:
    """A group's or the county's figure; its cumulative counts those too who have not reported the month."""
    return figures.cumulative if subject.part is Part.CUMULATIVE else value_of(subject, figures)


def plain_text(subject: Subject, value: Value) -> str:
    """The figure as a spreadsheet reads it: stored amounts in full, rates as they are shown, "-" for minus; "" for none."""
    if value is None:
        return ""
    number = plain(value) if isinstance(value, Decimal) else round_half_up(value, subject.decimals)
    return format(number, "f")
