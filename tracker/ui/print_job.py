"""A job for a printer: pages of PDFs painted one by one at the printer's own resolution, with progress.

QtPrintSupport is imported when something is printed, never with the window.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtGui import QPageLayout, QPainter, QTransform

from tracker.i18n import tr
from tracker.ui.printing import NoSuchPage, PrintFailed, open_pdf, page_layout, render

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

FINEST = 600
"""Dots per inch that are rendered at most: the eye sees no more of 8.6-pt figures."""
COARSEST = 300
"""What is rendered for a printer that claims less: thin rules would vanish below."""
MOST_DOTS = 36_000_000
"""A page of so many dots is rendered at most, A4 at 600 or A3 at 431 dots an inch: 140 MB for a moment."""

FIRST_ERROR = 0x0300
"""Answers of a print service below this mean that it took the job (RFC 8011, appendix B)."""

Progress = Callable[[int, int], None]
"""Called before each page with (pages done, pages in all); what it raises ends the job and comes through."""


def print_pdf(pdf: bytes, printer: QPrinter, *, pages: Sequence[int] | None = None, progress: Progress | None = None) -> int:
    """Print the PDF's pages (numbers from 1; None is all) and return how many were sent, copies not counted.

    Raises UnreadablePdf, NoSuchPage, PrintFailed; else as `print_pdfs`.
    """
    document = open_pdf(pdf)
    count = document.pageCount()
    wanted = list(pages) if pages is not None else list(range(1, count + 1))
    for page in wanted:
        if not 1 <= page <= count:
            raise NoSuchPage(page, count)
    return _print([Sheet(document, page - 1) for page in wanted], printer, progress)


def print_pdfs(pdfs: Iterable[bytes], printer: QPrinter, *, progress: Progress | None = None) -> int:
    """Print the PDFs one behind the other and return how many pages were sent, copies not counted.

    They are one job, in which a lying page is turned where others stand; a printer gets a job for each run of pages of one paper,
    since a job has one. In a file each page has its own size and orientation. Copies that the printer cannot make itself are sent
    one after the other. Any thread may do it. Raises UnreadablePdf, PrintFailed.
    """
    documents = [open_pdf(pdf) for pdf in pdfs]
    return _print([Sheet(one, page) for one in documents for page in range(one.pageCount())], printer, progress)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page (from 0) of a document, to be printed."""

    document: QPdfDocument
    page: int

    @property
    def layout(self) -> QPageLayout:
        """The page's own paper and orientation."""
        return page_layout(self.document, self.page)

    @property
    def paper(self) -> tuple[float, ...]:
        """The paper's shorter and longer side in pt, whichever way it lies."""
        size = self.document.pagePointSize(self.page)
        return tuple(sorted((round(size.width()), round(size.height()))))

    @property
    def lies(self) -> bool:
        """Whether it is wider than high."""
        return self.layout.orientation() == QPageLayout.Orientation.Landscape


def _print(sheets: Sequence[Sheet], printer: QPrinter, progress: Progress | None) -> int:
    repeats = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    told = _Told(progress, len(sheets) * repeats)
    for job in jobs(list(sheets) * repeats, into_file=bool(printer.outputFileName())):
        _send(job, printer, told)
    return len(sheets)


@dataclass
class _Told:
    """How far the printing is, told page by page."""

    progress: Progress | None
    pages: int
    done: int = 0

    def next(self) -> None:
        if self.progress is not None:
            self.progress(self.done, self.pages)
        self.done += 1


def jobs(sheets: Sequence[Sheet], *, into_file: bool) -> list[list[Sheet]]:
    """The sheets in runs of one paper; a file holds all of them."""
    if into_file:
        return [list(sheets)] if sheets else []
    return [list(run) for _, run in groupby(sheets, key=lambda sheet: sheet.paper)]


def _send(sheets: Sequence[Sheet], printer: QPrinter, told: _Told) -> None:
    """Paint the sheets as one job."""
    from PySide6.QtPrintSupport import QPrinter

    layout = sheets[0].layout
    in_file = bool(printer.outputFileName())
    if not in_file and len({sheet.lies for sheet in sheets}) > 1:
        layout.setOrientation(QPageLayout.Orientation.Portrait)  # a print service turns a job as a whole: pages are turned here
    printer.setFullPage(True)
    printer.setResolution(_resolution(printer, layout))
    printer.setPageLayout(layout)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed(_name(printer))
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for number, sheet in enumerate(sheets):
            told.next()
            if number:
                _turn(printer, sheet.layout if in_file else layout)
            _paint_page(sheet, painter, printer)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    refused = "" if printer.outputFileName() else _refusal()
    if refused or printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise PrintFailed(_name(printer), refused)


def _refusal() -> str:
    """Why CUPS refused the job that this thread has just sent; "" where it took it, or where there is no CUPS.

    Qt hands a job over without looking at the answer; CUPS keeps it for the thread until it is asked something else.
    """
    if not sys.platform.startswith("linux"):
        return ""
    try:
        cups = ctypes.CDLL("libcups.so.2", mode=os.RTLD_NOLOAD)  # the one that Qt has loaded, if it has
    except OSError:
        return ""
    cups.cupsLastErrorString.restype = ctypes.c_char_p
    if cups.cupsLastError() < FIRST_ERROR:
        return ""
    return (cups.cupsLastErrorString() or b"").decode(errors="replace") or tr("no reason given")


def _turn(printer: QPrinter, layout: QPageLayout) -> None:
    """Begin the next sheet, in that layout; raises PrintFailed."""
    printer.setPageLayout(layout)
    if not printer.newPage():
        raise PrintFailed(_name(printer))


def _name(printer: QPrinter) -> str:
    """What a person knows the destination by."""
    return printer.printerName() or printer.outputFileName()


def _paint_page(sheet: Sheet, painter: QPainter, printer: QPrinter) -> None:
    """Render one page to the whole sheet of paper, a lying one on standing paper with its top to the left."""
    from PySide6.QtPrintSupport import QPrinter

    paper = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
    if sheet.lies == (paper.width() > paper.height()):
        painter.drawImage(paper, render(sheet.document, sheet.page, paper.size()))
    else:
        picture = render(sheet.document, sheet.page, paper.size().transposed())
        painter.drawImage(paper, picture.transformed(QTransform().rotate(-90)))


def _resolution(printer: QPrinter, layout: QPageLayout) -> int:
    """The printer's own dots per inch, within what is worth rendering and what memory holds."""
    inches = layout.fullRect(QPageLayout.Unit.Inch)
    affordable = int((MOST_DOTS / (inches.width() * inches.height())) ** 0.5)
    return max(COARSEST, min(FINEST, affordable, printer.resolution()))
