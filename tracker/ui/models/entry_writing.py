"""From what is typed into cells to the book's figures, each call one change of the book: one step of undo, one journal entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.figure import Figure
from tracker.domain.parsing import read_amount
from tracker.domain.period import Month
from tracker.domain.unit import Unit
from tracker.metrics.live import Live
from tracker.metrics.row import Row
from tracker.store.book import Book
from tracker.store.figures import figure, set_figures
from tracker.ui.models.columns import Column, Part
from tracker.ui.models.entry_figures import Value, plain_text
from tracker.ui.models.entry_marks import Marks


@dataclass(frozen=True, slots=True)
class Typing:
    """A text that goes into the cell of a unit's row and a column in which one types."""

    unit: Unit
    column: Column
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many cells are others now, and how many of them hold a text that could not be read."""

    changed: int
    unreadable: int


def earlier_this_year(figures: Row) -> Decimal:
    """The sum of the months before this one, as the cumulative counts them; 0 where there is none."""
    if not isinstance(figures.cumulative, Decimal):
        return Decimal(0)
    return figures.cumulative - (figures.month_value or Decimal(0))


def write(book: Book, live: Live, marks: Marks, typings: Sequence[Typing], label: str) -> Outcome:
    """Store the texts as figures of the month in view, in one change under `label`; what is there already is left alone.

    A text that cannot be read is kept as such, without a value. A typed cumulative is stored as the month's own value: less the
    earlier months, exactly. Raises TrackerError; then nothing was changed.
    """
    new = [made for typing in typings if (made := _figure(book, live, marks, typing)) is not None]
    if new:
        with book.change(label):
            set_figures(book, new)
    return Outcome(len(new), sum(made.unreadable for made in new))


def _figure(book: Book, live: Live, marks: Marks, typing: Typing) -> Figure | None:
    """The figure to store; None where the cell holds just that already."""
    indicator, month = typing.column.indicator, live.month
    there = live.table(indicator.id).row(typing.unit.id)
    if there is None:
        return None
    place, text = (typing.unit.id, indicator.id), typing.text.strip()
    reading = read_amount(text, unit=indicator.unit, decimals=indicator.decimals)
    value = reading.value
    if value is not None and typing.column.part is Part.CUMULATIVE:
        value -= earlier_this_year(there)
    typed = text if value is not None or reading.reason else ""
    before = marks.unreadable.get(place) or _typed(book, typing, month)
    if value == there.month_value and (typed == before or (value is not None and _both_plain(typed, before))):
        return None
    return Figure(*place, month, value, typed, marks.notes.get(place, ""))


def _both_plain(typed: str, before: str) -> bool:
    """Whether neither text is a calculation: 3.0 over 3 need not be stored, =1+2 must."""
    return not is_calculation(typed) and not is_calculation(before)


def is_calculation(text: str) -> bool:
    """Whether the text is to be computed: =12.5+3.2*2."""
    return text.lstrip().startswith(("=", "＝"))


def _typed(book: Book, typing: Typing, month: Month) -> str:
    """The text with which the figure that is there was typed."""
    stored = figure(book, typing.unit.id, typing.column.indicator.id, month)
    return stored.typed if stored is not None else ""


def edit_text(book: Book, month: Month, typing: Typing, value: Value) -> str:
    """What the editor begins with: the calculation that was typed, if it gives what the column shows, else the figure in full.

    `typing.text` is the text that could not be read, "" where the cell has a figure or nothing.
    """
    if typing.text or value is None:
        return typing.text
    indicator = typing.column.indicator
    typed = _typed(book, typing, month)
    if is_calculation(typed) and read_amount(typed, unit=indicator.unit, decimals=indicator.decimals).value == value:
        return typed
    return plain_text(typing.column, value)
