"""What figures carry beside their values: texts that could not be read, notes, which units have reported, what is published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.store.book import Book
from tracker.store.changed import Image, RowChange
from tracker.store.figures import filled_cells, marked
from tracker.store.months import published

Place = tuple[UnitId, IndicatorId]


class Marks:
    """The marks of every month, each read when first asked for; `take` carries changes over, so that an edit reads nothing."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._months: dict[Month, MonthMarks] = {}
        self._published = published(book)

    def of(self, month: Month) -> MonthMarks:
        """One month's."""
        if month not in self._months:
            self._months[month] = MonthMarks(self._book, month)
        return self._months[month]

    def is_published(self, month: Month) -> bool:
        """Whether the month's figures are frozen."""
        return month in self._published

    def take(self, rows: Iterable[RowChange]) -> None:
        """Carry over what has happened to figures."""
        for row in rows:
            if row.table != "figure":
                continue
            for image, step in ((row.old, -1), (row.new, 1)):
                marks = self._months.get(Month.from_key(_number(image["month"]))) if image is not None else None
                if marks is not None and image is not None:
                    marks.put(image, step)

    def forget(self) -> None:
        """Read all of it anew when it is next asked for."""
        self._months.clear()
        self._published = published(self._book)


class MonthMarks:
    """One month's marks in memory."""

    def __init__(self, book: Book, month: Month) -> None:
        self._book = book
        self._month = month
        self.unreadable: dict[Place, str] = {}
        self.notes: dict[Place, str] = {}
        for figure in marked(book, month):
            place = figure.unit, figure.indicator
            if figure.unreadable:
                self.unreadable[place] = figure.typed
            if figure.note:
                self.notes[place] = figure.note

    @cached_property
    def _filled(self) -> Counter[UnitId]:
        return Counter(filled_cells(self._book, self._month))

    def has_reported(self, unit: UnitId) -> bool:
        """Whether anything, readable or not, is there for the unit in the month."""
        return self._filled[unit] > 0

    def put(self, image: Image, step: int) -> None:
        """Take a row of the month in (`step` 1), or out of what is there (−1)."""
        place = UnitId(_number(image["unit_id"])), IndicatorId(_number(image["indicator_id"]))
        typed, note = str(image["typed"]), str(image["note"])
        if "_filled" in vars(self) and (image["value"] is not None or typed):
            self._filled[place[0]] += step
        for texts, text in ((self.unreadable, typed if image["value"] is None else ""), (self.notes, note)):
            texts.pop(place, None)
            if text and step > 0:
                texts[place] = text


def _number(value: int | str | None) -> int:
    return int(value or 0)
