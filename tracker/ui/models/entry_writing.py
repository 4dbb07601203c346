"""From what is typed into cells to the book's figures, each call one change of the book: one step of undo, one journal entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from tracker.domain.figure import Figure
from tracker.domain.parsing import read_amount
from tracker.domain.unit import Unit
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.metrics.row import Rates
from tracker.store.book import Book
from tracker.store.figures import figure, set_figures
from tracker.store.reports import note_arrivals
from tracker.ui.models.columns import Part, Subject
from tracker.ui.models.entry_figures import Value, plain_text
from tracker.ui.models.entry_marks import Marks
from tracker.ui.models.entry_sums import NewSums
from tracker.ui.months import month_text


@dataclass(frozen=True, slots=True)
class Typing:
    """A text that goes into the cell of a unit and a subject that one types."""

    unit: Unit
    subject: Subject
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many cells are others now, how many of them hold a text that could not be read, and how many could not be written."""

    changed: int
    unreadable: int
    refused: int = 0


def earlier_this_year(figures: Rates) -> Decimal:
    """The sum of the months before this one, as the cumulative counts them; 0 where there is none."""
    if not isinstance(figures.cumulative, Decimal):
        return Decimal(0)
    return figures.cumulative - (figures.month_value or Decimal(0))


def write(book: Book, live: Live, marks: Marks, typings: Sequence[Typing], label: str) -> Outcome:
    """Store the texts as figures, in one change under `label`; what is there already is left alone.

    A text that cannot be read is kept as such, without a value. A typed cumulative is stored as the month's own value: less the
    earlier months, exactly, those among the texts as they will be. The first figure of a unit's month tells that its report has
    arrived today. Raises TrackerError; then nothing was changed.
    """
    writer = _Writer(book, live, marks)
    in_order = sorted(typings, key=lambda typing: typing.subject.month)
    new = [made for typing in in_order if (made := writer.figure(typing)) is not None]
    if new:
        with book.change(label):
            set_figures(book, new)
            note_arrivals(book, new, datetime.now().astimezone().date())
    return Outcome(len(new), sum(made.unreadable for made in new))


def label_of(typing: Typing) -> str:
    """What a single edit is called in the journal and by undo."""
    words = {
        "indicator": typing.subject.indicator.name,
        "unit": typing.unit.name,
        "month": month_text(typing.subject.month),
    }
    if typing.text:
        return tr("Enter {indicator} of {unit}, {month}", **words)
    return tr("Clear {indicator} of {unit}, {month}", **words)


class _Writer:
    """Makes the figures of one change, month by month."""

    def __init__(self, book: Book, live: Live, marks: Marks) -> None:
        self._book = book
        self._live = live
        self._marks = marks
        self._sums = NewSums(live.units)

    def figure(self, typing: Typing) -> Figure | None:
        """The figure to store; None where the cell holds just that already."""
        subject, unit = typing.subject, typing.unit.id
        table = self._live.table(subject.indicator.id, subject.month)
        there = table.month_value(unit)
        self._sums.turn_to(subject.month)
        marks, place, text = self._marks.of(subject.month), (unit, subject.indicator.id), typing.text.strip()
        reading = read_amount(text, unit=subject.indicator.unit, decimals=subject.indicator.decimals)
        value = reading.value
        if value is not None and subject.part is Part.CUMULATIVE:
            figures = table.rates(unit)
            earlier = earlier_this_year(figures) if figures is not None else Decimal(0)
            value -= earlier + self._sums.before(subject, unit)
        self._sums.add(subject, unit, (value or Decimal(0)) - (there or Decimal(0)))
        typed = text if value is not None or reading.reason else ""
        if value == there and self._is_the_same(typing, typed, marks.unreadable.get(place, ""), value):
            return None
        return Figure(*place, subject.month, value, typed, marks.notes.get(place, ""))

    def _is_the_same(self, typing: Typing, typed: str, unreadable: str, value: Decimal | None) -> bool:
        """Whether the text too is what is there: 3.0 over 3 need not be stored, =1+2 must."""
        before = unreadable or typed_text(self._book, typing)
        return typed == before or (value is not None and not is_calculation(typed) and not is_calculation(before))


def is_calculation(text: str) -> bool:
    """Whether the text is to be computed: =12.5+3.2*2."""
    return text.lstrip().startswith(("=", "＝"))


def typed_text(book: Book, typing: Typing) -> str:
    """The text with which the figure that is there was typed."""
    stored = figure(book, typing.unit.id, typing.subject.indicator.id, typing.subject.month)
    return stored.typed if stored is not None else ""


def edit_text(book: Book, typing: Typing, value: Value) -> str:
    """What the editor begins with: the calculation that was typed, if it gives what the cell shows, else the figure in full.

    `typing.text` is the text that could not be read, "" where the cell has a figure or nothing.
    """
    if typing.text or value is None:
        return typing.text
    indicator = typing.subject.indicator
    typed = typed_text(book, typing)
    if is_calculation(typed) and read_amount(typed, unit=indicator.unit, decimals=indicator.decimals).value == value:
        return typed
    return plain_text(typing.subject, value)
