"""The printed ranking: making its content and setting it, with a typesetter that is warm and with one that is not."""

from __future__ import annotations

import datetime
from pathlib import Path

from bench.counties import LAST_MONTH, Size, make_book
from bench.timing import Line, in_fresh_processes, median_ms
from tracker.domain.indicator import IndicatorId
from tracker.metrics.live import Live
from tracker.reports.ranking_sheet import Imprint, ranking_sheet
from tracker.reports.typesetting import pdf
from tracker.store.book import Book

SIZES = (Size(30, 4), Size(3000, 4))
PRINTED = [IndicatorId(1), IndicatorId(2), IndicatorId(3)]

RANK_TO_PDF = """
import sys
from tracker.cli import main
sys.argv[1:] = ["rank", sys.argv[1], "--month", "2026-09", "--indicator", "I01", "-o", sys.argv[2]]
main()
"""


def lines(folder: Path) -> list[Line]:
    """Three indicators' sheet of 30 and of 3,000 rows, then the whole command `tracker rank -o ranking.pdf`."""
    found = []
    for size in SIZES:
        path = make_book(folder / f"paper{size.units}.tracker", size)
        with Book.open(path) as book:
            live = Live(book, month=LAST_MONTH)
            imprint = Imprint("云山县2026年招商引资台账", "云山县招商服务中心", datetime.date(2026, 10, 2))
            setting = median_ms(lambda: pdf(ranking_sheet(live, imprint=imprint, indicators=PRINTED)), runs=3)  # noqa: B023 - used at once
            found.append(Line(f"PDF of {size.units:,} rows × {len(PRINTED)} indicators, again", setting))
        command, _ = in_fresh_processes(RANK_TO_PDF, str(path), str(folder / "ranking.pdf"), runs=3)
        found.append(Line(f"    `tracker rank -o ranking.pdf`, {size.units:,} rows, from start to exit", command, "s"))
    return found
