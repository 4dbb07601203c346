"""What a version of the scheme does to the month in view: each unit's score and rank by it and by another, movers marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.models.record_model import RecordModel
from tracker.ui.models.scheme_effect import Choice, EffectLine, columns, lines, move_words, summary
from tracker.ui.months import month_text
from tracker.ui.theme import dp
from tracker.ui.widgets import marks
from tracker.ui.widgets.building import column, row, tool_button
from tracker.ui.widgets.ranking_choice import LabelledCombo
from tracker.ui.widgets.record_table import RecordTable
from tracker.ui.widgets.toned import toned
from tracker.ui.widgets.total_row import Fill

if TYPE_CHECKING:
    from tracker.metrics.scoring.effect import Effect

MOST_CAUTIONS = 4


class EffectPanel(QWidget):
    """`asked` comes when other versions are to stand beside each other; `said` with what was copied."""

    asked = Signal()
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.heading = toned("", "strong")
        self.summary = toned()
        self.before, self.after = LabelledCombo(tr("Before")), LabelledCombo(tr("After"))
        self.published = toned("", wraps=True)
        self.notes = toned("", "yellow", wraps=True)
        self.model: RecordModel[EffectLine] = RecordModel(columns(draw_name, draw_move), self)
        self.table = RecordTable(self.model, tr("Effect on the month"))
        self.table.least = 100
        self.table.setMinimumHeight(dp(112))
        self.copy = tool_button(tr("Copy table"), icon="copy")
        self.copy.setProperty("role", "outlined")
        self._lay_out()
        self.before.picked.connect(lambda _value: self.asked.emit())
        self.after.picked.connect(lambda _value: self.asked.emit())
        self.copy.clicked.connect(self.copy_table)
        self.published.hide()
        self.notes.hide()

    def _lay_out(self) -> None:
        head = row(gap=dp(8))
        head.addWidget(self.heading)
        head.addWidget(self.summary, 1)
        head.addWidget(self.copy)
        chosen = row(gap=dp(8))
        chosen.addWidget(self.before)
        chosen.addWidget(self.after)
        chosen.addStretch(1)
        top = column(margin=dp(8), gap=dp(8))
        top.addLayout(head)
        top.addLayout(chosen)
        top.addWidget(self.published)
        top.addWidget(self.notes)
        outer = column(self)
        outer.addLayout(top)
        outer.addWidget(Fill("line2", height=1))
        outer.addWidget(self.table, 1)

    def offer(self, offered: Sequence[Choice], before: Choice | None, after: Choice | None) -> None:
        """Offer the versions, with those that stand beside each other."""
        pairs: list[tuple[object, str]] = [(one.key, one.words) for one in offered]
        self.before.offer([(None, tr("No scheme")), *pairs], None if before is None else before.key)
        self.after.offer(pairs, None if after is None else after.key)

    def show_month(self, month: Month, *, published: bool) -> None:
        """Say which month is computed; of a published one that it stays as it is."""
        self.heading.setText(tr("Effect on {month}", month=month_text(month)))
        self.published.setText(tr("This month is published: this is a trial on its figures, its scores and ranks stay."))
        self.published.setVisible(published)

    def show_waiting(self) -> None:
        """Say that what is shown is of before, until what is asked has been computed."""
        self.summary.setText(tr("Computing…"))

    def show_effect(self, shown: Effect | None, *, problem: str = "") -> None:
        """Show what came of it; None, and the problem, where nothing did."""
        self.summary.setText("" if shown is None else summary(shown))
        hindrances = [problem] if problem else [] if shown is None else list(shown.hindrances)
        cautions = [] if shown is None else [caution.text for caution in shown.cautions]
        more = len(cautions) - MOST_CAUTIONS
        said = [*hindrances, *cautions[:MOST_CAUTIONS], *([tr("and {count} more of this kind", count=more)] if more > 0 else [])]
        self.notes.setText("\n".join(f"⚠ {text}" for text in said))
        self.notes.setToolTip("\n".join(cautions) if more > 0 else "")
        self.notes.setVisible(bool(said))
        new = [] if shown is None else lines(shown)
        current, scrolled = self.table.currentIndex().row(), self.table.verticalScrollBar().value()
        self.model.show(new)
        self.table.fit()
        if 0 <= current < len(new):
            self.table.choose_row(current)
        self.table.verticalScrollBar().setValue(scrolled)
        self.copy.setEnabled(bool(new))

    def copy_table(self) -> None:
        """Put the whole table on the clipboard."""
        count = self.table.copy_all()
        self.said.emit(tr("{lines} rows copied; paste them in WPS or Excel.", lines=count))


def draw_name(painter: QPainter, rect: QRect, line: EffectLine) -> None:
    """A unit's name; a group's bold, and that of a unit that changes its place."""
    room = rect.adjusted(dp(8), 0, -dp(4), 0)
    painter.setFont(theme.font(13, bold=line.unit is None or line.moved))
    text = painter.fontMetrics().elidedText(line.name, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def draw_move(painter: QPainter, rect: QRect, line: EffectLine) -> None:
    """The move as a mark and a figure; words where there are no places to count."""
    colors, centre = theme.colors(), Qt.AlignmentFlag.AlignCenter
    if not line.places:
        painter.setPen(colors.accent if line.moved else colors.text3)
        painter.drawText(rect, centre, move_words(line))
        return
    color = colors.good if line.places > 0 else colors.bad
    mark, gap = dp(marks.MOVE_WIDTH), dp(4)
    left = rect.center().x() - (mark + gap + dp(8)) / 2
    marks.draw_move(painter, QPointF(left + mark / 2, rect.center().y() + 1), up=line.places > 0, color=color)
    painter.setFont(theme.font(13, bold=True))
    painter.setPen(color)
    room = QRectF(left + mark + gap, rect.top(), rect.right() - left, rect.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(abs(line.places)))
