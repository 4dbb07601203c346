"""The text that is proof-read: typed, pasted or dropped; what was found is underlined in it, with a mark at its line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.files import dropped_paths
from tracker.ui.models.proof_findings import Finding, Found
from tracker.ui.models.proof_reading import ReadText
from tracker.ui.theme import dp
from tracker.ui.widgets.proof_marks import MARK, ProofHighlighter, paint_mark

GUTTER, SIZE = 28, 15
WORST = tuple(Finding)


class ProofText(QPlainTextEdit):
    """`show_found` marks what was found in the very text that is in it; `pointed` when the cursor comes to one of them."""

    dropped = Signal(object)
    """The Path of a file that is to be opened."""
    pointed = Signal(object)
    """The Found at the cursor, or None."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("Text to proof-read"))
        self.setPlaceholderText(tr("Paste the bulletin’s text here, open a file, or drop one."))
        self._read: ReadText | None = None
        self._in_hand: Found | None = None
        self._marks = ProofHighlighter(self.document())
        self._gutter = _Gutter(self)
        self.setViewportMargins(dp(GUTTER), 0, 0, 0)
        self.updateRequest.connect(self._update_gutter)
        self.cursorPositionChanged.connect(self._point)
        self._take_measures()

    @property
    def text(self) -> str:
        """What is in it, a line a paragraph."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Put another text in, from its beginning; what was found in the one before is forgotten."""
        self.show_found(None)
        self.setPlainText(_lines_alike(text))

    def show_found(self, read: ReadText | None) -> None:
        """Mark what was found in the text that is in it now; None takes the marks away."""
        self._read, self._in_hand = read, None
        marks = {} if read is None else read.marks
        self._marks.show(marks)
        self.setExtraSelections([])
        self._gutter.show_marks({block: min((part[2] for part in parts), key=WORST.index) for block, parts in marks.items()})

    def take_in_hand(self, found: Found | None, *, move: bool = True) -> None:
        """Light up the finding and what it follows from; `move` brings it into view and the cursor to it."""
        self._in_hand = found
        self._light_up()
        if found is not None and move:
            self.blockSignals(True)
            self.setTextCursor(self._cursor(*found.at))
            self.blockSignals(False)
            self.centerCursor()

    def _light_up(self) -> None:
        selections = []
        if self._in_hand is not None:
            colors = theme.colors()
            spans = [(self._in_hand.span, colors.hover), *((span, colors.accent_soft) for span in self._in_hand.inputs)]
            for span, color in spans:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = self._cursor(*span)  # type: ignore[attr-defined]
                selection.format.setBackground(color)  # type: ignore[attr-defined]
                selections.append(selection)
        self.setExtraSelections(selections)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        """The cursor with that span selected, its end being its place."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position(start))
        cursor.setPosition(self._position(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _position(self, place: int) -> int:
        """Where that place of the text that was read is now; it may have become shorter since."""
        block, units = (0, 0) if self._read is None else self._read.places.block(place)
        return min(self.document().findBlockByNumber(block).position() + units, self.document().characterCount() - 1)

    def _point(self) -> None:
        """Tell which finding the cursor is at."""
        cursor = self.textCursor()
        if cursor.hasSelection() or self._read is None:
            return
        at = self._read.places.place(cursor.blockNumber(), cursor.positionInBlock())
        marked = [one for one in self._read.found if one.at[0] <= at <= one.at[1]]
        around = [one for one in self._read.found if one.span[0] <= at <= one.span[1]]
        self.pointed.emit(next(iter(marked or around), None))

    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = dropped_paths(source)
        if paths:
            self.dropped.emit(Path(paths[0]))
        elif source.hasText():
            self.insertPlainText(_lines_alike(source.text()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(dropped_paths(source)) or source.hasText()

    def _take_measures(self) -> None:
        self.setFont(theme.font(SIZE))
        self.document().setDocumentMargin(dp(12))

    def _update_gutter(self, rect: QRect, scrolled: int) -> None:
        if scrolled:
            self._gutter.scroll(0, scrolled)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.contentsRect()
        self._gutter.setGeometry(inner.left(), inner.top(), dp(GUTTER), inner.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_marks"):
            self._marks.rehighlight()
            self._light_up()

    def marks_in_view(self) -> list[tuple[QRect, int]]:
        """The first line of each paragraph in view, in the gutter's coordinates, with the paragraph's number."""
        found, block = [], self.firstVisibleBlock()
        offset: QPointF = self.contentOffset()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(offset)
            if area.top() > self.viewport().height():
                break
            found.append((QRect(0, round(area.top()), dp(GUTTER), self._line(block)), block.blockNumber()))
            block = block.next()
        return found

    def _line(self, block: QTextBlock) -> int:
        layout = block.layout()
        return round(layout.lineAt(0).height()) if layout.lineCount() else self.fontMetrics().height()


class _Gutter(QWidget):
    """The strip at the left with the worst mark of each paragraph."""

    def __init__(self, text: ProofText) -> None:
        super().__init__(text)
        self._text = text
        self._marks: Mapping[int, Finding] = {}

    def show_marks(self, marks: Mapping[int, Finding]) -> None:
        """Show these, by paragraph."""
        self._marks = marks
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(dp(GUTTER), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colors().calc)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.colors().line2)
        side = dp(MARK)
        for area, block in self._text.marks_in_view():
            if block in self._marks:
                left, top = (area.width() - side) // 2, area.top() + (area.height() - side) // 2
                paint_mark(painter, QRect(left, top, side, side), self._marks[block])


def _lines_alike(text: str) -> str:
    """The text with its lines ending alike, so that each is a paragraph of the document."""
    return "\n".join(text.replace("\0", "").splitlines())
