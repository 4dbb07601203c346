"""What the selection of a sheet comes to, for the status bar: where it is, and of several figures their count and sum."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tracker.domain.amount import format_number
from tracker.i18n import tr
from tracker.ui.models.sheet_model import SheetModel
from tracker.ui.page import Fact, Status
from tracker.ui.widgets.grid_moves import Span


def sheet_status(model: SheetModel, spans: Sequence[Span], *facts: Fact) -> Status:
    """`facts` are told behind those of the selection. Only figures of one measure are added, and no subtotal with them."""
    if model.sheet is None or not spans or spans[-1].bottom > model.last_row:
        return Status("", facts)
    columns = sorted({column for span in spans for column in span.columns if 0 < column <= model.last_column})
    names = [model.any_cell(row, 0).text for row in dict.fromkeys((spans[-1].top, spans[-1].bottom))]
    place = [" – ".join(names)]
    if len(columns) == 1:
        place.append(model.column(columns[0]).full_title)
    return Status(" · ".join(place), (*_sums(model, spans, columns), *facts))


def _sums(model: SheetModel, spans: Sequence[Span], columns: Sequence[int]) -> tuple[Fact, ...]:
    measures = {model.column(column).measure for column in columns}
    decimals = [model.column(column).decimals for column in columns]
    cells = {(row, column) for span in spans for row in span.rows for column in span.columns if column in columns}
    values = [
        value for row, column in cells if model.is_typed_row(row) and (value := model.here.value(row, column - 1)) is not None
    ]
    if len(cells) < 2 or not values or None in decimals:
        return ()
    count = Fact(tr("Count"), str(len(values)))
    if len(measures) > 1 or "" in measures:
        return (count,)
    return count, Fact(tr("Sum"), format_number(sum(values, Decimal(0)), max(places or 0 for places in decimals)))
