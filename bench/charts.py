"""The charts of the page 趋势: the first one, with all that must be loaded for it, and later ones of books of 24 months."""

from __future__ import annotations

from pathlib import Path

from bench.counties import LAST_MONTH, Size, make_book
from bench.timing import Line, in_fresh_processes, median_ms, median_of
from tracker.domain.indicator import IndicatorId
from tracker.exchange.new_book import make_sample
from tracker.reports.charts.chart import ChartChoice, ChartKind
from tracker.ui.models.drawn_chart import Room, Wanted, drawn_chart

SIZES = ((Size(30, 4), 100.0), (Size(300, 4), 400.0))
ROOM = Room(1100, 760, 1.0, dark=False)
KINDS = tuple(kind for kind in ChartKind if kind is not ChartKind.FUNNEL)
"""All that a made-up book has: its indicators' names tell no stages."""

FIRST = """
import json, sys, time
from pathlib import Path
from tracker.domain.period import Month
from tracker.metrics.live import Live
from tracker.reports.charts.chart import ChartChoice, ChartKind
from tracker.store.book import Book
from tracker.ui.app import *
from tracker.ui.models.drawn_chart import Room, Wanted, drawn_chart
with Book.open(Path(sys.argv[1]), read_only=True) as book:
    live = Live(book)
    live.table(live.indicators[0].id)
    month = live.month
start = time.perf_counter()
drawn_chart(Wanted(Path(sys.argv[1]), month, ChartChoice(ChartKind.PACE)), Room(1100, 760, 1.0, dark=False))
print(json.dumps({"first": time.perf_counter() - start}))
"""


def lines(folder: Path) -> list[Line]:
    """The first chart on the sample after start-up has settled, then every kind over two years, opening the book included."""
    sample = folder / "charts.tracker"
    make_sample(sample)
    _, printed = in_fresh_processes(FIRST, str(sample), runs=3)
    found = [Line("the first chart of the sample", median_of(printed, "first"), "s", 1.0)]
    for size, budget in SIZES:
        path = make_book(folder / f"charts{size.units}.tracker", size)
        found += [_later(path, size, kind, budget) for kind in KINDS]
    return found


def _later(path: Path, size: Size, kind: ChartKind, budget: float) -> Line:
    wanted = Wanted(path, LAST_MONTH, ChartChoice(kind, () if kind is ChartKind.INDICATORS else (IndicatorId(1),), years=2))
    spent = median_ms(lambda: drawn_chart(wanted, ROOM), runs=3)
    return Line(f"    {kind} of {size.units} units × {size.months} months", spent, "ms", budget)
