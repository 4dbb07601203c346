"""What the selection comes to, for the status bar: count, sum, mean, least and greatest, exact until they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from tracker.domain.amount import format_number
from tracker.i18n import tr
from tracker.ui.models.columns import Subject
from tracker.ui.models.entry_cells import full_title
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.models.entry_sheet import EntrySheet
from tracker.ui.page import Fact, Status
from tracker.ui.widgets.grid_moves import At, Span

MOST = 20_000
"""More cells than this are only counted: reading them would hold up the hand that selects."""


def status_of(model: EntryModel, at: At, spans: Sequence[Span]) -> Status | None:
    """Where the selection is and its figures. Rates are not added, and only what has the same unit of measure is."""
    if model.sheet is None or at.row < 0 or at.row > model.last_row or not spans:
        return None
    return Status(_context(model.sheet, spans), tuple(_facts(model, spans)))


def _context(sheet: EntrySheet, spans: Sequence[Span]) -> str:
    """云溪镇 – 马店镇 · 实际到位省外资金, 当月 (亿元); of a year's sheet what it is of, the lines, the months."""
    rows = list(dict.fromkeys((spans[-1].top, spans[-1].bottom)))
    columns = sorted({column for span in spans for column in span.columns if column > 0})
    one_row = rows[0] if len(rows) == 1 else None
    place = [" – ".join(sheet.lines[row].name for row in rows)]
    fixed = sheet.layout.indicator or sheet.layout.unit
    if fixed is not None:
        place.insert(0, fixed.name)
    subject = sheet.subject(rows[0], columns[0]) if columns else None
    if len(columns) == 1:
        title = full_title(sheet, one_row, columns[0])
        measured = subject is not None and (one_row is not None or sheet.column(columns[0]).indicator is not None)
        measure = subject.measure if subject is not None and measured else ""
        place.append(tr("{column} ({measure})", column=title, measure=measure) if measure else title)
    elif fixed is not None and columns:
        place.append(" – ".join(full_title(sheet, one_row, column) for column in (columns[0], columns[-1])))
    elif len({sheet.column(column).block for column in columns}) == 1:
        place.append(sheet.column(columns[0]).block)
    return " · ".join(place)


def _facts(model: EntryModel, spans: Sequence[Span]) -> Iterable[Fact]:
    cells = sum(span.size for span in spans)
    places = _places(model, spans) if cells <= MOST else []
    shown = {subject for place in places if (subject := model.subject(*place)) is not None}
    if cells > MOST or len({subject.measure for subject in shown}) > 1:
        return [Fact(tr("Cells"), format_number(cells, 0))] if cells > 1 else []
    values = [Fraction(value) for place in places if (value := model.value(*place)) is not None]
    return [] if cells == 1 or not values else _figures(values, shown)


def _figures(values: Sequence[Fraction], shown: Iterable[Subject]) -> Iterable[Fact]:
    decimals = max(subject.decimals for subject in shown)
    figures = [(tr("Count"), format_number(len(values), 0))]
    if all(subject.measure != "%" for subject in shown):
        total = sum(values, Fraction(0))
        figures += [(tr("Sum"), format_number(total, decimals)), (tr("Mean"), format_number(total / len(values), decimals))]
    figures += [(tr("Least"), format_number(min(values), decimals)), (tr("Greatest"), format_number(max(values), decimals))]
    return [Fact(*figure) for figure in figures]


def _places(model: EntryModel, spans: Sequence[Span]) -> Iterable[At]:
    """The cells selected, each once; subtotals only where nothing but subtotals is selected, or they would count twice."""
    every = {At(row, column) for span in spans for row in span.rows for column in span.columns if column > 0}
    own = {place for place in every if model.here.lines[place.row].heads is None}
    return own or every
