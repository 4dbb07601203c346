"""The pages of a document side by side with their numbers, small: where one is, and where one can go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.printing import render
from tracker.ui.theme import dp

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

WIDTH, PICTURE, MARGIN, NUMBER = 150, 112, 12, 24


class Thumbnails(QListView):
    """One row a page; pictures are drawn when they come into view."""

    picked = Signal(int)
    """A page, from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: QPdfDocument | None = None
        self._model = QStringListModel(self)
        self.setModel(self._model)
        self._delegate = _PageDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFixedWidth(dp(WIDTH))
        self.setAccessibleName(tr("Pages of the document"))
        self._take_colors()
        self.selectionModel().currentChanged.connect(self._pick)

    def show_document(self, document: QPdfDocument | None) -> None:
        """Show another document's pages."""
        at = max(0, self.currentIndex().row())
        self._document = document
        self._delegate.forget(document)
        count = document.pageCount() if document is not None else 0
        self._model.setStringList([str(page + 1) for page in range(count)])
        self.show_page(min(at, count - 1))

    def show_page(self, page: int) -> None:
        """Mark the page (from 0) as the one in view, without telling anybody."""
        if page != self.currentIndex().row() and 0 <= page < self._model.rowCount():
            was = self.blockSignals(True)
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(self._model.index(page))
            self.selectionModel().blockSignals(False)
            self.blockSignals(was)
            self.scrollTo(self.currentIndex())
            self.viewport().update()

    def _take_colors(self) -> None:
        """The desk's chrome, below the last page too."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colors().window)
        self.setPalette(palette)

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(index.row())


class _PageDelegate(QStyledItemDelegate):
    """A page's picture in a frame, the current one's in the accent, and its number below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._document: QPdfDocument | None = None
        self._pictures: dict[int, QImage] = {}

    def forget(self, document: QPdfDocument | None) -> None:
        """Draw another document from now on."""
        self._document = document
        self._pictures.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(dp(WIDTH), self._picture_size(0).height() + dp(MARGIN + NUMBER + 6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        colors, rect = theme.colors(), QRect(option.rect)  # type: ignore[attr-defined]
        current = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        size = self._picture_size(index.row())
        picture = QRect(rect.left() + (dp(WIDTH) - size.width()) // 2, rect.top() + dp(MARGIN), size.width(), size.height())
        painter.save()
        painter.fillRect(rect, colors.window)
        edge = dp(2) if current else 1
        painter.fillRect(picture.adjusted(-edge, -edge, edge, edge), colors.accent if current else colors.line2)
        painter.drawImage(picture, self._picture(index.row(), size, painter.device().devicePixelRatioF()))
        painter.setFont(theme.font(12, bold=current))
        painter.setPen(colors.accent if current else colors.text2)
        number = QRect(rect.left(), picture.bottom() + dp(2), dp(WIDTH), dp(NUMBER))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        painter.restore()

    def _picture_size(self, page: int) -> QSize:
        if self._document is None or page >= self._document.pageCount():
            return QSize(dp(PICTURE), dp(PICTURE))
        size = self._document.pagePointSize(page)
        return QSize(dp(PICTURE), round(dp(PICTURE) * size.height() / size.width()))

    def _picture(self, page: int, size: QSize, ratio: float) -> QImage:
        if page not in self._pictures and self._document is not None:
            self._pictures[page] = render(self._document, page, size * ratio)
        return self._pictures.get(page, QImage())
