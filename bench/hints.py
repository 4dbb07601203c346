"""The month's hints: after one edit, beside the ranks that it refreshed, and of a whole month at once."""

from __future__ import annotations

import random
import statistics
import time
from decimal import Decimal
from pathlib import Path

from bench.counties import LAST_MONTH, Size, make_book
from bench.edits import EDITS
from bench.timing import Line, median_ms
from tracker.domain.figure import Figure
from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.metrics.live import Live
from tracker.metrics.live_hints import LiveHints
from tracker.store.book import Book
from tracker.store.figures import set_figure

SIZES = ((Size(30, 15, months=25), 1.0), (Size(300, 15, months=25), None), (Size(3000, 20, months=25), None))


def lines(folder: Path) -> list[Line]:
    """Two lines a size: looking again at the edited cell and at the ratio made of it; looking at all of them."""
    return [line for size, budget in SIZES for line in _measure(folder, size, budget)]


def _measure(folder: Path, size: Size, budget: float | None) -> list[Line]:
    draw = random.Random(7)
    spent = []
    with Book.open(make_book(folder / f"hints{size.units}.tracker", size)) as book:
        live = Live(book, month=LAST_MONTH)
        hints = LiveHints(book, live)
        count = len(hints.hints())
        for _ in range(EDITS):
            place = UnitId(draw.randint(1, size.units)), IndicatorId(1)
            with book.change("edit"):
                set_figure(book, Figure(*place, LAST_MONTH, Decimal(draw.randrange(2000)) / 100))
            for indicator in live.indicators:
                live.table(indicator.id)  # the ranks, which are refreshed in any case
            start = time.perf_counter()
            hints.hints()
            spent.append((time.perf_counter() - start) * 1000)
        whole = median_ms(lambda: hints.hints(hints.rules))
        hints.close()
        live.close()
    return [
        Line(f"edit to refreshed hints, {size}", statistics.median(spent), "ms", budget, f"{count} hints"),
        Line("    all of them anew", whole, "ms"),
    ]
