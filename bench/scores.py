"""A month's scores with the moves since the month before, from figures that are in memory."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from bench.counties import LAST_MONTH, Size, make_book
from bench.timing import Line, median_ms
from tracker.domain.indicator import IndicatorId
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.metrics.live import Live
from tracker.metrics.scoring.book_scores import book_scores
from tracker.store.book import Book
from tracker.store.scheme_versions import set_scheme

SIZES = (Size(30, 15), Size(300, 20), Size(3000, 20))
TODAY = date(2026, 10, 9)


def lines(folder: Path) -> list[Line]:
    """One line a size, each with a scheme that has a line for every indicator and uses all methods."""
    return [_measure(folder, size) for size in SIZES]


def _measure(folder: Path, size: Size) -> Line:
    with Book.open(make_book(folder / f"scores{size.units}.tracker", size)) as book:
        with book.change("scheme"):
            set_scheme(book, Scheme(2026, 1, tuple(_line(at) for at in range(1, size.indicators))))
        live = Live(book, month=LAST_MONTH)

        def again() -> None:
            live.show()  # forgets every table: nothing of the score is remembered
            book_scores(book, live, today=TODAY)

        spent = median_ms(again, runs=3)
        live.close()
    return Line(f"scores of {size}", spent, "ms")


def _line(at: int) -> SchemeLine:
    method = list(Method)[at % len(Method)]
    return SchemeLine(
        2026,
        None,
        IndicatorId(at),
        Decimal(5),
        method,
        cap=Decimal("1.2"),
        bonus=Decimal("0.1"),
        bonus_cap=Decimal(3),
        step=Decimal("0.01"),
        floor=Decimal(1),
        each=Decimal("0.01"),
        tiers=((Decimal("0.8"), Decimal(100)), (Decimal("0.5"), Decimal(75))) if method is Method.TIERS else (),
        basis="cumulative",
    )
