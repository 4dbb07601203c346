"""Opening a book to its first ranking, and a nation's month, each in a fresh process."""

from __future__ import annotations

from pathlib import Path

from bench.counties import Size, make_book
from bench.timing import Line, in_fresh_processes, median_of

BUDGETS = ((Size(30, 15), 0.8, 1.9), (Size(300, 15), 0.9, 2.9), (Size(3000, 20), 1.5, 9.0))
NATION = Size(41_000, 20, months=12, groups=30)
NATION_BUDGET = 1.5

FIRST_RANKING = """
import sys
from pathlib import Path
from tracker.store.book import Book
from tracker.metrics.live import Live
with Book.open(Path(sys.argv[1])) as book:
    live = Live(book)
    wanted = live.indicators if sys.argv[2] == "all" else live.indicators[:1]
    for indicator in wanted:
        table = live.table(indicator.id)
        assert table.totals and [table.row(unit.id) for unit in table.roster.units[:40]]
"""

NATION_MONTH = """
import json, resource, sys, time
from pathlib import Path
from tracker.store.book import Book
from tracker.metrics.live import Live
from tracker.domain.period import Month
with Book.open(Path(sys.argv[1])) as book:
    start = time.perf_counter()
    live = Live(book)
    for indicator in live.indicators:
        live.table(indicator.id).totals
    loaded = time.perf_counter()
    live.show(live.month.plus(-1))
    live.show(live.month.plus(1))
    ranked = time.perf_counter()
    for indicator in live.indicators:
        table = live.table(indicator.id)
        table.totals
    done = time.perf_counter()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"loading": loaded - start, "ranking": done - ranked, "peak": peak}))
"""


def lines(folder: Path) -> list[Line]:
    """Process start to exit, for the first indicator's ranking and for all indicators'."""
    found = []
    for size, budget, calc in BUDGETS:
        book = str(make_book(folder / f"open{size.units}.tracker", size))
        first, _ = in_fresh_processes(FIRST_RANKING, book, "first")
        every, _ = in_fresh_processes(FIRST_RANKING, book, "all")
        found.append(Line(f"open to the first ranking, {size}", first, "s", budget, f"LibreOffice Calc {calc} s"))
        found.append(Line("    to all indicators' rankings", every, "s", budget))
    return found


def nation(folder: Path) -> list[Line]:
    """One month of every township in the country: ranks, changes and totals of all indicators, once the figures are in memory."""
    book = str(make_book(folder / "nation.tracker", NATION))
    _, printed = in_fresh_processes(NATION_MONTH, book, runs=3)
    return [
        Line(f"rank one month once loaded, {NATION}", median_of(printed, "ranking"), "s", NATION_BUDGET),
        Line("    reading the figures and ranking them for the first time", median_of(printed, "loading"), "s"),
        Line("    peak memory of the process", median_of(printed, "peak"), "MiB"),
    ]
