"""The sheets of a document as they will be printed: page under page on the desk, at any zoom, drawn as the printer gets them."""

from __future__ import annotations

from collections import OrderedDict
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.printing import POINTS_PER_INCH, render
from tracker.ui.theme import dp

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

MARGIN, GAP = 24, 20
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
KEPT = 6
"""So many rendered pages are kept."""


class Fit(Enum):
    """What the zoom follows."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


class PaperView(QAbstractScrollArea):
    """Shows a PDF; PgUp and PgDn turn pages, Ctrl+wheel, + and − zoom."""

    page_changed = Signal(int)
    """The page (from 0) that fills most of the view."""
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Preview of the paper"))
        self._document: QPdfDocument | None = None
        self._pages: list[QRect] = []
        self._kept: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._fit = Fit.WIDTH
        self._zoom = 1.0
        self._page = 0
        self.verticalScrollBar().valueChanged.connect(self._notice_page)

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        return len(self._pages)

    @property
    def document(self) -> QPdfDocument | None:
        """What is shown."""
        return self._document

    @property
    def fit(self) -> Fit:
        return self._fit

    @property
    def zoom(self) -> float:
        """1 is the paper's own size."""
        return self._zoom

    def show_document(self, document: QPdfDocument | None) -> None:
        """Show another document; the place in it stays as far as it goes."""
        self._document = document
        self._kept.clear()
        at = self._page
        self._lay_out()
        self.go_to(min(at, self.page_count - 1))
        self._notice_page()

    def follow(self, fit: Fit) -> None:
        """Fit the width or the whole page from now on."""
        at = self._page
        self._fit = fit
        self._lay_out()
        self.go_to(at)

    def zoom_by(self, steps: int) -> None:
        """The next larger zoom, or the next smaller one."""
        others = [step for step in STEPS if (step > self._zoom + 0.005 if steps > 0 else step < self._zoom - 0.005)]
        if others:
            at = self._page
            self._fit, self._zoom = Fit.FREE, others[0 if steps > 0 else -1]
            self._lay_out()
            self.go_to(at)

    def go_to(self, page: int) -> None:
        """Bring the page (from 0) to the top."""
        if 0 <= page < self.page_count:
            self.verticalScrollBar().setValue(self._pages[page].top() - dp(MARGIN))

    def _lay_out(self) -> None:
        """Place the pages and set the scroll bars."""
        document, room = self._document, self.viewport().size()
        count = document.pageCount() if document is not None else 0
        sizes = [document.pagePointSize(page) for page in range(count)] if document is not None else []
        if sizes and self._fit is not Fit.FREE:
            wide = max(size.width() for size in sizes) * self._dots_per_point(1.0)
            high = max(size.height() for size in sizes) * self._dots_per_point(1.0)
            across, down = (room.width() - dp(2 * MARGIN)) / wide, (room.height() - dp(2 * MARGIN)) / high
            self._zoom = max(0.1, across if self._fit is Fit.WIDTH else min(across, down))
        scale = self._dots_per_point(self._zoom)
        top, self._pages = dp(MARGIN), []
        widest = max((round(size.width() * scale) for size in sizes), default=0) + dp(2 * MARGIN)
        for size in sizes:
            page = QSize(round(size.width() * scale), round(size.height() * scale))
            self._pages.append(QRect(QPoint((max(widest, room.width()) - page.width()) // 2, top), page))
            top += page.height() + dp(GAP)
        self._set_bars(QSize(widest, top - dp(GAP) + dp(MARGIN)), room)
        self.zoom_changed.emit()
        self.viewport().update()

    def _set_bars(self, content: QSize, room: QSize) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, content.width() - room.width()))
        across.setPageStep(room.width())
        down.setRange(0, max(0, content.height() - room.height()))
        down.setPageStep(room.height())
        for bar in (across, down):
            bar.setSingleStep(dp(40))

    def _dots_per_point(self, zoom: float) -> float:
        return zoom * self.logicalDpiX() / POINTS_PER_INCH

    def _origin(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _notice_page(self) -> None:
        """Tell which page has the most of it in view."""
        view = QRect(self._origin(), self.viewport().size())
        seen = [page.intersected(view).height() for page in self._pages]
        page = seen.index(max(seen)) if seen else 0
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colors().desk)
        view = QRect(self._origin(), self.viewport().size())
        for number, page in enumerate(self._pages):
            if page.intersects(view):
                self._paint_page(painter, number, page)

    def _paint_page(self, painter: QPainter, number: int, page: QRect) -> None:
        """A page, which lies there in the content's coordinates, with a thin edge round the sheet."""
        ratio, sheet = self.devicePixelRatioF(), page.translated(-self._origin())
        painter.drawImage(sheet, self._picture(number, page.size() * ratio))
        painter.setPen(theme.colors().line2)
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0))

    def _picture(self, number: int, size: QSize) -> QImage:
        key = (number, size.width())
        if key not in self._kept and self._document is not None:
            self._kept[key] = render(self._document, number, size)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        at = self._page
        self._lay_out()
        self.go_to(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.go_to(max(0, min(self.page_count - 1, self._page + steps[key])))
        elif key in zooms:
            self.zoom_by(zooms[key])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.viewport().update()
