"""One edit to refreshed ranks: computing alone, and with storing it on the disk."""

from __future__ import annotations

import random
import statistics
import time
from decimal import Decimal
from pathlib import Path

from bench.counties import LAST_MONTH, Size, make_book
from bench.timing import Line
from tracker.domain.figure import Figure
from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.metrics.live import Live
from tracker.store.book import Book
from tracker.store.figures import set_figure

BUDGETS = ((Size(30, 15), 2.0, 13), (Size(300, 15), 5.0, 131), (Size(3000, 20), 20.0, 4100))
EDITS = 60
SCREEN_ROWS = 40


def lines(folder: Path) -> list[Line]:
    """Three lines a size, each from the moment at which the change is committed but for the last, which includes committing it.

    Ranks are those of every indicator touched (the edited one and the ratio made of it), with totals and the edited unit's rows.
    """
    return [line for size, budget, calc in BUDGETS for line in _measure(folder, size, budget, calc)]


def _measure(folder: Path, size: Size, budget: float, calc: int) -> list[Line]:
    draw = random.Random(7)
    ranking, showing, whole = [], [], []
    with Book.open(make_book(folder / f"edit{size.units}.tracker", size)) as book:
        committed = 0.0

        def note_commit(_: object) -> None:
            nonlocal committed
            committed = time.perf_counter()

        book.listen(note_commit)
        live = Live(book, month=LAST_MONTH)
        touched: list[IndicatorId] = []
        live.on_refresh(lambda indicators: touched.extend(indicators or ()))
        for indicator in live.indicators:
            _look_at(live, indicator.id)
        for _ in range(EDITS):
            touched.clear()
            unit, value = UnitId(draw.randint(1, size.units)), Decimal(draw.randrange(2000)) / 100
            start = time.perf_counter()
            with book.change("edit"):
                set_figure(book, Figure(unit, IndicatorId(1), LAST_MONTH, value))
            for indicator_id in touched:
                _rank(live, indicator_id, unit)
            ranked = time.perf_counter()
            for indicator_id in touched:
                _look_at(live, indicator_id)
            shown = time.perf_counter()
            ranking.append((ranked - committed) * 1000)
            showing.append((shown - committed) * 1000)
            whole.append((shown - start) * 1000)
        live.close()
    note = f"LibreOffice Calc {calc} ms"
    return [
        Line(f"edit to refreshed ranks, {size}", statistics.median(ranking), "ms", budget, note),
        Line(f"    and {SCREEN_ROWS} rows of each indicator touched", statistics.median(showing), "ms", budget),
        Line("    with storing it on the disk", statistics.median(whole), "ms"),
    ]


def _rank(live: Live, indicator: IndicatorId, edited: UnitId) -> None:
    """All ranks of the indicator, the totals and the edited unit's row."""
    table = live.table(indicator)
    assert table.ranks.size
    assert table.totals
    assert table.row(edited)


def _look_at(live: Live, indicator: IndicatorId) -> None:
    """As many rows as fit on a screen."""
    table = live.table(indicator)
    for unit in table.roster.units[:SCREEN_ROWS]:
        table.row(unit.id)
