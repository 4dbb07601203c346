"""The print preview's document as a file of another kind: pictures of its pages, or the workbook with the same content."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage

from tracker.i18n import tr
from tracker.metrics.scoring.book_scores import book_scores, scores_if_any
from tracker.metrics.shown import live_of
from tracker.reports.document_file import save
from tracker.store.book import Book
from tracker.ui.dialogs.preview_contents import Content
from tracker.ui.dialogs.preview_options import PrintOptions, imprint
from tracker.ui.printing import render

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

    from tracker.metrics.live import Live

DOTS_PER_INCH = 160
POINTS_PER_INCH = 72
ENDINGS = (".pdf", ".png", ".xlsx")


def kinds() -> str:
    """The kinds of files that are offered, as a file dialog wants them."""
    return ";;".join([tr("PDF (*.pdf)"), tr("Picture (*.png)"), tr("Excel (*.xlsx)")])


def with_ending(path: Path, kind: str) -> Path:
    """The chosen file under the ending of the chosen kind, where its name has none of the endings or that of another kind."""
    wanted = next((ending for ending in ENDINGS if f"*{ending}" in kind), None)
    if wanted is None or path.suffix.lower() == wanted:
        return path
    return path.with_suffix(wanted) if path.suffix.lower() in ENDINGS else path.with_name(path.name + wanted)


def page_picture(document: QPdfDocument, page: int) -> QImage:
    """A page as a picture for a chat group."""
    points, scale = document.pagePointSize(page), DOTS_PER_INCH / POINTS_PER_INCH
    return render(document, page, QSize(round(points.width() * scale), round(points.height() * scale)))


def save_pictures(document: QPdfDocument, path: Path) -> None:
    """Write each page to a file: sheet.png, sheet-2.png …; raises DocumentNotSaved."""
    for page in range(document.pageCount()):
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        page_picture(document, page).save(buffer, "PNG")  # type: ignore[call-overload]
        save(bytes(buffer.data().data()), path if page == 0 else path.with_stem(f"{path.stem}-{page + 1}"))


def workbook_made(content: Content, book: Book, live: Live, options: PrintOptions) -> Callable[[], bytes]:
    """What makes the workbook, off the window's thread and from a book of its own; it raises TrackerError."""
    path, month, target_set = book.path, live.month, live.target_set

    def made() -> bytes:
        with Book.open(path, read_only=True) as own, closing(live_of(own, month, target_set=target_set)) as shown:
            return _workbook(content, own, shown, options)

    return made


def _workbook(content: Content, book: Book, live: Live, options: PrintOptions) -> bytes:
    from tracker.reports.workbook.card_workbook import card_workbook_bytes
    from tracker.reports.workbook.ranking_workbook import workbook_bytes
    from tracker.reports.workbook.score_workbook import score_workbook_bytes

    today = datetime.date.today()
    signed = imprint(live.book, options.date, clerk=options.clerk, paper=options.paper)
    if content is Content.CARDS:
        scores = scores_if_any(book, live, today=today)
        return card_workbook_bytes(live, scores, imprint=signed, units=options.units, groups=options.groups)
    if content is Content.SCORES:
        return score_workbook_bytes(live, book_scores(book, live, today=today), imprint=signed, groups=options.groups)
    return workbook_bytes(live, imprint=signed, indicators=options.indicators, groups=options.groups)
