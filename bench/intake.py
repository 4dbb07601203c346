"""What the units send in: forms and a large sheet from the file to the plan, beside calamine's bare reading of the same files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from bench.counties import LAST_MONTH, Size, make_book
from bench.timing import Line, median_ms
from tracker.exchange.submissions.intake import plan_files
from tracker.exchange.submissions.reader import read_files
from tracker.metrics.live import Live
from tracker.reports.forms.all_forms import write_forms
from tracker.store.book import Book

FORMS = (30, 300)
ROWS, INDICATORS = 5_000, 20
RUNS = 3


def lines(folder: Path) -> list[Line]:
    """30 and 300 forms written, read and planned, and a sheet of 5,000 units × 20 indicators, beside bare reading."""
    return [line for count in FORMS for line in _forms(folder, count)] + list(_large(folder))


def _forms(folder: Path, count: int) -> Iterator[Line]:
    with _next_month(folder / f"forms{count}.tracker", Size(count, 15)) as live:
        target = folder / f"forms{count}"
        yield Line(f"{count} forms written", median_ms(lambda: list(write_forms(live, target)), runs=RUNS) / 1000, "s")
        yield from _read(live, f"{count} forms", target)


def _large(folder: Path) -> Iterator[Line]:
    with _next_month(folder / "large.tracker", Size(ROWS, INDICATORS)) as live:
        target = folder / "large"
        target.mkdir()
        _write_sheet(live, target / "汇总.xlsx")
        yield from _read(live, f"a sheet of {ROWS:,} × {INDICATORS}", target)


@contextmanager
def _next_month(path: Path, size: Size) -> Iterator[Live]:
    """A book of that size, in the month for which it has no figures yet."""
    with Book.open(make_book(path, size), read_only=True) as book, closing(Live(book, month=LAST_MONTH.plus(1))) as live:
        yield live


def _read(live: Live, what: str, folder: Path) -> Iterator[Line]:
    """Reading through the worker, and to the plan, beside calamine alone."""
    bare = _median(lambda: _bare(folder))
    read = _median(lambda: read_files([folder]))
    planned = _median(lambda: plan_files(live, [folder]))
    yield Line(f"{what}: calamine alone", bare)
    yield Line(f"{what}: read in the worker", read)
    yield Line(f"{what}: to the plan", planned)
    yield Line(f"{what}: to the plan, against calamine alone", planned / bare, "×")


def _median(measured: Callable[[], object]) -> float:
    return median_ms(measured, runs=RUNS)


def _bare(folder: Path) -> None:
    for path in folder.iterdir():
        workbook = CalamineWorkbook.from_path(str(path))
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name).to_python()


def _write_sheet(live: Live, path: Path) -> None:
    """A summary with all units down and all indicators across, as a county sends it for all its units."""
    with Workbook(path) as workbook:
        sheet = workbook.add_worksheet("汇总")
        sheet.write_string(0, 0, f"{live.month.year}年{live.month.number}月当月完成情况")
        sheet.write_row(1, 0, ["序号", "单位", *(one.name for one in live.indicators)])
        for row, unit in enumerate(live.units, start=2):
            sheet.write_row(row, 0, [row - 1, unit.name, *(row % 7 + at for at, _ in enumerate(live.indicators))])
