"""`tracker --self-test`: the sample county is loaded, ranked, printed and worked with in a window, all in a temporary folder.

The bundle is tested with it, so it touches all that could have been left out: resources, fonts, Qt, numpy, matplotlib, typst,
docxtpl and its Word template, xlsxwriter, calamine, and the process that opens what was sent in.
"""

from __future__ import annotations

import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.i18n import mark, tr

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.store.book import Book

Say = Callable[[str], None]


class SelfTestFailed(AssertionError):
    """A step ended, but not with what it must give."""


def run(say: Say = print) -> int:
    """Take every step and say a line for each; 0 if all went well, else 1, with what went wrong on standard error."""
    with tempfile.TemporaryDirectory(prefix="tracker-self-test-") as folder:
        try:
            for step in _steps(Path(folder)):
                say(tr("ok  {step}", step=tr(step)))
        except Exception as error:  # noqa: BLE001 - whatever it is, the program is not fit for use here
            traceback.print_exception(error, file=sys.stderr)
            say(tr("FAILED  {reason}", reason=f"{type(error).__name__}: {error}"))
            return 1
    say(tr("The self-test passed."))
    return 0


def _steps(folder: Path) -> Iterator[str]:
    """Each step's name, English, once it is done."""
    from tracker.exchange.new_book import make_sample
    from tracker.metrics.live import Live
    from tracker.store.book import Book

    path = folder / "sample.tracker"
    make_sample(path)
    yield mark("make the sample county's book")
    with Book.open(path, read_only=True) as book:
        live = Live(book)
        _check_ranks(live)
        yield mark("rank its newest month")
        _check_pdf(live, book)
        yield mark("typeset the ranking as PDF")
        _check_chart(live)
        yield mark("draw a chart")
        _check_bulletin(live, book)
        yield mark("write the bulletin for Word, with its charts")
        _check_form(live, folder / "forms")
        yield mark("read a unit's form in a process of its own")
        live.close()
    from tracker.ui.app import rehearsal

    yield from rehearsal(path, folder / "window.png")
    yield mark("draw the window")
    _check_journal(path)
    yield mark("verify the journal")


def _check_ranks(live: Live) -> None:
    for indicator in live.indicators:
        ranks = [row.rank for row in live.table(indicator.id).rows if row.rank is not None]
        if ranks and 1 not in ranks:
            raise SelfTestFailed(f"nobody is first in {indicator.code}")
    if not any(row.rank for indicator in live.indicators for row in live.table(indicator.id).rows):
        raise SelfTestFailed("nothing is ranked")


def _check_pdf(live: Live, book: Book) -> None:
    from tracker.reports.ranking_sheet import Imprint, ranking_sheet
    from tracker.reports.typesetting import pdf
    from tracker.store import settings

    imprint = Imprint(settings.title(book), settings.office(book), live.month.last_day)
    if not pdf(ranking_sheet(live, imprint=imprint)).startswith(b"%PDF-"):
        raise SelfTestFailed("the typesetter gave no PDF")


def _check_chart(live: Live) -> None:
    from tracker.reports.charts.chart import Canvas, ChartChoice, ChartKind, chart_of
    from tracker.reports.charts.look import paper_look
    from tracker.reports.charts.out import bytes_of

    drawn = chart_of(live, ChartChoice(ChartKind.PACE), Canvas(paper_look()))
    for form, begin in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF-")):
        if not bytes_of(drawn.figure, form).startswith(begin):
            raise SelfTestFailed(f"the chart gave no {form}")


def _check_bulletin(live: Live, book: Book) -> None:
    import io
    from zipfile import ZipFile

    from tracker.reports.bulletin.as_word import bulletin_word
    from tracker.reports.bulletin.kept import kept_bulletin

    content = kept_bulletin(book, live, today=live.month.last_day, charts=True)
    with ZipFile(io.BytesIO(bulletin_word(content))) as document:
        names = document.namelist()
    if "word/document.xml" not in names or not any(name.startswith("word/media/") for name in names):
        raise SelfTestFailed("the bulletin for Word has no text, or no charts")


def _check_form(live: Live, folder: Path) -> None:
    from tracker.exchange.submissions.reader import read_files
    from tracker.reports.forms.all_forms import write_forms

    unit = live.roster.units[0]
    (sent,) = read_files(list(write_forms(live, folder, wanted={unit.id})))
    if not any(unit.name in str(value) for sheet in sent.sheets for row in sheet.rows for value in row):
        raise SelfTestFailed(sent.fault or "what was read is not the unit's form")


def _check_journal(path: Path) -> None:
    from tracker.store import journal
    from tracker.store.book import Book

    with Book.open(path, read_only=True) as book:
        broken = journal.verify(book)
    if broken is not None:
        raise SelfTestFailed(f"entry {broken} of the journal does not verify")
