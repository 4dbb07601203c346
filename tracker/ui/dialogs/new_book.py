"""新建台账: step by step to a county's book: name, units, indicators, targets; any but the first may be passed over."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPushButton, QStackedWidget, QWidget

from tracker.domain.divisions import County
from tracker.exchange.new_county import NewCounty
from tracker.i18n import mark, tr
from tracker.ui import theme
from tracker.ui.widgets.building import column, label, named, row
from tracker.ui.widgets.list_line import ListLine
from tracker.ui.widgets.new_book_contents import IndicatorsStep, SummaryStep, TargetsStep, told
from tracker.ui.widgets.new_book_name import NameStep
from tracker.ui.widgets.unit_picker import UnitPicker

NAME, UNITS, INDICATORS, TARGETS, SUMMARY = range(5)
TITLES = (mark("Book"), mark("Units"), mark("Indicators"), mark("Targets"), mark("Overview"))
STEPS_WIDTH = 132


class NewBookDialog(QDialog):
    """Enter goes on, and makes the book at the last step; “Make the book” does so at any. `asked` has the answer then."""

    def __init__(self, parent: QWidget | None, folder: Path, *, year: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New book"))
        self._year = year
        self.name = NameStep(folder, year=year)
        self.units = UnitPicker()
        self.indicators = IndicatorsStep(folder)
        self.targets = TargetsStep(year=year)
        self.summary = SummaryStep()
        self.steps = named(QListWidget(), tr("Steps"))
        self.stack = QStackedWidget()
        self.mistake = label(name="mistake", wraps=True)
        self.back, self.on, self.make, self.cancel = (
            self._button(words, call)
            for words, call in (
                (tr("Back"), lambda: self.turn_to(self.at - 1)),
                (tr("Next"), lambda: self.turn_to(self.at + 1)),
                (tr("Make the book"), self.accept),
                (tr("Cancel"), self.reject),
            )
        )
        self._lay_out()
        self.steps.currentRowChanged.connect(self.turn_to)
        self.units.county_chosen.connect(self._name_after)
        self.turn_to(NAME)

    def _button(self, words: str, call: object) -> QPushButton:
        made = QPushButton(words)
        made.setAutoDefault(False)
        made.clicked.connect(call)
        return made

    def _lay_out(self) -> None:
        self.steps.setItemDelegate(ListLine(self.steps))
        self.steps.setFixedWidth(theme.dp(STEPS_WIDTH))
        self.steps.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.steps.addItems([f"{number}  {tr(title)}" for number, title in enumerate(TITLES, start=1)])
        for step in (self.name, self.units, self.indicators, self.targets, self.summary):
            self.stack.addWidget(step)
        right = column(gap=theme.dp(12))
        right.addWidget(self.stack, 1)
        right.addWidget(self.mistake)
        beside = row(gap=theme.dp(16))
        beside.addWidget(self.steps)
        beside.addLayout(right, 1)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(16))
        outer.addLayout(beside, 1)
        outer.addLayout(self._buttons())
        self.resize(QSize(theme.dp(1040), theme.dp(600)).boundedTo(self.screen().availableSize()))

    def _buttons(self) -> QHBoxLayout:
        line = row(gap=theme.dp(8))
        line.addWidget(self.cancel)
        line.addStretch(1)
        for button in (self.back, self.on, self.make):
            line.addWidget(button)
        return line

    @property
    def at(self) -> int:
        """The step in front."""
        return self.stack.currentIndex()

    def turn_to(self, step: int) -> None:
        """Show a step; what it is made of is known by then."""
        step = max(NAME, min(step, SUMMARY))
        if step >= TARGETS:
            self.targets.match([line.name for line in self.units.lines], self.indicators.indicators)
        if step == SUMMARY:
            self._tell_all()
        self.stack.setCurrentIndex(step)
        self.steps.setCurrentRow(step)
        self.back.setEnabled(step > NAME)
        self.on.setEnabled(step < SUMMARY)
        # In the search Enter takes what was found, and a default button would go on at the same time.
        self.on.setDefault(step in (NAME, INDICATORS))
        self.make.setDefault(step == SUMMARY)
        self._say("")
        (self.make if step == SUMMARY else self.stack.currentWidget()).setFocus()

    def _say(self, mistake: str) -> None:
        self.mistake.setText(mistake)
        self.mistake.setVisible(bool(mistake))

    def _name_after(self, county: County) -> None:
        self.name.suggest(county.name)

    def _tell_all(self) -> None:
        asked, block = self.asked, self.targets.block
        groups = Counter(line.group for line in asked.units)
        by_group = tr(", ").join(f"{name} {count}" for name, count in groups.items())
        lines = [
            (tr("Title"), asked.title),
            (tr("Office"), asked.office or "—"),
            (tr("File"), str(asked.path)),
            (tr("Units"), f"{len(asked.units)}  ({by_group})" if groups else tr("none yet")),
            (tr("Indicators"), tr(", ").join(one.name for one in self.indicators.indicators) or tr("none yet")),
            (
                tr("Targets"),
                tr("{count} of {year}", count=len(block.targets), year=self._year) if block.targets else tr("none yet"),
            ),
        ]
        if block.problems:
            lines.append((tr("Left out"), "\n".join(told(block.problems))))
        self.summary.show_lines(lines)

    @property
    def asked(self) -> NewCounty:
        """What the steps say now."""
        return NewCounty(
            path=self.name.path,
            title=self.name.title.text().strip(),
            office=self.name.office.text().strip(),
            units=tuple(self.units.lines),
            template=self.indicators.template,
            like=self.indicators.like,
            year=self._year,
            targets=self.targets.block.targets,
        )

    def accept(self) -> None:
        """Make it, unless a step holds a mistake: then that one comes to the front."""
        for step, mistake in ((NAME, self.name.mistake()), (INDICATORS, self.indicators.mistake())):
            if mistake:
                self.turn_to(step)
                self._say(mistake)
                return
        self.targets.match([line.name for line in self.units.lines], self.indicators.indicators)
        super().accept()
