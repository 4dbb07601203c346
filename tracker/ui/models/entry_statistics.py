"""What the selection comes to, for the status bar: count, sum, mean, least and greatest, exact until they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from tracker.domain.amount import format_number
from tracker.i18n import tr
from tracker.ui.models.columns import Column
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.page import Fact, Status
from tracker.ui.widgets.grid_moves import At, Span

MOST = 20_000
"""More cells than this are only counted: reading them would hold up the hand that selects."""


def status_of(model: EntryModel, at: At, spans: Sequence[Span]) -> Status | None:
    """Where the selection is and its figures. Rates are not added, and only what has the same unit of measure is."""
    if model.month is None or at.row < 0 or at.row > model.last_row or not spans:
        return None
    columns = sorted({column for span in spans for column in span.columns if column >= model.first_column})
    shown = [model.column(column) for column in columns]
    return Status(_context(model, spans, shown), tuple(_facts(model, spans, shown)))


def _context(model: EntryModel, spans: Sequence[Span], columns: Sequence[Column]) -> str:
    """云溪镇 – 马店镇 · 实际到位省外资金, 当月 (亿元)."""
    ends = [spans[-1].top, spans[-1].bottom]
    names = [str(model.index(row, 0).data()) for row in dict.fromkeys(ends)]
    place = [" – ".join(names)]
    indicators = {column.indicator.id for column in columns}
    if len(columns) == 1:
        place.append(tr("{column} ({measure})", column=columns[0].full_title, measure=columns[0].measure))
    elif len(indicators) == 1:
        place.append(columns[0].indicator.name)
    return " · ".join(place)


def _facts(model: EntryModel, spans: Sequence[Span], columns: Sequence[Column]) -> Iterable[Fact]:
    cells = sum(span.size for span in spans)
    if cells > MOST or len({column.measure for column in columns}) > 1:
        return [Fact(tr("Cells"), format_number(cells, 0))] if cells > 1 else []
    values = list(_values(model, spans))
    if cells == 1 or not values:
        return []
    decimals = max(column.decimals for column in columns)
    figures = [(tr("Count"), format_number(len(values), 0))]
    if columns[0].measure != "%":
        total = sum(values, Fraction(0))
        figures += [(tr("Sum"), format_number(total, decimals)), (tr("Mean"), format_number(total / len(values), decimals))]
    figures += [(tr("Least"), format_number(min(values), decimals)), (tr("Greatest"), format_number(max(values), decimals))]
    return [Fact(*figure) for figure in figures]


def _values(model: EntryModel, spans: Sequence[Span]) -> Iterable[Fraction]:
    """The figures selected, each cell once; subtotals only where nothing but subtotals is selected, or they would count twice."""
    places = {(row, column) for span in spans for row in span.rows for column in span.columns if column >= model.first_column}
    units = {place for place in places if model.is_unit(place[0])}
    for row, column in units or places:
        value = model.value(row, column)
        if value is not None:
            yield Fraction(value)
