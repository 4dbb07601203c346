"""How a finding of the proof-reader looks: an underline of its own kind, a fill, a mark; never by colour alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen, QPolygonF, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from tracker.ui import theme
from tracker.ui.icons import paint_icon
from tracker.ui.models.proof_findings import Finding
from tracker.ui.models.proof_reading import Part

MARK = 14
AT_ONCE = 15
"""Milliseconds for which paragraphs are marked without a pause."""

_Underline = QTextCharFormat.UnderlineStyle


@dataclass(frozen=True, slots=True)
class Look:
    """The tokens of a finding: its colour, its fill ("" for none), its underline, its icon ("" for the sign ~)."""

    color: str
    fill: str
    underline: QTextCharFormat.UnderlineStyle
    icon: str


LOOKS = {
    Finding.RIGHT: Look("good", "", _Underline.SingleUnderline, "check"),
    Finding.ROUNDING: Look("warn", "warn_soft", _Underline.DashUnderline, ""),
    Finding.WORDING: Look("accent", "accent_soft", _Underline.DotLine, "pencil-simple"),
    Finding.WRONG: Look("bad", "bad_soft", _Underline.WaveUnderline, "x-circle"),
}


class ProofHighlighter(QSyntaxHighlighter):
    """Marks parts of paragraphs; the text itself stays as it is, and so does its undo."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._parts: Mapping[int, Sequence[Part]] = {}
        self._waiting: list[int] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._mark_some)

    def show(self, parts: Mapping[int, Sequence[Part]]) -> None:
        """Mark these, by the number of their paragraph, in the place of those before."""
        changed = {*self._parts, *parts, *self._waiting}
        self._parts = parts
        self._waiting = sorted(changed, reverse=True)
        self._mark_some()

    def _mark_some(self) -> None:
        """Mark paragraphs from the top for some milliseconds, the others when the event loop comes round."""
        clock = QElapsedTimer()
        clock.start()
        while self._waiting and clock.elapsed() < AT_ONCE:
            block = self.document().findBlockByNumber(self._waiting.pop())
            if block.isValid():
                self.rehighlightBlock(block)
        if self._waiting:
            self._next.start()

    def highlightBlock(self, text: str) -> None:
        for start, length, finding in self._parts.get(self.currentBlock().blockNumber(), ()):
            self.setFormat(start, length, _format(finding))


def _format(finding: Finding) -> QTextCharFormat:
    look, colors, made = LOOKS[finding], theme.colors(), QTextCharFormat()
    made.setUnderlineStyle(look.underline)
    made.setUnderlineColor(getattr(colors, look.color))
    if look.fill:
        made.setBackground(getattr(colors, look.fill))
    return made


def paint_mark(painter: QPainter, rect: QRect, finding: Finding) -> None:
    """The mark of a finding in that square."""
    look = LOOKS[finding]
    color = getattr(theme.colors(), look.color)
    if look.icon:
        paint_icon(painter, QRectF(rect), look.icon, color)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, max(1.6, rect.width() / 9), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    waves = ((0.1, 0.58), (0.22, 0.44), (0.36, 0.42), (0.5, 0.5), (0.64, 0.58), (0.78, 0.56), (0.9, 0.42))
    painter.drawPolyline(QPolygonF([QPointF(rect.topLeft()) + QPointF(x, y) * rect.width() for x, y in waves]))
    painter.restore()
