"""新年度: which year begins, what it takes over from which, and how its targets begin."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QButtonGroup, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QRadioButton, QWidget

from tracker.domain.parsing import read_amount
from tracker.i18n import tr
from tracker.store import plans, schemes, targets
from tracker.store.book import Book
from tracker.ui import theme
from tracker.ui.widgets.building import column, label, named, row
from tracker.ui.widgets.year_choice import years_of

EMPTY, COPIED, SCALED = range(3)
GROWN = "110"


@dataclass(frozen=True, slots=True)
class NewYear:
    """What was asked for; `percent` of last year's targets, None for none."""

    last: int
    new: int
    percent: Decimal | None


class NewYearDialog(QDialog):
    """`asked` has the answer once it was accepted."""

    def __init__(self, parent: QWidget | None, book: Book, year: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New year"))
        self._book = book
        self._known = sorted(years_of(book) | {year})
        self.last = named(QComboBox(), tr("Carried over from"))
        self.last.addItems([str(one) for one in self._known])
        self.last.setCurrentText(str(year))
        self.new = named(QLineEdit(str(year + 1)), tr("New year"))
        self.percent = named(QLineEdit(GROWN), tr("Percent of last year's targets"))
        self.targets = QButtonGroup(self)
        self.told = label(name="note", wraps=True)
        self.mistake = label(name="mistake", wraps=True)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.ok = self.buttons.button(kinds.Ok)
        self.ok.setText(tr("Begin the year"))
        self.buttons.button(kinds.Cancel).setText(tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.last.currentTextChanged.connect(self._check)
        self.new.textChanged.connect(self._check)
        self.percent.textChanged.connect(self._check)
        self.percent.textEdited.connect(lambda: self.targets.button(SCALED).setChecked(True))
        self.targets.idToggled.connect(self._check)
        self._check()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.dp(16))
        form.setVerticalSpacing(theme.dp(12))
        form.addRow(tr("New year"), self.new)
        form.addRow(tr("Carried over from"), self.last)
        choices = column(gap=theme.dp(8))
        for at, words in ((EMPTY, tr("Empty, to be typed or pasted")), (COPIED, tr("The same as last year"))):
            choices.addWidget(self._radio(at, words))
        line = row(gap=theme.dp(8))
        line.addWidget(self._radio(SCALED, tr("Last year's ×")))
        self.percent.setMaximumWidth(theme.dp(80))
        line.addWidget(self.percent)
        line.addWidget(label("%"))
        line.addStretch(1)
        choices.addLayout(line)
        self.targets.button(EMPTY).setChecked(True)
        form.addRow(tr("Targets"), choices)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(16))
        outer.addLayout(form)
        for widget in (self.told, self.mistake, self.buttons):
            outer.addWidget(widget)
        self.setMinimumWidth(theme.dp(520))

    def _radio(self, at: int, words: str) -> QRadioButton:
        made = QRadioButton(words)
        self.targets.addButton(made, at)
        return made

    @property
    def asked(self) -> NewYear:
        """What the fields say now; to be asked for where there is no mistake."""
        percents = {EMPTY: None, COPIED: Decimal(100), SCALED: self._percent()}
        return NewYear(int(self.last.currentText()), int(self.new.text()), percents[self.targets.checkedId()])

    def _percent(self) -> Decimal | None:
        return read_amount(self.percent.text(), unit="%", decimals=2).value

    def _find_mistake(self) -> str:
        text = self.new.text().strip()
        if not (text.isascii() and text.isdecimal() and 1900 <= int(text) <= 9999):
            return tr("Write the new year as four digits.")
        if text == self.last.currentText():
            return tr("A year cannot be carried over from itself.")
        percent = self._percent()
        if self.targets.checkedId() == SCALED and (percent is None or percent <= 0):
            return tr("Write the percentage as a number above 0.")
        return ""

    def _check(self) -> None:
        mistake = self._find_mistake()
        self.mistake.setText(mistake)
        self.mistake.setVisible(bool(mistake))
        self.ok.setEnabled(not mistake)
        last = int(self.last.currentText())
        counts = {
            "plans": len({one.indicator for one in plans.plan(self._book) if one.year == last}),
            "lines": len(schemes.scheme_lines(self._book, last)),
            "targets": len(targets.targets(self._book, last)),
        }
        words = tr("{last} has {plans} pace plans, {lines} lines of the scheme and {targets} targets.", last=last, **counts)
        stays = tr("Units and indicators stay as they are; so does what the new year has already.")
        self.told.setText(f"{words}\n{stays}")
