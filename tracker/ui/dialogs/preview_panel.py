"""The preview's right side: what is printed, on which paper, by whom, and to which printer."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import GroupId, UnitId
from tracker.i18n import tr
from tracker.reports.ranking_sheet import set_up_indicators
from tracker.reports.sheet import Paper
from tracker.store.print_setup import print_setup
from tracker.store.scheme_versions import scheme_of
from tracker.ui import theme
from tracker.ui.dialogs.preview_contents import Content
from tracker.ui.dialogs.preview_many import ManyCombo
from tracker.ui.dialogs.preview_options import PrintOptions
from tracker.ui.icons import icon
from tracker.ui.models.print_words import PAPERS
from tracker.ui.printing import Destination
from tracker.ui.theme import dp
from tracker.ui.widgets.ranking_segments import Segments

if TYPE_CHECKING:
    from tracker.metrics.live import Live

WIDTH, LABEL = 304, 56
MOST_COPIES = 999
SCORE = -1
"""Stands among the indicators that give the order, for the score."""
TO_FILE = ""
"""The name of no printer: into a PDF file."""


class PreviewPanel(QWidget):
    """Fields for everything that the sheet can be told; `changed` when any of it is another one."""

    changed = Signal()
    setup_asked = Signal()
    """The button for the office's set-up was pressed."""

    def __init__(self, content: Content = Content.RANKING, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.groups = ManyCombo(tr("All groups"))
        self.units = ManyCombo(tr("All units"))
        self.indicators = ManyCombo(tr("All indicators"))
        self.lead = QComboBox()
        self.score = QCheckBox(tr("Composite score"))
        self.subtotals = QCheckBox(tr("Group subtotals"))
        self.paper = Segments(tr("Paper"))
        self.setup = QPushButton(tr("Print set-up…"))
        self.clerk = QLineEdit()
        self.date = QDateEdit()
        self.warning = QWidget()
        self._sign, self._words = QLabel(), QLabel()
        self.printers = QComboBox()
        self.copies = QSpinBox()
        self._options: PrintOptions | None = None
        self._live: Live | None = None
        self._scored = False
        self._names: dict[int, str] = {}
        self._set_up()
        self._lay_out()
        self._connect()

    def _set_up(self) -> None:
        self.date.setDisplayFormat(tr("yyyy-MM-dd"))
        self.date.setCalendarPopup(True)
        self.setup.setAutoDefault(False)
        self.setup.setToolTip(tr("The office's columns, order, paper, titles, signatures and type, kept in the book"))
        self.copies.setRange(1, MOST_COPIES)
        for field in (self.date, self.copies, self.printers, self.lead, self.groups, self.units, self.indicators):
            field.setMinimumHeight(dp(28))
        for combo in (self.printers, self.lead, self.groups, self.units, self.indicators):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(6)
        self._words.setWordWrap(True)
        self.printers.addItem(tr("Print into a PDF file"), TO_FILE)

    @property
    def _without(self) -> set[QWidget]:
        """The fields that mean nothing for the content."""
        if self._content is Content.RANKING:
            return {self.units}
        of_ranking: set[QWidget] = {self.indicators, self.lead, self.score, self.subtotals}
        if self._content is Content.SCORES:
            return {*of_ranking, self.units}
        return {*of_ranking, self.paper, self.setup, self.clerk}

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(dp(16), dp(12), dp(16), dp(16))
        column.setSpacing(dp(8))
        rows = (
            (tr("Groups"), self.groups),
            (tr("Units"), self.units),
            (tr("Indicators"), self.indicators),
            (tr("Order"), self.lead),
            ("", self.score),
            ("", self.subtotals),
        )
        self._add_section(column, tr("Content"), rows)
        self._add_section(column, tr("Paper"), ((tr("Size"), self.paper), ("", self.setup)))
        self._add_section(column, tr("Signed"), ((tr("Made by"), self.clerk), (tr("Date"), self.date)))
        column.addStretch(1)
        line = QHBoxLayout(self.warning)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(dp(6))
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        column.addWidget(self.warning)
        self._add_rows(column, ((tr("Printer"), self.printers), (tr("Copies"), self.copies)))

    def _add_section(self, column: QVBoxLayout, title: str, every: Sequence[tuple[str, QWidget]]) -> None:
        """The section with those of its fields that the content has; none without any."""
        rows = [(text, field) for text, field in every if field not in self._without]
        for field in {field for _, field in every} & self._without:
            field.setParent(self)
            field.hide()
        if not rows:
            return
        heading = QLabel(title)
        heading.setFont(theme.font(13, bold=True))
        column.addWidget(heading)
        self._add_rows(column, rows)
        column.addSpacing(dp(8))

    def _add_rows(self, column: QVBoxLayout, rows: Sequence[tuple[str, QWidget]]) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(dp(12))
        form.setVerticalSpacing(dp(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in rows:
            label = QLabel(text)
            label.setMinimumWidth(dp(LABEL))
            label.setBuddy(field)
            if text:
                field.setAccessibleName(text)
            form.addRow(label, field)
        column.addLayout(form)

    def _connect(self) -> None:
        self.indicators.changed.connect(self._offer_leads)
        self.groups.changed.connect(self._offer_units)
        self.units.changed.connect(self.changed)
        self.lead.activated.connect(self._tell)
        self.subtotals.clicked.connect(self._tell)
        self.score.clicked.connect(self._offer_leads)
        self.paper.picked.connect(self._tell)
        self.setup.clicked.connect(lambda: self.setup_asked.emit())  # noqa: PLW0108 - without `checked`
        self.clerk.editingFinished.connect(self._tell)
        self.date.dateChanged.connect(self._tell)

    def show_options(self, live: Live, options: PrintOptions) -> None:
        """Fill the fields."""
        self._options, self._live = options, live
        groups = live.roster.groups
        names = {indicator.id: indicator.name for indicator in live.indicators}
        first = set_up_indicators(live, print_setup(live.book))
        self._names = {indicator: names[indicator] for indicator in (*first, *names)}
        self.groups.offer([(group.id, group.name) for group in groups], options.groups or [group.id for group in groups])
        self.indicators.offer(list(self._names.items()), options.indicators)
        self._fill_units(options.units)
        self._scored = scheme_of(live.book, live.month) is not None
        self.score.setChecked(options.score and self._scored)
        self._fill_leads(SCORE if options.by_score else options.lead)
        self.subtotals.setChecked(options.subtotals)
        self.paper.offer([(paper, tr(text)) for paper, text in PAPERS.items()], options.paper)
        self.clerk.setText(options.clerk)
        self.date.setDate(QDate(options.date.year, options.date.month, options.date.day))

    @property
    def options(self) -> PrintOptions | None:
        """What the fields say now; None before they were filled."""
        if self._options is None:
            return None
        date, by_score = self.date.date(), self.lead.currentData() == SCORE
        return replace(
            self._options,
            indicators=tuple(IndicatorId(one) for one in self.indicators.chosen),
            lead=self._options.lead if by_score else self.lead.currentData(),
            by_score=by_score,
            score=self.score.isChecked() if self._scored else self._options.score,
            units=() if self.units.is_everything else tuple(UnitId(one) for one in self.units.chosen),
            groups=() if self.groups.is_everything else tuple(GroupId(one) for one in self.groups.chosen),
            subtotals=self.subtotals.isChecked(),
            paper=Paper(str(self.paper.value)),
            clerk=self.clerk.text().strip(),
            date=datetime.date(date.year(), date.month(), date.day()),
        )

    def warn(self, text: str) -> None:
        """Say what the reader of the paper must know; nothing for ""."""
        self._words.setText(text)
        palette = self._words.palette()
        palette.setColor(self._words.foregroundRole(), theme.colors().warn)
        self._words.setPalette(palette)
        side = dp(16)
        self._sign.setPixmap(icon("warning", "warn").pixmap(QSize(side, side), self.devicePixelRatioF()))
        self.warning.setVisible(bool(text))

    def offer_printers(self, printers: Sequence[Destination], chosen: str) -> None:
        """The computer's printers, then the file; `chosen` is the one used last."""
        self.printers.clear()
        for printer in printers:
            self.printers.addItem(printer.text, printer.name)
        self.printers.addItem(tr("Print into a PDF file"), TO_FILE)
        self.printers.setCurrentIndex(max(0, self.printers.findData(chosen)) if chosen else 0)

    @property
    def printer(self) -> str:
        """The chosen printer's name, TO_FILE for none."""
        return str(self.printers.currentData() or TO_FILE)

    def _offer_units(self) -> None:
        """Other groups have other units: all of theirs."""
        self._fill_units(())
        self.changed.emit()

    def _fill_units(self, chosen: Sequence[UnitId]) -> None:
        if self._live is not None:
            groups = self.groups.chosen
            units = [(unit.id, unit.name) for unit in self._live.roster.units if unit.group in groups]
            self.units.offer(units, chosen or [unit for unit, _ in units])

    def _offer_leads(self) -> None:
        self._fill_leads(self.lead.currentData())
        self.changed.emit()

    def _fill_leads(self, lead: int) -> None:
        """The order is that of one of the chosen indicators, or of the score that closes a sheet of several."""
        choices = [(indicator, self._names[indicator]) for indicator in self.indicators.chosen]
        self.score.setEnabled(self._scored and len(choices) > 1)
        if self.score.isEnabled() and self.score.isChecked():
            choices.append((SCORE, tr("Composite score")))
        self.lead.clear()
        for value, text in choices:
            self.lead.addItem(text, value)
        self.lead.setCurrentIndex(max(0, self.lead.findData(lead)))

    def _tell(self) -> None:
        self.changed.emit()


def scrolling(panel: QWidget) -> QScrollArea:
    """The panel, with a scroll bar where the window is too low for it; a line parts it from the paper."""
    area = QScrollArea()
    area.setWidget(panel)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus, and it scrolls to that
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedWidth(dp(WIDTH))
    return area
