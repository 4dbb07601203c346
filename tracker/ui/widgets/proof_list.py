"""What was found in a text, as a list; the one in hand is told whole below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.dialogs.message import SELECTABLE
from tracker.ui.models.proof_findings import WORDS, Found
from tracker.ui.models.record_model import RecordColumn, RecordModel
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, label, scrolled
from tracker.ui.widgets.proof_marks import LOOKS, MARK, paint_mark
from tracker.ui.widgets.record_table import RecordTable
from tracker.ui.widgets.total_row import Fill

DETAIL = 176
PADDING = 8


class ProofList(QWidget):
    """`chosen` when a finding is taken in hand here."""

    chosen = Signal(object)
    """A Found."""
    opened = Signal(object)
    """A Found whose place in the text is wanted, with the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.model: RecordModel[Found] = RecordModel(_columns(), self)
        self.table = RecordTable(self.model, tr("What was found"))
        self.table.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.sentence, self.figures, self.reason, self.wording = _words("proofSentence"), _words(), _words("note"), _words()
        self.nothing = label(wraps=True)
        self._shows = False
        self._lay_out()
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.opened)

    def _lay_out(self) -> None:
        detail = QWidget()
        words = column(detail, margin=dp(12), gap=dp(6))
        for part in (self.nothing, self.sentence, self.figures, self.reason, self.wording):
            words.addWidget(part)
        words.addStretch(1)
        area = scrolled(detail)
        area.setFixedHeight(dp(DETAIL))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = column(self)
        outer.addWidget(self.table, 1)
        outer.addWidget(Fill("line2", height=1))
        outer.addWidget(area)

    def show_found(self, found: Sequence[Found], nothing: str) -> None:
        """List these; `nothing` is said where there are none."""
        self._shows = True
        self.model.show(found)
        self.table.fit()
        self._shows = False
        self.nothing.setText("" if found else nothing)
        self._tell(None)

    @property
    def in_hand(self) -> Found | None:
        """The finding that is chosen."""
        record = self.table.record
        return record if isinstance(record, Found) else None

    def take_in_hand(self, found: Found) -> None:
        """Choose it, where it is listed; nothing is said of it to others."""
        if found in self.model.records:
            self._shows = True
            self.table.choose_row(self.model.records.index(found))
            self._shows = False
            self._tell(found)

    def step(self, step: int) -> None:
        """Choose the next one (1) or the one before (−1), round the ends."""
        count = len(self.model.records)
        if count:
            at = self.table.currentIndex().row()
            self.table.choose_row((at + step) % count if at >= 0 else (0 if step > 0 else count - 1))

    def _choose(self) -> None:
        if not self._shows and self.in_hand is not None:
            self._tell(self.in_hand)
            self.chosen.emit(self.in_hand)

    def _tell(self, found: Found | None) -> None:
        """Say all of one finding."""
        figures = ""
        if found is not None and found.printed:
            figures = tr("Printed {printed}, recomputed {computed}", printed=found.printed, computed=found.computed)
        self.sentence.setText("" if found is None else tr("“{text}”", text=found.text))
        self.figures.setText(figures)
        self.reason.setText("" if found is None else found.reason)
        self.wording.setText("" if found is None else "\n".join(found.wording))
        for part in (self.nothing, self.sentence, self.figures, self.reason, self.wording):
            part.setVisible(bool(part.text()))


def _words(name: str = "") -> QLabel:
    made = label(name=name, wraps=True)
    made.setTextInteractionFlags(SELECTABLE)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _columns() -> list[RecordColumn[Found]]:
    return [
        RecordColumn(tr("Verdict"), lambda found: tr(WORDS[found.finding]), 84, draw=_draw_verdict),
        RecordColumn(tr("Claim"), lambda found: found.kind, 76),
        RecordColumn(tr("Printed"), lambda found: found.printed, 108, numeric=True, strong=True),
        RecordColumn(tr("Recomputed"), lambda found: found.computed, 108, numeric=True),
        RecordColumn(tr("Sentence"), lambda found: found.text),
    ]


def _draw_verdict(painter: QPainter, rect: QRect, found: Found) -> None:
    side = dp(MARK)
    paint_mark(painter, QRect(rect.left() + dp(PADDING), rect.center().y() - side // 2, side, side), found.finding)
    painter.setPen(getattr(theme.colors(), LOOKS[found.finding].color))
    room = rect.adjusted(dp(PADDING) + side + dp(6), 0, 0, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, tr(WORDS[found.finding]))
