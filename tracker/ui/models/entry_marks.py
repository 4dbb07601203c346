"""What the figures of a month carry beside their values: texts that could not be read, notes, and which units have reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.store.book import Book
from tracker.store.changed import Image, RowChange
from tracker.store.figures import filled_cells, marked
from tracker.store.months import MonthState, state

Place = tuple[UnitId, IndicatorId]


class Marks:
    """One month's marks in memory; `take` carries changes over, so that an edit reads nothing."""

    def __init__(self, book: Book, month: Month) -> None:
        self.month = month
        self.published = state(book, month) is MonthState.PUBLISHED
        self.unreadable: dict[Place, str] = {}
        self.notes: dict[Place, str] = {}
        self._filled = Counter(filled_cells(book, month))
        for figure in marked(book, month):
            place = figure.unit, figure.indicator
            if figure.unreadable:
                self.unreadable[place] = figure.typed
            if figure.note:
                self.notes[place] = figure.note

    def has_reported(self, unit: UnitId) -> bool:
        """Whether anything, readable or not, is there for the unit in the month."""
        return self._filled[unit] > 0

    def take(self, rows: Iterable[RowChange]) -> None:
        """Carry over what has happened to figures of the month."""
        for row in rows:
            if row.table != "figure":
                continue
            for image, step in ((row.old, -1), (row.new, 1)):
                if image is not None and image["month"] == self.month.key:
                    self._put(image, step)

    def _put(self, image: Image, step: int) -> None:
        place = UnitId(_number(image["unit_id"])), IndicatorId(_number(image["indicator_id"]))
        typed, note = str(image["typed"]), str(image["note"])
        if image["value"] is not None or typed:
            self._filled[place[0]] += step
        for texts, text in ((self.unreadable, typed if image["value"] is None else ""), (self.notes, note)):
            texts.pop(place, None)
            if text and step > 0:
                texts[place] = text


def _number(value: int | str | None) -> int:
    return int(value or 0)
