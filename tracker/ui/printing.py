"""Printing a document: the very PDF that the preview shows, page by page, at the printer's own resolution.

QtPdf and QtPrintSupport are imported when something is printed, never with the window.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QObject, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter

from tracker.errors import ReportError
from tracker.i18n import tr

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

POINTS_PER_INCH = 72
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


class NoPrinter(ReportError):
    def __init__(self, name: str) -> None:
        said = tr("There is no printer “{name}” on this computer. Choose another one, or save a PDF.", name=name)
        super().__init__(said if name else tr("No printer is set up on this computer. Save a PDF instead, or set one up first."))


class PrintFailed(ReportError):
    def __init__(self, name: str, said: str = "") -> None:
        what = tr("“{name}” did not take the job. Check that it is on, connected and not full, then print again.", name=name)
        super().__init__(f"{what} ({said})" if said else what)


class UnreadablePdf(ReportError):
    def __init__(self) -> None:
        super().__init__(tr("The document could not be read as a PDF."))


class NoSuchPage(ReportError):
    def __init__(self, page: int, count: int) -> None:
        super().__init__(tr("There is no page {page}: the document has {count}.", page=page, count=count))


@dataclass(frozen=True, slots=True)
class Destination:
    """A printer of this computer, by the system's name and by what it calls itself."""

    name: str
    text: str
    default: bool


def destinations() -> list[Destination]:
    """The printers of this computer, the default one first; empty where there is none or no print service runs."""
    from PySide6.QtPrintSupport import QPrinterInfo

    default = QPrinterInfo.defaultPrinterName()
    names = sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != default, name))
    return [Destination(name, QPrinterInfo.printerInfo(name).description() or name, name == default) for name in names]


def open_pdf(pdf: bytes, parent: QObject | None = None) -> QPdfDocument:
    """The document in memory, ready to be shown or printed; raises UnreadablePdf."""
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument(parent) if parent is not None else QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() != QPdfDocument.Status.Ready or document.pageCount() < 1:
        raise UnreadablePdf
    return document


def page_layout(document: QPdfDocument, page: int) -> QPageLayout:
    """The page's own paper and orientation, without margins: those are in the PDF already."""
    size = document.pagePointSize(page)
    wide = size.width() > size.height()
    paper = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    page_size = QPageSize(paper, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    layout = QPageLayout(page_size, turned, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def printer_named(name: str, *, copies: int = 1, title: str = "") -> QPrinter:
    """A printer of this computer, set for `copies` collated copies; raises NoPrinter where there is none of that name."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(name)
    if not name or info.isNull():
        raise NoPrinter(name)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setCopyCount(copies)
    printer.setCollateCopies(True)
    printer.setDocName(title)
    return printer


def print_pdf(pdf: bytes, printer: QPrinter, *, pages: Sequence[int] | None = None, progress: Progress | None = None) -> int:
    """Print the PDF's pages (numbers from 1; None is all) and return how many were sent, copies not counted.

    Each page goes out in its own size and orientation; a printer gets a job for each run of pages of one size, since a job has
    one paper. Copies that the printer cannot make itself are sent one after the other. Any thread may do it.
    Raises UnreadablePdf, NoSuchPage, PrintFailed.
    """
    document = open_pdf(pdf)
    count = document.pageCount()
    wanted = list(pages) if pages is not None else list(range(1, count + 1))
    for page in wanted:
        if not 1 <= page <= count:
            raise NoSuchPage(page, count)
    repeats = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    told = _Told(progress, len(wanted) * repeats)
    for run in _jobs(document, wanted * repeats, into_file=bool(printer.outputFileName())):
        _send(document, printer, run, told)
    return len(wanted)


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


def _jobs(document: QPdfDocument, pages: Sequence[int], *, into_file: bool) -> list[list[int]]:
    """The pages in runs of one size; a file holds all of them."""
    if into_file:
        return [list(pages)] if pages else []
    runs = groupby(pages, key=lambda page: document.pagePointSize(page - 1).toTuple())
    return [list(run) for _, run in runs]


def _send(document: QPdfDocument, printer: QPrinter, pages: Sequence[int], told: _Told) -> None:
    """Paint the pages as one job."""
    from PySide6.QtPrintSupport import QPrinter

    printer.setFullPage(True)
    layout = page_layout(document, pages[0] - 1)
    printer.setResolution(_resolution(printer, layout))
    printer.setPageLayout(layout)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed(_name(printer))
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for number, page in enumerate(pages):
            told.next()
            if number:
                _turn(document, printer, page)
            _paint_page(document, page - 1, painter, printer)
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


def _turn(document: QPdfDocument, printer: QPrinter, page: int) -> None:
    """Begin the next sheet, in the size of that page; raises PrintFailed."""
    printer.setPageLayout(page_layout(document, page - 1))
    if not printer.newPage():
        raise PrintFailed(_name(printer))


def _name(printer: QPrinter) -> str:
    """What a person knows the destination by."""
    return printer.printerName() or printer.outputFileName()


def _paint_page(document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter) -> None:
    """Render one page (from 0) to the whole sheet."""
    from PySide6.QtPrintSupport import QPrinter

    sheet = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
    painter.drawImage(sheet, render(document, page, sheet.size()))


def render(document: QPdfDocument, page: int, size: QSize) -> QImage:
    """The page (from 0) drawn on white to `size` dots; grey where nothing on it has a colour."""
    image = document.render(page, size)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    painter.fillRect(image.rect(), QColor("white"))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8 if image.allGray() else QImage.Format.Format_RGB32)


def _resolution(printer: QPrinter, layout: QPageLayout) -> int:
    """The printer's own dots per inch, within what is worth rendering and what memory holds."""
    inches = layout.fullRect(QPageLayout.Unit.Inch)
    affordable = int((MOST_DOTS / (inches.width() * inches.height())) ** 0.5)
    return max(COARSEST, min(FINEST, affordable, printer.resolution()))
