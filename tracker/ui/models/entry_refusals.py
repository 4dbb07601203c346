"""Why one cannot type in a cell, each a sentence that says what to do instead."""

from __future__ import annotations

from tracker.domain.indicator import Kind
from tracker.i18n import tr
from tracker.store.faults import BookIsReadOnly, MonthIsPublished
from tracker.ui.models.columns import Part, Subject
from tracker.ui.models.entry_sheet import EntrySheet
from tracker.ui.months import month_text


def refusal(sheet: EntrySheet, row: int, at: int) -> str:
    """The reason, "" where one can type."""
    line, column, subject = sheet.lines[row], sheet.column(at), sheet.subject(row, at)
    if subject is None:
        return tr("This is a heading; type in the rows below it.")
    if line.unit is None and column.typed:
        return tr("A subtotal follows from the units below it; type in their rows.")
    if not subject.typed:
        return _computed(subject)
    if line.unit is not None and not line.unit.listed_in(subject.month):
        return tr("{unit} is not listed in {month}.", unit=line.unit.name, month=month_text(subject.month))
    if sheet.book.read_only:
        return str(BookIsReadOnly(sheet.book.reason))
    return str(MonthIsPublished(subject.month)) if sheet.marks.is_published(subject.month) else ""


def locked(sheet: EntrySheet) -> str:
    """Why nothing can be typed in the whole sheet, "" where something can."""
    if sheet.book.read_only:
        return str(BookIsReadOnly(sheet.book.reason))
    months = {column.month for column in sheet.columns if column.typed}
    frozen = months and all(sheet.marks.is_published(month) for month in months)
    return str(MonthIsPublished(max(months))) if frozen else ""


def _computed(subject: Subject) -> str:
    if subject.indicator.kind is Kind.RATIO:
        return tr("“{indicator}” is computed from two other indicators.", indicator=subject.indicator.name)
    if subject.part is Part.TARGET:
        return tr("Targets are not typed here.")
    if subject.part is Part.COMPLETION:
        return tr("The completion follows from the figures and the year's target.")
    if subject.part is Part.CUMULATIVE:
        return tr("The figure to date follows from the months. To type it, choose “To date” in the bar above.")
    return tr("The month follows from the figures to date. To type it, choose “Month” in the bar above.")
