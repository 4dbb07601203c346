"""The month's documents: the whole stack as PDFs, sent to a printer page by page, and the bulletin by itself."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from pathlib import Path

from bench.counties import LAST_MONTH, Size, make_book
from bench.timing import Line, median_ms
from tracker.domain.month_documents import DocumentKind
from tracker.metrics.live import Live
from tracker.reports.bulletin.as_pdf import bulletin_pdf
from tracker.reports.bulletin.as_text import bulletin_text
from tracker.reports.bulletin.as_word import bulletin_word
from tracker.reports.bulletin.kept import kept_bulletin
from tracker.reports.bulletin.pictures import month_pictures
from tracker.reports.month_documents import Stack, month_documents, pdfs, save_documents
from tracker.store import settings
from tracker.store.book import Book

SIZES = (Size(30, 15), Size(300, 15))
TODAY = datetime.date(2026, 10, 9)


def lines(folder: Path) -> list[Line]:
    """For each size: the bulletin's text, charts, PDF and Word, all documents into a folder, a page of them for a printer."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return [line for size in SIZES for line in _of_size(folder, size)]


def _of_size(folder: Path, size: Size) -> Iterator[Line]:
    with Book.open(make_book(folder / f"month{size.units}.tracker", size)) as book:
        with book.change("name"):
            settings.set_title(book, "云山县2026年招商引资台账")
            settings.set_office(book, "云山县招商服务中心")
        live = Live(book, month=LAST_MONTH)
        stack = Stack(book, live, TODAY)
        documents = month_documents(stack, tuple(DocumentKind))

        def bulletin() -> None:
            bulletin_text(kept_bulletin(book, live, today=TODAY))

        def save() -> None:
            live.show()  # forgets every table: as for a month that was just turned to
            save_documents(documents, folder / f"month{size.units}", lambda _done, _of: None)

        yield Line(f"{size}: the bulletin's text", median_ms(bulletin))
        with_charts = kept_bulletin(book, live, today=TODAY, charts=True)
        yield Line(f"{size}: the bulletin's charts", median_ms(lambda: month_pictures(live), runs=3))
        yield Line(f"{size}: the bulletin as PDF", median_ms(lambda: bulletin_pdf(with_charts), runs=3))
        yield Line(f"{size}: the bulletin as Word", median_ms(lambda: bulletin_word(with_charts), runs=3))
        runs = 3 if size is SIZES[0] else 1
        yield Line(f"{size}: all {len(documents)} documents as PDFs in a folder", median_ms(save, runs=runs) / 1000, "s")
        sheets = [one for one in documents if one.kind is DocumentKind.RANKING]
        yield _painted(folder, [content for _, content in pdfs(sheets, lambda _done, _of: None)])
        live.close()


def _painted(folder: Path, documents: list[bytes]) -> Line:
    """What painting a page at a printer's 600 dots an inch takes, on top of setting it."""
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QApplication

    from tracker.ui.print_job import print_pdfs

    app = QApplication.instance() or QApplication([])
    pages = 0

    def send() -> None:
        nonlocal pages
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(folder / "printed.pdf"))
        printer.setResolution(600)
        pages = print_pdfs(documents, printer)

    spent = median_ms(send, runs=1)
    del app
    return Line("    painting one page of them for a printer, 600 dots an inch", spent / pages, note=f"of {pages} pages")
