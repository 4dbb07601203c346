"""The files of a batch as a list: the state by a mark, the name, under it how its figures stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.icons import paint_icon
from tracker.ui.models.intake_files import FileLine
from tracker.ui.models.record_model import RecordColumn, RecordModel
from tracker.ui.theme import dp
from tracker.ui.widgets.record_delegate import LEFT
from tracker.ui.widgets.record_table import RecordTable

ROW, ICON, PADDING, INDENT = 46, 16, 12, 36
MARKS = {"good": "check-circle", "warn": "warning", "bad": "x-circle", "text2": "files"}


class IntakeFiles(RecordTable):
    """One file is chosen, or all of them."""

    def __init__(self) -> None:
        self.lines: RecordModel[FileLine] = RecordModel(
            [RecordColumn(tr("Files that came in"), lambda line: f"{line.title}\n{line.words}", draw=draw_file)]
        )
        super().__init__(self.lines, tr("Files that came in"))
        self.lines.setParent(self)
        self.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_files(self, lines: Sequence[FileLine], chosen: str) -> None:
        """Show these with one of them chosen, the one in its place where it is gone."""
        row = max(0, self.currentIndex().row())
        self.blockSignals(True)  # the choice stays, or the caller asks for it
        self.lines.show(lines)
        if lines:
            same = next((at for at, line in enumerate(lines) if line.name == chosen), min(row, len(lines) - 1))
            self.choose_row(same)
        self.blockSignals(False)

    @property
    def name(self) -> str:
        """The name of the file that is chosen, "" where all are."""
        line = self.record
        return line.name if isinstance(line, FileLine) else ""

    def set_compact(self, compact: bool) -> None:
        """Two lines need their room either way."""
        self.verticalHeader().setDefaultSectionSize(dp(ROW if not compact else ROW - 6))


def draw_file(painter: QPainter, rect: QRect, line: FileLine) -> None:
    """The mark, the name in bold, the words quiet under it, in the state's colour where a person is needed."""
    colors = theme.colors()
    side, half = dp(ICON), rect.height() // 2
    place = QRect(rect.left() + dp(PADDING), rect.top() + (half - side) // 2 + dp(3), side, side)
    paint_icon(painter, place, MARKS[line.state], getattr(colors, line.state))
    room = rect.adjusted(dp(INDENT), dp(3), -dp(8), -dp(3))
    lines = (line.title, 13, True, colors.text), (line.words, 12, False, colors.text2 if line.state != "bad" else colors.bad)
    for at, (text, size, bold, color) in enumerate(lines):
        painter.setFont(theme.font(size, bold=bold))
        painter.setPen(color)
        part = QRect(room.left(), room.top() + at * (room.height() // 2), room.width(), room.height() // 2)
        painter.drawText(part, LEFT, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, part.width()))
