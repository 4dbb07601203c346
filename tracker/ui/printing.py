"""A document to be printed or shown: the very PDF that the preview shows, its pages as pictures, and this computer's printers.

QtPdf and QtPrintSupport are imported when something is printed, never with the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QObject, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter

from tracker.errors import ReportError
from tracker.i18n import tr

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

POINTS_PER_INCH = 72


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


def render(document: QPdfDocument, page: int, size: QSize) -> QImage:
    """The page (from 0) drawn on white to `size` dots; grey where nothing on it has a colour."""
    image = document.render(page, size)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    painter.fillRect(image.rect(), QColor("white"))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8 if image.allGray() else QImage.Format.Format_RGB32)
