"""打印本月: which of the month's documents go where, on which paper; one button prints all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QWidget

from tracker.domain.month_documents import DocumentKind
from tracker.domain.period import Month
from tracker.domain.print_setup import Paper
from tracker.i18n import mark, tr
from tracker.ui.month_print_job import Asked
from tracker.ui.months import month_text
from tracker.ui.printing import Destination
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, label, named
from tracker.ui.widgets.notice import Notice
from tracker.ui.widgets.ranking_segments import Segments

KINDS = {
    DocumentKind.BULLETIN: mark("The bulletin"),
    DocumentKind.RANKING: mark("The ranking sheet of all indicators"),
    DocumentKind.SCORES: mark("The ranking sheet of the scores"),
    DocumentKind.INDICATORS: mark("A ranking sheet for each indicator"),
    DocumentKind.CARDS: mark("A card for each unit"),
}
TO_FOLDER = ""
"""The name of no printer: as PDFs into a folder."""
MOST_COPIES = 999


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be printed: how many documents of each kind, those ticked; whether the month is published; the set-up's paper."""

    month: Month
    counts: Mapping[DocumentKind, int]
    ticked: Sequence[DocumentKind]
    published: bool
    paper: Paper


class PrintMonthDialog(QDialog):
    """Ticks, a printer or a folder, paper and copies. What it asks for is done by whoever opened it."""

    def __init__(self, parent: QWidget | None, offered: Offered, printers: Sequence[Destination], last: str) -> None:
        super().__init__(parent)
        self._offered = offered
        self._paper_chosen = False
        self.setWindowTitle(tr("Print the month"))
        self.sentence = label(tr("Print all documents of {month}", month=month_text(offered.month)), name="sentence")
        self.setAccessibleName(self.sentence.text())
        self.boxes = {kind: _box(kind, offered) for kind in offered.counts}
        self.printers = named(QComboBox(), tr("Printer"))
        self.paper = Segments(tr("Paper"))
        self.copies = named(QSpinBox(), tr("Copies"))
        self.note, self.warning = label(name="note", wraps=True), Notice()
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Cancel).setText(tr("Cancel"))
        self._fill(printers, last)
        self._lay_out()
        self._connect()
        self._follow()

    def _fill(self, printers: Sequence[Destination], last: str) -> None:
        for printer in printers:
            self.printers.addItem(printer.text, printer.name)
        self.printers.addItem(tr("PDF files in a folder"), TO_FOLDER)
        self.printers.setCurrentIndex(max(0, self.printers.findData(last)) if last else 0)
        self.copies.setRange(1, MOST_COPIES)
        if not self._offered.published:
            number = self._offered.month.number
            self.warning.tell(tr("Month {number} is not published yet: its figures may change after printing.", number=number))

    def _lay_out(self) -> None:
        for field in (self.printers, self.copies):
            field.setMinimumHeight(dp(28))
        ticks = column(gap=dp(8))
        for box in self.boxes.values():
            ticks.addWidget(box)
        form = QFormLayout()
        form.setHorizontalSpacing(dp(16))
        form.setVerticalSpacing(dp(8))
        form.addRow(tr("Printer"), self.printers)
        form.addRow(tr("Paper"), self.paper)
        form.addRow(tr("Copies"), self.copies)
        outer = column(self, margin=dp(20), gap=dp(14))
        outer.addWidget(self.sentence)
        outer.addLayout(ticks)
        outer.addLayout(form)
        for widget in (self.note, self.warning, self.buttons):
            outer.addWidget(widget)
        self.setMinimumWidth(dp(480))

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.printers.currentIndexChanged.connect(self._follow)
        self.paper.picked.connect(self._keep_paper)
        for box in self.boxes.values():
            box.toggled.connect(self._follow)

    def _keep_paper(self) -> None:
        self._paper_chosen = True
        self._follow()

    def _follow(self) -> None:
        """The words and the usual paper follow where it goes."""
        to_folder = self.printer == TO_FOLDER
        choices = [(None, tr("As set up")), (Paper.A4, tr("All on A4")), (Paper.A3, tr("All on A3"))]
        self.paper.offer(choices, self.paper.value if self._paper_chosen else self._usual_paper())
        self.copies.setEnabled(not to_folder)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(tr("Save PDFs…") if to_folder else tr("Print"))
        ok.setEnabled(bool(self.kinds))
        count = sum(self._offered.counts[kind] for kind in self.kinds)
        if not count:
            self.note.setText(tr("Tick what is to be printed."))
        elif to_folder:
            self.note.setText(tr("{count} documents, each a PDF of its own, named by month and content", count=count))
        elif self.paper.value is None:
            self.note.setText(tr("{count} documents; sheets of another size are a job of their own", count=count))
        else:
            self.note.setText(tr("{count} documents in one job", count=count))

    def _usual_paper(self) -> Paper | None:
        """One paper for a printer, which has one in its tray, unless the office has said which; files as they are set up."""
        return Paper.A4 if self.printer != TO_FOLDER and self._offered.paper is Paper.FITTING else None

    @property
    def kinds(self) -> tuple[DocumentKind, ...]:
        """What is ticked."""
        return tuple(kind for kind, box in self.boxes.items() if box.isChecked())

    @property
    def printer(self) -> str:
        """The chosen printer's name, TO_FOLDER for none."""
        return str(self.printers.currentData() or TO_FOLDER)

    @property
    def asked(self) -> Asked:
        """What the fields say now; the folder is still to be asked for."""
        value = self.paper.value
        paper = value if isinstance(value, Paper) else None
        return Asked(self.kinds, self.printer, self.copies.value(), paper=paper)


def _box(kind: DocumentKind, offered: Offered) -> QCheckBox:
    count = offered.counts[kind]
    box = QCheckBox(tr(KINDS[kind]) if count == 1 else tr("{what} ({count})", what=tr(KINDS[kind]), count=count))
    box.setChecked(kind in offered.ticked)
    return box
