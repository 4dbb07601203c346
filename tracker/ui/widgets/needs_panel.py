"""还差多少: under the ranking what the current unit still needs, goal by goal, and where its year is likely to end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSpinBox, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.icons import icon
from tracker.ui.models.need_lines import NeedLine, Needs, columns_of
from tracker.ui.models.record_model import RecordColumn, RecordModel
from tracker.ui.theme import BODY, dp
from tracker.ui.widgets.building import CutLabel, column, label, named, row, tool_button
from tracker.ui.widgets.section import Look, SectionTable
from tracker.ui.widgets.total_row import Fill

PADDING, HEADING, ROW, BAR, TICK, TICK_HEIGHT = 16, 15, 28, 8, 2, 16
ONCE, MOST = 78, 1.8
NARROW = 860
"""How long the bar is for once the mean so far, and at how many times it is cut off."""


class NeedsPanel(QFrame):
    """Shows what it is given; folded it is its heading alone."""

    rank_asked = Signal(int)
    """The rank that is wanted to be reached."""
    opened = Signal(object)
    """A NeedLine."""
    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("needsPanel")
        self._is_folded = self._is_narrow = False
        self._titles: tuple[str, ...] = ("", "", "", "")
        self.title, self.facts = label(), CutLabel()
        self.assumed = _words(quiet=True)
        self.assumed.setText(tr("supposing that the others stay as they are"))
        self.rank = named(QSpinBox(), tr("The rank to rise to"))
        self.rank.setMinimumWidth(dp(56))
        self.rank_words = label(tr("Rise to rank"))
        self.fold = tool_button()
        self.fold.setIconSize(QSize(dp(16), dp(16)))
        self.model: RecordModel[NeedLine] = RecordModel(_columns(self._titles), self)
        self.table = SectionTable(self.model, "", Look(row=ROW, headed=True))
        self.why, self.estimate = _words(wraps=True), _words(wraps=True)
        self._body = QWidget()
        self._lay_out()
        self.rank.valueChanged.connect(self.rank_asked)
        self.table.opened_at.connect(lambda line, _column: self.opened.emit(line))
        self.fold.clicked.connect(lambda: self.folded.emit(not self._is_folded))
        self.set_folded(False)

    def _lay_out(self) -> None:
        self.title.setFont(theme.font(HEADING, bold=True))
        self.facts.setFont(theme.font(BODY))
        self.facts.setProperty("tone", "quiet")
        self.rank_words.setFont(theme.font(BODY))
        outer = column(self)
        outer.addWidget(Fill("line", height=1))
        head = row(gap=dp(8))
        head.setContentsMargins(dp(8), dp(4), dp(PADDING), dp(4))
        parts: tuple[QWidget, ...] = (self.fold, self.title, self.facts, self.rank_words, self.rank, self.assumed)
        for part in parts:
            head.addWidget(part, 1 if part is self.facts else 0)
        outer.addLayout(head)
        box = column(self._body)
        box.addWidget(self.table)
        for words in (self.why, self.estimate):
            words.setContentsMargins(dp(PADDING), dp(4), dp(PADDING), dp(4))
            box.addWidget(words)
        outer.addWidget(self._body)

    def show_needs(self, name: str, needs: Needs) -> None:
        """Show what `name` still needs."""
        self.title.setText(tr("What {name} still needs", name=name))
        self.table.setAccessibleName(self.title.text())
        self.facts.setText(needs.facts)
        self.assumed.setVisible(bool(needs.lines))
        self._show_rank(needs)
        self._titles = tuple(columns_of(needs))
        self._show_lines(needs.lines)
        self.table.setVisible(bool(needs.lines))
        self.why.setText(needs.why)
        self.why.setVisible(bool(needs.why))
        self.estimate.setText(needs.estimate)
        self.estimate.setToolTip(needs.method)
        self.estimate.setVisible(bool(needs.estimate))

    def _show_lines(self, lines: Sequence[NeedLine]) -> None:
        """Show these; where there is little room without the bars, which repeat the amounts."""
        columns = _columns(self._titles)
        self.model.columns = tuple(columns[:-1] if self._is_narrow else columns)
        self.model.show(lines)
        self.table.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < dp(NARROW)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._show_lines(self.model.records)

    def _show_rank(self, needs: Needs) -> None:
        """Offer the ranks above the unit's."""
        self.rank.blockSignals(True)
        self.rank.setRange(1, max(1, needs.ranks))
        self.rank.setValue(max(1, needs.rank))
        self.rank.blockSignals(False)
        for widget in (self.rank, self.rank_words):
            widget.setVisible(needs.ranks > 1)

    def set_folded(self, folded: bool) -> None:
        """Show the heading alone, or all."""
        self._is_folded = folded
        self._body.setVisible(not folded)
        words = tr("Unfold what is still needed") if folded else tr("Fold what is still needed")
        self.fold.setIcon(icon("caret-right" if folded else "caret-down"))
        self.fold.setToolTip(words)
        self.fold.setAccessibleName(words)


def draw_times(painter: QPainter, rect: QRect, line: NeedLine) -> None:
    """The monthly amount as a bar against the mean so far, which is the tick, and how many times it that is."""
    colors, left, middle = theme.colors(), rect.left() + dp(8), rect.center().y() + 1
    if line.need.times is not None:
        wide = round(dp(ONCE) * min(MOST, max(0.0, float(line.need.times))))
        painter.fillRect(QRectF(left, middle - dp(BAR) / 2, wide, dp(BAR)), colors.ctrl)
        painter.fillRect(QRectF(left + dp(ONCE), middle - dp(TICK_HEIGHT) / 2, dp(TICK), dp(TICK_HEIGHT)), colors.text)
    start = left + round(dp(ONCE) * MOST) + dp(8)
    painter.setPen(colors.text2)
    room = QRect(start, rect.top(), max(0, rect.right() - start), rect.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line.times)


def _columns(titles: tuple[str, ...]) -> list[RecordColumn[NeedLine]]:
    needed, missing, monthly, times = titles
    return [
        RecordColumn(tr("To be reached"), lambda line: line.goal, 136, strong=True),
        RecordColumn(tr("Measured by"), lambda line: line.reference, color=_quiet),
        RecordColumn(tr("By when"), lambda line: line.by, 92, color=_quiet),
        RecordColumn(needed, lambda line: line.needed, 116, numeric=True),
        RecordColumn(missing, lambda line: line.missing, 92, numeric=True, strong=True),
        RecordColumn(monthly, lambda line: line.monthly, 128, numeric=True),
        RecordColumn(times, lambda line: line.times, 244, draw=draw_times),
    ]


def _quiet(_line: NeedLine) -> str:
    return "text2"


def _words(*, quiet: bool = False, wraps: bool = False) -> QLabel:
    made = label(wraps=wraps)
    made.setFont(theme.font(BODY))
    made.setProperty("tone", "quiet" if quiet else "")
    return made
