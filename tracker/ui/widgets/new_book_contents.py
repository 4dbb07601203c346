"""Later steps to a new book: which indicators it begins with, its first year's targets, and all of it once more in words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from tracker.domain.indicator import Indicator
from tracker.errors import TrackerError
from tracker.exchange.new_book import BLANK, TEMPLATES
from tracker.exchange.new_county import known_indicators
from tracker.exchange.problems import Problem
from tracker.exchange.target_block import TargetBlock, read_target_block
from tracker.i18n import mark, tr
from tracker.ui import theme
from tracker.ui.clipboard import rows_of_text
from tracker.ui.widgets.building import column, label, named, row

LIKE = "like"
CHOICES = (
    (TEMPLATES[0], mark("Investment promotion: outside funds, foreign capital, signed and started projects …")),
    (BLANK, mark("Blank: no indicators yet")),
    (LIKE, mark("Those of another book, last year's as a rule:")),
)
MOST_TOLD = 5


class IndicatorsStep(QWidget):
    """A template, none, or another book's."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.sets = QButtonGroup(self)
        self.book = named(QLineEdit(), tr("Last year's book"))
        self.browse = QPushButton(tr("Browse…"))
        self.browse.setAutoDefault(False)
        outer = column(self, gap=theme.dp(12))
        for at, (_name, words) in enumerate(CHOICES):
            button = QRadioButton(tr(words))
            button.setChecked(at == 0)
            self.sets.addButton(button, at)
            outer.addWidget(button)
        line = row(gap=theme.dp(8))
        line.addSpacing(theme.dp(24))
        line.addWidget(self.book, 1)
        line.addWidget(self.browse)
        outer.addLayout(line)
        outer.addStretch(1)
        self.book.textEdited.connect(self._choose_like)
        self.browse.clicked.connect(self._ask_for_book)
        self.setFocusProxy(self.sets.button(0))

    @property
    def template(self) -> str:
        """One of TEMPLATES."""
        name = CHOICES[self.sets.checkedId()][0]
        return BLANK if name == LIKE else name

    @property
    def like(self) -> Path | None:
        """The other book, where its indicators are wanted."""
        return Path(self.book.text().strip()) if CHOICES[self.sets.checkedId()][0] == LIKE else None

    @property
    def indicators(self) -> list[Indicator]:
        """What the book will begin with; empty where the other book cannot be read, which `mistake` tells."""
        try:
            return known_indicators(self.template, self.like)
        except TrackerError:
            return []

    def mistake(self) -> str:
        """Why the other book cannot be used; "" where it can, or is not wanted."""
        if self.like is None:
            return ""
        if not self.book.text().strip():
            return tr("Choose the book whose indicators are wanted.")
        try:
            known_indicators(self.template, self.like)
        except TrackerError as error:
            return str(error)
        return ""

    def _choose_like(self) -> None:
        self.sets.button(len(CHOICES) - 1).setChecked(True)

    def _ask_for_book(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Open a book"), str(self._folder), tr("Books (*.tracker)"))
        if chosen:
            self.book.setText(chosen)
            self._choose_like()


class TargetsStep(QWidget):
    """Units down, indicators across, as copied from a spreadsheet; what cannot be matched is listed."""

    def __init__(self, *, year: int) -> None:
        super().__init__()
        self._units: Sequence[str] = ()
        self._indicators: Sequence[Indicator] = ()
        self.year = year
        self.text = named(QPlainTextEdit(), tr("Targets"))
        self.text.setPlaceholderText(
            tr("Paste the year's targets here: the indicators' names in the first row, the units' in the first column")
        )
        self.text.setTabChangesFocus(True)
        self.found = label(name="section")
        self.problems = label(name="mistake", wraps=True)
        outer = column(self, gap=theme.dp(8))
        outer.addWidget(label(tr("Targets of {year}. They may also be typed later.", year=year), name="note"))
        for widget in (self.text, self.found, self.problems):
            outer.addWidget(widget, int(widget is self.text))
        self.text.textChanged.connect(self._tell)
        self.setFocusProxy(self.text)
        self._tell()

    def match(self, units: Sequence[str], indicators: Sequence[Indicator]) -> None:
        """Match what is pasted to these."""
        self._units, self._indicators = units, indicators
        self._tell()

    @property
    def block(self) -> TargetBlock:
        """What was pasted, matched."""
        return read_target_block(rows_of_text(self.text.toPlainText()), units=self._units, indicators=self._indicators)

    def _tell(self) -> None:
        block = self.block
        self.found.setText(tr("{count} targets found", count=len(block.targets)))
        self.problems.setText("\n".join(told(block.problems)))
        self.problems.setVisible(bool(block.problems))


def told(problems: Sequence[Problem]) -> list[str]:
    """The first problems as sentences, and how many there are beside."""
    sentences = [str(problem) for problem in problems[:MOST_TOLD]]
    more = len(problems) - MOST_TOLD
    return [*sentences, tr("… and {count} more.", count=more)] if more > 0 else sentences


class SummaryStep(QWidget):
    """What will be made, line by line."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[tuple[str, str], ...] = ()
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(theme.dp(16))
        self.form.setVerticalSpacing(theme.dp(12))
        outer = column(self, gap=theme.dp(12))
        outer.addLayout(self.form)
        outer.addStretch(1)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Tell (what, how much of it) pairs."""
        self.lines = tuple(lines)
        while self.form.rowCount():
            self.form.removeRow(0)
        for what, how in lines:
            self.form.addRow(what, label(how, wraps=True))
