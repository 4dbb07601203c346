"""The table of 收表: a tick for each cell, its state by mark, word and colour; Space ticks, Enter goes to the figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterStateGuard
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from tracker.exchange.submissions.plan import PlannedCell
from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.icons import paint_icon
from tracker.ui.models.intake_batch import Batch, Standing
from tracker.ui.models.intake_files import counts_text
from tracker.ui.models.intake_lines import WORDS, IntakeLine, old_text, place_text, reason_text, sent_text
from tracker.ui.models.intake_ticks import tick_of
from tracker.ui.models.record_model import COLUMN, RECORD, RecordColumn, RecordModel
from tracker.ui.months import month_text
from tracker.ui.theme import dp
from tracker.ui.widgets.record_delegate import EDGE, LEFT, PADDING, RecordDelegate
from tracker.ui.widgets.record_table import RecordTable

MARKS = {
    Standing.NEW: ("plus-circle", "good"),
    Standing.CHANGED: ("pencil-simple", "accent"),
    Standing.DISPUTED: ("warning", "warn"),
    Standing.LOCKED: ("lock", "text2"),
    Standing.REFUSED: ("x-circle", "bad"),
    Standing.SAME: ("check", "text2"),
    Standing.REPEATED: ("copy", "text2"),
    Standing.CHOSEN: ("check-circle", "good"),
    Standing.PASSED_OVER: ("minus-circle", "text2"),
}
TICK, BOX, ICON = 36, 16, 14


class IntakeTable(RecordTable):
    """A model of IntakeLine over a batch, which knows what is ticked."""

    ticked = Signal(object)
    """The IntakeLines to be ticked, or not, all like the first of them."""

    def __init__(self, batch: Batch, name: str) -> None:
        self._batch = batch
        self.by_unit = False
        self.lines: RecordModel[IntakeLine] = RecordModel(self._columns())
        super().__init__(self.lines, name)
        self.lines.setParent(self)
        self._delegate = IntakeDelegate(self)
        self.setItemDelegate(self._delegate)

    def hold(self, batch: Batch) -> None:
        """Show another batch from now on."""
        self._batch = batch

    def show_lines(self, lines: Sequence[IntakeLine], *, by_unit: bool) -> None:
        """Show these in place of what was shown, the current line staying where it can."""
        kept, row = self.record, self.currentIndex().row()
        self.by_unit = by_unit
        self.clearSpans()
        self.lines.columns = self._columns()
        self.lines.show(lines)
        self.fit()
        for at, line in enumerate(lines):
            if line.is_heading:
                self.setSpan(at, 1, 1, self.lines.columnCount() - 1)
            elif line.remark is not None:
                self.setSpan(at, 1, 1, 5)
        if lines:
            same = next((at for at, line in enumerate(lines) if kept is not None and _same(line, kept)), None)
            self.choose_row(same if same is not None else min(max(row, 0), len(lines) - 1))

    def _columns(self) -> tuple[RecordColumn[IntakeLine], ...]:
        first = (tr("File"), 144) if self.by_unit else (tr("Unit"), 104)
        return (
            RecordColumn(tr("Take"), self._tick_text, TICK, draw=self.draw_tick),
            RecordColumn(first[0], self._first_text, first[1]),
            RecordColumn(tr("Indicator"), _of_cell(lambda cell: cell.indicator.name), 148),
            RecordColumn(tr("Reported month"), _of_cell(lambda cell: month_text(cell.month)), 92, color=_quiet),
            RecordColumn(tr("In the book"), _of_cell(old_text), 80, numeric=True, color=_quiet),
            RecordColumn(tr("Was sent"), _of_cell(sent_text), 84, numeric=True, strong=True),
            RecordColumn(tr("Stands in"), place_text, 100, color=_quiet),
            RecordColumn(tr("State"), state_text, 112, draw=draw_state),
            RecordColumn(tr("Why it is so"), reason_text),
        )

    def _first_text(self, line: IntakeLine) -> str:
        if line.is_heading and (self.by_unit or line.file is None):
            return line.title
        if line.file is not None and not line.is_heading and self.by_unit:
            return line.file.understood.file.own_name
        if line.cell is not None:
            return line.cell.unit.name
        if line.remark is not None or line.file is None:
            return "" if line.remark is None else line.remark.text
        return tr("{file}: {counts}", file=line.title, counts=counts_text(self._batch, line.file))

    def _tick_text(self, line: IntakeLine) -> str:
        return {True: tr("taken"), False: tr("left out"), None: ""}[tick_of(self._batch, line)]

    def draw_tick(self, painter: QPainter, rect: QRect, line: IntakeLine) -> None:
        on = tick_of(self._batch, line)
        if on is None:
            return
        colors, side = theme.colors(), dp(BOX)
        box = QRect(rect.left() + (rect.width() - side) // 2, rect.top() + (rect.height() - side) // 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colors.accent if on else colors.ctrl)
        painter.setBrush(colors.accent if on else colors.base)
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        if on:
            paint_icon(painter, box.adjusted(1, 1, -1, -1), "check", colors.on_accent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.rows:
            self.ticked.emit([self.lines.records[row] for row in self.rows])
            event.accept()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if index.isValid() and index.column() == 0 and event.button() == Qt.MouseButton.LeftButton:
            self.ticked.emit([self.lines.records[index.row()]])


class IntakeDelegate(RecordDelegate):
    """Headings on their own fill, over the whole width; everything else as in any table of records."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        line: IntakeLine = index.data(RECORD)
        if not line.is_heading:
            super().paint(painter, option, index)
            return
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        with QPainterStateGuard(painter):
            colors = theme.colors()
            painter.fillRect(rect, colors.sel if selected else colors.group)
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.line2)
            if index.column() == 0:
                if selected:
                    edge = colors.accent if option.widget.hasFocus() else colors.ctrl  # type: ignore[attr-defined]
                    painter.fillRect(rect.left(), rect.top(), dp(EDGE), rect.height(), edge)
                index.data(COLUMN).draw(painter, rect, line)
                return
            painter.setFont(theme.font(13, bold=True))
            painter.setPen(colors.text)
            room = rect.adjusted(dp(PADDING), 0, -dp(PADDING), 0)
            painter.drawText(
                room, LEFT, QFontMetrics(painter.font()).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
            )


def draw_state(painter: QPainter, rect: QRect, line: IntakeLine) -> None:
    """The mark and the word, in their colour; a soft fill where a person is needed."""
    colors = theme.colors()
    icon, role = _mark(line)
    soft = {"warn": colors.warn_soft, "bad": colors.bad_soft}.get(role)
    if soft is not None:
        painter.fillRect(rect.adjusted(0, 0, 0, -1), soft)
    side = dp(ICON)
    place = QRect(rect.left() + dp(PADDING), rect.top() + (rect.height() - side) // 2, side, side)
    color = getattr(colors, role)
    paint_icon(painter, place, icon, color)
    painter.setFont(theme.font(13))
    painter.setPen(color)
    room = rect.adjusted(dp(PADDING + ICON + 6), 0, -dp(4), 0)
    shown = painter.fontMetrics().elidedText(state_text(line), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, LEFT, shown)


def _mark(line: IntakeLine) -> tuple[str, str]:
    if line.standing is not None:
        return MARKS[line.standing]
    if _is_unreadable(line):
        return "x-circle", "bad"
    return ("warning", "warn") if line.remark is not None and line.remark.needs_person else ("info", "text2")


def _is_unreadable(line: IntakeLine) -> bool:
    return line.file is not None and bool(line.file.understood.file.fault)


def state_text(line: IntakeLine) -> str:
    if line.standing is not None:
        return tr(WORDS[line.standing])
    if line.remark is None:
        return ""
    if _is_unreadable(line):
        return tr("not readable")
    return tr("to look at") if line.remark.needs_person else tr("for your information")


def _of_cell(text: Callable[[PlannedCell], str]) -> Callable[[IntakeLine], str]:
    return lambda line: "" if line.cell is None else text(line.cell)


def _quiet(_line: IntakeLine) -> str:
    return "text2"


def _same(line: IntakeLine, kept: IntakeLine) -> bool:
    if line.is_heading or kept.is_heading:
        return line.is_heading and kept.is_heading and line.title == kept.title
    if line.file is None or kept.file is None or line.file.name != kept.file.name:
        return False
    if line.cell is None or kept.cell is None:
        return line.remark is not None and line.remark == kept.remark
    return (line.cell.key, line.cell.where) == (kept.cell.key, kept.cell.where)
