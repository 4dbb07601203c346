"""A group of five towns in a real book, for lists: ranked by what they have done of equal targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tracker.domain.figure import Figure
from tracker.domain.indicator import Direction, IndicatorId, RankBy
from tracker.domain.period import Month
from tracker.domain.target import Target
from tracker.domain.unit import GroupId, UnitId
from tracker.metrics.live import Live
from tracker.store.book import Book
from tracker.store.figures import set_figure
from tracker.store.groups import add_group
from tracker.store.indicators import add_indicator
from tracker.store.targets import set_target
from tracker.store.units import add_unit

SEPTEMBER = Month(2026, 9)


@dataclass(frozen=True)
class Towns:
    """The book, the towns a to e of a group, a street s alone in its own, money and complaints (targets of 100), projects."""

    book: Book
    group: GroupId
    unit: dict[str, UnitId]
    money: IndicatorId
    complaints: IndicatorId
    signed: IndicatorId

    def done(self, *amounts: int | None, of: IndicatorId | None = None, month: Month = SEPTEMBER) -> None:
        """Enter what a, b, c … have done in a month; None leaves one without."""
        with self.book.change("enter"):
            for unit, amount in zip(self.unit.values(), amounts, strict=False):
                if amount is not None:
                    set_figure(self.book, Figure(unit, of or self.money, month, Decimal(amount)))

    def live(self, month: Month = SEPTEMBER) -> Live:
        return Live(self.book, month=month)

    def codes(self, units: Sequence[object]) -> list[str]:
        """The codes of what has a unit."""
        return [one.unit.code for one in units]  # type: ignore[attr-defined]


@contextmanager
def five_towns(path: Path) -> Iterator[Towns]:
    """The book at `path`, until it is closed."""
    with Book.create(path, title="County") as book:
        with book.change("set up"):
            group, streets = add_group(book, "towns", sort=1), add_group(book, "streets", sort=2)
            unit = {code: add_unit(book, code=code, name=code, group=group, sort=at) for at, code in enumerate("abcde")}
            unit["s"] = add_unit(book, code="s", name="s", group=streets)
            money = add_indicator(book, code="M", name="money", unit="亿元", decimals=2, sort=1)
            lower = Direction.LOWER
            complaints = add_indicator(book, code="C", name="complaints", unit="件", decimals=0, direction=lower, sort=2)
            signed = add_indicator(book, code="S", name="signed", unit="个", decimals=0, rank_by=RankBy.CUMULATIVE, sort=3)
            for owner in unit.values():
                for indicator in (money, complaints):
                    set_target(book, Target(2026, owner, indicator, Decimal(100)))
        yield Towns(book, group, unit, money, complaints, signed)
