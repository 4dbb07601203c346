"""序时 as a sheet: indicators × months of a year, the percent of the year's target that is due by each month's end."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import PLACES, format_number, plain
from tracker.domain.indicator import IndicatorId, Kind
from tracker.domain.parsing import read_amount
from tracker.domain.target import PlanShare
from tracker.i18n import mark, tr
from tracker.store import indicators, plans
from tracker.store.book import Book
from tracker.ui.models.cells import Cell, NameCell
from tracker.ui.models.sheet import Sheet, SheetColumn, SheetLine, Typing

DECIMALS = 2


class PlanSheet(Sheet):
    """A blank month goes by month ÷ 12, which is shown in grey. What is due cannot fall: such a month is marked."""

    corner = mark("Indicator")

    def __init__(self, book: Book, year: int) -> None:
        self._book, self._year = book, year
        self._flows = [one for one in indicators.indicators(book) if one.kind is Kind.FLOW]
        self._shares: dict[tuple[IndicatorId, int], Decimal] = {
            (share.indicator, share.month): share.share for share in plans.plan(book) if share.year == year
        }
        self.lines = [SheetLine(one.id, NameCell(one.name)) for one in self._flows]
        due = tr("Due by the end of the month, % of the year's target")
        self.columns = [
            SheetColumn(month, tr("month {number}", number=month), due, width=72, decimals=DECIMALS) for month in range(1, 13)
        ]

    def _stored(self, row: int, column: int) -> Decimal | None:
        return self._shares.get((self._flows[row].id, column + 1))

    def _due(self, row: int, column: int) -> Fraction:
        stored = self._stored(row, column)
        return Fraction(column + 1, 12) if stored is None else Fraction(stored)

    def value(self, row: int, column: int) -> Decimal | None:
        stored = self._stored(row, column)
        return None if stored is None else stored * 100

    def cell(self, row: int, column: int) -> Cell:
        planned = self._stored(row, column) is not None
        text = format_number(self._due(row, column) * 100, DECIMALS)
        return Cell(text, missing=not planned, hint=self._falls(row, column), locked=self._book.read_only)

    def _falls(self, row: int, column: int) -> str:
        """Why a month should be looked at again: less is due than the month before."""
        if column == 0 or self._due(row, column) >= self._due(row, column - 1):
            return ""
        before, now = (format_number(self._due(row, at) * 100, DECIMALS) for at in (column - 1, column))
        return tr("{now} % is less than the {before} % of the month before: what is due cannot fall.", now=now, before=before)

    @property
    def falling(self) -> int:
        """How many months fall."""
        return sum(bool(self._falls(row, column)) for row in range(len(self.lines)) for column in range(12))

    def text(self, row: int, column: int) -> str:
        return _plain(self.value(row, column))

    def reason(self, row: int, column: int, text: str) -> str:
        reading = read_amount(text, unit="%", decimals=PLACES)
        if reading.value is not None and not 0 <= reading.value <= 100:
            return tr("What is due lies between 0 and 100 percent of the year's target.")
        return reading.reason

    def put(self, typing: Typing) -> None:
        indicator, month = self._flows[typing.row].id, typing.column + 1
        value = _percent(typing.text)
        if value is None:
            plans.remove_plan_share(self._book, self._year, indicator, month)
        else:
            plans.set_plan_share(self._book, PlanShare(self._year, indicator, month, value / 100))

    def label(self, typings: Sequence[Typing]) -> str:
        if len(typings) > 1:
            return tr("Change {count} months of the plan of {year}", count=len(typings), year=self._year)
        row, column, text = typings[0]
        return tr(
            "Change plan {year} of {indicator}, month {number}: {old} → {new}",
            year=self._year,
            indicator=self._flows[row].name,
            number=column + 1,
            old=self.text(row, column) or "—",
            new=_plain(_percent(text)) or "—",
        )


def _percent(text: str) -> Decimal | None:
    return read_amount(text, unit="%", decimals=PLACES).value


def _plain(value: Decimal | None) -> str:
    return "" if value is None else format(plain(value), "f")
