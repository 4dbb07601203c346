"""Why one cannot type in a cell, each a sentence that says what to do instead."""

from __future__ import annotations

from tracker.domain.indicator import Kind
from tracker.i18n import tr
from tracker.store.book import Book
from tracker.store.faults import BookIsReadOnly, MonthIsPublished
from tracker.ui.models.columns import Column, Part
from tracker.ui.models.entry_lines import Line
from tracker.ui.models.entry_marks import Marks


def refusal(book: Book, marks: Marks, line: Line, column: Column) -> str:
    """The reason, "" where one can type."""
    if not column.typed:
        return _computed(column)
    if line.unit is None:
        return tr("A subtotal follows from the units below it; type in their rows.")
    return locked(book, marks)


def locked(book: Book, marks: Marks) -> str:
    """Why nothing can be typed in the whole month, "" where one can."""
    if book.read_only:
        return str(BookIsReadOnly(book.reason))
    return str(MonthIsPublished(marks.month)) if marks.published else ""


def _computed(column: Column) -> str:
    if column.indicator.kind is Kind.RATIO:
        return tr("“{indicator}” is computed from two other indicators.", indicator=column.indicator.name)
    if column.part is Part.COMPLETION:
        return tr("The completion follows from the figures and the year's target.")
    if column.part is Part.CUMULATIVE:
        return tr("The figure to date follows from the months. To type it, choose “To date” in the bar above.")
    return tr("The month follows from the figures to date. To type it, choose “Month” in the bar above.")
