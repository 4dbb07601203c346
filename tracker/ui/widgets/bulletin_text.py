"""The bulletin's text to read, to select and to copy, set like an official document; nothing in it can be typed into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QFont, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.reports.bulletin.as_text import INDENT
from tracker.reports.bulletin.content import Bulletin
from tracker.ui import theme
from tracker.ui.dialogs.message import SELECTABLE
from tracker.ui.models.bulletin_places import Names, Piece
from tracker.ui.theme import dp

WIDEST = 720
"""The text is no wider than this, at 100 %: longer lines are hard to follow."""
MARGIN = 24
TITLE, BODY = 20, 15
PITCH = 125
"""From line to line, in percent."""

_CENTER, _RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it is set: its first words may be bold, or all of it."""

    text: str
    bold: str = ""
    size: int = BODY
    align: Qt.AlignmentFlag = _LEFT


class BulletinText(QTextBrowser):
    """Keeps what is in view and selected when the text is another one. What is copied is plain text."""

    place_asked = Signal(object, object)
    """A UnitId and an IndicatorId, one of them perhaps None: a name was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(tr("Text of the bulletin"))
        self.setTextInteractionFlags(SELECTABLE | Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.anchorClicked.connect(self._lead_on)
        self._shown: Bulletin | None = None
        self._names = Names()

    def show_bulletin(self, bulletin: Bulletin | None, names: Names | None = None) -> None:
        """Show the text, with those names in it to be clicked; None empties it."""
        names = names or Names()
        if (bulletin, names) != (self._shown, self._names):
            self._shown, self._names = bulletin, names
            self._set()

    def _lead_on(self, address: QUrl) -> None:
        unit, indicator = address.toString().split("/")
        self.place_asked.emit(UnitId(int(unit)) if unit else None, IndicatorId(int(indicator)) if indicator else None)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected text without its looks: it is pasted into a document that has its own."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2028", "").replace("\u2029", "\n"))
        return data

    def _set(self) -> None:
        at, cursor = self.verticalScrollBar().value(), self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        self.clear()
        if self._shown is not None:
            writing = QTextCursor(self.document())
            writing.beginEditBlock()
            for number, line in enumerate(_lines(self._shown)):
                _write(writing, line, self._names, first=number == 0)
            writing.endEditBlock()
            self._centre()
            last = self.document().characterCount() - 1
            kept = self.textCursor()
            kept.setPosition(min(anchor, last))
            kept.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(kept)
        self.verticalScrollBar().setValue(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    def _centre(self) -> None:
        """Keep the text in the middle of a wide page."""
        frame = self.document().rootFrame()
        measures = frame.frameFormat()
        side = max(dp(MARGIN), (self.viewport().width() - dp(WIDEST)) // 2)
        if round(measures.leftMargin()) != side:
            measures.setLeftMargin(side)
            measures.setRightMargin(side)
            measures.setTopMargin(dp(MARGIN) // 2)
            measures.setBottomMargin(dp(MARGIN))
            frame.setFrameFormat(measures)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._shown is not None:
            self._set()


def _lines(bulletin: Bulletin) -> Iterator[Line]:
    """What is read, from the head to the date; the annex's table is named only."""
    if bulletin.number:
        yield Line(bulletin.number, align=_CENTER)
    yield Line("\u2028".join(bulletin.title), bold=bulletin.whole_title, size=TITLE, align=_CENTER)
    yield Line(bulletin.addressees)
    yield Line(INDENT + bulletin.opening)
    for chapter in bulletin.chapters:
        yield Line(INDENT + chapter.heading, bold=INDENT + chapter.heading)
        for paragraph in chapter.paragraphs:
            yield Line(INDENT + paragraph.lead + paragraph.text, bold=INDENT + paragraph.lead if paragraph.lead else "")
    yield from (Line(INDENT + line) for line in bulletin.annex_lines)
    if bulletin.office:
        yield Line(bulletin.office, align=_RIGHT)
    yield Line(bulletin.dated, align=_RIGHT)


def _write(cursor: QTextCursor, line: Line, names: Names, *, first: bool) -> None:
    block = QTextBlockFormat()
    block.setAlignment(line.align)
    block.setLineHeight(PITCH, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if line.size != BODY:
        block.setBottomMargin(dp(12))
        block.setTopMargin(dp(4))
    if first:
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)
    whole = len(line.bold) == len(line.text.replace("\u2028", ""))
    head = line.text if whole and line.bold else line.text[: len(line.bold)]
    if head:
        cursor.insertText(head, _characters(theme.font(line.size, bold=True)))
    for piece in names.pieces(line.text[len(head) :]):
        cursor.insertText(piece.text, _characters(theme.font(line.size), piece))


def _characters(font: QFont, piece: Piece | None = None) -> QTextCharFormat:
    """The looks of a part of the text; a name that leads somewhere has dots under it."""
    made = QTextCharFormat()
    made.setFont(font)
    if piece is not None and piece.leads_somewhere:
        made.setAnchor(True)
        made.setAnchorHref(f"{piece.unit or ''}/{piece.indicator or ''}")
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        made.setUnderlineColor(theme.colors().ctrl)
    return made
