"""A small county to fill books with, and what a book holds, to compare."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tracker.domain.figure import Figure
from tracker.domain.indicator import IndicatorId, Kind
from tracker.domain.period import Month
from tracker.domain.unit import GroupId, UnitId
from tracker.store import figures, groups, indicators, units
from tracker.store.book import Book
from tracker.store.corrections import Corrected
from tracker.store.publications import frozen
from tracker.store.undo_log import TABLES

SEPTEMBER = Month(2026, 9)


@dataclass(frozen=True)
class County:
    """A book and the ids of what is in it."""

    book: Book
    towns: GroupId
    streets: GroupId
    chengguan: UnitId
    qingshi: UnitId
    yunfeng: UnitId
    money: IndicatorId
    signed: IndicatorId
    started: IndicatorId
    rate: IndicatorId

    def put(self, value: str | None, *, typed: str = "", note: str = "", month: Month = SEPTEMBER) -> None:
        """One change: 城关镇's money."""
        with self.book.change("type"):
            figures.set_figure(self.book, self.figure(value, typed=typed, note=note, month=month))

    def figure(self, value: str | None, *, typed: str = "", note: str = "", month: Month = SEPTEMBER) -> Figure:
        """A figure of 城关镇's money."""
        return Figure(self.chengguan, self.money, month, None if value is None else Decimal(value), typed, note)

    def stored(self, month: Month = SEPTEMBER) -> Figure | None:
        """What is there of 城关镇's money."""
        return figures.figure(self.book, self.chengguan, self.money, month)

    def past(self, *corrected: Corrected, month: Month = SEPTEMBER) -> Book:
        """What the month was published with, with these figures corrected; to be closed."""
        found = frozen(self.book, month, corrected)
        assert found is not None
        return found


def add_county(book: Book) -> County:
    """Fill a blank book."""
    with book.change("set up"):
        towns, streets = groups.add_group(book, "乡镇", sort=1), groups.add_group(book, "街道", sort=2)
        signed = indicators.add_indicator(book, code="QY", name="新签约项目", unit="个", decimals=0, sort=2)
        started = indicators.add_indicator(book, code="KG", name="新开工项目", unit="个", decimals=0, sort=3)
        county = County(
            book=book,
            towns=towns,
            streets=streets,
            yunfeng=units.add_unit(book, code="U3", name="云峰街道", group=streets, sort=1),
            qingshi=units.add_unit(book, code="U2", name="青石镇", group=towns, sort=2),
            chengguan=units.add_unit(book, code="U1", name="城关镇", group=towns, sort=1),
            money=indicators.add_indicator(book, code="SWZJ", name="实际到位省外资金", unit="亿元", decimals=2, sort=1),
            signed=signed,
            started=started,
            rate=indicators.add_indicator(
                book,
                code="KGL",
                name="开工率",
                unit="%",
                decimals=2,
                kind=Kind.RATIO,
                numerator=started,
                denominator=signed,
                factor=Decimal(100),
                sort=4,
            ),
        )
    book.forget_steps()
    return county


def contents(book: Book) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that the office's data is in, ids included."""
    return {table: book.rows(f"SELECT * FROM {table} ORDER BY id") for table in TABLES}
